import { TZDate } from '@date-fns/tz';

/** A day as written, "YYYY-MM-DD", and a time of that day in minutes from midnight. */
export type LocalTime = { day: string; minutes: number };

const hour = 60 * 60_000;

/** The zone in which a roster is written and read: that of the United Kingdom. */
const zone = 'Europe/London';

/**
 * The instant of a local time. Null where the clocks go forward over it, so that it never comes. Where they go back it
 * comes twice: `earlier` or `later` says which is meant, so that a start and an end together cover the longer time.
 */
export function instantOf({ day, minutes }: LocalTime, twice: 'earlier' | 'later'): Date | null {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const found = new TZDate(year, month - 1, date, Math.floor(minutes / 60), minutes % 60, zone).getTime();
  // The zone's library picks one of two instants; an hour to either side tells whether there is another.
  const readings = [found - hour, found, found + hour].filter((at) => {
    const local = localTimeOf(new Date(at));
    return local.day === day && local.minutes === minutes;
  });
  const chosen = twice === 'earlier' ? readings[0] : readings.at(-1);
  return chosen === undefined ? null : new Date(chosen);
}

/** The time on the clock on the wall. */
export function localTimeOf(at: Date): LocalTime {
  const local = new TZDate(at.getTime(), zone);
  const written = [local.getFullYear(), local.getMonth() + 1, local.getDate()]
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-');
  return { day: written, minutes: local.getHours() * 60 + local.getMinutes() };
}

/** The day so many days after another, both "YYYY-MM-DD". */
export function dayAfter(day: string, days: number): string {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** Minutes from midnight of a time as people write it: "17:00", "1700", "9.30", "5pm", "5:30 pm", "midnight", "midday". */
export function readTime(typed: string): number | null {
  const text = typed.trim().toLowerCase().replace(/\s+/g, '');
  if (text === 'midnight') return 0;
  if (text === 'midday' || text === 'noon') return 12 * 60;
  const [, hours = '', minutes = '0', half] =
    /^(\d{1,2})(?:[:.]?(\d{2}))?(am|pm)?$/.exec(text) ?? /^(\d{1,2})(\d{2})()$/.exec(text) ?? [];
  if (hours === '') return null;
  const [typedHour, minute] = [Number(hours), Number(minutes)];
  if (minute > 59 || (half ? typedHour < 1 || typedHour > 12 : typedHour > 23)) return null;
  const onDay = half ? (typedHour % 12) + (half === 'pm' ? 12 : 0) : typedHour;
  return onDay * 60 + minute;
}

/** "17:00" */
export function writtenTime(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
