import { exploitationKeys } from '#app/domain/kernel/report-labels.ts';
import type { ListSection } from './definition.ts';
import type { Question } from './question.ts';

type Kind = Question['kind'];

/**
 * What the portal has to know of a question with this meaning: the kinds of answer that it can read, the list of entries
 * in which it is asked, and the codes of options that say something to it. A form words its options as its partners agree;
 * it may leave out codes, and offer others that say nothing here.
 */
type Reading = {
  about: string;
  kinds: readonly Kind[];
  in?: ListSection['item'];
  codes?: readonly string[];
  /** No other codes: they are counted, or bound by the database. */
  closed?: true;
};

const words = ['text', 'textarea'] as const;
const choice = ['radios', 'select'] as const;
const written = (about: string): Reading => ({ about, kinds: words });
const chosen = (about: string, ...codes: string[]): Reading => ({
  about,
  kinds: choice,
  ...(codes.length > 0 ? { codes } : {}),
});
const of =
  (item: ListSection['item']) =>
  (about: string, kinds: readonly Kind[] = [...words, ...choice]): Reading => ({ about, kinds, in: item });
const [person, place, vehicle, organisation, contact, link] = [
  of('person'),
  of('place'),
  of('vehicle'),
  of('organisation'),
  of('contact'),
  of('link'),
];

export const contactKinds = [
  'phone',
  'email',
  'account',
  'address',
  'advert',
  'website',
  'bank',
  'other',
] as const;

/**
 * Everything that a question can mean to the portal. Routing, extraction, clocks, figures, matching, contact plans,
 * sanitisation and exports ask for a meaning and never for a question's id, so that a force may ask in its own way. In one
 * version of a form a meaning belongs to one question.
 */
export const meanings = {
  danger: chosen('Somebody is in danger, now or soon: priority and telling', 'now', 'soon'),
  child: chosen('A child is concerned, or is in danger: priority and telling', 'in_danger', 'yes', 'no'),
  'record.emergencyLog': written('The log number of an emergency call: a record elsewhere'),
  exploitation: {
    about: 'The kind of exploitation: routing, queues and figures',
    kinds: ['checkboxes'],
    codes: exploitationKeys,
    closed: true,
  },
  narrative: written('What the partner knows, in their words: sanitisation is held against it'),
  'date.happened': { about: 'When it happened: never a day to come', kinds: ['date'] },
  'date.learned': { about: 'When the partner learned of it: never before it happened', kinds: ['date'] },
  group: chosen('Several people seem to run it together: routing', 'yes'),

  'victim.onBehalf': chosen('The report is made for the person to whom it happened: routing', 'yes'),
  'victim.wantsContact': chosen(
    'The wish of that person about contact with police: routing, contact plan',
    'yes',
    'no',
  ),
  'victim.language': {
    about: 'The language in which that person wants to speak: routing, contact plan',
    kinds: choice,
  },

  'speaker.is': chosen(
    'Who speaks through the reporter: then that is the source',
    'self',
    'for_them',
    'other',
  ),
  'speaker.interpreter': chosen('Whether whoever speaks needs an interpreter: contact plan'),
  'source.kind': chosen(
    'Who the source is, without naming them: proposed grades',
    'self',
    'victim',
    'colleague',
    'client',
    'public',
    'document',
    'anonymous',
  ),
  'source.knowsHow': chosen(
    'How the source knows: proposed grades',
    'experienced',
    'witnessed',
    'told',
    'overheard',
    'read',
  ),
  'source.name': written('Who the source is. Sealed; a text to be sent on is held against it'),
  'source.risk': chosen(
    'Whether acting could show who told the partner: routing, handling code',
    'yes',
    'no',
    'unsure',
  ),
  'source.gaveBefore': chosen('The source has given information before: warned of before a question', 'yes'),
  'sharing.limit': chosen(
    'With whom the partner wishes it to be shared: handling code',
    'no_limit',
    'named_agencies',
    'police_only',
  ),
  'sharing.agencies': written('The agencies that the partner names: shown with the handling code'),
  'sharing.reason': written('Why the partner wishes so: shown with the handling code'),
  'sharing.callFirst': chosen(
    'The partner wishes to be called before anything is done: handling code',
    'yes',
  ),
  'sharing.immigration': chosen(
    'The condition that it is not used for immigration purposes: heeded by two before it goes there',
    'not_for_immigration',
  ),

  'record.policeLog': written('An incident log: a record elsewhere'),
  'record.crimeNumber': written('A crime number: a record elsewhere'),
  'record.safeguarding': written('To whom a safeguarding referral went: a record elsewhere'),
  'record.referral': chosen(
    'Whether and how the victim was referred: routing, records',
    'nrm',
    'duty_to_notify',
  ),
  'record.referralReference': written('The reference of that referral: a record elsewhere'),
  'partner.site': {
    about: 'The site at which the reporter works: theirs unless they say another',
    kinds: ['site'],
  },
  'partner.reference': written('The partner’s own reference: their list of reports'),

  'signs.adult': { about: 'Signs to notice: the public page of signs', kinds: ['checkboxes'] },
  'signs.child': { about: 'The same of children', kinds: ['checkboxes'] },
  'signs.community': { about: 'The same of communities', kinds: ['checkboxes'] },
  'signs.control': { about: 'How people are controlled: the same page', kinds: ['checkboxes'] },

  'person.part': {
    ...person('The part the person plays: matching, contact plan', choice),
    codes: ['possible_victim', 'both'],
  },
  'person.surname': person('Surname: matching'),
  'person.forename': person('First name: matching'),
  'person.alias': person('Nickname or other name: matching'),
  'person.otherAliases': person('Further names: matching', ['texts']),
  'person.birthDate': person('Date of birth; only a whole one is matched', ['date']),
  'person.age': person('About how old'),
  'person.sex': person('Sex'),
  'person.nationality': person('Nationality, ISO 3166-1: routing', choice),
  'person.otherNationalities': person('Further nationalities: routing', ['selects']),
  'person.language': person('Language, ISO 639-1 or 639-3: routing, contact plan', choice),
  'person.otherLanguages': person('Further languages: routing, contact plan', ['selects']),
  'person.interpreter': person('Whether they need an interpreter: contact plan'),
  'person.description': person('What they look like'),
  'person.marks': person('Marks by which they are known'),
  'person.employer': person('For whom they work'),
  'person.phone': person('Phone number: matching'),
  'person.otherPhones': person('Further phone numbers: matching', ['texts']),
  'person.email': person('Email address: matching'),
  'person.otherEmails': person('Further email addresses: matching', ['texts']),
  'person.account': person('Account in a network: matching'),
  'person.accountPlatform': person('The network of that account'),
  'person.otherAccounts': person('Further accounts: matching', ['texts']),
  'person.address': person('Address: matching'),

  'place.kind': place('What kind of place'),
  'place.postcode': place('Postcode: area, queue, matching'),
  'place.address': place('Address: matching'),
  'place.town': place('Town'),
  'place.landmark': place('What it lies near'),
  'place.business': place('Business there: matching'),
  'place.sector': place('Kind of work there'),
  'place.people': place('How many people are thought to be there: routing', ['number', 'text']),

  'vehicle.mark': vehicle('Registration mark: matching, routing'),
  'vehicle.country': vehicle('Country of registration'),
  'vehicle.make': vehicle('Make'),
  'vehicle.model': vehicle('Model'),
  'vehicle.colour': vehicle('Colour'),
  'vehicle.features': vehicle('What tells it from others'),
  'vehicle.use': vehicle('What it is used for'),

  'organisation.name': organisation('Name: matching'),
  'organisation.part': organisation('The part it plays'),
  'organisation.sector': organisation('Section of ISIC revision 4'),
  'organisation.number': organisation('Registered number: matching'),
  'organisation.phone': organisation('Phone number: matching'),
  'organisation.address': organisation('Address: matching'),

  'contact.kind': { ...contact('What it is', choice), codes: contactKinds, closed: true },
  'contact.value': contact('Number, address or account: matching'),
  'contact.platform': contact('Network, site, app or bank'),
  'contact.user': contact('Who uses it', ['entry']),

  'link.from': link('What is connected', ['entry']),
  'link.kind': link('How', choice),
  'link.to': link('With what', ['entry']),
  'link.note': link('In the partner’s words'),
} as const satisfies Record<string, Reading>;

export type Meaning = keyof typeof meanings;

export const meaningNames = Object.keys(meanings) as Meaning[];

export const readingOf = (meaning: Meaning): Reading => meanings[meaning];

export const isMeaning = (written: string): written is Meaning => Object.hasOwn(meanings, written);

/** By meaning the id of the question that has it in one version of a form. */
export type Meanings = Readonly<Partial<Record<Meaning, string>>>;
