import { describe, expect, it } from 'vitest';

import { mopiGroups, proposeReviewDate, readMopiGroup } from './mopi.ts';

describe('the proposed review date', () => {
  const accepted = new Date('2016-01-18T09:00:00Z');

  it.each<[1 | 2 | 3 | 4, string]>([
    [1, '2026-01-18'],
    [2, '2026-01-18'],
    [3, '2022-01-18'],
    [4, '2022-01-18'],
  ])('of group %i', (group, date) => {
    expect(proposeReviewDate(group, accepted)).toBe(date);
  });

  it('counts from the day in the United Kingdom', () => {
    expect(proposeReviewDate(4, new Date('2016-06-30T23:30:00Z'))).toBe('2022-07-01');
  });

  it('falls on the last day of February where the year has no 29th', () => {
    expect(proposeReviewDate(4, new Date('2016-02-29T12:00:00Z'))).toBe('2022-02-28');
  });

  it('follows the periods that the force sets', () => {
    expect(proposeReviewDate(4, accepted, { 1: 10, 2: 10, 3: 6, 4: 2 })).toBe('2018-01-18');
  });
});

describe('a posted group', () => {
  it('is one of the four or nothing', () => {
    expect(['1', '2', '3', '4'].map(readMopiGroup)).toEqual(mopiGroups.map(({ group }) => group));
    for (const other of ['', '0', '5', '1.0', ' 1', 1, null, undefined])
      expect(readMopiGroup(other)).toBeNull();
  });
});
