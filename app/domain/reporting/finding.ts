import { addMonths, monthName, monthOf, type Month } from './months.ts';
import { periodName } from './period.ts';

/** Counts by month, as the finding needs them: months in order, a month without a count has none. */
export type CountsByMonth = { months: Month[]; byMonth: Record<Month, number>; total: number };

/**
 * What the counts say, in sentences: the total, then the last whole month against the month before it, then the month
 * that is still running. A running month is never compared: it would always look like a fall.
 */
export function finding(
  counts: CountsByMonth,
  now: Date,
): { total: string; change: string | null; running: string | null } {
  const { months, byMonth } = counts;
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) throw new Error('A period has at least one month.');
  const thisMonth = monthOf(now);
  const whole = months.filter((month) => month < thisMonth);
  const of = (month: Month) => byMonth[month] ?? 0;
  const during = first === last ? `in ${monthName(first)}` : `from ${periodName({ first, last })}`;
  return {
    total: `${counted(counts.total)} ${counts.total === 1 ? 'was' : 'were'} received ${during}.`,
    change: changeOf(whole, of),
    running:
      months.includes(thisMonth) && whole.length > 0
        ? `So far in ${monthName(thisMonth)}: ${of(thisMonth)}.`
        : null,
  };
}

function changeOf(whole: Month[], of: (month: Month) => number): string | null {
  const last = whole.at(-1);
  const before = last === undefined ? undefined : addMonths(last, -1);
  if (last === undefined || before === undefined || !whole.includes(before)) return null;
  const difference = of(last) - of(before);
  const compared =
    difference === 0 ? 'the same as' : `${Math.abs(difference)} ${difference > 0 ? 'more' : 'fewer'} than`;
  return `${monthName(last)} had ${of(last)}, ${compared} ${monthName(before)}.`;
}

const counted = (count: number) =>
  count === 0 ? 'No submissions' : `${count} ${count === 1 ? 'submission' : 'submissions'}`;
