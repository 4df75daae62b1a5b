import { dueAt, type ClockTarget, type ClockTargets } from '../force/clocks.ts';
import { workingCalendar, type WorkingHours } from '../force/clocks-calendar.ts';
import { partnerStatus } from '../kernel/outcomes.ts';
import { forceDay } from '../kernel/postcode-rules.ts';
import type { Priority, Status } from '../kernel/statuses.ts';
import { toldPriority, toldStarts, type ToldEvent } from './told-starts.ts';
import { waitsIn } from './waits.ts';

/** Each state that a partner sees, a received report apart that an officer has opened. */
export type PromiseState = 'received' | 'opened' | 'being_reviewed' | 'more_needed' | 'closed' | 'withdrawn';

/** Who has a report, by role and never by name. */
export type PromiseHolder = 'officers' | 'officer' | 'partner' | 'nobody';

/** What comes next. */
export type PromiseNext = 'opening' | 'outcome' | 'reply' | 'nothing';

/**
 * What a partner is promised in each state: who has the report, what comes next, and by which clock. That police have
 * assessed, accepted or sent something on is no state of theirs, so those clocks promise nothing.
 */
const promises = {
  received: { holder: 'officers', next: 'opening', clock: 'first_seen' },
  opened: { holder: 'officers', next: 'outcome', clock: 'answered' },
  being_reviewed: { holder: 'officer', next: 'outcome', clock: 'answered' },
  more_needed: { holder: 'partner', next: 'reply', clock: 'wait' },
  closed: { holder: 'nobody', next: 'nothing', clock: null },
  withdrawn: { holder: 'nobody', next: 'nothing', clock: null },
} as const satisfies Record<
  PromiseState,
  { holder: PromiseHolder; next: PromiseNext; clock: 'first_seen' | 'answered' | 'wait' | null }
>;

/** How long, as it is said: whole days of work where it comes out even. */
export type HowLong = { count: number; unit: 'working_days' | 'working_hours' | 'hours' | 'minutes' };

/** How the day was reckoned. `days`: so long a question waits for the partner. */
export type Reckoning =
  | {
      kind: 'clock';
      since: 'sent' | 'danger' | 'opened_again';
      from: Date;
      howLong: HowLong;
      /** Bank holidays that fell into it. */
      bankHolidays: Date[];
      /** A question waited for the partner meanwhile. */
      waited: boolean;
    }
  | { kind: 'wait'; from: Date; days: number };

/** `wholeDay`: promised is the day, and it is missed once the day is over. */
export type Due = { at: Date; wholeDay: boolean };

export type PartnerPromise = {
  state: PromiseState;
  holder: PromiseHolder;
  next: PromiseNext;
  /** Null where nothing comes any more. */
  due: Due | null;
  /** By when the outcome comes, where something else comes first; else null. */
  outcomeBy: Due | null;
  reckoning: Reckoning | null;
  /** It has not happened, and police have it. */
  missed: boolean;
};

/** What of a submission its promise follows from. The events are in the order of time. */
export type PromisedReport = {
  status: Status;
  claimedBy: string | null;
  statusChangedAt: Date;
  submittedAt: Date;
  priority: Priority;
  firstSeenAt: Date | null;
  submissionEvents: (ToldEvent & { fromStatus: Status | null; toStatus: Status })[];
};

/** What of a force its promises follow from. */
export type PromisingForce = {
  clocks: ClockTargets;
  workingHours: WorkingHours;
  clarification: { pauseEndsAfterDays: number };
};

const minutesOfDay = 24 * 60;

/** What its partner is promised of a report as it stands at `now`: reckoned, and stored nowhere. */
export function promiseOf(report: PromisedReport, force: PromisingForce, now: Date): PartnerPromise {
  const state = stateOf(report);
  const { holder, next, clock } = promises[state];
  const standing = { state, holder, next, outcomeBy: null };
  if (clock === null) return { ...standing, due: null, reckoning: null, missed: false };
  if (clock === 'wait') {
    const { pauseEndsAfterDays: days } = force.clarification;
    const from = report.statusChangedAt;
    const at = new Date(from.getTime() + days * minutesOfDay * 60_000);
    const reckoning: Reckoning = { kind: 'wait', from, days };
    return { ...standing, due: { at, wholeDay: true }, reckoning, missed: false };
  }
  const { due, reckoning } = byClock(report, force, clock, now);
  const outcomeBy = clock === 'first_seen' ? byClock(report, force, 'answered', now).due : null;
  return { ...standing, due, outcomeBy, reckoning, missed: isMissed(due, now) };
}

function stateOf({ status, claimedBy, firstSeenAt }: PromisedReport): PromiseState {
  const state = partnerStatus(status, { held: claimedBy !== null });
  return state === 'received' && firstSeenAt !== null ? 'opened' : state;
}

/** The start that runs out first, with how it was reckoned. */
function byClock(
  report: PromisedReport,
  { clocks, workingHours, clarification }: PromisingForce,
  clock: 'first_seen' | 'answered',
  now: Date,
): { due: Due; reckoning: Reckoning } {
  const { submittedAt, priority, submissionEvents } = report;
  const calendar = workingCalendar(workingHours);
  const waits = waitsIn(submissionEvents, now, clarification.pauseEndsAfterDays);
  const reckoned = toldStarts(submittedAt, priority, submissionEvents).map((start) => {
    const target = clocks[start.priority][clock];
    return { start, target, at: dueAt(start.at, target, calendar, waits) };
  });
  const { start, target, at } = reckoned.reduce((one, other) => (other.at < one.at ? other : one));
  return {
    due: { at, wholeDay: target.basis === 'working' },
    reckoning: {
      kind: 'clock',
      since: sinceOf(report, start.at),
      from: start.at,
      howLong: howLong(target, workingHours),
      bankHolidays: target.basis === 'working' ? calendar.bankHolidays({ from: start.at, to: at }) : [],
      waited: waits.some(({ from, to }) => from < to && from < at && to > start.at),
    },
  };
}

/** How long it takes until a report is opened and its partner told the outcome. */
export type PromisedTimes = { opened: HowLong; answered: HowLong };

/** What every report is promised: where somebody is in danger, and otherwise, by the slower of the two other priorities. */
export function promisedTimes({ clocks, workingHours, clarification }: PromisingForce): {
  danger: PromisedTimes;
  other: PromisedTimes;
  questionDays: number;
} {
  const slower = (clock: 'first_seen' | 'answered') =>
    clocks.low[clock].minutes >= clocks.medium[clock].minutes ? clocks.low[clock] : clocks.medium[clock];
  const times = (opened: ClockTarget, answered: ClockTarget): PromisedTimes => ({
    opened: howLong(opened, workingHours),
    answered: howLong(answered, workingHours),
  });
  return {
    danger: times(clocks.high.first_seen, clocks.high.answered),
    other: times(slower('first_seen'), slower('answered')),
    questionDays: clarification.pauseEndsAfterDays,
  };
}

function sinceOf(
  { submittedAt, submissionEvents }: PromisedReport,
  from: Date,
): 'sent' | 'danger' | 'opened_again' {
  const opened = submissionEvents.some(
    ({ action, actorId, happenedAt }) =>
      action === 'reopen' && actorId !== null && happenedAt.getTime() === from.getTime(),
  );
  if (opened) return 'opened_again';
  return from.getTime() === submittedAt.getTime() ? 'sent' : 'danger';
}

function howLong({ minutes, basis }: ClockTarget, { opens, closes }: WorkingHours): HowLong {
  const day = minutesOf(closes) - minutesOf(opens);
  if (basis === 'working' && minutes % day === 0) return { count: minutes / day, unit: 'working_days' };
  if (minutes % 60 !== 0) return { count: minutes, unit: 'minutes' };
  return { count: minutes / 60, unit: basis === 'working' ? 'working_hours' : 'hours' };
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

const isMissed = ({ at, wholeDay }: Due, now: Date): boolean =>
  wholeDay ? forceDay(now) > forceDay(at) : now > at;

/** The latest day on which whoever sends a report then is told the outcome, whatever it says: for what leaves the portal. */
export function latestAnswer(submittedAt: Date, { clocks, workingHours }: PromisingForce): Date {
  const calendar = workingCalendar(workingHours);
  const due = Object.values(clocks).map(({ answered }) => dueAt(submittedAt, answered, calendar));
  return new Date(Math.max(...due.map((at) => at.getTime())));
}

/**
 * By which day a supervisor sees to a promise that was raised now: as fast as an officer opens a report that comes with
 * what the partner told.
 */
export function raisedBy(
  { submittedAt, priority, submissionEvents }: PromisedReport,
  { clocks, workingHours }: PromisingForce,
  now: Date,
): string {
  const told = toldPriority(submittedAt, priority, submissionEvents);
  return forceDay(dueAt(now, clocks[told].first_seen, workingCalendar(workingHours)));
}
