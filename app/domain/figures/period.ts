import { addMonths, monthName, monthOf, planYearStart, readMonth, type Month } from '../kernel/months.ts';

/** At most this many months at once: the cost follows the period asked for, never all submissions ever made. */
export const longestPeriod = 24;

/** Whole months, the last one included. */
export type Period = { first: Month; last: Month };

/** The period that was asked for, as it was typed, with an error beside each field that cannot be used. */
export type PeriodRead = {
  period: Period;
  values: { from: string; to: string };
  errors: { field: 'from' | 'to'; message: string }[];
};

/** The plan year so far. */
export function defaultPeriod(now: Date): Period {
  return { first: planYearStart(now), last: monthOf(now) };
}

/**
 * Reads a period from a form. An empty field is the default's; where a field is wrong the whole default period is
 * shown, so that nobody takes half of what they asked for as the answer.
 */
export function readPeriod(asked: { from: string | null; to: string | null }, now: Date): PeriodRead {
  const usual = defaultPeriod(now);
  const values = {
    from: asked.from?.trim() || monthName(usual.first),
    to: asked.to?.trim() || monthName(usual.last),
  };
  const first = readMonth(values.from);
  const last = readMonth(values.to);
  const errors: PeriodRead['errors'] = [];
  if (first === null)
    errors.push({ field: 'from', message: 'First month must be a month and year, like April 2015' });
  if (last === null)
    errors.push({ field: 'to', message: 'Last month must be a month and year, like January 2016' });
  if (first === null || last === null) return { period: usual, values, errors };
  const refused = refusedTogether(first, last, monthOf(now));
  return refused ? { period: usual, values, errors: [refused] } : { period: { first, last }, values, errors };
}

function refusedTogether(first: Month, last: Month, thisMonth: Month): PeriodRead['errors'][number] | null {
  if (last > thisMonth)
    return { field: 'to', message: `Last month must be ${monthName(thisMonth)} or earlier` };
  if (first > last) return { field: 'from', message: 'First month must not be after the last month' };
  if (first <= addMonths(last, -longestPeriod))
    return { field: 'from', message: `Choose ${longestPeriod} months or fewer` };
  return null;
}

/** "April 2015 to January 2016", or the month alone. */
export function periodName({ first, last }: Period): string {
  return first === last ? monthName(first) : `${monthName(first)} to ${monthName(last)}`;
}

/** "October to December 2015": the year once, where it is the same. */
export function spanName({ first, last }: Period): string {
  const year = last.slice(0, 4);
  const begin = monthName(first);
  return first !== last && first.startsWith(year)
    ? `${begin.replace(` ${year}`, '')} to ${monthName(last)}`
    : periodName({ first, last });
}

/** A quarter by its first month, in the same way. */
export const quarterName = (firstMonth: Month): string =>
  spanName({ first: firstMonth, last: addMonths(firstMonth, 2) });
