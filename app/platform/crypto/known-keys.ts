/**
 * The key that tests and examples may use. It is public, so the production server refuses it.
 * 32 bytes of plain text, so that nobody takes it for a real one.
 */
export const exampleKey: Buffer = Buffer.from('example key: public, not secret!', 'utf8');

/** A key of 32 random bytes has about 30 different ones; fewer than this never happens by chance. */
const fewestDifferentBytes = 12;

/** Whether a key is public or too regular to have been made by a random generator. */
export function isKnownKey(key: Buffer): boolean {
  return key.equals(exampleKey) || new Set(key).size < fewestDifferentBytes;
}
