import { copiedFrom } from './sanitisation-copied.ts';
import { matchesOf, patterns, quotationsOf, type Place } from '#app/domain/kernel/text-patterns.ts';
import {
  firstPerson,
  relationPhrases,
  sourcePhrases,
  timePhrases,
  joinedWords,
  wordsOf,
  type Word,
} from '#app/domain/kernel/words-of-text.ts';

export type SanitisationInput = {
  /** The original, as the partner sent it. */
  raw: string;
  sanitised: string;
  submitterNames: readonly string[];
  /** Every name of the partner organisation and its sites, short forms too. */
  organisationNames: readonly string[];
  /** Anything else that must not appear, for example the name of a project. */
  otherWords?: readonly string[];
  /** Of the submitter and the organisation. */
  partnerContacts?: { phones: readonly string[]; emails: readonly string[]; postcodes: readonly string[] };
  /** Whether a word, folded to small letters without accents, occurs in the sealed record. It never leaves the server. */
  sealedMatcher?: (foldedWord: string) => boolean;
};

export type WarningKind =
  | 'copied'
  | 'submitter_name'
  | 'organisation_name'
  | 'other_word'
  | 'sealed_source'
  | 'partner_contact'
  | 'contact'
  | 'first_person'
  | 'relation'
  | 'source_word'
  | 'quotation'
  | 'exact_time'
  | 'full_address'
  | 'exact_date'
  | 'number_in_group'
  | 'sole_sector';

/** Something to look at again. `start` and `end` count UTF-16 units of the sanitised text, `end` is exclusive. */
export type SanitisationWarning = { kind: WarningKind; start: number; end: number; message: string };

/** None of these repeats the text: a warning may be kept where the text itself may not be. */
export const messages: Readonly<Record<WarningKind, string>> = {
  copied: 'This passage is copied from the original. Put it in your own words.',
  submitter_name: 'This is a name of the person who sent the report.',
  organisation_name: 'This is a name of the organisation that sent the report.',
  other_word: 'This is one of the words that must not appear.',
  sealed_source: 'This word also stands in the sealed record of the source.',
  partner_contact: 'This is a contact of the organisation or person that sent the report.',
  contact: 'Check that this phone number or email address does not lead to the source.',
  first_person: 'This speaks as the person who told. Say what is known, not who says it.',
  relation: 'This says how somebody stands to somebody, which can point to the source.',
  source_word: 'This says that somebody told. Keep that in the provenance.',
  quotation: 'This quotes somebody, who could be known by their words.',
  exact_time: 'Few people may know the exact time. Give a wider one if that serves as well.',
  full_address: 'This is one address. Give the street or the district if that serves as well.',
  exact_date: 'Few people may know the exact day. Give the week or the month if that serves as well.',
  number_in_group: 'This singles somebody out of a small group.',
  sole_sector:
    'In the last year one organisation alone told of this kind of work. Give a wider one if that serves as well.',
};
const copiedMessages = {
  identical: 'This is the original text. Write a sanitised one.',
  nearly_identical: 'This is nearly the original text. Write a sanitised one.',
  passage: messages.copied,
};

/** A phrase to look for, as folded words; the last may carry a plural or possessive s where `inflected`. */
type Phrase = { words: string[]; kind: WarningKind; inflected: boolean };

const phrasesOf = (kind: WarningKind, texts: readonly string[], inflected = true): Phrase[] =>
  texts
    .map((text) => ({ words: wordsOf(text).map((word) => word.folded), kind, inflected }))
    .filter(({ words }) => words.length > 0);

/** A full name, and each part of it that is long enough to be one. */
const nameParts = (names: readonly string[]): string[] =>
  names.flatMap((name) => [
    name,
    ...wordsOf(name).flatMap(({ written }) => (written.length >= 3 ? [written] : [])),
  ]);

const acronymsOf = (names: readonly string[]): Set<string> =>
  new Set(
    names
      .map((name) =>
        wordsOf(name)
          .map((word) => word.folded.charAt(0).toUpperCase())
          .join(''),
      )
      .filter((acronym) => acronym.length >= 3),
  );

const fixedPhrases: readonly Phrase[] = [
  ...phrasesOf('first_person', firstPerson, false),
  ...phrasesOf('relation', relationPhrases),
  ...phrasesOf('source_word', sourcePhrases),
  ...phrasesOf('exact_time', timePhrases, false),
];

function indexed(phrases: readonly Phrase[]): Map<string, Phrase[]> {
  const index = new Map<string, Phrase[]>();
  const add = (first: string, phrase: Phrase): void => {
    const there = index.get(first);
    if (there) there.push(phrase);
    else index.set(first, [phrase]);
  };
  for (const phrase of phrases) {
    const first = phrase.words[0] ?? '';
    add(first, phrase);
    if (phrase.words.length === 1 && phrase.inflected && first.length >= 4) add(`${first}s`, phrase);
  }
  return index;
}

function phraseAt(words: readonly Word[], at: number, phrase: Phrase): Place | null {
  const last = phrase.words.length - 1;
  for (let offset = 1; offset <= last; offset += 1) {
    const wanted = phrase.words[offset];
    const folded = words[at + offset]?.folded;
    if (folded === undefined) return null;
    const inflected = offset === last && phrase.inflected && folded === `${wanted ?? ''}s`;
    if (folded !== wanted && !inflected) return null;
  }
  const start = words[at]?.start;
  const end = words[at + last]?.end;
  return start === undefined || end === undefined ? null : { start, end };
}

/** "were" is a verb, "id" and "ill" are words and "US" a country: the first person only in the spelling that says so. */
function isFirstPerson(word: Word, allCapitals: boolean): boolean {
  const spelt = word.written.toLowerCase();
  if (['were', 'id', 'ill'].includes(word.folded)) return spelt.includes("'") || spelt.includes('’');
  return word.written !== 'US' || allCapitals;
}

const digitsOf = (phone: string): string => phone.replace(/\D/g, '').slice(-9);
const compact = (postcode: string): string => postcode.replace(/\s/g, '').toUpperCase();

/**
 * Finds what may still give somebody away in a sanitised text, in the order of the text. It warns and never rewrites: the
 * officer decides, and a text with warnings may be right (College of Policing APP, intelligence report).
 */
export function checkSanitised(input: SanitisationInput): SanitisationWarning[] {
  const { sanitised: text, sealedMatcher, partnerContacts } = input;
  const warnings = new Map<string, SanitisationWarning>();
  const warn = (kind: WarningKind, { start, end }: Place, message = messages[kind]): void => {
    warnings.set(`${kind} ${start} ${end}`, { kind, start, end, message });
  };
  const words = wordsOf(text);
  for (const { how, ...place } of copiedFrom(wordsOf(input.raw), words))
    warn('copied', place, copiedMessages[how]);

  const phrases = indexed([
    ...fixedPhrases,
    ...phrasesOf('submitter_name', nameParts(input.submitterNames)),
    ...phrasesOf('organisation_name', input.organisationNames),
    ...phrasesOf('other_word', input.otherWords ?? []),
  ]);
  const acronyms = acronymsOf(input.organisationNames);
  const allCapitals = !/\p{Ll}/u.test(text);
  words.forEach((word, at) => {
    for (const phrase of phrases.get(word.folded) ?? []) {
      if (phrase.kind === 'first_person' && !isFirstPerson(word, allCapitals)) continue;
      const place = phraseAt(words, at, phrase);
      if (place) warn(phrase.kind, place);
    }
    if (acronyms.has(word.written)) warn('organisation_name', word);
    if (sealedMatcher?.(word.folded)) warn('sealed_source', word);
  });
  for (const joined of joinedWords(text)) if (sealedMatcher?.(joined.folded)) warn('sealed_source', joined);

  const phones = new Set(partnerContacts?.phones.map(digitsOf));
  const emails = new Set(partnerContacts?.emails.map((email) => email.trim().toLowerCase()));
  const postcodes = new Set(partnerContacts?.postcodes.map(compact));
  for (const found of matchesOf(patterns.phone, text))
    warn(phones.has(digitsOf(found.written)) ? 'partner_contact' : 'contact', found);
  for (const found of matchesOf(patterns.email, text))
    warn(emails.has(found.written.toLowerCase()) ? 'partner_contact' : 'contact', found);
  for (const found of matchesOf(patterns.postcode, text))
    if (postcodes.has(compact(found.written))) warn('partner_contact', found);
  for (const pattern of [patterns.clockTime, patterns.hourOfDay, patterns.militaryTime])
    for (const found of matchesOf(pattern, text)) warn('exact_time', found);
  for (const place of quotationsOf(text)) warn('quotation', place);

  return [...warnings.values()].sort(
    (one, other) => one.start - other.start || one.end - other.end || one.kind.localeCompare(other.kind),
  );
}
