import type { Db } from '#app/platform/db/client.ts';
import { highWithoutHolder, withoutHolderSince } from '../submission/without-holder.server.ts';

/** How many High submissions nobody who is here holds, and since when the first of them. */
export async function highWaiting(db: Db, now: Date): Promise<{ count: number; since: Date | null }> {
  const [row] = await db.$queryRaw<{ count: number; since: Date | null }[]>`
    SELECT count(*)::int AS count, min(${withoutHolderSince(now)}) AS since FROM ${highWithoutHolder(now)} s`;
  return row ?? { count: 0, since: null };
}
