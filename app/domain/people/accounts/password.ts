import { hash, verify } from '@node-rs/argon2';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { slots } from '#app/platform/slots.ts';
import { RateLimited } from '../../kernel/failures.ts';

/** argon2id with 64 MiB, three passes, one lane (docs/decisions/0006). */
const PARAMETERS = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
/** How a hash with these parameters begins; every stored hash names its own. */
const begins = '$argon2id$v=19$m=65536,t=3,p=1$';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

/** Two at a time take 128 MiB, whatever comes; sixty may wait behind them. */
const places = slots(2, 60);

/** @throws RateLimited where too many wait */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const leave = await places.enter();
  if (!leave) throw new RateLimited(5, 'Many people are signing in now. Wait a few seconds and try again');
  try {
    return await work();
  } finally {
    leave();
  }
}

/** @throws RateLimited where too many wait */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(sameLetters(password), PARAMETERS));
}

/**
 * Whether the password is right. Without a hash (no such account) it works as long and answers no.
 * @throws RateLimited where too many wait
 */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const matches = await inTurn(() => verify(stored ?? hashOfNobody, sameLetters(password)));
  return stored !== null && matches;
}

/** Whether the hash was made with other parameters than a new one. */
export const isOutdated = (stored: string): boolean => !stored.startsWith(begins);

/** Keyboards and systems send one letter in different bytes ("é" as one character or two); people see one password. */
function sameLetters(password: string): string {
  return password.normalize('NFKC');
}

/** That of a random password which nobody ever saw. */
const hashOfNobody =
  '$argon2id$v=19$m=65536,t=3,p=1$I6FBwGzWPffheGjvbfelkg$UULMBofBWR+YW5eZpObaT3A0w5hBNwVvUvTrApJFwUQ';

/** The password of every demonstration account. Everybody may know it: `npm start` refuses a database that has them. */
export const demonstrationPassword = 'example-harbour-lantern';

/** Its hash, made with the least work that there is: it guards nothing. */
export function hashOfDemonstration(): Promise<string> {
  return hash(demonstrationPassword, { memoryCost: 8, timeCost: 1, parallelism: 1 });
}

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
