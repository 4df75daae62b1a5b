import type { Tx } from '#app/platform/db/transaction.ts';
import type { BeforeAfter } from './compared.ts';
import { measuresCompared, type MeasureCompared } from './measures-compared.server.ts';
import { daysUpTo, quarterDays, spanOf, type Period } from './period.ts';

/** 52 weeks back, so that the days of the week are the same. */
const yearOfWeeks = 364;

/** What stands on a lead's home of what came of reports. */
const cameOfIt = ['any-result', 'arrests', 'safeguarded', 'crime', 'referral'] as const;

export type RecentWeeks = {
  /** Whole days up to yesterday, and as many before them. */
  recent: Period;
  earlier: Period;
  /** In the same weeks of the year before; null where the portal has no data of all of them. */
  yearBefore: number | null;
  received: BeforeAfter;
  /** Of those received in either, of how many it came so far. */
  came: Record<(typeof cameOfIt)[number], MeasureCompared>;
};

/** The last weeks against as many before: whatever was ever sent, it reads those weeks alone. */
export async function recentWeeks(tx: Tx, now: Date): Promise<RecentWeeks> {
  const [recent, earlier] = [daysUpTo(now, quarterDays), daysUpTo(now, quarterDays, quarterDays)];
  const windows = { before: spanOf(earlier), after: spanOf(recent) };
  const { received, ...came } = await measuresCompared(tx, ['received', ...cameOfIt], windows, now);
  const year = daysUpTo(now, quarterDays, yearOfWeeks);
  const [row] = await tx.$queryRaw<{ count: number | null }[]>`
    SELECT CASE WHEN min(key) < ${year.first} THEN coalesce(sum(count) FILTER (WHERE key >= ${year.first} AND key <= ${year.last}), 0)::integer END AS count
    FROM submission_count WHERE fact = 'day'`;
  return { recent, earlier, yearBefore: row?.count ?? null, received, came };
}
