/**
 * Dates and times as people here read them: GOV.UK style, in British time. All functions take instants; the
 * time zone is fixed, because a portal serves one force.
 */
const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
});

type Part = 'weekday' | 'year' | 'month' | 'day' | 'hour' | 'minute';

/** Of the last instant: what shows a day mostly shows its time too. */
let last: { at: number; parts: Record<Part, string> } | null = null;

function partsOf(at: Date): Record<Part, string> {
  if (last?.at === at.getTime()) return last.parts;
  const parts: Record<string, string> = {};
  for (const { type, value } of inLondon.formatToParts(at)) parts[type] = value;
  last = { at: at.getTime(), parts };
  return parts;
}

/** "18 January 2016" */
export function formatDate(at: Date): string {
  const { day, month, year } = partsOf(at);
  return `${day} ${month} ${year}`;
}

/** "Monday 18 January 2016" */
export function formatDateWithWeekday(at: Date): string {
  return `${partsOf(at).weekday} ${formatDate(at)}`;
}

/** "18 Jan 2016", for narrow columns */
export function formatShortDate(at: Date): string {
  const { day, month, year } = partsOf(at);
  return `${day} ${month.slice(0, 3)} ${year}`;
}

/** "18 Jan, 9:05am", where what stands beside it tells the year */
export function formatDayTime(at: Date): string {
  const { day, month } = partsOf(at);
  return `${day} ${month.slice(0, 3)}, ${formatTime(at)}`;
}

/** "9:05am", "9am", "midday", "midnight": 12am and 12pm are read either way. */
export function formatTime(at: Date): string {
  const { hour, minute } = partsOf(at);
  const hours = Number(hour);
  if (minute === '00' && hours === 0) return 'midnight';
  if (minute === '00' && hours === 12) return 'midday';
  const onClock = hours % 12 === 0 ? 12 : hours % 12;
  return `${onClock}${minute === '00' ? '' : `:${minute}`}${hours < 12 ? 'am' : 'pm'}`;
}

/** "18 January 2016 at 9:05am" */
export function formatDateTime(at: Date): string {
  return `${formatDate(at)} at ${formatTime(at)}`;
}

/** "18 Jan 2016, 9:05am", for narrow columns */
export function formatShortDateTime(at: Date): string {
  return `${formatShortDate(at)}, ${formatTime(at)}`;
}
