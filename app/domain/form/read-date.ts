import { monthNames } from '../kernel/months.ts';
import type { DateAnswer } from './answers.ts';
import type { Precision, QuestionOf } from './definition.ts';
import type { FormWords } from './words.ts';

type DatePartName = 'day' | 'month' | 'year';

/** Boxes that stand together: their field names are `<prefix>-day` and so on. */
export type DateBoxes = { prefix: string; parts: DatePartName[] };

type DateError = keyof Pick<
  FormWords['error'],
  'datePart' | 'realDate' | 'year' | 'about' | 'aboutTooLong' | 'order' | 'option'
>;

/** A fault in what was posted as a date: in which field, and what to say. */
type DateFault = { field: string; word: DateError; part?: DatePartName };

/** The longest that "about when" may be. */
export const mostAboutWords = 100;

type Posted = (name: string) => string;
type Read<Value> = { value: Value } | { fault: DateFault };

const whole: DatePartName[] = ['day', 'month', 'year'];

/** The boxes under one precision. Each precision has its own, as all of them are on the page without JavaScript. */
export function boxesOf(questionId: string, precision: Precision): DateBoxes[] {
  if (precision === 'exact') return [{ prefix: questionId, parts: whole }];
  if (precision === 'month') return [{ prefix: `${questionId}-in`, parts: ['month', 'year'] }];
  if (precision === 'range') {
    return [
      { prefix: `${questionId}-from`, parts: whole },
      { prefix: `${questionId}-to`, parts: whole },
    ];
  }
  return [];
}

/**
 * A date with one precision only, and one of which a part may stay empty, is asked by its boxes alone; otherwise a choice
 * of precision comes first.
 */
export function asksPrecision(question: QuestionOf<'date'>): boolean {
  return question.precisions.length > 1 && question.partial !== true;
}

/** The field in which the reporter says in their own words when about it was. */
export const aboutField = (questionId: string) => `${questionId}-about`;

/** The field in which they say since when something that is still going on has been. */
export const sinceField = (questionId: string) => `${questionId}-since`;

export function dateFieldNames(question: QuestionOf<'date'>): string[] {
  const boxNames = (precision: Precision) =>
    boxesOf(question.id, precision).flatMap(({ prefix, parts: names }) =>
      names.map((part) => `${prefix}-${part}`),
    );
  if (question.partial) return boxNames('exact');
  const parts = question.precisions.flatMap((precision) => {
    if (precision === 'about') return [aboutField(question.id)];
    return precision === 'ongoing' && question.since ? [sinceField(question.id)] : boxNames(precision);
  });
  return asksPrecision(question) ? [question.id, ...parts] : parts;
}

function digits(written: string): number | null {
  return /^\d{1,4}$/.test(written) ? Number(written) : null;
}

/** 1 to 12 from a number, or from an English name or its beginning, as "jan", "Sept." or "January". */
function monthNumber(written: string): number | null {
  const name = written.toLowerCase().replace(/\.$/, '');
  if (name.length < 3) return digits(written);
  const named = monthNames.findIndex((month) => month.toLowerCase().startsWith(name));
  return named >= 0 ? named + 1 : digits(written);
}

const two = (value: number) => String(value).padStart(2, '0');

function isRealDate(year: number, month: number, day: number): boolean {
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}

/** `YYYY-MM-DD`, or `YYYY-MM` for boxes without a day, `YYYY` without a month. Years from 1900 to 2100. */
function readBoxes({ prefix, parts }: DateBoxes, posted: Posted): Read<string> {
  const fault = (part: DatePartName, word: DateError): { fault: DateFault } => ({
    fault: { field: `${prefix}-${part}`, word, part },
  });
  const blank = parts.find((part) => posted(`${prefix}-${part}`) === '');
  if (blank) return fault(blank, 'datePart');
  const first = parts[0] ?? 'day';
  const writtenYear = posted(`${prefix}-year`);
  const year = digits(writtenYear);
  if (year !== null && writtenYear.length !== 4) return fault('year', 'year');
  const month = parts.includes('month') ? monthNumber(posted(`${prefix}-month`)) : 1;
  const day = parts.includes('day') ? digits(posted(`${prefix}-day`)) : 1;
  if (year === null || month === null || day === null) return fault(first, 'realDate');
  if (year < 1900 || year > 2100 || !isRealDate(year, month, day)) return fault(first, 'realDate');
  if (!parts.includes('month')) return { value: String(year) };
  const upToMonth = `${year}-${two(month)}`;
  return { value: parts.includes('day') ? `${upToMonth}-${two(day)}` : upToMonth };
}

function isBlank(boxes: DateBoxes, posted: Posted): boolean {
  return boxes.parts.every((part) => posted(`${boxes.prefix}-${part}`) === '');
}

function readAbout(question: QuestionOf<'date'>, posted: Posted): Read<DateAnswer> {
  const field = aboutField(question.id);
  const words = posted(field).replace(/\s+/g, ' ');
  if (words === '') return { fault: { field, word: 'about' } };
  if (words.length > mostAboutWords) return { fault: { field, word: 'aboutTooLong' } };
  return { value: { precision: 'about', words } };
}

/** Boxes of which the day, or the day and the month, are empty. Without a year the rest says nothing. */
function readPartial({ id }: QuestionOf<'date'>, posted: Posted): Read<DateAnswer | undefined> {
  const given = whole.filter((part) => posted(`${id}-${part}`) !== '');
  if (given.length === 0) return { value: undefined };
  const parts = whole.slice(whole.findIndex((part) => given.includes(part)));
  const read = readBoxes({ prefix: id, parts }, posted);
  if ('fault' in read) return read;
  if (parts.includes('day')) return { value: { precision: 'exact', date: read.value } };
  return parts.includes('month')
    ? { value: { precision: 'month', month: read.value } }
    : { value: { precision: 'year', year: read.value } };
}

function readOngoing(question: QuestionOf<'date'>, posted: Posted): Read<DateAnswer> {
  const field = sinceField(question.id);
  const since = question.since ? posted(field).replace(/\s+/g, ' ') : '';
  if (since.length > mostAboutWords) return { fault: { field, word: 'aboutTooLong' } };
  return { value: { precision: 'ongoing', ...(since === '' ? {} : { since }) } };
}

function readPrecision(
  question: QuestionOf<'date'>,
  precision: Precision,
  posted: Posted,
  today?: string,
): Read<DateAnswer> {
  if (precision === 'today' || precision === 'yesterday') {
    if (today === undefined) return { fault: { field: question.id, word: 'option' } };
    return { value: { precision: 'exact', date: precision === 'today' ? today : dayBefore(today) } };
  }
  if (precision === 'unknown') return { value: { precision } };
  if (precision === 'ongoing') return readOngoing(question, posted);
  if (precision === 'about') return readAbout(question, posted);
  const [first, last] = boxesOf(question.id, precision).map((boxes) => readBoxes(boxes, posted));
  if (first === undefined || 'fault' in first) {
    return first ?? { fault: { field: question.id, word: 'realDate' } };
  }
  if (precision === 'exact') return { value: { precision, date: first.value } };
  if (precision === 'month') return { value: { precision, month: first.value } };
  if (precision === 'year') return { value: { precision, year: first.value } };
  if (last === undefined || 'fault' in last) {
    return last ?? { fault: { field: question.id, word: 'realDate' } };
  }
  if (last.value < first.value) return { fault: { field: `${question.id}-to-day`, word: 'order' } };
  return { value: { precision, from: first.value, to: last.value } };
}

/** The date as posted, seen from `today`, `YYYY-MM-DD`; undefined when nothing was given. */
export function readDate(
  question: QuestionOf<'date'>,
  posted: Posted,
  today?: string,
): Read<DateAnswer | undefined> {
  if (question.partial) return readPartial(question, posted);
  const [only] = question.precisions;
  if (!asksPrecision(question) && only !== undefined) {
    const blank = boxesOf(question.id, only).every((boxes) => isBlank(boxes, posted));
    return blank ? { value: undefined } : readPrecision(question, only, posted);
  }
  const chosen = posted(question.id);
  if (chosen === '') return { value: undefined };
  const precision = question.precisions.find((each) => each === chosen);
  if (precision === undefined) return { fault: { field: question.id, word: 'option' } };
  return readPrecision(question, precision, posted, today);
}

function dayBefore(today: string): string {
  const before = new Date(`${today}T00:00:00Z`);
  before.setUTCDate(before.getUTCDate() - 1);
  return before.toISOString().slice(0, 10);
}

/** What the fields hold for a date answered before. */
export function dateValues(question: QuestionOf<'date'>, answer: DateAnswer): Record<string, string> {
  const values: Record<string, string> = asksPrecision(question) ? { [question.id]: answer.precision } : {};
  const fill = (boxes: DateBoxes | undefined, date: string) => {
    if (boxes === undefined) return;
    const [year = '', month = '', day = ''] = date.split('-');
    const byPart = { day, month, year };
    for (const part of boxes.parts)
      if (byPart[part] !== '') values[`${boxes.prefix}-${part}`] = byPart[part].replace(/^0/, '');
  };
  if (answer.precision === 'about') values[aboutField(question.id)] = answer.words;
  if (answer.precision === 'ongoing' && answer.since !== undefined)
    values[sinceField(question.id)] = answer.since;
  const [first, last] = boxesOf(question.id, question.partial ? 'exact' : answer.precision);
  if (answer.precision === 'exact') fill(first, answer.date);
  if (answer.precision === 'month') fill(first, answer.month);
  if (answer.precision === 'year') fill(first, answer.year);
  if (answer.precision === 'range') {
    fill(first, answer.from);
    fill(last, answer.to);
  }
  return values;
}

/** The first day that the answer speaks of, `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null when it names none. */
function earliestDay(answer: DateAnswer): string | null {
  return answer.precision === 'range' ? answer.from : latestDay(answer);
}

/**
 * Whether one date certainly lies before another: by the day, month or year up to which both are known. What is said in words,
 * is going on or is not known is certain of nothing.
 */
export function isBefore(one: DateAnswer, other: DateAnswer): boolean {
  const [latest, earliest] = [latestDay(one), earliestDay(other)];
  if (latest === null || earliest === null) return false;
  const length = Math.min(latest.length, earliest.length);
  return latest.slice(0, length) < earliest.slice(0, length);
}

/** The last day that the answer speaks of, `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null when it names none. */
export function latestDay(answer: DateAnswer): string | null {
  if (answer.precision === 'exact') return answer.date;
  if (answer.precision === 'month') return answer.month;
  if (answer.precision === 'year') return answer.year;
  return answer.precision === 'range' ? answer.to : null;
}
