import { monthName, type Month } from '../kernel/months.ts';
import type { PlanEventLine } from './event-changes.server.ts';
import { wholeMonths, type CountsByMonth } from './finding.ts';

/** Days on each side of an event below which a change says nothing: every day of the week once. */
const fewestDays = 7;

/**
 * The heading of the chart by month: after which event reporting changed most, or, where no event can be compared, which
 * months had most and fewest. It says what followed an event and never that the event was the cause.
 */
export function chartFinding(
  counts: Pick<CountsByMonth, 'months' | 'byMonth'>,
  events: readonly PlanEventLine[],
  now: Date,
  dateWords: (at: Date) => string,
): string {
  const [most] = events
    .filter(({ days, before, after }) => days >= fewestDays && before !== after)
    .sort((one, other) => Math.abs(other.after - other.before) - Math.abs(one.after - one.before));
  if (!most) return peaks(counts, now);
  const { days, before, after } = most;
  const changed = `${after > before ? 'rose' : 'fell'}${events.length > 1 ? ' most' : ''}`;
  return `Reporting ${changed} after ${dateWords(most.happenedOn)}: ${after} in the next ${days} days, ${before} in the ${days} before`;
}

function peaks({ months, byMonth }: Pick<CountsByMonth, 'months' | 'byMonth'>, now: Date): string {
  const of = (month: Month) => byMonth[month] ?? 0;
  const whole = wholeMonths(months, now).sort((one, other) => of(other) - of(one));
  const [most, fewest] = [whole[0], whole.at(-1)];
  if (most === undefined || fewest === undefined || of(most) === of(fewest)) return 'Submissions by month';
  return `${monthName(most)} had most submissions (${of(most)}), ${monthName(fewest)} fewest (${of(fewest)})`;
}
