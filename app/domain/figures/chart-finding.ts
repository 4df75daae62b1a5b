import { monthName, type Month } from '../kernel/months.ts';
import { direction } from './compared.ts';
import type { PlanEventLine } from './event-changes.server.ts';
import { wholeMonths, type CountsByMonth } from './finding.ts';

/** Days on each side of an event below which a change says nothing: every day of the week once. */
const fewestDays = 7;
const day = 24 * 60 * 60_000;
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/**
 * The heading of the chart by month: after which event reporting changed most, and by more than chance, or, where there is
 * none such, which months had most and fewest. Events that are nearer to each other than their windows are long are named
 * together: the counts cannot tell which it was. It says what followed and never that an event was the cause.
 */
export function chartFinding(
  counts: Pick<CountsByMonth, 'months' | 'byMonth'>,
  events: readonly PlanEventLine[],
  now: Date,
  dateWords: (at: Date) => string,
): string {
  const changed = events.filter((event) => event.days >= fewestDays && direction(event) !== 'same');
  const [most] = changed.sort((one, other) => changeOf(other) - changeOf(one));
  if (!most) return peaks(counts, now);
  const { days, before, after } = most;
  const on = dateWords(most.happenedOn);
  const near = events.filter(
    ({ happenedOn }) => Math.abs(happenedOn.getTime() - most.happenedOn.getTime()) < days * day,
  );
  const reporting = `Reporting ${after > before ? 'rose' : 'fell'}`;
  if (near.length === 1)
    return `${reporting} after ${on}: ${after} in the next ${days} days, ${before} in the ${days} before`;
  const together = list.format(near.map(({ happenedOn }) => dateWords(happenedOn)));
  return `${reporting} around ${together}, too near each other to tell apart: ${after} in the ${days} days after ${on}, ${before} in the ${days} before`;
}

const changeOf = ({ before, after }: PlanEventLine) => Math.abs(after - before);

function peaks({ months, byMonth }: Pick<CountsByMonth, 'months' | 'byMonth'>, now: Date): string {
  const of = (month: Month) => byMonth[month] ?? 0;
  const whole = wholeMonths(months, now).sort((one, other) => of(other) - of(one));
  const [most, fewest] = [whole[0], whole.at(-1)];
  if (most === undefined || fewest === undefined || of(most) === of(fewest)) return 'Submissions by month';
  return `${monthName(most)} had most submissions (${of(most)}), ${monthName(fewest)} fewest (${of(fewest)})`;
}
