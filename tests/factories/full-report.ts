import { saveItem, type Answers } from '#app/domain/form/answers.ts';
import type { Checking } from '#app/domain/form/answer-schema.ts';
import { findPage } from '#app/domain/form/definition.ts';
import type { Form } from '#app/domain/form/held-forms.ts';
import { withPage } from '#app/domain/form/journey.ts';
import type { Posted } from '#app/domain/form/read-posted.ts';
import { parseItem, parsePage } from '#app/domain/form/schema.ts';
import { version2 } from '#tests/factories/published-forms.ts';

/** An id that is written down: the last digits say which. */
export const entryId = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A site of the organisation that sends the report. */
export const fullSite = { id: entryId(900), name: 'Example Road centre' };

const date = (id: string, day: string, month: string, year: string): Posted => ({
  [id]: 'exact',
  [`${id}-day`]: day,
  [`${id}-month`]: month,
  [`${id}-year`]: year,
});

const speaker: Posted = {
  personKnows: 'yes',
  choiceExplained: 'yes',
  speakerInterpreter: 'professional',
  speakerChoice: 'named',
};

/**
 * Every field of every section that one report can hold, as the pages of every version from the second on post them: two people,
 * two places, two vehicles and links. What a version asks on another page, or not, is passed over.
 */
const pagesBeforeLists: Record<string, Posted> = {
  danger: { danger: 'now', child: 'yes', onBehalfOfVictim: 'yes' },
  centre: { reportingSite: fullSite.id, whoSpeaks: 'for_them', ...speaker },
  choice: speaker,
  information: {
    exploitationTypes: ['labour', 'other'],
    exploitationOther: 'Sold on to another gang',
    whatIsKnown:
      'Men are driven from the house in Nowhere Road to the car wash before six.\nThey are not paid.',
    informationDate: 'about',
    'informationDate-about': 'about June 2015',
    informationTime: 'Before six',
    ...date('learnedDate', '12', '1', '2016'),
    canDescribe: ['people', 'vehicles', 'organisations', 'contacts', 'links', 'signs'],
    ownReference: 'Case 7',
  },
  emergency: { emergencyCall: 'called', emergencyLog: 'LOG 0001 of 18 January' },
};

const items: [string, Posted][] = [
  [
    'places',
    {
      placeKind: 'home',
      placePostcode: 'B11 4AA',
      placeAddress: '1 Nowhere Road',
      placeTown: 'Anytown',
      placeLandmark: 'Behind the painted gate',
      placeBusiness: 'Imaginary Lodgings',
      placeSector: 'hospitality',
      placePeopleCount: '12',
      placePeopleEstimate: 'About 12 people',
      placeStillThere: 'yes',
      placeHazards: ['dogs', 'locked_in'],
      placeNote: 'Mattresses in every room',
    },
  ],
  ['places', { placeKind: 'work', placePostcode: 'B12', placeTown: 'Othertown' }],
  [
    'vehicles',
    {
      vehicleVrm: 'bx?? abc',
      vehicleCountry: 'Elbonia',
      vehicleMake: 'Make-believe',
      vehicleModel: 'Minibus',
      vehicleColour: 'White',
      vehicleMarks: 'A dent in the left door',
      vehicleSeen: 'On Monday behind the mill',
      vehicleUse: 'Takes men to work',
    },
  ],
  ['vehicles', { vehicleColour: 'Red' }],
  [
    'people',
    {
      personPart: 'suspected_exploiter',
      personSurname: 'Fictional',
      personForename: 'Igor',
      personAlias: 'The Uncle',
      personOtherAliases: ['Old Red', '', 'Gaffer'],
      'personBirthDate-day': '9',
      'personBirthDate-month': '3',
      'personBirthDate-year': '1970',
      personAgeRange: '35_to_49',
      personSex: 'male',
      personNationality: 'RO',
      personOtherNationalities: ['MD', ''],
      personLanguage: 'ro',
      personOtherLanguages: ['ru', 'en'],
      personInterpreter: 'no',
      personDescription: 'Tall and bald',
      personMarks: 'A scar on the left hand',
      personPhone: '07700 900123',
      personOtherPhones: ['+44 7700 900 124', '07700 900125'],
      personEmail: 'igor@example.com',
      personOtherEmails: ['red@example.org'],
      personSocialPlatform: 'other',
      personSocial: 'Igor_F',
      personOtherSocial: ['OldRed on Chatterbox'],
      personAddress: '2 Nowhere Road, Anytown',
      personEmployer: 'Shiny Imaginary Cars',
      personIdentityNumbers: ['EX000000', ''],
      personWhereNow: 'In the front bedroom',
      personLastSeen: 'On Sunday evening',
      personNote: 'Carries a bunch of keys',
    },
  ],
  [
    'people',
    {
      personPart: 'possible_victim',
      personForename: 'Ana',
      personAgeRange: '16_to_17',
      personGuardian: 'An aunt in Anytown',
    },
  ],
  [
    'organisations',
    {
      organisationName: 'Shiny Imaginary Cars',
      organisationPart: 'workplace',
      organisationSector: 'G',
      organisationNumber: '00000000',
      organisationPhone: '0121 496 0123',
      organisationAddress: '3 Nowhere Road',
      organisationNote: 'Opens at six',
    },
  ],
  ...(
    [
      ['phone', '07700 900126', 'Example Mobile', `people:${entryId(5)}`],
      ['email', 'Wash@Example.NET', 'Example Mail', `organisations:${entryId(7)}`],
      ['account', 'shiny_wash', 'Chatterbox', ''],
      ['advert', 'Car wash, every day, cash only', 'Example Gazette', ''],
      ['website', 'https://www.shiny.example/Wash/', '', ''],
      ['bank', '00-00-00 1234 5678', 'Bank of Examples', ''],
      ['other', 'Locker 12', '', ''],
    ] as const
  ).map(([contactKind, contactValue, contactPlatform, contactUser]): [string, Posted] => [
    'contacts',
    { contactKind, contactValue, contactPlatform, contactUser, contactNote: 'Used for the car wash' },
  ]),
  ...(
    [
      [`people:${entryId(5)}`, 'drives', `vehicles:${entryId(3)}`],
      [`people:${entryId(6)}`, 'lives_at', `places:${entryId(1)}`],
      [`people:${entryId(6)}`, 'works_at', `organisations:${entryId(7)}`],
      [`people:${entryId(5)}`, 'controls', `people:${entryId(6)}`],
      [`vehicles:${entryId(3)}`, 'collects_from', `places:${entryId(1)}`],
      [`organisations:${entryId(7)}`, 'owns', `contacts:${entryId(13)}`],
    ] as const
  ).map(([linkFrom, linkKind, linkTo]): [string, Posted] => [
    'links',
    { linkFrom, linkKind, linkTo, linkNote: 'Since last summer' },
  ]),
];

const risk: Posted = {
  sourceCouldBeGuessed: 'yes',
  riskTo: ['source', 'family'],
  sourceRisk: 'Only four people share the room',
};
const pattern: Posted = {
  howOften: 'most_days',
  patternTimes: 'Monday to Saturday, about 6am',
  organisedGroup: 'yes',
};
const wishes: Posted = {
  shareWith: 'named_agencies',
  shareAgencies: 'The labour inspectors',
  ringBeforeActing: 'yes',
  handlingReason: 'They would lose their bed',
};

const pagesAfterLists: Record<string, Posted> = {
  signs: {
    indicators: ['injuries', 'others_speak', 'documents_held'],
    childIndicators: ['no_school'],
    communityIndicators: ['coming_and_going', 'minibus'],
    ...pattern,
  },
  control: {
    controlMethods: ['DebtBondage', 'WithholdsDocuments'],
    ...pattern,
  },
  source: {
    sourceKind: 'client',
    howSourceKnows: 'witnessed',
    sourceIdentity: 'named',
    sourceName: 'Zebedee Fictional',
    sourceContact: '07700 900199, after six',
    ...speaker,
    ...risk,
    ...wishes,
    reachReporter: 'By phone in the mornings',
  },
  risk,
  'victim-wishes': {
    victimWantsContact: 'yes',
    victimContactSafely: 'Through us, on weekday mornings',
    victimNrmOffered: 'yes',
    victimNrmConsent: 'not_asked',
    victimLanguage: 'ro',
    victimInterpreter: 'yes',
    victimInterpreterWish: 'woman',
    victimSupport: 'A bed for tonight',
  },
  more: {
    sourceFirstKnew: 'month',
    'sourceFirstKnew-in-month': '6',
    'sourceFirstKnew-in-year': '2015',
    sourceLastKnew: 'ongoing',
    whoElseKnows: 'The men in the next room',
    sourceCouldSayMore: 'yes',
    sourceGivenBefore: 'no',
  },
  'already-done': {
    policeLog: 'LOG 0002 of 11 January',
    crimeNumber: '20CR/00000/16',
    safeguardingReferral: 'Anytown children’s team, 17 January',
    nrmStatus: 'nrm',
    nrmReference: 'NRM 000',
    helplineReference: 'HL 000',
    ownReference: 'Case 7',
  },
  declaration: { declaration: ['confirmed'] },
};

/** What the page of sending posts in the version in force, but for the site. */
const sending: Posted = { ...wishes, immigrationCondition: 'not_for_immigration' };

/** Pages and entries in the order of the form; an entry's id is its number among all entries. */
export const fullPosts = { pagesBeforeLists, items, pagesAfterLists, sending };

/** What those posts come to, with who told the partner still in it: `splitSourceIdentity` parts it off. */
export function fullAnswers(definition: Form = version2): Answers {
  let answers: Answers = {};
  const checking = (): Checking => ({ today: '2016-01-18', answers, sites: [fullSite] });
  const post = (pages: Record<string, Posted>) => {
    for (const [pageId, posted] of Object.entries(pages)) {
      if (findPage(definition, pageId) === null) continue;
      const parsed = parsePage(definition, pageId, posted, answers, checking());
      if (!parsed.ok) throw new Error(`${pageId}: ${JSON.stringify(parsed.errors)}`);
      answers = withPage(definition, answers, pageId, parsed.answers);
    }
  };
  post(pagesBeforeLists);
  for (const [index, [sectionId, posted]] of items.entries()) {
    const parsed = parseItem(definition, sectionId, posted, checking());
    if (!parsed.ok || parsed.kind !== 'item') throw new Error(`${sectionId}: ${JSON.stringify(parsed)}`);
    answers = saveItem(answers, sectionId, { ...parsed.item, id: entryId(index + 1) });
  }
  post(pagesAfterLists);
  return answers;
}
