import { describe, expect, it } from 'vitest';
import { compared, direction } from './compared.ts';

describe('a count beside an earlier one', () => {
  it.each([
    [83, 72, 'about as many as'],
    [30, 40, 'about as many as'],
    [77, 48, '29 more (60%) than'],
    [20, 40, '20 fewer (50%) than'],
    [1_100_000, 1_000_000, '100000 more (10%) than'],
    [40, 40, 'as many as'],
    [171, 85, 'twice as many as'],
    [31, 10, '21 more (210%) than'],
    [30, 10, 'three times as many as'],
    [0, 12, '12 fewer (100%) than'],
  ])('%i after %i is %s', (count, earlier, words) => {
    expect(compared(count, earlier)).toBe(words);
  });
  // Values of the exact test of two Poisson counts, two-sided: twice the binomial tail of one half.
  it.each([
    [5, 0, 'same'], // 0.0625
    [6, 0, 'more'], // 0.03125
    [15, 5, 'more'], // 0.0414
    [14, 5, 'same'], // 0.0636
    [5, 15, 'fewer'],
    [0, 0, 'same'],
  ])('%i after %i is %s by more than chance', (after, before, found) => {
    expect(direction({ before, after })).toBe(found);
  });
  it('has no percentage of a few', () => {
    expect(compared(14, 4)).toBe('10 more than');
    expect(compared(8, 0)).toBe('8 more than');
  });
});
