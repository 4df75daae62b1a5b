import type { WrittenMoment } from '#app/domain/people/duty/written-period.ts';
import { localTimeOf, writtenTime } from '#app/domain/kernel/local-time.ts';
import { dateBoxes, type DateBoxes } from '#app/domain/kernel/written-date.ts';
import type { PostedForm } from './posted-form.ts';

/** The names of the fields of a day, and of a day with its time. */
export const dayFields = (name: string): string[] => [`${name}-day`, `${name}-month`, `${name}-year`];
export const momentFields = (name: string): string[] => [...dayFields(name), `${name}Time`];

export const postedDay = (form: PostedForm, name: string): DateBoxes => ({
  day: form.get(`${name}-day`),
  month: form.get(`${name}-month`),
  year: form.get(`${name}-year`),
});

export const postedMoment = (form: PostedForm, name: string): WrittenMoment => ({
  date: postedDay(form, name),
  time: form.get(`${name}Time`),
});

/** What the fields hold for an instant. Nothing for what an address wrote as one and is none. */
export function momentValues(name: string, at: Date): Record<string, string> {
  if (Number.isNaN(at.getTime())) return {};
  const { day, minutes } = localTimeOf(at);
  const { day: date, month, year } = dateBoxes(day);
  return {
    [`${name}-day`]: date,
    [`${name}-month`]: month,
    [`${name}-year`]: year,
    [`${name}Time`]: writtenTime(minutes),
  };
}
