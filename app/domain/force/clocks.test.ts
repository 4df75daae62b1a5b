import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingCalendar, workingHoursSchema, type WorkingHours } from './clocks-calendar.ts';
import { dueAt, submissionDueDates, type ClockTarget, type ClockTargets } from './clocks.ts';

const hours: WorkingHours = {
  timeZone: 'Europe/London',
  days: [1, 2, 3, 4, 5],
  opens: '09:00',
  closes: '17:00',
  holidays: { country: 'GB', region: 'ENG' },
};
const calendar = workingCalendar(hours);
const working = (minutes: number): ClockTarget => ({ minutes, basis: 'working' });
const wall = (minutes: number): ClockTarget => ({ minutes, basis: 'wall' });
const oneDay = 8 * 60;
const due = (from: string, target: ClockTarget) => dueAt(new Date(from), target, calendar).toISOString();

describe('working time', () => {
  it.each([
    ['the same day', '2016-01-18T09:00:00Z', 60, '2016-01-18T10:00:00.000Z'],
    ['a whole day ends as the office closes', '2016-01-18T09:00:00Z', oneDay, '2016-01-18T17:00:00.000Z'],
    ['before the office opens', '2016-01-18T03:00:00Z', 60, '2016-01-18T10:00:00.000Z'],
    ['after the office has closed', '2016-01-18T20:00:00Z', 60, '2016-01-19T10:00:00.000Z'],
    ['at the closing minute', '2016-01-18T17:00:00Z', 1, '2016-01-19T09:01:00.000Z'],
    ['Friday afternoon goes on on Monday', '2016-01-22T16:00:00Z', 180, '2016-01-25T11:00:00.000Z'],
    ['Saturday starts on Monday', '2016-01-23T12:00:00Z', oneDay, '2016-01-25T17:00:00.000Z'],
    ['Christmas 2015: 25 and 28 December', '2015-12-24T16:00:00Z', 120, '2015-12-29T10:00:00.000Z'],
    ['New Year 2016', '2015-12-31T16:30:00Z', 60, '2016-01-04T09:30:00.000Z'],
    ['Easter 2016, over the clock change', '2016-03-24T16:00:00Z', 120, '2016-03-29T09:00:00.000Z'],
    ['summer time', '2016-06-15T08:00:00Z', oneDay, '2016-06-15T16:00:00.000Z'],
    ['late evening in summer, already the next day', '2016-06-15T23:30:00Z', 60, '2016-06-16T09:00:00.000Z'],
  ])('%s', (_, from, minutes, expected) => {
    expect(due(from, working(minutes))).toBe(expected);
  });

  it('knows the days of work', () => {
    expect(calendar.isWorkingDay(new Date('2015-12-28T12:00:00Z'))).toBe(false);
    expect(calendar.isWorkingDay(new Date('2016-03-25T12:00:00Z'))).toBe(false);
    expect(calendar.isWorkingDay(new Date('2016-03-27T12:00:00Z'))).toBe(false);
    expect(calendar.isWorkingDay(new Date('2015-12-29T12:00:00Z'))).toBe(true);
  });

  it('keeps other hours and days', () => {
    const weekend = workingCalendar({ ...hours, days: [6, 7], opens: '00:30', closes: '03:30' });
    // On 27 March 2016 the hour from 01:00 to 02:00 does not exist.
    expect(dueAt(new Date('2016-03-27T00:00:00Z'), working(120), weekend).toISOString()).toBe(
      '2016-03-27T02:30:00.000Z',
    );
    expect(dueAt(new Date('2016-03-27T00:00:00Z'), working(121), weekend).toISOString()).toBe(
      '2016-04-01T23:31:00.000Z',
    );
  });

  it('refuses hours that close before they open', () => {
    expect(workingHoursSchema.safeParse({ ...hours, opens: '17:00', closes: '09:00' }).success).toBe(false);
    expect(workingHoursSchema.safeParse(hours).success).toBe(true);
  });
});

describe('wall time', () => {
  it.each([
    ['on a bank holiday', '2015-12-25T23:30:00Z', 60, '2015-12-26T00:30:00.000Z'],
    ['over the spring clock change', '2016-03-26T12:00:00Z', 24 * 60, '2016-03-27T12:00:00.000Z'],
  ])('runs %s', (_, from, minutes, expected) => {
    expect(due(from, wall(minutes))).toBe(expected);
  });
});

describe('pauses', () => {
  const from = new Date('2016-01-18T09:00:00Z');
  const pause = (start: string, end: string) => ({ from: new Date(start), to: new Date(end) });
  const paused = (target: ClockTarget, ...pauses: { from: Date; to: Date }[]) =>
    dueAt(from, target, calendar, pauses).toISOString();

  it('stop the clock', () => {
    expect(paused(wall(60), pause('2016-01-18T09:30:00Z', '2016-01-18T11:30:00Z'))).toBe(
      '2016-01-18T12:00:00.000Z',
    );
    expect(paused(working(oneDay), pause('2016-01-18T10:00:00Z', '2016-01-20T10:00:00Z'))).toBe(
      '2016-01-20T17:00:00.000Z',
    );
  });

  it('count once where they overlap, in any order', () => {
    const overlapping = [
      pause('2016-01-18T10:00:00Z', '2016-01-18T11:00:00Z'),
      pause('2016-01-18T09:30:00Z', '2016-01-18T10:30:00Z'),
      pause('2016-01-18T09:40:00Z', '2016-01-18T09:50:00Z'),
    ];
    expect(paused(wall(60), ...overlapping)).toBe('2016-01-18T11:30:00.000Z');
    expect(paused(wall(60), ...overlapping.reverse())).toBe('2016-01-18T11:30:00.000Z');
  });

  it('change nothing outside working time, before the start, after the end or inside out', () => {
    expect(paused(working(2 * oneDay), pause('2016-01-18T18:00:00Z', '2016-01-19T08:00:00Z'))).toBe(
      '2016-01-19T17:00:00.000Z',
    );
    expect(paused(wall(60), pause('2016-01-17T09:00:00Z', '2016-01-18T09:00:00Z'))).toBe(
      '2016-01-18T10:00:00.000Z',
    );
    expect(paused(wall(60), pause('2016-01-18T10:00:00Z', '2016-01-18T12:00:00Z'))).toBe(
      '2016-01-18T10:00:00.000Z',
    );
    expect(paused(wall(60), pause('2016-01-18T09:50:00Z', '2016-01-18T09:10:00Z'))).toBe(
      '2016-01-18T10:00:00.000Z',
    );
  });
});

describe('in general', () => {
  const anyDate = fc.date({ min: new Date('2014-01-01'), max: new Date('2018-01-01'), noInvalidDate: true });
  const anyTarget = fc.record({
    minutes: fc.integer({ min: 1, max: 10_000 }),
    basis: fc.constantFrom('wall' as const, 'working' as const),
  });

  it('more minutes, a later start or a pause never make a clock run out earlier', () => {
    fc.assert(
      fc.property(
        anyDate,
        anyTarget,
        fc.nat({ max: 5000 }),
        anyDate,
        anyDate,
        (from, target, more, one, other) => {
          const plain = dueAt(from, target, calendar).getTime();
          const longer = dueAt(from, { ...target, minutes: target.minutes + more }, calendar).getTime();
          const later = dueAt(new Date(from.getTime() + more * 60_000), target, calendar).getTime();
          const paused = dueAt(from, target, calendar, [{ from: one, to: other }]).getTime();
          expect(plain).toBeGreaterThan(from.getTime());
          expect(longer).toBeGreaterThanOrEqual(plain);
          expect(later).toBeGreaterThanOrEqual(plain);
          expect(paused).toBeGreaterThanOrEqual(plain);
        },
      ),
      { numRuns: 200 },
    );
  });
});

it('gives the three clocks of a submission', () => {
  const same = {
    first_seen: wall(60),
    assessed: working(60),
    answered: working(oneDay),
    acknowledged: wall(60),
  };
  const targets: ClockTargets = { high: same, medium: same, low: { ...same, first_seen: wall(10) } };
  const at = new Date('2016-01-22T16:30:00Z');
  expect(submissionDueDates(at, 'high', targets, calendar)).toEqual({
    firstSeen: new Date('2016-01-22T17:30:00Z'),
    assessed: new Date('2016-01-25T09:30:00Z'),
    answered: new Date('2016-01-25T16:30:00Z'),
  });
  expect(submissionDueDates(at, 'low', targets, calendar).firstSeen).toEqual(
    new Date('2016-01-22T16:40:00Z'),
  );
});
