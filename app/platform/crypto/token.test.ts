import { expect, test } from 'vitest';
import { hashToken, newToken, sameBytes } from '#app/platform/crypto/token.ts';

test('a token fits a cookie and a path, and none comes twice', () => {
  const tokens = Array.from({ length: 500 }, newToken);
  expect(new Set(tokens).size).toBe(500);
  for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

test('the hash is SHA-256 of the characters', () => {
  expect(Buffer.from(hashToken('abc')).toString('hex')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('hashes are compared byte by byte, and a shorter one is different', () => {
  const hash = hashToken('abc');
  expect(sameBytes(hash, hashToken('abc'))).toBe(true);
  expect(sameBytes(hash, hashToken('abd'))).toBe(false);
  expect(sameBytes(hash, hash.subarray(1))).toBe(false);
});
