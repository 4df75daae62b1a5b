import { daysBetween, later, localTime, type LocalDay, type OfficeHours } from './calendar.ts';
import volumes from './data/volumes.json' with { type: 'json' };
import type { Random } from './random.ts';

/**
 * Whole reports a month: between ten and sixty, more after each of the plan's events. January ends on the 17th; a few that
 * are told one by one come to it (see last-days.ts).
 */
export const monthlyVolumes: Readonly<Record<string, number>> = volumes.monthlyVolumes;

/** The days of the plan after which more is reported: the partner event, the media release, the day with partners. */
export const turningPoints: readonly LocalDay[] = volumes.turningPoints;

/** 0 before the first of them, 3 after the last. */
export const phaseOf = (on: LocalDay): number => turningPoints.filter((point) => point <= on).length;

const lastDay = '2016-01-17';

/** When each report of the year is sent, in order. A month's number is exact; its days follow week and events. */
export function submissionTimes(random: Random, hours: OfficeHours): Date[] {
  return Object.entries(monthlyVolumes)
    .flatMap(([month, volume]) => timesIn(month, volume, random, hours))
    .sort((one, other) => one.getTime() - other.getTime());
}

function timesIn(month: string, volume: number, random: Random, hours: OfficeHours): Date[] {
  const days = daysBetween(`${month}-01`, lastOf(month));
  const weights = days.map((on) => (hours.isWorkingDay(on) ? 1 : 0.3) * liftOn(on));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  // One in each equal part of the month's weight, so that no month depends on luck.
  return Array.from({ length: volume }, (_, index) => {
    let left = ((index + random.next()) / volume) * whole;
    const at = weights.findIndex((weight) => (left -= weight) < 0);
    const on = days[at === -1 ? days.length - 1 : at] ?? lastDay;
    return timeOn(on, random, hours);
  });
}

function lastOf(month: string): LocalDay {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  return last < lastDay ? last : lastDay;
}

/** What is left of an event's effect: it doubles what is reported and fades over some weeks. */
function liftOn(on: LocalDay): number {
  const days = turningPoints.map((point) => (Date.parse(on) - Date.parse(point)) / 86_400_000);
  return 1 + Math.max(0, ...days.map((passed) => (passed < 1 ? 0 : Math.exp(-passed / 20))));
}

/** Most partners write in their working day, some in the evening, few at the weekend. */
function timeOn(on: LocalDay, random: Random, hours: OfficeHours): Date {
  const evening = random.chance(hours.isWorkingDay(on) ? 0.14 : 0.4);
  const from = evening ? 17 * 60 : 8 * 60 + 40;
  const to = evening ? 22 * 60 : 17 * 60;
  return later(localTime(on, random.between(from, to)), random.between(0, 59) / 60);
}
