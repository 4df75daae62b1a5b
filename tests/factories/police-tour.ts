import { administering } from './police-tour/administering.ts';
import { assessment } from './police-tour/assessment.ts';
import { leading, roster, routing } from './police-tour/leading.ts';
import { passingOn } from './police-tour/passing-on.ts';
import { entering, queues } from './police-tour/queues.ts';
import { contact, receiving } from './police-tour/receiving.ts';
import { retaining } from './police-tour/retaining.ts';
import type { TestPortal } from './portal.ts';
import { openAlbum, type Visit } from './visits.ts';

/** Every page that police meet, empty, filled and with errors. */
export async function policeTour(portal: TestPortal): Promise<Visit[]> {
  const album = openAlbum(portal);
  await queues(portal, album);
  await entering(portal, album);
  const dissemination = await assessment(portal, album);
  await receiving(portal, album, dissemination);
  await passingOn(portal, album);
  await contact(portal, album);
  await roster(portal, album);
  await retaining(portal, album);
  await leading(portal, album);
  await routing(portal, album);
  await administering(portal, album);
  return album.visits;
}
