import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortText } from './short-text.ts';

describe('the beginning of a text', () => {
  it('keeps a short text and a withheld one', () => {
    expect(shortText('We will survey  victims.')).toBe('We will survey victims.');
    expect(shortText('[REDACTED]')).toBe('[REDACTED]');
  });
  it('cuts between two words and leaves no stop before the dots', () => {
    expect(shortText('one two, three four', 10)).toBe('one two…');
    expect(shortText('one two three', 8)).toBe('one two…');
  });
  it('cuts a word that is too long by itself', () => {
    expect(shortText('abcdefghij', 6)).toBe('abcde…');
  });
  it('is never longer than asked', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 2, max: 40 }),
        (text, longest) => shortText(text, longest).length <= longest,
      ),
    );
  });
});
