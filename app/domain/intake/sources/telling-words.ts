import type { Form } from '../../form/held-forms.ts';
import { foldedName } from '../../kernel/normalise.ts';
import { matchesOf, patterns } from '../../kernel/text-patterns.ts';
import { joinedWords } from '../../kernel/words-of-text.ts';

/** Answers whether a word, folded as `foldedName` does, stands in the sealed record. It tells nothing else. */
export type SealedMatcher = (foldedWord: string) => boolean;

/** A name is looked for from three letters on, anything else from four: how to reach somebody is full of small words. */
const shortest = { name: 3, other: 4 };
const fewestDigits = 6;

/** Words that stand in any text and name nobody. */
const ordinary = new Set(
  [
    'the and for not but was are has had her his him she who they them this that with from when will can may mrs miss',
    'only also after before about call calls called ring phone text email home work house daytime evening morning',
    'night weekday weekdays weekend monday tuesday wednesday thursday friday saturday sunday safe safely first time',
    'name known real give given told said have been very never always does their there then than into please number',
  ].flatMap((line) => line.split(' ')),
);

/** A matcher over the words of what is sealed: text by question id. The words never leave its closure. */
export function matcherOf(
  { meanings }: Pick<Form, 'meanings'>,
  sealed: Record<string, string>,
): SealedMatcher {
  const telling = new Set(
    Object.entries(sealed).flatMap(([question, text]) =>
      tellingWords(text, question === meanings['source.name'] ? shortest.name : shortest.other),
    ),
  );
  return (word) => telling.has(word) || telling.has(word.replace(/s$/, ''));
}

/**
 * A matcher over what of it names or finds somebody: the words of the source's name, names that stand in the other answers,
 * numbers and postcodes. "Ask the person at the desk" is no reason to refuse "person" to whoever writes a provenance.
 */
export function nameMatcherOf(
  { meanings }: Pick<Form, 'meanings'>,
  sealed: Record<string, string>,
): SealedMatcher {
  const telling = new Set(
    Object.entries(sealed).flatMap(([question, text]) => [
      ...namesOf(question === meanings['source.name'] ? text : capitalised(text), shortest.name),
      ...numbersOf(text),
    ]),
  );
  return (word) => telling.has(word) || telling.has(word.replace(/s$/, ''));
}

/** The words with a capital that begin no sentence. */
const capitalised = (text: string): string =>
  [...text.matchAll(/(?<=[^.!?:\s]\s+)\p{Lu}[\p{L}'’-]+/gu)].map(([word]) => word).join(' ');

/** Whether a text of the reporter's own holds a word of their sealed record: they are warned, and decide. */
export function namesSealedSource(matcher: SealedMatcher, text: string): boolean {
  const numbers = [...text.matchAll(/\d[\d ()-]{4,}\d/g)].map(([found]) => found.replace(/\D/g, ''));
  const joined = joinedWords(text).map(({ folded }) => folded);
  return [...foldedName(text).split(' '), ...joined, ...numbers, ...postcodesIn(text)].some((word) =>
    matcher(word),
  );
}

/** "B12 8QX" → "b128qx": of its halves neither tells where somebody lives. */
const postcodesIn = (text: string): string[] =>
  [...matchesOf(patterns.postcode, text)].map(({ written }) => written.replaceAll(' ', '').toLowerCase());

function tellingWords(text: string, fewestLetters: number): string[] {
  return [...namesOf(text, fewestLetters), ...numbersOf(text)];
}

const foldedWords = (text: string): string[] => [
  ...foldedName(text).split(' '),
  ...joinedWords(text).map(({ folded }) => folded),
];

const namesOf = (text: string, fewestLetters: number): string[] =>
  foldedWords(text).filter(
    (word) => /^\p{L}+$/u.test(word) && word.length >= fewestLetters && !ordinary.has(word),
  );

function numbersOf(text: string): string[] {
  const written = foldedWords(text).filter(
    (word) => /\d/.test(word) && word.replace(/\D/g, '').length >= fewestDigits,
  );
  // A number may be written with or without spaces.
  const numbers = [...text.matchAll(/\d[\d ()-]{4,}\d/g)].map(([found]) => found.replace(/\D/g, ''));
  const long = numbers.filter((number) => number.length >= fewestDigits);
  return [...written, ...long, ...postcodesIn(text)];
}
