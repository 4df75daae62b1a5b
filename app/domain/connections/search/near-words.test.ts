import { expect, it } from 'vitest';
import { nearQuery, nearWords } from './near-words.ts';

it('has of a word all that is one slip away, and short words and numbers as they are', () => {
  const near = nearWords('Whit van 07')!;
  expect(near.map(({ word, slips }) => [word, slips !== null])).toEqual([
    ['whit', true],
    ['van', false],
    ['07', false],
  ]);
  expect(near[0]?.slips).toEqual(expect.arrayContaining(['whit', 'white', 'wit', 'wiht', 'what']));
  expect(near[0]?.slips).not.toContain('wheat');
});

it('looks for what was typed and for the slips that stand anywhere, and for nothing where none does', () => {
  const near = nearWords('whit trasit')!;
  expect(nearQuery(near, new Set(['white', 'what', 'transit']))).toBe(
    '(whit | what | white) & (trasit | transit)',
  );
  expect(nearQuery(near, new Set(['white']))).toBe("(whit | white) & 'trasit'");
  expect(nearQuery(near, new Set(['whit']))).toBeNull();
});

it.each(['van', '"white van"', 'white -van', 'white or black', '07700 900123', '%%'])(
  'leaves “%s” as it is',
  (typed) => {
    expect(nearWords(typed)).toBeNull();
  },
);
