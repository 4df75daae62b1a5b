import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeKeyring } from './envelope.ts';
import { isMark, makeMark } from './mark.ts';

const [key, other] = [randomBytes(32), randomBytes(32)];
const keyring = makeKeyring(key);

describe('a mark', () => {
  it('is of one text, one purpose and one key', () => {
    const mark = makeMark(keyring, 'a purpose', 'a text');
    expect(mark).toMatch(/^[\w-]{43}$/);
    expect(isMark(keyring, 'a purpose', 'a text', mark)).toBe(true);
    expect(isMark(keyring, 'a purpose', 'a text!', mark)).toBe(false);
    expect(isMark(keyring, 'another', 'a text', mark)).toBe(false);
    expect(isMark(makeKeyring(other), 'a purpose', 'a text', mark)).toBe(false);
  });

  it('is still known after a change of key', () => {
    const mark = makeMark(keyring, 'a purpose', 'a text');
    expect(isMark(makeKeyring(other, [key]), 'a purpose', 'a text', mark)).toBe(true);
  });

  it('is not what is cut short, empty or no such thing', () => {
    for (const wrong of ['', 'x', makeMark(keyring, 'a', 'b').slice(0, 40), '%00'])
      expect(isMark(keyring, 'a', 'b', wrong)).toBe(false);
  });
});
