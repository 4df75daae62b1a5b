import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedWords, type ChangedStretch } from '#app/domain/triage/changed-words.ts';

const without = (stretches: ChangedStretch[], left: ChangedStretch['kind']) =>
  stretches.flatMap(({ text, kind }) => (kind === left ? [] : [text])).join('');

describe('what changed word by word', () => {
  it('marks what was taken out and what came in its place', () => {
    const changed = changedWords('My client saw a white van.', 'The source saw a white van.');
    expect(changed.filter(({ kind }) => kind === 'removed').map(({ text }) => text.trim())).toContain(
      'client',
    );
    expect(changed.filter(({ kind }) => kind === 'added').map(({ text }) => text.trim())).toContain('source');
    expect(changed.at(-1)).toEqual({ text: ' saw a white van.', kind: 'kept' });
  });

  it('is nothing between the same texts', () => {
    expect(changedWords('A van.', 'A van.')).toEqual([{ text: 'A van.', kind: 'kept' }]);
    expect(changedWords('', '')).toEqual([]);
  });

  it('keeps both texts whole, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        const changed = changedWords(before, after);
        expect(without(changed, 'added')).toBe(before);
        expect(without(changed, 'removed')).toBe(after);
      }),
    );
  });

  it('ends soon with two long texts that have nothing in common', () => {
    const words = (letter: string) =>
      Array.from({ length: 4000 }, (_, index) => `${letter}${index}`).join(' ');
    expect(changedWords(words('a'), words('b')).map(({ kind }) => kind)).toContain('removed');
  });
});
