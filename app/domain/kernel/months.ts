import { TZDate } from '@date-fns/tz';

const ZONE = 'Europe/London';

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** 1 to 12 from a name or at least its first three letters, 0 for anything else. */
export function namedMonth(text: string): number {
  const typed = text.trim().toLowerCase();
  return typed.length < 3 ? 0 : monthNames.findIndex((name) => name.toLowerCase().startsWith(typed)) + 1;
}

/** A calendar month in the force's own time zone, written "2016-01". */
export type Month = string;

export function monthOf(at: Date): Month {
  const local = new TZDate(at, ZONE);
  return `${local.getFullYear()}-${String(local.getMonth() + 1).padStart(2, '0')}`;
}

/** The instant a month begins in the force's time zone. */
export function startOfMonth(month: Month): Date {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(new TZDate(year, number - 1, 1, 0, 0, 0, 0, ZONE).getTime());
}

export function addMonths(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + (number - 1) + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Every month from the first up to and including the last. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** The quarter of a month by its first month. The plan year begins with one. */
export function quarterOf(month: Month): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return addMonths(`${year}-01`, 3 * Math.floor((number - 1) / 3));
}

/** Every quarter from the first up to and including the last, each by its first month. */
export function quartersBetween(first: Month, last: Month): Month[] {
  return monthsBetween(first, last).filter((month) => month === quarterOf(month));
}

/** The plan year runs from April to March. Gives the first month of the year in which `at` lies. */
export function planYearStart(at: Date): Month {
  const [year = 0, number = 1] = monthOf(at).split('-').map(Number);
  return `${number >= 4 ? year : year - 1}-04`;
}

export function isMonth(text: string): boolean {
  return /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(text);
}

/** A month as people write it: "April 2015", "apr 2015", "4 2015", "04/2015", "2015-04". Null for anything else. */
export function readMonth(text: string): Month | null {
  const tidy = text.trim().toLowerCase();
  if (isMonth(tidy)) return tidy;
  const [, written = '', year = ''] = /^(\d{1,2}|[a-z]{3,9})[\s/.,-]+(\d{4})$/.exec(tidy) ?? [];
  const number = /^\d/.test(written) ? Number(written) : namedMonth(written);
  const month = `${year}-${String(number).padStart(2, '0')}`;
  return written !== '' && isMonth(month) ? month : null;
}

/** "January 2016". */
export function monthName(month: Month): string {
  const [year = '', number = ''] = month.split('-');
  return `${monthNames[Number(number) - 1] ?? ''} ${year}`;
}

/** "Jan", for the foot of a chart. */
export function shortMonthName(month: Month): string {
  return monthName(month).slice(0, 3);
}

/** How far into its month a day is, 0 to 1: where an event stands among bars. */
export function partOfMonth(at: Date): number {
  const month = monthOf(at);
  const [from, to] = [startOfMonth(month).getTime(), startOfMonth(addMonths(month, 1)).getTime()];
  return (at.getTime() - from) / (to - from);
}
