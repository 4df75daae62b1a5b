import type { ListSection } from '#app/domain/form/definition.ts';
import { date, no, notKnown, radios, select, text, textarea, yes } from './asked.ts';
import { languages } from './languages.ts';
import { nationalities } from './nationalities.ts';

/**
 * People keep their parts apart (DPA 2018 s.38: suspects, victims and witnesses). Ethnicity is not asked as a code:
 * a free description is enough, and less would not pass the strictly-necessary test.
 */
const part = radios({
  id: 'personPart',
  label: 'What part does this person have?',
  name: 'Part',
  missing: 'Select what part this person has',
  why: 'The law asks us to tell possible victims, suspects and witnesses apart.',
  options: [
    { value: 'possible_victim', label: 'Possible victim' },
    { value: 'suspected_exploiter', label: 'Suspected of exploiting others' },
    { value: 'both', label: 'Both', hint: 'For example, forced to control others' },
    { value: 'witness', label: 'Witness' },
    { value: 'unclear', label: 'Not clear' },
  ],
});

const optionalText = (
  id: string,
  label: string,
  missing: string,
  why: string,
  more: { hint?: string; maxLength?: number; format?: 'phone' | 'email'; heading?: string } = {},
) =>
  text({
    id,
    label,
    name: label,
    missing,
    why,
    dataClass: 'sensitive',
    required: false,
    maxLength: 100,
    width: 'medium',
    ...more,
  });

const names = [
  optionalText('personSurname', 'Surname', 'Enter a surname', 'It tells one person from another.', {
    hint: 'In full, as it is spelled on papers if you know',
  }),
  optionalText('personForename', 'First name', 'Enter a first name', 'It tells one person from another.'),
  optionalText(
    'personAlias',
    'Nickname or other name',
    'Enter a nickname or other name',
    'People are often known by another name.',
  ),
];

const about = [
  date({
    id: 'personBirthDate',
    label: 'Date of birth',
    hint: 'Leave blank if you do not know it',
    name: 'Date of birth',
    missing: 'Enter a date of birth',
    why: 'With a name, it tells one person from another.',
    dataClass: 'sensitive',
    required: false,
    precisions: ['exact'],
    latest: 'today',
  }),
  select({
    id: 'personAgeRange',
    label: 'Age, if you do not know the date of birth',
    name: 'Age',
    missing: 'Select an age',
    why: 'It shows whether this person may be a child.',
    dataClass: 'sensitive',
    required: false,
    options: [
      { value: 'under_12', label: 'Under 12' },
      { value: '12_to_15', label: '12 to 15' },
      { value: '16_to_17', label: '16 or 17' },
      { value: '18_to_24', label: '18 to 24' },
      { value: '25_to_34', label: '25 to 34' },
      { value: '35_to_49', label: '35 to 49' },
      { value: '50_to_64', label: '50 to 64' },
      { value: '65_or_over', label: '65 or over' },
      notKnown,
    ],
  }),
  radios({
    id: 'personSex',
    label: 'Sex',
    name: 'Sex',
    missing: 'Select a sex',
    why: 'It helps officers find the person, and the right support for a victim.',
    dataClass: 'sensitive',
    required: false,
    options: [
      { value: 'female', label: 'Female' },
      { value: 'male', label: 'Male' },
      { value: 'neither', label: 'Neither' },
      notKnown,
    ],
  }),
  select({
    id: 'personNationality',
    label: 'Nationality',
    hint: 'If you know it. Put a second nationality in the last box',
    name: 'Nationality',
    missing: 'Select a nationality',
    why: 'It shows which communities are at risk, so that help reaches them.',
    dataClass: 'sensitive',
    required: false,
    options: nationalities,
  }),
  select({
    id: 'personLanguage',
    label: 'Main language',
    name: 'Main language',
    missing: 'Select a language',
    why: 'So that police bring the right interpreter.',
    dataClass: 'sensitive',
    required: false,
    options: languages,
  }),
  radios({
    id: 'personInterpreter',
    label: 'Would they need an interpreter?',
    name: 'Interpreter',
    missing: 'Select whether they would need an interpreter',
    why: 'Police never use a companion as an interpreter.',
    dataClass: 'sensitive',
    required: false,
    options: [yes, no, notKnown],
  }),
  textarea({
    id: 'personDescription',
    label: 'Description',
    hint: 'For example height, build, hair, scars, tattoos or accent',
    name: 'Description',
    missing: 'Enter a description',
    why: 'It helps officers recognise the person.',
    dataClass: 'sensitive',
    required: false,
    maxLength: 2000,
    rows: 3,
  }),
];

const contact = [
  optionalText(
    'personPhone',
    'Phone number',
    'Enter a phone number',
    'The same number may be in other reports.',
    {
      format: 'phone',
      maxLength: 40,
      hint: 'For a number from abroad, include the country code',
    },
  ),
  optionalText(
    'personEmail',
    'Email address',
    'Enter an email address',
    'The same address may be in other reports.',
    {
      format: 'email',
      maxLength: 254,
    },
  ),
  optionalText(
    'personSocial',
    'Social media account',
    'Enter a social media account',
    'The same account may be in other reports.',
    {
      hint: 'The name of the account and the site it is on, if you already know them',
      maxLength: 200,
    },
  ),
  optionalText('personAddress', 'Address', 'Enter an address', 'It links the person to a place.', {
    maxLength: 300,
  }),
  optionalText(
    'personEmployer',
    'Who they work for',
    'Enter who they work for',
    'It links the person to a business.',
    {
      maxLength: 200,
    },
  ),
  textarea({
    id: 'personNote',
    label: 'Anything else about this person',
    hint: 'For example, who they are with, who controls them or what they drive',
    name: 'Anything else about this person',
    missing: 'Enter anything else about this person',
    why: 'Links between people, places and vehicles show how a group works.',
    dataClass: 'sensitive',
    required: false,
    maxLength: 2000,
    rows: 3,
  }),
];

export const people: ListSection = {
  kind: 'list',
  id: 'people',
  title: 'People',
  item: 'person',
  itemTitle: 'Person',
  addTitle: 'Add a person',
  guidance: [
    'Add each person connected to this, whether a possible victim or someone you suspect.',
    'Do not add the person who told you, unless they are part of what happened.',
  ],
  optional: true,
  min: 0,
  max: 30,
  wantedWhen: { question: 'canDescribe', in: ['people'] },
  atLeastOne: {
    of: [...names, ...contact].map((question) => question.id).concat('personDescription'),
    missing: 'Enter a name, a description or anything else that says who this is',
  },
  questions: [part, ...names, ...about, ...contact],
};
