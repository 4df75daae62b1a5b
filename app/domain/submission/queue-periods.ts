import { TZDate } from '@date-fns/tz';
import { addDays, startOfDay, startOfWeek } from 'date-fns';

/** A stretch of time: from the first instant, up to and without the last; null is without an end on that side. */
export type Period = { from: Date | null; before: Date | null };

export type NamedPeriod = 'past' | 'rest_of_today' | 'this_week';

/** The stretch of time that a name means now, by the calendar of the United Kingdom. A week begins on Monday. */
export function periodOf(name: NamedPeriod, now: Date): Period {
  if (name === 'past') return { from: null, before: now };
  const local = new TZDate(now, 'Europe/London');
  if (name === 'rest_of_today') return { from: now, before: plain(startOfDay(addDays(local, 1))) };
  const monday = startOfWeek(local, { weekStartsOn: 1 });
  return { from: plain(monday), before: plain(addDays(monday, 7)) };
}

/** An ordinary date, so that nobody downstream depends on the time zone that this one carries. */
const plain = (date: Date): Date => new Date(date.getTime());

export const isWithin = ({ from, before }: Period, at: Date): boolean =>
  (from === null || at >= from) && (before === null || at < before);
