import { dateBoxes, type DateBoxes } from '#app/domain/kernel/written-date.ts';
import type { PostedForm } from './posted-form.ts';

const parts = ['day', 'month', 'year'] as const;

/** The names of the three boxes of a date. */
export const dateFields = (field: string): string[] => parts.map((part) => `${field}-${part}`);

/** A date as typed. */
export const dateOf = (form: PostedForm, field: string): DateBoxes => ({
  day: form.get(`${field}-day`),
  month: form.get(`${field}-month`),
  year: form.get(`${field}-year`),
});

/** The boxes filled with a day, "2016-01-18"; empty without one. */
export function dateValues(field: string, day: string | null): Record<string, string> {
  const boxes = day === null ? { day: '', month: '', year: '' } : dateBoxes(day);
  return Object.fromEntries(parts.map((part) => [`${field}-${part}`, boxes[part]]));
}
