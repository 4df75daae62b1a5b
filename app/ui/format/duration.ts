const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A length of time in its largest fitting unit, rounded down: "2 days", "3 hours", "1 minute". Days start at 48
 * hours, since "1 day" hides whether 25 or 47 hours are left. Takes milliseconds; the sign is dropped.
 */
export function formatDuration(milliseconds: number): string {
  const length = Math.abs(milliseconds);
  if (length >= 2 * DAY) return counted(Math.floor(length / DAY), 'day');
  if (length >= HOUR) return counted(Math.floor(length / HOUR), 'hour');
  if (length >= MINUTE) return counted(Math.floor(length / MINUTE), 'minute');
  return 'less than a minute';
}

/** What is left until a time is due, or by how much it has passed. A time that is due now is not yet overdue. */
export function formatDue(due: Date, now: Date): { text: string; overdue: boolean } {
  const left = due.getTime() - now.getTime();
  return left < 0
    ? { text: `Overdue by ${formatDuration(left)}`, overdue: true }
    : { text: `Due in ${formatDuration(left)}`, overdue: false };
}

/** Hours by the clock as a figure has them: "20 minutes", "23 hours", "8.1 days". */
export const formatHours = (hours: number): string =>
  Math.ceil(hours * 60) < 60
    ? counted(Math.ceil(hours * 60), 'minute')
    : Math.round(hours) < 48
      ? counted(Math.round(hours), 'hour')
      : `${(hours / 24).toFixed(1)} days`;

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
