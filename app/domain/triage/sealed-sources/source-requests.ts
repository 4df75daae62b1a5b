/** How a request to open a sealed source stands. */
export type Standing = 'waiting' | 'readable' | 'refused' | 'over';

type Decided = { agreed: boolean | null; readableUntil: Date | null };

/** One opened at once is readable before anybody has decided, and no longer once a custodian says that it was wrong. */
export function standingOf({ agreed, readableUntil }: Decided, now: Date): Standing {
  if (agreed === false) return 'refused';
  if (readableUntil === null) return 'waiting';
  return now < readableUntil ? 'readable' : 'over';
}

/** For how many hours a custodian may let whoever asked read the record. */
export const hoursOffered = ['1', '8', '24', '72'] as const;

/** No; that it was right, of one opened at once; or for how many hours it may be read. */
export type Decision = 'no' | 'right' | (typeof hoursOffered)[number];

/** For how long one that was opened at once can be read, in hours. */
export const hoursAtOnce = 1;

export const hoursFrom = (now: Date, hours: number): Date => new Date(now.getTime() + hours * 60 * 60_000);
