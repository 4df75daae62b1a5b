import { describe, expect, it } from 'vitest';
import { wordDifference, type Stretch } from './word-difference.ts';

const differing = (stretches: Stretch[]) =>
  stretches.filter(({ differs }) => differs).map(({ text }) => text.trim());
const whole = (stretches: Stretch[]) => stretches.map(({ text }) => text).join('');

describe('the difference of two texts', () => {
  it.each([
    ['A white van at the house.', 'A grey van at the house.', ['white'], ['grey']],
    ['Six men live there.', 'Six men live and sleep there.', [], ['and sleep']],
    ['One. Two. Three.', 'Zero. One. Three. Four.', ['Two.'], ['Zero.', 'Four.']],
    ['The same  words\nhere', 'The same words here', [], []],
    ['', 'All new', [], ['All new']],
    ['All gone', '', ['All gone'], []],
    ['a b a b', 'b a b a', ['a'], ['a']],
  ])('%j and %j', (one, other, inOne, inOther) => {
    const found = wordDifference(one, other);
    expect(differing(found.one)).toEqual(inOne);
    expect(differing(found.other)).toEqual(inOther);
  });

  it('loses nothing of either text', () => {
    const [one, other] = ['  Leading\n\nand trailing \t', 'Leading <b>and</b>\r\nother  '];
    const found = wordDifference(one, other);
    expect([whole(found.one), whole(found.other)]).toEqual([one, other]);
  });

  it('is found of the longest texts in a moment: what is too much to compare counts as different', () => {
    const long = (word: string) =>
      `Start ${Array.from({ length: 20_000 }, (_, n) => `${word}${n}`).join(' ')} end`;
    const started = performance.now();
    const { one } = wordDifference(long('a'), long('b'));
    expect(one.map(({ differs }) => differs)).toEqual([false, true, false]);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
