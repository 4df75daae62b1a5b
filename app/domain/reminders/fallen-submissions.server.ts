import type { Db } from '#app/platform/db/client.ts';
import { isOpen } from '../submission/queue-sql.server.ts';
import { goneAccounts } from '../submission/without-holder.server.ts';

/**
 * How many submissions fell from a queue of which nobody is here and are still with nobody who is. `pressing`: those of
 * them that are High, and all that fell from FIB itself, above which nobody is left to take them on.
 */
export async function fallenSubmissions(db: Db, now: Date): Promise<{ all: number; pressing: number }> {
  const [row] = await db.$queryRaw<{ all: number; pressing: number }[]>`
    SELECT count(*)::int AS all, (count(*) FILTER (WHERE s.priority = 'high' OR q.kind = 'fib'))::int AS pressing
    FROM submission s JOIN queue q ON q.id = s.fell_from
    WHERE ${isOpen} AND (s.claimed_by IS NULL OR s.claimed_by IN (${goneAccounts(now)}))`;
  return row ?? { all: 0, pressing: 0 };
}
