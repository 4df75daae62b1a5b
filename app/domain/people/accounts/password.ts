import { hash, verify } from '@node-rs/argon2';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/**
 * argon2id with 19 MiB, two passes, one lane: the OWASP minimum, about 5 ms a hash where it was measured. What more
 * would cost stands in docs/decisions/0006. argon2id is the library's own default, and a stored hash names its own
 * parameters.
 */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

export function hashPassword(password: string): Promise<string> {
  return hash(sameLetters(password), PARAMETERS);
}

/** Whether the password is right. Without a hash (no such account) it works as long and answers no. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await hashOfNobody()), sameLetters(password));
  return stored !== null && matches;
}

/** Keyboards and systems send one letter in different bytes ("é" as one character or two); people see one password. */
function sameLetters(password: string): string {
  return password.normalize('NFKC');
}

let nobody: Promise<string> | undefined;
function hashOfNobody(): Promise<string> {
  nobody ??= hashPassword('the password of nobody');
  return nobody;
}

/** The password of every demonstration account. Everybody may know it: `npm start` refuses a database that has them. */
export const demonstrationPassword = 'example-harbour-lantern';

/** What stands around whoever thinks of a password here, besides the words of the force and their own. */
const portalWords = [
  demonstrationPassword,
  'modern',
  'slavery',
  'partner',
  'intelligence',
  'portal',
  'police',
  'report',
];

/** How many guesses it has to stand, as the library counts them: three words that have nothing to do with each other do. */
const fewestGuesses = 1e9;

let held: ZxcvbnFactory | undefined;
/** Made once, when somebody first chooses a password: its lists take a moment to read. */
function guessing(): ZxcvbnFactory {
  held ??= new ZxcvbnFactory({
    dictionary: { ...dictionary, portal: portalWords },
    graphs: adjacencyGraphs,
    maxLength: LONGEST_PASSWORD,
  });
  return held;
}

/**
 * The error in a new password, as a sentence for the field, or null. It is held against 49,000 common passwords, keyboard
 * walks, dates, repetitions and `words`, those of its owner and of the force, however they are written; which characters it
 * has is not asked (NCSC, password guidance).
 */
export function passwordProblem(password: string, words: readonly string[]): string | null {
  if (password.length < SHORTEST_PASSWORD) return `Password must be ${SHORTEST_PASSWORD} characters or more`;
  if (password.length > LONGEST_PASSWORD) return `Password must be ${LONGEST_PASSWORD} characters or less`;
  const known = words.flatMap(wordsOf);
  const easy = [password, folded(password)].some(
    (each) => guessing().check(each, known).guesses < fewestGuesses,
  );
  return easy ? 'Enter a password that is harder to guess' : null;
}

const wordsOf = (text: string): string[] => text.split(/[^\p{L}]+/u).filter((word) => word.length >= 3);

/** Letters and digits alone: "P-a-s-s-w-o-r-d" is "password". */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
