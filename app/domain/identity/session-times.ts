const minutes = (count: number) => count * 60_000;
const hours = (count: number) => minutes(60 * count);

/** How long a session lasts without use and altogether, in milliseconds of real time. Shorter on a shared computer. */
export const sessionTimes = {
  own: { idle: minutes(30), absolute: hours(12) },
  shared: { idle: minutes(10), absolute: hours(2) },
} as const;

/** A session is touched at most this often, so that reading a page seldom writes. */
export const touchEvery = minutes(1);

export function expiriesAt(now: Date, sharedComputer: boolean): { idle: Date; absolute: Date } {
  const times = sharedComputer ? sessionTimes.shared : sessionTimes.own;
  return { idle: new Date(now.getTime() + times.idle), absolute: new Date(now.getTime() + times.absolute) };
}
