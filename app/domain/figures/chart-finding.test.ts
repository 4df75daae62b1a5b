import { describe, expect, it } from 'vitest';
import { chartFinding } from './chart-finding.ts';

const now = new Date('2016-01-18T09:00:00Z');
const words = (at: Date) => at.toISOString().slice(0, 10);
const counts = {
  months: ['2015-10', '2015-11', '2015-12', '2016-01'],
  byMonth: { '2015-10': 7, '2015-11': 9, '2015-12': 2 },
};
const event = (day: string, days: number, before: number, after: number) => ({
  id: day,
  title: day,
  happenedOn: new Date(day),
  days,
  before,
  after,
});

describe('the heading of the chart by month', () => {
  it('names the event after which reporting changed most, up or down', () => {
    const [rise, fall] = [event('2015-10-01', 42, 48, 79), event('2015-11-26', 42, 72, 83)];
    expect(chartFinding(counts, [fall, rise], now, words)).toBe(
      'Reporting rose after 2015-10-01: 79 in the next 42 days, 48 in the 42 before',
    );
    expect(chartFinding(counts, [event('2015-11-26', 14, 20, 3)], now, words)).toBe(
      'Reporting fell after 2015-11-26: 3 in the next 14 days, 20 in the 14 before',
    );
  });
  it('names events together whose windows overlap: the counts cannot tell which it was', () => {
    const events = [event('2015-09-30', 42, 48, 77), event('2015-10-01', 42, 49, 77)];
    expect(chartFinding(counts, events, now, words)).toBe(
      'Reporting rose around 2015-09-30 and 2015-10-01, too near each other to tell apart: 77 in the 42 days after 2015-09-30, 48 in the 42 before',
    );
  });
  it('names no event that is too near to be compared, or after which no more changed than chance would', () => {
    const events = [event('2016-01-13', 4, 0, 9), event('2015-11-26', 42, 72, 83)];
    expect(chartFinding(counts, events, now, words)).toBe(
      'November 2015 had most submissions (9), December 2015 fewest (2)',
    );
  });
  it('compares no month that is not over, and says nothing where all are the same', () => {
    const one = { months: ['2015-12', '2016-01'], byMonth: { '2015-12': 3, '2016-01': 30 } };
    expect(chartFinding(one, [], now, words)).toBe('Submissions by month');
  });
});
