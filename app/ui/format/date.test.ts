import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDateTime,
  formatDateWithWeekday,
  formatShortDate,
  formatShortDateTime,
  formatTime,
} from './date.ts';

describe('dates in British time', () => {
  it.each([
    ['in winter, when the clock is GMT', '2016-01-18T09:05:00Z', '18 January 2016 at 9:05am'],
    ['in summer, when the clock is an hour ahead', '2016-07-18T09:05:00Z', '18 July 2016 at 10:05am'],
    ['in the last minute before the clocks go forward', '2016-03-27T00:59:00Z', '27 March 2016 at 12:59am'],
    ['in the first minute after', '2016-03-27T01:00:00Z', '27 March 2016 at 2am'],
    ['in the last minute before the clocks go back', '2016-10-30T00:59:00Z', '30 October 2016 at 1:59am'],
    ['in the first minute after', '2016-10-30T01:00:00Z', '30 October 2016 at 1am'],
    ['on the next day, late on a summer evening', '2016-07-31T23:30:00Z', '1 August 2016 at 12:30am'],
    ['on New Year', '2016-01-01T00:00:00Z', '1 January 2016 at midnight'],
  ])('%s', (_when, instant, expected) => {
    expect(formatDateTime(new Date(instant))).toBe(expected);
  });
});

describe('times of day', () => {
  it.each([
    ['00:00', 'midnight'],
    ['00:01', '12:01am'],
    ['01:00', '1am'],
    ['11:59', '11:59am'],
    ['12:00', 'midday'],
    ['12:30', '12:30pm'],
    ['13:00', '1pm'],
    ['17:45', '5:45pm'],
    ['23:59', '11:59pm'],
  ])('%s is %s', (clock, expected) => {
    expect(formatTime(new Date(`2016-01-18T${clock}:00Z`))).toBe(expected);
  });
});

describe('other lengths', () => {
  const at = new Date('2016-01-18T09:05:00Z');
  it('with the day of the week', () => expect(formatDateWithWeekday(at)).toBe('Monday 18 January 2016'));
  it('date only', () => expect(formatDate(at)).toBe('18 January 2016'));
  it('for narrow columns', () => {
    expect(formatShortDate(at)).toBe('18 Jan 2016');
    expect(formatShortDateTime(at)).toBe('18 Jan 2016, 9:05am');
  });
});
