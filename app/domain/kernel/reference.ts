/**
 * The reference of a submission: nine random characters and a check character in Crockford's base32 (no I, L, O, U),
 * written as two groups of five, "K7M2P-9QXDR". It holds no date, sequence or organisation: 45 random bits.
 *
 * The check is a remainder over the field of 32 elements (x^5 + x^2 + 1), so it stays in the same readable alphabet
 * and finds every single wrong character and every exchange of two characters.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bodyLength = 9;
const groupLength = 5;

const readAs: Record<string, string> = { O: '0', I: '1', L: '1' };

/** Multiplies by x in the field. */
function timesX(value: number): number {
  const doubled = value << 1;
  return doubled >= alphabet.length ? doubled ^ 0b100101 : doubled;
}

const remainder = (values: number[]): number => values.reduce((sum, value) => timesX(sum) ^ value, 0);

function written(values: number[]): string {
  const text = values.map((value) => alphabet.charAt(value)).join('');
  return `${text.slice(0, groupLength)}-${text.slice(groupLength)}`;
}

/** Makes a new reference. `randomBytes` gives so many bytes from a cryptographic source. */
export function generateReference(randomBytes: (count: number) => Uint8Array): string {
  const body = [...randomBytes(bodyLength)].map((byte) => byte % alphabet.length);
  return written([...body, timesX(remainder(body))]);
}

/**
 * The reference as the portal writes it, or null when it is none: wrong length, a character outside the alphabet or a
 * failed check. Accepts lower case, missing or extra hyphens and spaces, O for 0, and I or L for 1.
 */
export function parseReference(text: string): string | null {
  const characters = Array.from(
    text.toUpperCase().replace(/[\s-]/g, ''),
    (letter) => readAs[letter] ?? letter,
  );
  const values = characters.map((letter) => alphabet.indexOf(letter));
  if (values.length !== bodyLength + 1 || values.includes(-1)) return null;
  return remainder(values) === 0 ? written(values) : null;
}
