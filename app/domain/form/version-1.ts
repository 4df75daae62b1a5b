import type { FormDefinition } from './definition.ts';
import { information } from '#app/domain/form/version-1/information.ts';
import { alreadyDone, declaration, more } from '#app/domain/form/version-1/more.ts';
import { people } from '#app/domain/form/version-1/people.ts';
import { places } from '#app/domain/form/version-1/places.ts';
import { safety } from '#app/domain/form/version-1/safety.ts';
import { source } from '#app/domain/form/version-1/source.ts';
import { vehicles } from '#app/domain/form/version-1/vehicles.ts';
import { victim } from '#app/domain/form/version-1/victim.ts';

/**
 * Version 1, published. It never changes: a test holds its hash, and any change is a new version with its own
 * agreement. The plan records the form as agreed with partners (PCC 3.3.5, 3.3c.1) and gives neither its questions nor
 * the day: the questions are a reconstruction, and the day is the demonstration's own.
 */
export const version1: FormDefinition = {
  version: 1,
  title: 'Tell the police about possible modern slavery',
  agreed: { on: '2015-12-01', with: 'Partners and NGOs, in a consultation group' },
  sections: [safety, information, places, vehicles, people, source, victim, more, alreadyDone, declaration],
};
