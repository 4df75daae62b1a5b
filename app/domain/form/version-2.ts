import type { FormDefinition } from './definition.ts';
import { declaration } from '#app/domain/form/version-1/more.ts';
import { centre } from '#app/domain/form/version-2/centre.ts';
import { contacts } from '#app/domain/form/version-2/contacts.ts';
import { information } from '#app/domain/form/version-2/information.ts';
import { links } from '#app/domain/form/version-2/links.ts';
import { alreadyDone, more } from '#app/domain/form/version-2/more.ts';
import { organisations } from '#app/domain/form/version-2/organisations.ts';
import { pattern } from '#app/domain/form/version-2/pattern.ts';
import { people } from '#app/domain/form/version-2/people.ts';
import { places } from '#app/domain/form/version-2/places.ts';
import { safety } from '#app/domain/form/version-2/safety.ts';
import { source } from '#app/domain/form/version-2/source.ts';
import { vehicles } from '#app/domain/form/version-2/vehicles.ts';
import { victim } from '#app/domain/form/version-2/victim.ts';

/**
 * Version 2: every field of the agreed form, A to M. What version 1 asks keeps its id and its meaning, and nothing new
 * has to be answered to send a report, so that the shortest report is as short as before. The day and the partners of
 * the agreement are the demonstration's own, as the plan gives neither.
 */
export const version2: FormDefinition = {
  version: 2,
  title: 'Tell the police about possible modern slavery',
  agreed: {
    on: '2016-01-11',
    with: 'Partners, NGOs and third-party reporting centres, in a consultation group',
  },
  sections: [
    safety,
    centre,
    information,
    places,
    vehicles,
    people,
    organisations,
    contacts,
    links,
    pattern,
    source,
    victim,
    more,
    alreadyDone,
    declaration,
  ],
};
