import type { Condition, Option } from '#app/domain/form/definition.ts';
import { checkboxes, notKnown } from './asked.ts';

const none: Option = { value: 'none', label: 'None of these' };
const alone = ['none', 'not_known'];

/** The headings are the groups of signs that the Modern Slavery Helpline uses, and one for work and money. */
const groups: { id: string; label: string; options: Option[] }[] = [
  {
    id: 'appearance',
    label: 'How they look',
    options: [
      { value: 'injuries', label: 'Injuries, or health problems that nobody treats' },
      { value: 'fear', label: 'Afraid, anxious or always watched' },
      { value: 'no_medical_care', label: 'Kept from seeing a doctor or dentist' },
    ],
  },
  {
    id: 'isolation',
    label: 'Kept apart from others',
    options: [
      { value: 'others_speak', label: 'Someone else speaks for them' },
      { value: 'cut_off', label: 'Cut off from family, friends or neighbours' },
      { value: 'own_address_unknown', label: 'Do not know their own address' },
    ],
  },
  {
    id: 'living',
    label: 'How they live',
    options: [
      { value: 'bad_housing', label: 'Crowded, dirty or unsafe housing' },
      { value: 'lives_at_work', label: 'Live where they work' },
    ],
  },
  {
    id: 'freedom',
    label: 'Freedom, belongings and papers',
    options: [
      { value: 'cannot_leave', label: 'Cannot leave their work or home' },
      { value: 'movements_controlled', label: 'Someone decides where they go, or goes with them' },
      { value: 'documents_held', label: 'Someone else holds their passport or papers' },
      { value: 'false_papers', label: 'False papers, or papers of somebody else' },
      { value: 'few_belongings', label: 'Few belongings, or the same clothes every day' },
    ],
  },
  {
    id: 'travel',
    label: 'How they travel',
    options: [
      { value: 'odd_hours_travel', label: 'Taken to and from work very early or late' },
      { value: 'crowded_vehicle', label: 'Many people in one vehicle, or the same driver every time' },
    ],
  },
  {
    id: 'seeking-help',
    label: 'Asking for help',
    options: [
      { value: 'avoids_help', label: 'Avoid police, officials or anyone who could help' },
      { value: 'threatened', label: 'Have been told that they or their family would be harmed or deported' },
    ],
  },
  {
    id: 'work',
    label: 'Work and money',
    options: [
      { value: 'little_pay', label: 'Little or no pay' },
      { value: 'no_access_to_earnings', label: 'Someone else has their wages, bank card or benefits' },
      { value: 'long_hours', label: 'Very long hours and no days off' },
      { value: 'in_debt', label: 'Owe money to whoever controls them' },
      { value: 'deceived', label: 'Were promised other work, pay or conditions' },
    ],
  },
];

const maybeChild: Condition = { question: 'child', in: ['in_danger', 'yes', 'not_known'] };

/** Signs of exploitation (College of Policing and Home Office guidance, in words of our own). */
export const signs = [
  checkboxes({
    id: 'indicators',
    label: 'Which signs did you or others notice?',
    hint: 'Select all that apply. One sign alone may mean little',
    name: 'Signs',
    missing: 'Select the signs that were noticed',
    why: 'Signs that are named alike can be compared between reports.',
    helpPages: ['signs'],
    dataClass: 'sensitive',
    required: false,
    exclusives: alone,
    groups: groups.map(({ options, ...group }) => ({
      ...group,
      options: options.map((option) => option.value),
    })),
    options: [...groups.flatMap((group) => group.options), none, notKnown],
  }),
  checkboxes({
    id: 'childIndicators',
    label: 'Signs about a child',
    hint: 'Select all that apply',
    name: 'Signs about a child',
    missing: 'Select the signs about a child',
    why: 'A child may show other signs than an adult.',
    dataClass: 'sensitive',
    required: false,
    showWhen: maybeChild,
    exclusives: alone,
    options: [
      { value: 'no_guardian', label: 'No parent or guardian with them' },
      { value: 'no_school', label: 'Do not go to school' },
      { value: 'unfit_work', label: 'Do work that is not for children' },
      { value: 'phone_numbers', label: 'Carry numbers to ring, for taxis or for adults' },
      { value: 'found_by_adult', label: 'With an adult who says that they found them' },
      { value: 'unexplained_things', label: 'Have money, clothes or a phone that nobody can explain' },
      { value: 'goes_missing', label: 'Go missing, or turn up far from home' },
      none,
      notKnown,
    ],
  }),
  checkboxes({
    id: 'communityIndicators',
    label: 'Signs at a place',
    hint: 'Select all that apply',
    name: 'Signs at a place',
    missing: 'Select the signs at a place',
    why: 'Neighbours often notice a place before anyone notices a person.',
    required: false,
    exclusives: alone,
    options: [
      { value: 'coming_and_going', label: 'Many people come and go at one house' },
      { value: 'curtains_shut', label: 'Curtains or shutters are always closed' },
      { value: 'escorted', label: 'People are led in and out' },
      { value: 'minibus', label: 'People are picked up by a van or minibus' },
      { value: 'many_cards', label: 'One person uses several bank cards at a cash machine' },
      { value: 'many_letters', label: 'Letters or benefits for many people come to one address' },
      { value: 'visitors', label: 'Visitors come for short times, day and night' },
      none,
      notKnown,
    ],
  }),
];
