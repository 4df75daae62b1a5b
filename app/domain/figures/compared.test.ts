import { describe, expect, it } from 'vitest';
import { compared } from './compared.ts';

describe('a count beside an earlier one', () => {
  it.each([
    [83, 72, '11 more (15%) than'],
    [30, 40, '10 fewer (25%) than'],
    [40, 40, 'as many as'],
    [171, 85, 'twice as many as'],
    [31, 10, '21 more (210%) than'],
    [30, 10, 'three times as many as'],
    [0, 12, '12 fewer (100%) than'],
  ])('%i after %i is %s', (count, earlier, words) => {
    expect(compared(count, earlier)).toBe(words);
  });
  it('has no percentage of a few', () => {
    expect(compared(8, 4)).toBe('4 more than');
    expect(compared(3, 0)).toBe('3 more than');
  });
});
