import type { Force } from '../../force/current-force.server.ts';

const minute = 60_000;

/** A session is touched at most this often, in milliseconds, so that reading a page seldom writes. */
export const touchEvery = minute;

/** How long the proof of who somebody is counts for what asks for a recent one. */
export const proofLasts = 10 * minute;

export const provedLately = (provedAt: Date | null, now: Date): boolean =>
  provedAt !== null && now.getTime() - provedAt.getTime() < proofLasts;

/**
 * How a session ends from the point of view of a page that was just opened. Milliseconds.
 * - `inMs`: how long the person may do nothing. Never more than there is: a use within the last minute is not counted.
 * - `extendable`: whether using the portal moves the end on; not once the longest time of a session is near.
 */
export type SessionEnd = { inMs: number; extendable: boolean; sharedComputer: boolean };

export function sessionEnd(
  now: Date,
  session: { sharedComputer: boolean; absoluteExpiresAt: Date },
  force: Pick<Force, 'sessions'>,
): SessionEnd {
  const { sharedComputer, absoluteExpiresAt } = session;
  const quiet = expiriesAt(now, sharedComputer, force).idle.getTime() - now.getTime() - touchEvery;
  const left = absoluteExpiresAt.getTime() - now.getTime();
  return left > quiet
    ? { inMs: quiet, extendable: true, sharedComputer }
    : { inMs: left, extendable: false, sharedComputer };
}

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
