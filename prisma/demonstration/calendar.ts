import { TZDate } from '@date-fns/tz';
import { workingCalendar, type WorkingHours } from '#app/domain/force/clocks-calendar.ts';
import { dueAt } from '#app/domain/force/clocks.ts';

export const minute = 60_000;
const hour = 60 * minute;
export const day = 24 * hour;

const zone = 'Europe/London';

/** A calendar day where the force is, "2015-06-04". */
export type LocalDay = string;

export const later = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * minute);

export const localDay = (at: Date): LocalDay => new TZDate(at, zone).toISOString().slice(0, 10);

/** The instant of so many minutes after midnight of a local day. */
export function localTime(on: LocalDay, minutes: number): Date {
  const [year = 0, month = 1, date = 1] = on.split('-').map(Number);
  return new Date(new TZDate(year, month - 1, date, 0, minutes, zone).getTime());
}

/** Every local day from the first to the last, both included. */
export function daysBetween(first: LocalDay, last: LocalDay): LocalDay[] {
  const days: LocalDay[] = [];
  const end = Date.parse(last);
  for (let at = Date.parse(first); at <= end; at += day) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** How the force works: what officers do happens in its working hours. */
export type OfficeHours = {
  /** The moment when so many minutes of working time have passed. */
  after: (at: Date, minutes: number) => Date;
  isWorkingDay: (on: LocalDay) => boolean;
};

export function officeHours(hours: WorkingHours): OfficeHours {
  const calendar = workingCalendar(hours);
  return {
    after: (at, minutes) => dueAt(at, { minutes, basis: 'working' }, calendar),
    isWorkingDay: (on) => calendar.isWorkingDay(localTime(on, 12 * 60)),
  };
}
