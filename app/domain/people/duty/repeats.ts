import { dayAfter, instantOf, type LocalTime } from '../../kernel/local-time.ts';

export const repeats = ['once', 'daily', 'working_days', 'other_days'] as const;
export type Repeat = (typeof repeats)[number];

/** One duty as it is typed; `to` null is without an end. `until` is the last day on which a repeated one begins. */
export type WrittenDuty = { from: LocalTime; to: LocalTime | null; repeat: Repeat; until: string | null };

/** A repetition goes on for at most so many days: a roster is looked through again each quarter. */
export const longestRepeat = 92;

/** A time that the clocks go forward over. */
export class NoSuchTime extends Error {
  readonly field: 'from' | 'to';

  constructor(field: 'from' | 'to') {
    super(`${field} never comes`);
    this.field = field;
  }
}

/**
 * The duties that one entry stands for, each from its local start to its local end, whatever the clocks do between.
 * `isWorkingDay` knows weekends and bank holidays. @throws NoSuchTime
 */
export function writtenSpans(
  duty: WrittenDuty,
  isWorkingDay: (noon: Date) => boolean,
): { from: Date; to: Date | null }[] {
  const { from, to, repeat, until } = duty;
  const length = to ? daysBetween(from.day, to.day) : 0;
  return daysOf(from.day, repeat === 'once' ? from.day : (until ?? from.day))
    .filter(
      (day) =>
        repeat === 'once' || repeat === 'daily' || isWorkingDay(noonOf(day)) === (repeat === 'working_days'),
    )
    .map((day) => {
      const start = instantOf({ ...from, day }, 'earlier');
      if (!start) throw new NoSuchTime('from');
      if (!to) return { from: start, to: null };
      const end = instantOf({ ...to, day: dayAfter(day, length) }, 'later');
      if (!end) throw new NoSuchTime('to');
      return { from: start, to: end };
    });
}

export const daysBetween = (one: string, other: string): number =>
  Math.round((noonOf(other).getTime() - noonOf(one).getTime()) / (24 * 60 * 60_000));

const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

function daysOf(first: string, last: string): string[] {
  const count = Math.min(daysBetween(first, last), longestRepeat);
  return Array.from({ length: Math.max(0, count + 1) }, (_, index) => dayAfter(first, index));
}
