import type { ListSection } from '#app/domain/form/definition.ts';
import { entry, select, text } from './asked.ts';

const anyEntry = ['people', 'organisations', 'vehicles', 'places', 'contacts'];

/** Who, where and what belong together, chosen from what was entered: the raw material of a link chart. */
export const links: ListSection = {
  kind: 'list',
  id: 'links',
  title: 'How they are connected',
  item: 'link',
  itemTitle: 'Connection',
  addTitle: 'Add a connection',
  guidance: [
    'Connect two of the people, places, vehicles and other things you added.',
    'Read it as a sentence, such as: Person 1 drives Vehicle 1.',
  ],
  optional: true,
  min: 0,
  max: 50,
  wantedWhen: { question: 'canDescribe', in: ['links'] },
  needsEntries: { in: anyEntry, atLeast: 2 },
  atLeastOne: { of: ['linkFrom', 'linkTo'], missing: 'Select what is connected' },
  different: { of: ['linkFrom', 'linkTo'], same: 'Select two different entries' },
  questions: [
    entry({
      id: 'linkFrom',
      label: 'Who or what?',
      name: 'The first entry',
      missing: 'Select who or what is connected',
      why: 'Links between people, places and vehicles show how a group works.',
      dataClass: 'sensitive',
      from: anyEntry,
    }),
    select({
      id: 'linkKind',
      label: 'How is it connected?',
      name: 'The connection',
      missing: 'Select how it is connected',
      why: 'Who controls somebody matters more than who knows them.',
      dataClass: 'sensitive',
      options: [
        { value: 'drives', label: 'drives' },
        { value: 'lives_at', label: 'lives at' },
        { value: 'works_at', label: 'works at or for' },
        { value: 'controls', label: 'controls' },
        { value: 'collects_from', label: 'collects from, or drops off at' },
        { value: 'owns', label: 'owns' },
        { value: 'related_to', label: 'is related to' },
        { value: 'seen_with', label: 'was seen with or at' },
        { value: 'not_known', label: 'is connected with, not known how' },
      ],
    }),
    entry({
      id: 'linkTo',
      label: 'With whom or what?',
      name: 'The second entry',
      missing: 'Select with whom or what it is connected',
      why: 'Links between people, places and vehicles show how a group works.',
      dataClass: 'sensitive',
      from: anyEntry,
    }),
    text({
      id: 'linkNote',
      label: 'Anything else about this connection',
      hint: 'For example, since when or how often',
      name: 'Anything else about this connection',
      missing: 'Enter anything else about this connection',
      why: 'It shows how sure the connection is.',
      dataClass: 'sensitive',
      required: false,
      maxLength: 300,
      width: 'full',
    }),
  ],
};
