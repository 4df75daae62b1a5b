import { compared } from './compared.ts';
import { addMonths, monthName, monthOf, monthsBetween, type Month } from '../kernel/months.ts';
import { periodName, spanName, type Period } from './period.ts';

/** Counts by month, as the finding needs them: months in order, a month without a count has none. */
export type CountsByMonth = { months: Month[]; byMonth: Record<Month, number>; total: number };

/**
 * The finding of the counts, in sentences: the total, then how the end of the period stands to its beginning, then the month
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
  const whole = wholeMonths(months, now);
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

/** The months of a period that are over. */
export function wholeMonths(months: readonly Month[], now: Date): Month[] {
  const thisMonth = monthOf(now);
  return months.filter((month) => month < thisMonth);
}

/** Months at each end that are compared: one alone is as often high or low by chance. */
const season = 3;

/** The last three whole months against the first three; of a shorter period the last against the one before. */
function changeOf(whole: Month[], of: (month: Month) => number): string | null {
  const last = whole.at(-1);
  const first = whole[0];
  if (last === undefined || first === undefined || first === last) return null;
  const long = whole.length >= 2 * season;
  const end = { first: long ? addMonths(last, 1 - season) : last, last };
  const before = long
    ? { first, last: addMonths(first, season - 1) }
    : { first: addMonths(last, -1), last: addMonths(last, -1) };
  const sum = (period: Period) =>
    monthsBetween(period.first, period.last).reduce((all, month) => all + of(month), 0);
  const [now, then] = [sum(end), sum(before)];
  return `${spanName(end)} had ${now}, ${compared(now, then)} ${spanName(before)} (${then}).`;
}

const counted = (count: number) =>
  count === 0 ? 'No submissions' : `${count} ${count === 1 ? 'submission' : 'submissions'}`;
