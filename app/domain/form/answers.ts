import type { Condition } from './definition.ts';

/**
 * The answers to a form: plain JSON by question id.
 *
 * text, textarea, radios, select: a string · checkboxes, texts, selects: a list of strings · number: a whole number ·
 * date: a `DateAnswer` · entry: the key of another entry (entries.ts) · site: the id of a site · a list section: under
 * the section's id, a list of `ItemAnswers` · a sealed answer: `{ sealed: true }`. A question that was left blank has no
 * property.
 */
export type Answers = Record<string, unknown>;

/** One entry of a list: a person, place, vehicle and so on. The id is given by the caller, so that saving the same item twice is one item. */
export type ItemAnswers = Answers & { id: string };

/** Days as `YYYY-MM-DD`, months as `YYYY-MM`, years as `YYYY`. */
export type DateAnswer =
  | { precision: 'exact'; date: string }
  | { precision: 'month'; month: string }
  | { precision: 'year'; year: string }
  /** About when, as the reporter puts it: "about June 2015". */
  | { precision: 'about'; words: string }
  | { precision: 'range'; from: string; to: string }
  /** Since when, as the reporter puts it, where they know. */
  | { precision: 'ongoing'; since?: string }
  | { precision: 'unknown' };

export function isDateAnswer(value: unknown): value is DateAnswer {
  return typeof value === 'object' && value !== null && 'precision' in value;
}

/** Stands in the open answers where an answer is kept in the sealed source record. */
export const sealedMarker = { sealed: true } as const;
export type SealedMarker = typeof sealedMarker;

export function isSealed(value: unknown): value is SealedMarker {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, 'sealed') &&
    'sealed' in value &&
    value.sealed === true
  );
}

/** An answer as stored, or undefined. Only own properties count: answers are read from JSON that a browser caused. */
export function answerOf(answers: Answers, questionId: string): unknown {
  return Object.hasOwn(answers, questionId) ? answers[questionId] : undefined;
}

export function textAnswer(answers: Answers, questionId: string): string | null {
  const value = answerOf(answers, questionId);
  return typeof value === 'string' && value !== '' ? value : null;
}

export function choices(answers: Answers, questionId: string): string[] {
  const value = answerOf(answers, questionId);
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

export function numberAnswer(answers: Answers, questionId: string): number | null {
  const value = answerOf(answers, questionId);
  return typeof value === 'number' ? value : null;
}

function isItem(value: unknown): value is ItemAnswers {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}

/** The items of a list section, in the order in which they were added. */
export function itemsOf(answers: Answers, sectionId: string): ItemAnswers[] {
  const value = answerOf(answers, sectionId);
  return Array.isArray(value) ? value.filter(isItem) : [];
}

/** Adds the item, or puts it in the place of the one with the same id. */
export function saveItem(answers: Answers, sectionId: string, item: ItemAnswers): Answers {
  const items = itemsOf(answers, sectionId);
  const known = items.some((each) => each.id === item.id);
  return {
    ...answers,
    [sectionId]: known ? items.map((each) => (each.id === item.id ? item : each)) : [...items, item],
  };
}

/** Removing an item that is already gone changes nothing. */
export function removeItem(answers: Answers, sectionId: string, itemId: string): Answers {
  return { ...answers, [sectionId]: itemsOf(answers, sectionId).filter((each) => each.id !== itemId) };
}

export function holds(condition: Condition | undefined, answers: Answers): boolean {
  if (condition === undefined) return true;
  if ('any' in condition) return condition.any.some((each) => holds(each, answers));
  if ('all' in condition) return condition.all.every((each) => holds(each, answers));
  if ('none' in condition) {
    const { list, ...answered } = condition.none;
    return !itemsOf(answers, list).some((item) => holds(answered, item));
  }
  const value = answerOf(answers, condition.question);
  if (typeof value === 'string') return condition.in.includes(value);
  return Array.isArray(value) && condition.in.some((wanted) => value.includes(wanted));
}
