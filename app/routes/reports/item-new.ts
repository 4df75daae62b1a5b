import { randomUUID } from 'node:crypto';
import { redirect } from 'react-router';
import { reportAddresses } from '#app/http/report-addresses.ts';
import type { Route } from './+types/item-new.ts';

/** Gives a new entry its id before it is typed, so that saving it twice is one entry. */
export function loader({ params }: Route.LoaderArgs) {
  throw redirect(reportAddresses.item(params.draftId, params.sectionId, randomUUID()));
}

/** Never shown. A route without a page would answer a refusal without the frame, and so tell it from an unknown address. */
export default function NewItem() {
  return null;
}
