/** "2015-16" → "2016-17", wherever a text names a year so: titles of a plan, carried into the next. */
export const nextYears = (text: string): string =>
  text.replace(
    /\b(\d{4})([-–/])(\d{2})\b/g,
    (_, first: string, dash: string, last: string) =>
      `${Number(first) + 1}${dash}${String((Number(last) + 1) % 100).padStart(2, '0')}`,
  );

/** The year after a period: from the day after its last day, for as long as it was. Days of the calendar, UTC. */
export function periodAfter({ firstDay, lastDay }: { firstDay: Date; lastDay: Date }): {
  firstDay: Date;
  lastDay: Date;
} {
  const first = dayAfter(lastDay, 1);
  const whole = lastDay.getTime() === dayAfter(yearAfter(firstDay), -1).getTime();
  return {
    firstDay: first,
    lastDay: whole
      ? dayAfter(yearAfter(first), -1)
      : new Date(first.getTime() + lastDay.getTime() - firstDay.getTime()),
  };
}

const dayAfter = (day: Date, days: number) =>
  new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + days));
const yearAfter = (day: Date) =>
  new Date(Date.UTC(day.getUTCFullYear() + 1, day.getUTCMonth(), day.getUTCDate()));

/** A day of the calendar as the database keeps it, as text, "2016-04-01", and back. */
export const dayText = (day: Date): string => day.toISOString().slice(0, 10);
export const dayOfText = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** "1 April 2016" */
export const dayWords = (day: Date): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(day);
