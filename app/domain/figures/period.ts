import { TZDate } from '@date-fns/tz';
import {
  addMonths,
  isMonth,
  monthName,
  monthOf,
  namedMonth,
  planYearStart,
  readMonth,
  startOfMonth,
  type Month,
} from '../kernel/months.ts';
import { forceDay } from '../kernel/postcode-rules.ts';
import type { Span } from './volume-rows.ts';

/** At most this many months at once: the cost follows the period asked for, never all submissions ever made. */
export const longestPeriod = 24;

/** As many weeks as a quarter has. */
export const quarterWeeks = 13;
export const quarterDays = quarterWeeks * 7;

/** A month, or a day of the force written "2016-01-18". */
type MonthOrDay = string;

/** Whole months or whole days, the last one included. */
export type Period = { first: MonthOrDay; last: MonthOrDay };

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

/** Periods that are asked for most, to be chosen with one press. */
export function usualPeriods(now: Date): { name: string; period: Period }[] {
  const [year, month] = [planYearStart(now), monthOf(now)];
  return [
    { name: 'This plan year', period: { first: year, last: month } },
    { name: 'The plan year before', period: { first: addMonths(year, -12), last: addMonths(year, -1) } },
    {
      name: 'The last three whole months',
      period: { first: addMonths(month, -3), last: addMonths(month, -1) },
    },
    {
      name: 'The last twelve whole months',
      period: { first: addMonths(month, -12), last: addMonths(month, -1) },
    },
    { name: 'This month', period: { first: month, last: month } },
  ];
}

/** Those, each with its address and whether it is the one that is shown. */
export const usualFor = (
  now: Date,
  shown: Period,
  hrefOf: (period: { from: string; to: string }) => string,
): { name: string; href: string; shown: boolean }[] =>
  usualPeriods(now).map(({ name, period: { first: from, last: to } }) => ({
    name,
    href: hrefOf({ from, to }),
    shown: from === shown.first && to === shown.last,
  }));

/** So many whole days up to yesterday, ending so many days before that. */
export function daysUpTo(now: Date, days: number, before = 0): Period {
  const today = Date.parse(forceDay(now));
  const day = (back: number) => new Date(today - back * 24 * 60 * 60_000).toISOString().slice(0, 10);
  return { first: day(before + days), last: day(before + 1) };
}

/** The instants of a period. */
export const spanOf = ({ first, last }: Period): Span => ({ from: startOf(first), to: endOf(last) });

/** The whole months in which a period lies. */
export const inMonths = ({ first, last }: Period): { first: Month; last: Month } => ({
  first: first.slice(0, 7),
  last: last.slice(0, 7),
});

function startOf(part: MonthOrDay, daysOn = 0): Date {
  if (isMonth(part)) return startOfMonth(part);
  const [year = 0, month = 1, day = 1] = part.split('-').map(Number);
  return new Date(new TZDate(year, month - 1, day + daysOn, 0, 0, 0, 0, 'Europe/London').getTime());
}

const endOf = (part: MonthOrDay): Date =>
  isMonth(part) ? startOfMonth(addMonths(part, 1)) : startOf(part, 1);

/** A day as it is shown or stands in an address: "27 November 2015", "2015-11-27". Null for anything else. */
function readDay(text: string): MonthOrDay | null {
  const tidy = text.trim();
  const [, day = '', month = '', year = ''] = /^(\d{1,2}) ([a-z]{3,9}) (\d{4})$/i.exec(tidy) ?? [];
  const iso =
    day === '' ? tidy : `${year}-${String(namedMonth(month)).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isMonth(iso.slice(0, 7)) || !/^.{7}-\d\d$/.test(iso)) return null;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}

/**
 * Reads a period from a form. An empty field is the default's; where a field is wrong the whole default period is
 * shown, so that nobody takes half of what they asked for as the answer.
 */
export function readPeriod(asked: { from: string | null; to: string | null }, now: Date): PeriodRead {
  const usual = defaultPeriod(now);
  const values = {
    from: asked.from?.trim() || partName(usual.first),
    to: asked.to?.trim() || partName(usual.last),
  };
  const first = readMonth(values.from) ?? readDay(values.from);
  const last = readMonth(values.to) ?? readDay(values.to);
  const errors: PeriodRead['errors'] = [];
  if (first === null)
    errors.push({ field: 'from', message: 'First month must be a month and year, like April 2015' });
  if (last === null)
    errors.push({ field: 'to', message: 'Last month must be a month and year, like January 2016' });
  if (first === null || last === null) return { period: usual, values, errors };
  const refused = refusedTogether(first, last, now);
  if (refused) return { period: usual, values, errors: [refused] };
  return { period: { first, last }, values: { from: partName(first), to: partName(last) }, errors };
}

function refusedTogether(
  first: MonthOrDay,
  last: MonthOrDay,
  now: Date,
): PeriodRead['errors'][number] | null {
  if (startOf(last) > now)
    return {
      field: 'to',
      message: isMonth(last)
        ? `Last month must be ${monthName(monthOf(now))} or earlier`
        : `Last day must be ${partName(forceDay(now))} or earlier`,
    };
  if (startOf(first) >= endOf(last))
    return { field: 'from', message: 'First month must not be after the last month' };
  const months = inMonths({ first, last });
  if (months.first <= addMonths(months.last, -longestPeriod))
    return { field: 'from', message: `Choose ${longestPeriod} months or fewer` };
  return null;
}

const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });

const partName = (part: MonthOrDay): string =>
  isMonth(part) ? monthName(part) : longDay.format(startOf(part));

/** "April 2015 to January 2016", or the month alone; the same of days. */
export function periodName({ first, last }: Period): string {
  return first === last ? partName(first) : `${partName(first)} to ${partName(last)}`;
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
