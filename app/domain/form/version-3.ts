import type { FormDefinition } from './definition.ts';
import { declaration } from '#app/domain/form/version-1/more.ts';
import { contacts } from '#app/domain/form/version-2/contacts.ts';
import { links } from '#app/domain/form/version-2/links.ts';
import { pattern } from '#app/domain/form/version-2/pattern.ts';
import { safety } from '#app/domain/form/version-2/safety.ts';
import { vehicles } from '#app/domain/form/version-2/vehicles.ts';
import { centre } from '#app/domain/form/version-3/centre.ts';
import { information } from '#app/domain/form/version-3/information.ts';
import { alreadyDone, more } from '#app/domain/form/version-3/more.ts';
import { organisations } from '#app/domain/form/version-3/organisations.ts';
import { people } from '#app/domain/form/version-3/people.ts';
import { places } from '#app/domain/form/version-3/places.ts';
import { source } from '#app/domain/form/version-3/source.ts';
import { victim } from '#app/domain/form/version-3/victim.ts';

/**
 * Version 3: nothing is asked twice, no answer about the source can contradict another, and whoever speaks through the
 * reporter is told what they can choose before anything is written down (decision 0039). The day and the partners of the
 * agreement are the demonstration's own, as the plan gives neither.
 */
export const version3: FormDefinition = {
  version: 3,
  title: 'Tell the police about possible modern slavery',
  agreed: {
    on: '2016-01-14',
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
