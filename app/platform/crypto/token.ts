import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const tokenBytes = 32;

/** A token for a cookie or a link: 32 random bytes as 43 characters of base64url. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

/** SHA-256 of a token, 32 bytes. A plain hash is enough because the token itself is random and long. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return Buffer.from(createHash('sha256').update(token, 'utf8').digest());
}

/** Compares in constant time. Values of different length are different. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
