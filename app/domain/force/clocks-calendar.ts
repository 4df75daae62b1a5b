import { TZDate } from '@date-fns/tz';
import Holidays from 'date-holidays';
import { z } from 'zod';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time as hh:mm');

/**
 * When working time runs, from the force pack. `days` are days of the week, 1 (Monday) to 7 (Sunday); `opens` and
 * `closes` are local times of one day, "hh:mm"; holidays are those of a country and region of the date-holidays
 * package, such as GB and ENG.
 */
export const workingHoursSchema = z
  .strictObject({
    timeZone: z.string().min(1),
    days: z.array(z.int().min(1).max(7)).min(1),
    opens: clockTime,
    closes: clockTime,
    holidays: z.strictObject({ country: z.string().length(2), region: z.string().min(1) }),
  })
  .refine(({ opens, closes }) => opens < closes, 'Working hours must close after they open');
export type WorkingHours = z.infer<typeof workingHoursSchema>;

/** A span of time, from its start up to and without its end. */
export type Span = { from: Date; to: Date };

export interface WorkingCalendar {
  /** The working spans after an instant, in order, without end. The first is cut off at the instant. */
  workingSpans(after: Date): Generator<Span, never>;
  /** Whether the instant falls on a day of work: neither a weekend nor a bank holiday. */
  isWorkingDay(at: Date): boolean;
  /** Noon of each bank holiday in a span that would be a day of work else, both ends included. */
  bankHolidays(span: Span): Date[];
}

/** A day of the force's calendar, as the number of days since 1970: the next is one more. */
type LocalDay = number;

const dayLength = 24 * 60 * 60_000;

/** By the hours that a pack has: what never changes is built once. */
const built = new WeakMap<WorkingHours, WorkingCalendar>();

/** The calendar of a force. Bank holidays are computed for a year when that year is first asked about. */
export function workingCalendar(hours: WorkingHours): WorkingCalendar {
  const known = built.get(hours);
  if (known) return known;
  const calendar = build(hours);
  built.set(hours, calendar);
  return calendar;
}

function build(hours: WorkingHours): WorkingCalendar {
  const holidays = new Holidays(hours.holidays.country, hours.holidays.region);
  const holidaysByYear = new Map<number, Set<string>>();

  function holidaysOf(year: number): Set<string> {
    const known = holidaysByYear.get(year);
    if (known !== undefined) return known;
    const days = holidays.getHolidays(year).filter((holiday) => holiday.type === 'public');
    // The first ten characters are the local calendar day; the rest depends on the machine's own zone.
    const found = new Set(days.map((holiday) => holiday.date.slice(0, 10)));
    holidaysByYear.set(year, found);
    return found;
  }

  function localDay(at: Date): LocalDay {
    const local = new TZDate(at, hours.timeZone);
    return Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / dayLength;
  }

  function kindOf(day: LocalDay): 'work' | 'weekend' | 'bank_holiday' {
    const date = new Date(day * dayLength);
    if (!hours.days.includes(date.getUTCDay() === 0 ? 7 : date.getUTCDay())) return 'weekend';
    const written = date.toISOString().slice(0, 10);
    return holidaysOf(date.getUTCFullYear()).has(written) ? 'bank_holiday' : 'work';
  }

  function at(day: LocalDay, time: string): Date {
    const date = new Date(day * dayLength);
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    const [year, month, ofMonth] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
    return new Date(new TZDate(year, month, ofMonth, hour, minute, hours.timeZone).getTime());
  }

  const opening = new Map<LocalDay, Span>();

  /** From when to when the offices are open. A day is asked about again and again, and zones are slow to reckon with. */
  function openOn(day: LocalDay): Span {
    const known = opening.get(day);
    if (known !== undefined) return known;
    const span = { from: at(day, hours.opens), to: at(day, hours.closes) };
    opening.set(day, span);
    return span;
  }

  function* workingSpans(after: Date): Generator<Span, never> {
    for (let day = localDay(after); ; day += 1) {
      if (kindOf(day) !== 'work') continue;
      const { from: opens, to } = openOn(day);
      const from = opens < after ? after : opens;
      if (from < to) yield { from, to };
    }
  }

  function bankHolidays({ from, to }: Span): Date[] {
    const found: Date[] = [];
    const last = localDay(to);
    for (let day = localDay(from); day <= last; day += 1)
      if (kindOf(day) === 'bank_holiday') found.push(at(day, '12:00'));
    return found;
  }

  return { workingSpans, isWorkingDay: (instant) => kindOf(localDay(instant)) === 'work', bankHolidays };
}
