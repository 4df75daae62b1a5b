import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedWords, wordDifference, type ChangedStretch, type Stretch } from './word-difference.ts';

const without = (stretches: ChangedStretch[], left: ChangedStretch['kind']) =>
  stretches.flatMap(({ text, kind }) => (kind === left ? [] : [text])).join('');
const differing = (stretches: Stretch[]) =>
  stretches.flatMap(({ text, differs }) => (differs && text.trim() !== '' ? [text.trim()] : []));
const whole = (stretches: Stretch[]) => stretches.map(({ text }) => text).join('');

describe('the difference of two texts', () => {
  it.each([
    ['A white van at the house.', 'A grey van at the house.', ['white'], ['grey']],
    ['Six men live there.', 'Six men live and sleep there.', [], ['and sleep']],
    ['', 'All new', [], ['All new']],
    ['All gone', '', ['All gone'], []],
    ['a b a b', 'b a b a', ['a'], ['a']],
  ])('%j and %j', (one, other, inOne, inOther) => {
    const found = wordDifference(one, other);
    expect(differing(found.one)).toEqual(inOne);
    expect(differing(found.other)).toEqual(inOther);
  });

  it('read as one text marks what was taken out and what came in its place', () => {
    expect(changedWords('My client saw a van.', 'The source saw a van.').at(-1)).toEqual({
      text: ' saw a van.',
      kind: 'kept',
    });
    expect(changedWords('A van.', 'A van.')).toEqual([{ text: 'A van.', kind: 'kept' }]);
    expect(changedWords('', '')).toEqual([]);
  });

  it('reads words that were replaced one after the other as one passage', () => {
    expect(changedWords('A caller who gave no name.', 'A person may be held.').slice(1, 3)).toEqual([
      { text: 'caller who gave no name', kind: 'removed' },
      { text: 'person may be held', kind: 'added' },
    ]);
  });

  it('loses nothing of either text, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const changed = changedWords(one, other);
        expect([without(changed, 'added'), without(changed, 'removed')]).toEqual([one, other]);
        const sides = wordDifference(one, other);
        expect([whole(sides.one), whole(sides.other)]).toEqual([one, other]);
      }),
    );
  });

  it('gives up on two long texts that have nothing in common: all of them differs', () => {
    const words = (letter: string) =>
      Array.from({ length: 4000 }, (_, index) => `${letter}${index}`).join(' ');
    expect(changedWords(words('a'), words('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
