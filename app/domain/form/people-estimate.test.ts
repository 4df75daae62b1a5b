import { describe, expect, test } from 'vitest';
import { readEstimate } from './people-estimate.ts';

describe('a number of people as well as it is known', () => {
  test.each([
    ['8', '8', 8],
    ['about 8', 'about 8', 8],
    ['Approx. 8 people', 'about 8', 8],
    ['c. 12', 'about 12', 12],
    ['8 to 10', '8 to 10', 10],
    ['8-10', '8 to 10', 10],
    ['10 – 8', '8 to 10', 10],
    ['between 8 and 10 men', '8 to 10', 10],
    ['about 8 or 9', 'about 8 to 9', 9],
    ['at least 20', 'at least 20', 20],
    ['20+', 'at least 20', 20],
    ['more than 20', 'more than 20', 20],
    ['up to 12', 'up to 12', 12],
    ['fewer than 12', 'fewer than 12', 12],
    ['1,200', '1200', 1200],
    ['0', '0', 0],
    ['not known', 'not known', null],
    ['Don’t know', 'not known', null],
  ])('%s', (written, words, most) => {
    expect(readEstimate(written)).toEqual({ words, most });
    // What is stored reads as the same again.
    expect(readEstimate(words)).toEqual({ words, most });
  });

  test.each([
    '',
    'many',
    'a few',
    '8 to',
    '-8',
    '8.5',
    '5001',
    '8 to 10 to 12',
    'about',
    '999999999999999999999',
  ])('%j is no number of people', (written) => {
    expect(readEstimate(written)).toBeNull();
  });
});
