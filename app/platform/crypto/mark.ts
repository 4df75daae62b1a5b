import { createHmac, hkdfSync } from 'node:crypto';
import type { Kek, Keyring } from './envelope.ts';
import { sameBytes } from './token.ts';

/**
 * A mark shows that the portal made a text: HMAC-SHA-256 as 43 characters of base64url, under a key that is derived from
 * the key-encryption key for one purpose alone. It tells nothing about the text to whoever has not the key.
 */
export function makeMark(keyring: Keyring, purpose: string, text: string): string {
  return markWith(keyring.current, purpose, text).toString('base64url');
}

/** Whether it is the mark of this text, made with the current key or one before it. Takes the same time either way. */
export function isMark(keyring: Keyring, purpose: string, text: string, mark: string): boolean {
  const given = Buffer.from(mark, 'base64url');
  return [keyring.current, ...keyring.previous]
    .map((kek) => sameBytes(markWith(kek, purpose, text), given))
    .includes(true);
}

function markWith({ secret }: Kek, purpose: string, text: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `mark: ${purpose}`, 32));
  return createHmac('sha256', key).update(text, 'utf8').digest();
}
