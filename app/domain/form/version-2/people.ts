import type { ListSection } from '#app/domain/form/definition.ts';
import { languages } from '#app/domain/form/version-1/languages.ts';
import { nationalities } from '#app/domain/form/version-1/nationalities.ts';
import { people as people1 } from '#app/domain/form/version-1/people.ts';
import { kept, select, selects, text, texts } from './asked.ts';

const names = [
  { ...kept(people1, 'personSurname'), heading: 'Name' },
  kept(people1, 'personForename'),
  kept(people1, 'personAlias'),
  texts({
    id: 'personOtherAliases',
    label: 'More nicknames or other names',
    name: 'Other name',
    missing: 'Enter another name',
    why: 'People are often known by several names.',
    dataClass: 'sensitive',
    boxes: 2,
    max: 10,
    maxLength: 100,
    width: 'medium',
  }),
];

const about = [
  { ...kept(people1, 'personBirthDate'), heading: 'About this person' },
  kept(people1, 'personAgeRange'),
  kept(people1, 'personSex'),
  { ...kept(people1, 'personNationality'), hint: 'If you know it' },
  selects({
    id: 'personOtherNationalities',
    label: 'Other nationalities',
    name: 'Other nationality',
    missing: 'Select another nationality',
    why: 'It shows which communities are at risk, so that help reaches them.',
    dataClass: 'sensitive',
    boxes: 2,
    max: 5,
    options: nationalities,
  }),
  kept(people1, 'personLanguage'),
  selects({
    id: 'personOtherLanguages',
    label: 'Other languages they speak',
    name: 'Other language',
    missing: 'Select another language',
    why: 'It may be easier to find an interpreter.',
    dataClass: 'sensitive',
    boxes: 2,
    max: 5,
    options: languages,
  }),
  kept(people1, 'personInterpreter'),
  { ...kept(people1, 'personDescription'), hint: 'For example age, height, build, hair, clothes or accent' },
  text({
    id: 'personMarks',
    label: 'Scars, tattoos or other marks',
    hint: 'And where on the body they are',
    name: 'Marks',
    missing: 'Enter any marks',
    why: 'A mark can show that two reports are about the same person.',
    dataClass: 'sensitive',
    required: false,
    maxLength: 300,
    width: 'full',
  }),
];

const contact = [
  { ...kept(people1, 'personPhone'), heading: 'Phone, email and social media' },
  texts({
    id: 'personOtherPhones',
    label: 'Other phone numbers',
    name: 'Other phone number',
    missing: 'Enter another phone number',
    why: 'The same number may be in other reports.',
    dataClass: 'sensitive',
    boxes: 2,
    max: 10,
    format: 'phone',
    maxLength: 40,
    width: 'medium',
  }),
  kept(people1, 'personEmail'),
  texts({
    id: 'personOtherEmails',
    label: 'Other email addresses',
    name: 'Other email address',
    missing: 'Enter another email address',
    why: 'The same address may be in other reports.',
    dataClass: 'sensitive',
    boxes: 1,
    max: 5,
    format: 'email',
    maxLength: 254,
    width: 'medium',
  }),
  select({
    id: 'personSocialPlatform',
    label: 'Social media or messaging site',
    name: 'Social media or messaging site',
    missing: 'Select a site',
    why: 'The same name on another site may be another person.',
    required: false,
    options: [
      { value: 'facebook', label: 'Facebook' },
      { value: 'instagram', label: 'Instagram' },
      { value: 'odnoklassniki', label: 'Odnoklassniki' },
      { value: 'skype', label: 'Skype' },
      { value: 'snapchat', label: 'Snapchat' },
      { value: 'telegram', label: 'Telegram' },
      { value: 'twitter', label: 'Twitter' },
      { value: 'viber', label: 'Viber' },
      { value: 'vk', label: 'VK' },
      { value: 'wechat', label: 'WeChat' },
      { value: 'whatsapp', label: 'WhatsApp' },
      { value: 'zalo', label: 'Zalo' },
      { value: 'other', label: 'Another site' },
      { value: 'not_known', label: 'Not known' },
    ],
  }),
  {
    ...kept(people1, 'personSocial'),
    label: 'Name of the account',
    name: 'Name of the account',
    hint: 'If you already know it. Do not look for it',
    missing: 'Enter the name of the account',
  },
  texts({
    id: 'personOtherSocial',
    label: 'Other accounts',
    hint: 'The name of each account and the site it is on',
    name: 'Other account',
    missing: 'Enter another account',
    why: 'The same account may be in other reports.',
    dataClass: 'sensitive',
    boxes: 1,
    max: 5,
    maxLength: 200,
    width: 'full',
  }),
];

const places = [
  {
    ...kept(people1, 'personAddress'),
    heading: 'Where they live and work',
    hint: 'If you have not already added it as a place',
  },
  { ...kept(people1, 'personEmployer'), hint: 'If you do not add it as a business' },
  { ...kept(people1, 'personNote'), hint: 'Who they are connected with comes later' },
];

/** People with everything that tells one from another. Ethnicity is still not asked as a code (see version 1). */
export const people: ListSection = {
  ...people1,
  guidance: [
    'Add each person connected to this, whether a possible victim or someone you suspect.',
    'Do not add the person who told you, unless they are part of what happened.',
    'Leave blank whatever you do not know. If you need more boxes, save and then choose Change.',
  ],
  atLeastOne: {
    of: [
      ...people1.atLeastOne.of,
      'personOtherAliases',
      'personMarks',
      'personOtherPhones',
      'personOtherEmails',
      'personOtherSocial',
    ],
    missing: people1.atLeastOne.missing,
  },
  naming: ['personSurname', 'personForename', 'personAlias', 'personPart'],
  questions: [kept(people1, 'personPart'), ...names, ...about, ...contact, ...places],
};
