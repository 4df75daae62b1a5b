import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  keyIdOf,
  makeKeyring,
  open,
  rewrap,
  seal,
  UnsealError,
  type SealedPlace,
} from '#app/platform/crypto/envelope.ts';

const place: SealedPlace = { table: 'source_record', row: '7b1c', column: 'identity' };
const oldKey = randomBytes(32);
const newKey = randomBytes(32);
const keyring = makeKeyring(oldKey);

describe('seal and open', () => {
  test('any text comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 1000 }), (text) => {
        expect(open(keyring, seal(keyring, text, place), place)).toBe(text);
      }),
    );
  });

  test.each([0, 255, 256, 257, 512, 100_000])('a text of %i bytes comes back', (length) => {
    const text = 'x'.repeat(length);
    expect(open(keyring, seal(keyring, text, place), place)).toBe(text);
  });

  test('a text that ends like the padding comes back', () => {
    const text = 'ends with \u0080\u0000\u0000';
    expect(open(keyring, seal(keyring, text, place), place)).toBe(text);
  });

  test('the same text gives other bytes each time, and none of them shows it', () => {
    const text = 'Invented Person of Nowhere Street';
    const first = Buffer.from(seal(keyring, text, place));
    const second = Buffer.from(seal(keyring, text, place));
    expect(first.subarray(5).equals(second.subarray(5))).toBe(false);
    expect(first.includes(Buffer.from('Invented'))).toBe(false);
  });

  test('the length does not tell a short name from a long one', () => {
    expect(seal(keyring, 'Al', place).length).toBe(seal(keyring, 'x'.repeat(255), place).length);
    expect(seal(keyring, 'x'.repeat(256), place).length).toBe(seal(keyring, '', place).length + 256);
  });

  test('what a driver hands back as a view into a larger buffer opens', () => {
    const sealed = seal(keyring, 'text', place);
    const larger = new Uint8Array(sealed.length + 20);
    larger.set(sealed, 10);
    expect(open(keyring, larger.subarray(10, 10 + sealed.length), place)).toBe('text');
  });
});

describe('what must not open', () => {
  const sealed = seal(keyring, 'text', place);

  test.each([
    ['table', { ...place, table: 'draft' }],
    ['row', { ...place, row: '7b1d' }],
    ['column', { ...place, column: 'contact' }],
    ['boundary between parts', { ...place, table: 'source_record7', row: 'b1c' }],
  ])('another %s', (_what, elsewhere) => {
    expect(() => open(keyring, sealed, elsewhere)).toThrow(UnsealError);
    expect(() => rewrap(keyring, sealed, elsewhere)).toThrow(UnsealError);
  });

  test('any altered byte', () => {
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const altered = Buffer.from(sealed);
        altered[at] = altered[at]! ^ change;
        expect(() => open(keyring, altered, place)).toThrow(UnsealError);
      }),
      { numRuns: 500 },
    );
  });

  test('any shortened or lengthened value', () => {
    for (const length of [0, 1, 77, sealed.length - 256, sealed.length - 1]) {
      expect(() => open(keyring, sealed.subarray(0, length), place)).toThrow(UnsealError);
    }
    expect(() => open(keyring, Buffer.concat([sealed, Buffer.alloc(256)]), place)).toThrow(UnsealError);
  });

  test('another key', () => {
    expect(() => open(makeKeyring(newKey), sealed, place)).toThrow(UnsealError);
  });

  test('the text of one value under the data key of another', () => {
    const other = seal(keyring, 'other', place);
    const spliced = Buffer.concat([sealed.subarray(0, 65), other.subarray(65)]);
    expect(() => open(keyring, spliced, place)).toThrow(UnsealError);
  });
});

describe('changing the key', () => {
  const rotated = makeKeyring(newKey, [oldKey]);

  test('older values still open and newer ones carry the id of the newer key', () => {
    const older = seal(keyring, 'text', place);
    expect(open(rotated, older, place)).toBe('text');
    expect(keyIdOf(older)).toBe(keyring.current.id);
    expect(keyIdOf(seal(rotated, 'text', place))).toBe(rotated.current.id);
  });

  test('a rewrapped value opens without the older key and no longer with it', () => {
    const rewrapped = rewrap(rotated, seal(keyring, 'text', place), place);
    expect(keyIdOf(rewrapped)).toBe(rotated.current.id);
    expect(open(makeKeyring(newKey), rewrapped, place)).toBe('text');
    expect(() => open(keyring, rewrapped, place)).toThrow(UnsealError);
  });
});

describe('makeKeyring', () => {
  test('refuses a key of another length and the same key twice', () => {
    expect(() => makeKeyring(randomBytes(16))).toThrow('32 bytes');
    expect(() => makeKeyring(newKey, [newKey])).toThrow('same id');
  });

  test('a printed keyring shows no key', () => {
    const printed = inspect(keyring, { depth: 10 }) + JSON.stringify(keyring);
    expect(printed).not.toContain(oldKey.toString('hex'));
    expect(printed).not.toContain(oldKey.toString('base64'));
    expect(printed).toContain(keyring.current.id);
  });
});
