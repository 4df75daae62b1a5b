import { charactersOrLess } from '../../kernel/text-limits.ts';
import { taskLimits } from './task-words.ts';

/** Either what was written, tidied, or the sentence for its field. */
export type Read<Value> = { value: Value; problem: null } | { value: null; problem: string };

const fine = <Value>(value: Value): Read<Value> => ({ value, problem: null });
const wrong = (problem: string): Read<never> => ({ value: null, problem });

/** A text of a form. `name` begins the sentence about its length: "Task". */
export function readText(
  written: string,
  words: { missing: string; name: string; limit?: number },
): Read<string> {
  const text = written.trim();
  const limit = words.limit ?? taskLimits.comment;
  if (!text) return wrong(words.missing);
  return text.length > limit ? wrong(`${words.name} must be ${charactersOrLess(limit)}`) : fine(text);
}

/** Something that is due later than in so many years is a slip of the keys, or nobody's task. */
const mostYears = 5;

/** What is wrong with a day by which something is due; null for today or later. Both are days like "2016-01-18". */
export function faultOfDueDay(day: string, today: string): string | null {
  if (day < today) return 'Due date must be today or in the future';
  const last = `${Number(today.slice(0, 4)) + mostYears}${today.slice(4)}`;
  return day > last ? `Due date must be within the next ${mostYears} years` : null;
}

/** A day as the database takes it. */
export const dayOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** A day as the database gives it. */
export const dayText = (date: Date): string => date.toISOString().slice(0, 10);
