import { readWrittenDate, isBlankDate, type DateBoxes } from '../../kernel/written-date.ts';
import { readTime, type LocalTime } from '../../kernel/local-time.ts';

/** A day in three boxes and a time, as a form posts them. */
export type WrittenMoment = { date: DateBoxes; time: string };

/**
 * A moment of a form, or what is wrong with it by the names of its two fields: `prefix` and `prefix`Time. `what` names
 * it in the middle of a sentence.
 */
export function readMoment(
  moment: WrittenMoment,
  prefix: string,
  what: string,
  errors: Record<string, string>,
): LocalTime | null {
  const day = readWrittenDate(moment.date);
  const minutes = readTime(moment.time);
  if (day === null)
    errors[prefix] = isBlankDate(moment.date)
      ? `Enter the day on which ${what}`
      : `The day on which ${what} must be a real date`;
  if (minutes === null)
    errors[`${prefix}Time`] =
      moment.time.trim() === ''
        ? `Enter the time at which ${what}`
        : `The time at which ${what} must be a time of day, like 17:00 or 5pm`;
  return day === null || minutes === null ? null : { day, minutes };
}

export const isBlankMoment = ({ date, time }: WrittenMoment): boolean =>
  isBlankDate(date) && time.trim() === '';
