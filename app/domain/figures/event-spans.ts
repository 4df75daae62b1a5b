import { addDays } from 'date-fns/addDays';
import { TZDate } from '@date-fns/tz';

/** Days on each side of an event that are compared: six weeks, so that both spans have the same days of the week. */
const longestSpan = 42;

/** From `before` up to the event's day, and from `after` it up to `end`. */
export type Spans = { before: Date; day: Date; after: Date; end: Date };

/** Whole days in British time. A day on which the clocks change has 23 or 25 hours and still counts as one. */
export function spansAround(happenedOn: Date, now: Date): { days: number; spans: Spans } {
  const day = new TZDate(
    happenedOn.getUTCFullYear(),
    happenedOn.getUTCMonth(),
    happenedOn.getUTCDate(),
    'Europe/London',
  );
  const after = addDays(day, 1);
  const days = Math.max(
    0,
    Math.min(longestSpan, Math.floor((now.getTime() - after.getTime()) / (24 * 60 * 60_000))),
  );
  const instant = (at: Date) => new Date(at.getTime());
  return {
    days,
    spans: {
      before: instant(addDays(day, -days)),
      day: instant(day),
      after: instant(after),
      end: instant(addDays(after, days)),
    },
  };
}
