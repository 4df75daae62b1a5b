import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { retentionSchema } from '../../force/retention.ts';
import { mopiGroups, proposeReviewDate, readMopiGroup } from './mopi.ts';

const pack = JSON.parse(readFileSync('prisma/packs/west-midlands-2015/pack.json', 'utf8')) as {
  retention: unknown;
};
const retention = retentionSchema.parse(pack.retention);

describe('the proposed review date', () => {
  const accepted = new Date('2016-01-18T09:00:00Z');

  it.each<[1 | 2 | 3 | 4, string]>([
    [1, '2026-01-18'],
    [2, '2026-01-18'],
    [3, '2022-01-18'],
    [4, '2022-01-18'],
  ])('of group %i', (group, date) => {
    expect(proposeReviewDate(retention, group, accepted)).toBe(date);
  });

  it('counts from the day in the United Kingdom', () => {
    expect(proposeReviewDate(retention, 4, new Date('2016-06-30T23:30:00Z'))).toBe('2022-07-01');
  });

  it('falls on the last day of February where the year has no 29th', () => {
    expect(proposeReviewDate(retention, 4, new Date('2016-02-29T12:00:00Z'))).toBe('2022-02-28');
  });

  it('follows the periods that the force sets', () => {
    const own = retention.reports.map((rule) => (rule.code === 'group-4' ? { ...rule, months: 24 } : rule));
    expect(proposeReviewDate({ ...retention, reports: own }, 4, accepted)).toBe('2018-01-18');
  });
});

describe('a posted group', () => {
  it('is one of the four or nothing', () => {
    expect(['1', '2', '3', '4'].map(readMopiGroup)).toEqual(mopiGroups.map(({ group }) => group));
    for (const other of ['', '0', '5', '1.0', ' 1', 1, null, undefined])
      expect(readMopiGroup(other)).toBeNull();
  });
});
