import type { Force } from '../administration/current-force.server.ts';

const minute = 60_000;

/** A session is touched at most this often, in milliseconds, so that reading a page seldom writes. */
export const touchEvery = minute;

/** When a session ends without use and altogether, in real time, as the force's pack says. Sooner on a shared computer. */
export function expiriesAt(
  now: Date,
  sharedComputer: boolean,
  { sessions }: Pick<Force, 'sessions'>,
): { idle: Date; absolute: Date } {
  const idle = sharedComputer ? sessions.sharedComputerIdleMinutes : sessions.idleMinutes;
  const hours = sharedComputer ? sessions.sharedComputerAbsoluteHours : sessions.absoluteHours;
  return {
    idle: new Date(now.getTime() + idle * minute),
    absolute: new Date(now.getTime() + hours * 60 * minute),
  };
}
