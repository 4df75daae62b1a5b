import { namedMonth } from './months.ts';

/** A date as typed in three boxes. */
export type DateBoxes = { day: string; month: string; year: string };

export const blankDate: DateBoxes = { day: '', month: '', year: '' };

/** "YYYY-MM-DD", or null when the boxes hold no date of the calendar. Months may be words: "jan", "January". */
export function readWrittenDate(boxes: DateBoxes): string | null {
  const day = digits(boxes.day, 2);
  const month = digits(boxes.month, 2) ?? namedMonth(boxes.month);
  const year = digits(boxes.year, 4);
  if (day === null || year === null || year < 1000) return null;
  const at = new Date(Date.UTC(year, month - 1, day));
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return real ? at.toISOString().slice(0, 10) : null;
}

export const isBlankDate = (boxes: DateBoxes): boolean =>
  [boxes.day, boxes.month, boxes.year].every((box) => box.trim() === '');

/** The boxes of a day, "YYYY-MM-DD". */
export function dateBoxes(day: string): DateBoxes {
  const [year = '', month = '', date = ''] = day.split('-');
  return { day: String(Number(date)), month: String(Number(month)), year };
}

function digits(text: string, most: number): number | null {
  const tidy = text.trim();
  return /^\d+$/.test(tidy) && tidy.length <= most ? Number(tidy) : null;
}
