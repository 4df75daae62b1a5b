import { hash, verify } from '@node-rs/argon2';

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

/** Words that many people choose and an attacker tries first, folded to letters and digits of any script. */
const COMMON = [
  'password',
  'letmein',
  'qwerty',
  'welcome',
  'administrator',
  'changeme',
  'iloveyou',
  'football',
  'abcdefgh',
  'westmidlands',
];

/** The error in a new password, as a sentence for the field, or null. */
export function passwordProblem(
  password: string,
  own: { email: string; displayName: string },
): string | null {
  if (password.length < SHORTEST_PASSWORD) return `Password must be ${SHORTEST_PASSWORD} characters or more`;
  if (password.length > LONGEST_PASSWORD) return `Password must be ${LONGEST_PASSWORD} characters or less`;
  const folded = fold(password);
  if (new Set(folded).size < 5) return 'Enter a password with more different characters';
  const easy = [
    ...COMMON,
    fold(own.email.split('@')[0] ?? ''),
    ...own.displayName.split(/\s+/).map(fold),
  ].filter((word) => word.length >= 5);
  if (easy.some((word) => folded.includes(word) && folded.length - word.length < 6))
    return 'Enter a password that is harder to guess';
  return null;
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
