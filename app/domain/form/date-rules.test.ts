import { describe, expect, it } from 'vitest';
import type { DateAnswer } from './answers.ts';
import { isBefore } from './read-date.ts';

const exact = (date: string): DateAnswer => ({ precision: 'exact', date });
const month = (written: string): DateAnswer => ({ precision: 'month', month: written });
const range = (from: string, to: string): DateAnswer => ({ precision: 'range', from, to });

describe('one date before another', () => {
  it.each([
    [exact('2015-12-01'), exact('2016-01-01')],
    [month('2015-12'), exact('2016-01-01')],
    [exact('2015-12-31'), month('2016-01')],
    [exact('2015-12-31'), range('2016-01-01', '2016-01-05')],
  ])('is certain: %j before %j', (one, other) => {
    expect(isBefore(one, other)).toBe(true);
    expect(isBefore(other, one)).toBe(false);
  });

  it.each([
    [exact('2016-01-01'), exact('2016-01-01')],
    [month('2016-01'), exact('2016-01-31')],
    [exact('2016-01-01'), month('2016-01')],
    [exact('2016-01-03'), range('2016-01-01', '2016-01-05')],
    [exact('2015-01-01'), { precision: 'unknown' }],
    [exact('2015-01-01'), { precision: 'ongoing' }],
    [exact('2015-01-01'), { precision: 'about', words: 'last week' }],
    [{ precision: 'unknown' }, exact('2016-01-01')],
  ] as [DateAnswer, DateAnswer][])('is not certain: %j and %j', (one, other) => {
    expect(isBefore(one, other)).toBe(false);
  });
});
