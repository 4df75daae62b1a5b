import { describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { instantOf, localTimeOf, readTime, writtenTime } from '../../kernel/local-time.ts';
import { NoSuchTime, writtenSpans, type WrittenDuty } from './repeats.ts';
import { dutyPositions } from '#app/domain/force/pack-settings.ts';
import { gapsOf, type PersonSpan } from './roster.ts';

const at = (text: string) => new Date(text);
const minutes = (time: string) => readTime(time) ?? -1;

describe('local time', () => {
  it.each([
    ['2016-01-18', '17:00', '2016-01-18T17:00:00.000Z'],
    ['2016-07-18', '17:00', '2016-07-18T16:00:00.000Z'],
    ['2016-03-27', '00:59', '2016-03-27T00:59:00.000Z'],
    ['2016-03-27', '02:00', '2016-03-27T01:00:00.000Z'],
  ])('%s at %s is one instant', (day, time, expected) => {
    for (const twice of ['earlier', 'later'] as const)
      expect(instantOf({ day, minutes: minutes(time) }, twice)?.toISOString()).toBe(expected);
  });

  it('has no instant for a time that the clocks go forward over', () => {
    expect(instantOf({ day: '2016-03-27', minutes: minutes('01:30') }, 'earlier')).toBeNull();
  });

  it('has two for a time that comes twice, an hour apart', () => {
    const written = { day: '2016-10-30', minutes: minutes('01:30') };
    expect(instantOf(written, 'earlier')?.toISOString()).toBe('2016-10-30T00:30:00.000Z');
    expect(instantOf(written, 'later')?.toISOString()).toBe('2016-10-30T01:30:00.000Z');
  });

  it('reads back what the clock on the wall shows', () => {
    expect(localTimeOf(at('2016-07-18T23:30:00Z'))).toEqual({ day: '2016-07-19', minutes: 30 });
  });

  it.each([
    ['17:00', 1020],
    ['1700', 1020],
    ['9.30', 570],
    ['9', 540],
    ['5pm', 1020],
    ['5:30 PM', 1050],
    ['12am', 0],
    ['12pm', 720],
    ['midnight', 0],
    ['midday', 720],
    ['24:00', null],
    ['13pm', null],
    ['9:75', null],
    ['soon', null],
    ['', null],
  ])('reads “%s”', (typed, expected) => {
    expect(readTime(typed)).toBe(expected);
  });

  it('writes a time that it reads again', () => {
    expect(writtenTime(1020)).toBe('17:00');
    expect(readTime(writtenTime(65))).toBe(65);
  });
});

describe('a duty that repeats', () => {
  const night: WrittenDuty = {
    from: { day: '2016-03-25', minutes: minutes('17:00') },
    to: { day: '2016-03-26', minutes: minutes('9:00') },
    repeat: 'daily',
    until: '2016-03-28',
  };
  const bankHolidays = ['2016-03-25', '2016-03-28'];
  const working = (noon: Date) =>
    ![0, 6].includes(noon.getUTCDay()) && !bankHolidays.includes(noon.toISOString().slice(0, 10));
  const written = (duty: WrittenDuty) =>
    writtenSpans(duty, working).map(({ from, to }) => [from.toISOString(), to?.toISOString()]);

  it('keeps its local times over the change of the clocks', () => {
    expect(written(night)).toEqual([
      ['2016-03-25T17:00:00.000Z', '2016-03-26T09:00:00.000Z'],
      ['2016-03-26T17:00:00.000Z', '2016-03-27T08:00:00.000Z'],
      ['2016-03-27T16:00:00.000Z', '2016-03-28T08:00:00.000Z'],
      ['2016-03-28T16:00:00.000Z', '2016-03-29T08:00:00.000Z'],
    ]);
  });

  it('falls on working days, or on all others', () => {
    const days = (repeat: WrittenDuty['repeat']) =>
      written({ ...night, repeat, until: '2016-03-30' }).map(([from]) => from?.slice(0, 10));
    expect(days('working_days')).toEqual(['2016-03-29', '2016-03-30']);
    expect(days('other_days')).toEqual(['2016-03-25', '2016-03-26', '2016-03-27', '2016-03-28']);
  });

  it('comes once when it does not repeat, on whatever day', () => {
    expect(written({ ...night, repeat: 'once', until: null })).toHaveLength(1);
    expect(written({ ...night, repeat: 'once', until: null, to: null })[0]?.[1]).toBeUndefined();
  });

  it('refuses a start or an end that never comes', () => {
    const never = { day: '2016-03-27', minutes: minutes('01:30') };
    const tried = (duty: Partial<WrittenDuty>) => () => writtenSpans({ ...night, ...duty }, working);
    expect(tried({ from: never, to: null, repeat: 'once' })).toThrow(NoSuchTime);
    expect(tried({ from: { ...never, day: '2016-03-26' }, to: never, repeat: 'once' })).toThrow('to never');
  });
});

describe('gaps', () => {
  const window = { from: at('2016-01-18T09:00:00Z'), to: at('2016-02-01T09:00:00Z') };
  const always = (['deputy', 'fib_supervisor', 'duty_inspector'] as const).map((position): PersonSpan => ({
    accountId: 'x' as Id<'Account'>,
    position,
    from: at('2015-01-01T00:00:00Z'),
    to: null,
  }));
  const officer = (from: string, to: string | null, accountId = 'one'): PersonSpan => ({
    accountId: accountId as Id<'Account'>,
    position: 'duty_officer',
    from: at(from),
    to: to === null ? null : at(to),
  });
  const gaps = (spans: PersonSpan[], absences: Parameters<typeof gapsOf>[2] = []) =>
    gapsOf(dutyPositions, [...always, ...spans], absences, window).map(({ position, from, to }) => [
      position,
      from.toISOString().slice(0, 16),
      to.toISOString().slice(0, 16),
    ]);

  it('are whole where a step has nobody, step by step', () => {
    expect(gapsOf(dutyPositions, [], [], window).map(({ position }) => position)).toEqual([
      'duty_officer',
      'deputy',
      'fib_supervisor',
      'duty_inspector',
    ]);
  });

  it('are what duties leave, however these overlap', () => {
    expect(
      gaps([
        officer('2016-01-18T08:00:00Z', '2016-01-20T12:00:00Z'),
        officer('2016-01-19T08:00:00Z', '2016-01-20T17:00:00Z', 'two'),
        officer('2016-01-20T18:00:00Z', '2016-01-22T09:00:00Z'),
        officer('2016-01-22T09:00:00Z', null, 'two'),
      ]),
    ).toEqual([['duty_officer', '2016-01-20T17:00', '2016-01-20T18:00']]);
  });

  it('come with an absence, unless somebody else is there', () => {
    const away = [
      { accountId: 'one' as Id<'Account'>, from: at('2016-01-20T09:00:00Z'), to: at('2016-01-21T09:00:00Z') },
    ];
    expect(gaps([officer('2016-01-01T00:00:00Z', null)], away)).toEqual([
      ['duty_officer', '2016-01-20T09:00', '2016-01-21T09:00'],
    ]);
    expect(
      gaps(
        [
          officer('2016-01-01T00:00:00Z', null),
          officer('2016-01-20T09:00:00Z', '2016-01-21T09:00:00Z', 'two'),
        ],
        away,
      ),
    ).toEqual([]);
  });
});
