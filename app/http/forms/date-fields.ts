import { dateBoxes } from '#app/domain/kernel/written-date.ts';

const parts = ['day', 'month', 'year'] as const;

/** The boxes filled with a day, "2016-01-18"; empty without one. */
export function dateValues(field: string, day: string | null): Record<string, string> {
  const boxes = day === null ? { day: '', month: '', year: '' } : dateBoxes(day);
  return Object.fromEntries(parts.map((part) => [`${field}-${part}`, boxes[part]]));
}
