import { describe, expect, it } from 'vitest';
import {
  addMonths,
  monthName,
  monthOf,
  monthsBetween,
  planYearStart,
  quarterOf,
  quartersBetween,
  readMonth,
  startOfMonth,
} from './months.ts';

describe('months in the force’s time zone', () => {
  it('counts half past midnight in summer to the local month, which is still the month before in UTC', () => {
    expect(monthOf(new Date('2015-06-30T23:30:00Z'))).toBe('2015-07');
    expect(startOfMonth('2015-07')).toEqual(new Date('2015-06-30T23:00:00Z'));
    expect(startOfMonth('2016-01')).toEqual(new Date('2016-01-01T00:00:00Z'));
  });
  it('steps over the end of a year', () => {
    expect(addMonths('2015-12', 1)).toBe('2016-01');
    expect(addMonths('2016-01', -10)).toBe('2015-03');
    expect(monthsBetween('2015-11', '2016-02')).toEqual(['2015-11', '2015-12', '2016-01', '2016-02']);
  });
  it('starts the plan year in April', () => {
    expect(planYearStart(new Date('2016-01-18T09:00:00Z'))).toBe('2015-04');
    expect(planYearStart(new Date('2015-04-01T00:00:00Z'))).toBe('2015-04');
  });
  it('names a month in words', () => {
    expect(monthName('2016-01')).toBe('January 2016');
  });
  it.each(['2015-04', 'April 2015', ' apr 2015', '4 2015', '04/2015', 'APRIL, 2015'])(
    'reads "%s" as April 2015',
    (text) => {
      expect(readMonth(text)).toBe('2015-04');
    },
  );
  it.each(['', '2015', '13 2015', '0/2015', 'Foo 2015', '2015-13', 'ap 2015', '4 15', 'April 9999'])(
    'reads "%s" as no month',
    (text) => {
      expect(readMonth(text)).toBeNull();
    },
  );
});

it('a quarter is named by its first month, and the plan year begins with one', () => {
  expect(['2015-04', '2015-06', '2015-12', '2016-01'].map(quarterOf)).toEqual([
    '2015-04',
    '2015-04',
    '2015-10',
    '2016-01',
  ]);
  expect(quartersBetween('2015-07', '2016-01')).toEqual(['2015-07', '2015-10', '2016-01']);
  expect(quartersBetween('2016-01', '2015-10')).toEqual([]);
});
