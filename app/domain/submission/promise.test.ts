import { describe, expect, it } from 'vitest';
import type { ClockTarget } from '../force/clocks.ts';
import type { Status } from '../kernel/statuses.ts';
import {
  latestAnswer,
  promiseOf,
  raisedBy,
  type PartnerPromise,
  type PromisedReport,
  type PromisingForce,
} from './promise.ts';

const clocksOf = (first_seen: ClockTarget, answered: ClockTarget) => ({
  first_seen,
  assessed: answered,
  answered,
  acknowledged: first_seen,
});
const wall = (minutes: number): ClockTarget => ({ minutes, basis: 'wall' });
const working = (minutes: number): ClockTarget => ({ minutes, basis: 'working' });
const force: PromisingForce = {
  clocks: {
    high: clocksOf(wall(60), wall(24 * 60)),
    medium: clocksOf(working(480), working(5 * 480)),
    low: clocksOf(working(3 * 480), working(10 * 480)),
  },
  workingHours: {
    timeZone: 'Europe/London',
    days: [1, 2, 3, 4, 5],
    opens: '09:00',
    closes: '17:00',
    holidays: { country: 'GB', region: 'ENG' },
  },
  clarification: { pauseEndsAfterDays: 14 },
};

type Event = PromisedReport['submissionEvents'][number];
const sent = new Date('2016-01-18T10:00:00Z');
const event = (action: string, at: string, changes: Partial<Event> = {}): Event => ({
  action,
  happenedAt: new Date(at),
  actorId: 'somebody',
  data: {},
  fromStatus: 'in_assessment',
  toStatus: 'in_assessment',
  ...changes,
});
const report = (changes: Partial<PromisedReport> = {}): PromisedReport => ({
  status: 'submitted',
  claimedBy: 'officer',
  statusChangedAt: sent,
  submittedAt: sent,
  priority: 'low',
  firstSeenAt: null,
  submissionEvents: [],
  ...changes,
});
const at = (now: string, changes: Partial<PromisedReport> = {}): PartnerPromise =>
  promiseOf(report(changes), force, new Date(now));
const soon = '2016-01-18T11:00:00Z';
const dueOf = ({ due }: PartnerPromise) => due?.at.toISOString() ?? null;

describe('what a partner is promised', () => {
  it.each([
    ['submitted', null, 'officers', 'opening', '2016-01-21T10:00:00.000Z'],
    ['submitted', sent, 'officers', 'outcome', '2016-02-01T10:00:00.000Z'],
    ['in_assessment', sent, 'officer', 'outcome', '2016-02-01T10:00:00.000Z'],
    ['accepted', sent, 'officer', 'outcome', '2016-02-01T10:00:00.000Z'],
    ['disseminated', sent, 'officer', 'outcome', '2016-02-01T10:00:00.000Z'],
    ['clarification', sent, 'partner', 'reply', '2016-02-01T10:00:00.000Z'],
    ['closed', sent, 'nobody', 'nothing', null],
    ['rejected', sent, 'nobody', 'nothing', null],
    ['withdrawn', sent, 'nobody', 'nothing', null],
  ] as const)('while it is %s, first opened %s: %s, %s by %s', (status, firstSeenAt, holder, next, due) => {
    const promise = at(soon, { status, firstSeenAt });
    expect(promise).toMatchObject({ holder, next, missed: false });
    expect(dueOf(promise)).toBe(due);
  });

  it('is with all who assess again once whoever had it has put it down, with the same day', () => {
    for (const status of ['in_assessment', 'accepted', 'disseminated'] as const) {
      const held = at(soon, { status, firstSeenAt: sent });
      const put = at(soon, { status, firstSeenAt: sent, claimedBy: null });
      expect(put).toEqual({ ...held, state: 'opened', holder: 'officers' });
    }
    const unopened = at(soon, { status: 'in_assessment', claimedBy: null });
    expect(unopened).toMatchObject({ state: 'received', next: 'opening' });
  });

  it('is missed once its moment is over, and a day of work once that day is', () => {
    const high = { priority: 'high' as const };
    expect(at('2016-01-18T11:00:00Z', high)).toMatchObject({ missed: false, due: { wholeDay: false } });
    expect(at('2016-01-18T11:00:01Z', high).missed).toBe(true);
    // The outcome is promised beside the opening that comes first.
    const day = { at: new Date('2016-01-19T10:00:00Z'), wholeDay: false };
    expect(at('2016-01-18T11:00:00Z', high).outcomeBy).toEqual(day);
    expect(at('2016-01-18T11:00:00Z', { ...high, firstSeenAt: sent })).toMatchObject({
      due: day,
      outcomeBy: null,
    });
    expect(at('2016-01-21T23:59:00Z')).toMatchObject({ missed: false, due: { wholeDay: true } });
    expect(at('2016-01-22T00:00:00Z').missed).toBe(true);
    // A question that waits for the partner is nobody's promise.
    expect(at('2017-01-01T00:00:00Z', { status: 'clarification', statusChangedAt: sent }).missed).toBe(false);
  });

  it('says how the day was reckoned', () => {
    const maundyThursday = new Date('2016-03-24T10:00:00Z');
    expect(
      promiseOf(report({ submittedAt: maundyThursday, priority: 'medium' }), force, maundyThursday),
    ).toMatchObject({
      due: { at: new Date('2016-03-29T09:00:00Z'), wholeDay: true },
      reckoning: {
        since: 'sent',
        from: maundyThursday,
        howLong: { count: 1, unit: 'working_days' },
        bankHolidays: [new Date('2016-03-25T12:00:00Z'), new Date('2016-03-28T11:00:00Z')],
        waited: false,
      },
    });
    expect(at(soon, { priority: 'high' }).reckoning).toMatchObject({
      howLong: { count: 1, unit: 'hours' },
      bankHolidays: [],
    });
    expect(at(soon, { status: 'clarification' }).reckoning).toEqual({ kind: 'wait', from: sent, days: 14 });
  });

  it('stands still while a question waits for the partner', () => {
    const moves = [
      event('ask_partner', '2016-01-19T09:00:00Z', { toStatus: 'clarification' }),
      event('partner_replies', '2016-01-21T09:00:00Z', { fromStatus: 'clarification' }),
    ];
    const promise = at('2016-01-21T09:00:00Z', {
      status: 'in_assessment',
      firstSeenAt: sent,
      submissionEvents: moves,
    });
    expect(dueOf(promise)).toBe('2016-02-03T10:00:00.000Z');
    expect(promise.reckoning).toMatchObject({ waited: true });
  });
});

describe('what police decide', () => {
  const inHand = { status: 'in_assessment' as Status, firstSeenAt: sent };
  const raisedByOfficer = event('raise_to_high', '2016-01-18T12:00:00Z', { data: { from: 'low' } });
  const lowered = event('grant_lowering', '2016-01-18T12:00:00Z', { data: { lowerTo: 'low' } });

  it('moves no promise: raised by an officer, or lowered by two', () => {
    const low = at(soon, inHand);
    expect(at(soon, { ...inHand, priority: 'high', submissionEvents: [raisedByOfficer] })).toEqual(low);
    const high = at(soon, { ...inHand, priority: 'high' });
    expect(at(soon, { ...inHand, priority: 'low', submissionEvents: [lowered] })).toEqual(high);
    expect(dueOf(high)).toBe('2016-01-19T10:00:00.000Z');
  });

  it('is not what the partner told: danger that they add promises as High does, whatever it was already', () => {
    const told = event('raise_to_high', '2016-01-19T12:00:00Z', { actorId: null, data: { from: 'low' } });
    const wrote = event('add_information', '2016-01-19T12:00:00Z', { data: { danger: true } });
    for (const submissionEvents of [[told], [told, wrote], [raisedByOfficer, wrote]]) {
      const promise = at('2016-01-19T13:00:00Z', { ...inHand, priority: 'high', submissionEvents });
      expect(dueOf(promise)).toBe('2016-01-20T12:00:00.000Z');
      expect(promise.reckoning).toMatchObject({ since: 'danger' });
    }
    const harmless = event('add_information', '2016-01-19T12:00:00Z', { data: { danger: false } });
    expect(at(soon, { ...inHand, submissionEvents: [harmless] })).toEqual(at(soon, inHand));
  });

  it('opens it again with a promise of its own', () => {
    const reopened = event('reopen', '2016-02-10T09:00:00Z', { fromStatus: 'closed', toStatus: 'submitted' });
    const promise = at('2016-02-10T10:00:00Z', {
      submissionEvents: [raisedByOfficer, reopened],
      priority: 'high',
    });
    expect(promise).toMatchObject({ next: 'opening', reckoning: { since: 'opened_again' } });
    expect(dueOf(promise)).toBe('2016-02-12T17:00:00.000Z');
  });
});

it('gives paper the latest day of all, the same for every report', () => {
  expect(latestAnswer(sent, force).toISOString()).toBe('2016-02-01T10:00:00.000Z');
});

it('is seen to as fast as a report is opened that comes with what the partner told', () => {
  const now = new Date('2016-02-03T10:00:00Z');
  expect(raisedBy(report(), force, now)).toBe('2016-02-08');
  expect(raisedBy(report({ priority: 'high' }), force, now)).toBe('2016-02-03');
  const byOfficer = event('raise_to_high', '2016-01-18T12:00:00Z', { data: { from: 'low' } });
  expect(raisedBy(report({ priority: 'high', submissionEvents: [byOfficer] }), force, now)).toBe(
    '2016-02-08',
  );
});
