import { expect, it } from 'vitest';
import { publishedFinding } from './published-finding.ts';

it('tells the two newest months, and keeps back what is suppressed', () => {
  const months = ['2015-10', '2015-11', '2015-12'];
  expect(publishedFinding('Birmingham East', months, { '2015-10': 9, '2015-11': 5, '2015-12': 12 })).toBe(
    'Birmingham East: 12 in December 2015, 5 in November 2015.',
  );
  expect(publishedFinding('Walsall', months, { '2015-12': null })).toBe(
    'Walsall: fewer than 5, or withheld, in December 2015, fewer than 5, or withheld, in November 2015.',
  );
  expect(publishedFinding('Walsall', ['2015-04'], { '2015-04': 6 })).toBe('Walsall: 6 in April 2015.');
});
