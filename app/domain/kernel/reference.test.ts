import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateReference, parseReference } from './reference.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bytes = fc.uint8Array({ minLength: 9, maxLength: 9 });
const referenceFrom = (random: Uint8Array) => generateReference(() => random);

describe('generateReference', () => {
  it('writes two groups of five from the readable alphabet', () => {
    expect(generateReference(randomBytes)).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it('asks for nine bytes and uses five bits of each', () => {
    const asked: number[] = [];
    const low = generateReference((count) => {
      asked.push(count);
      return new Uint8Array(count).fill(31);
    });
    expect(asked).toEqual([9]);
    expect(referenceFrom(new Uint8Array(9).fill(255))).toBe(low);
    expect(low.slice(0, 5)).toBe('ZZZZZ');
  });

  it('does not repeat itself', () => {
    const made = new Set(Array.from({ length: 2000 }, () => generateReference(randomBytes)));
    expect(made.size).toBe(2000);
  });
});

describe('parseReference', () => {
  it('gives back what was generated, however it is typed', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const reference = referenceFrom(random);
        expect(parseReference(reference)).toBe(reference);
        expect(parseReference(` ${reference.toLowerCase().replace('-', '')} `)).toBe(reference);
        expect(parseReference(reference.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(reference);
        expect(parseReference(reference.replaceAll('1', 'i'))).toBe(reference);
      }),
    );
  });

  it('finds every single wrong character', () => {
    fc.assert(
      fc.property(bytes, fc.nat({ max: 9 }), fc.nat({ max: 30 }), (random, position, shift) => {
        const text = referenceFrom(random).replace('-', '');
        const wrong = alphabet.charAt((alphabet.indexOf(text.charAt(position)) + 1 + shift) % 32);
        expect(parseReference(text.slice(0, position) + wrong + text.slice(position + 1))).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  it('finds every exchange of two different neighbours', () => {
    fc.assert(
      fc.property(bytes, fc.nat({ max: 8 }), (random, position) => {
        const text = referenceFrom(random).replace('-', '');
        const [one, other] = [text.charAt(position), text.charAt(position + 1)];
        fc.pre(one !== other);
        expect(parseReference(text.slice(0, position) + other + one + text.slice(position + 2))).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['', 'K7M2P', 'K7M2P-9QXD', 'UUUUU-UUUUU', 'K7M2P-9QXDR0', '<script>'])('refuses %j', (text) => {
    expect(parseReference(text)).toBeNull();
  });
});
