import type { Db } from '#app/platform/db/client.ts';
import { highWithoutHolder } from '../submission/without-holder.server.ts';

/**
 * How many submissions about danger nobody has looked after in time: High ones that nobody who is here holds although their
 * first clock has run out, and those, claimed or not, in which a partner told of danger and nobody has marked that as read
 * in the same time. Reads small partial indexes.
 */
export async function urgentOverdue(db: Db, now: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT s.id FROM ${highWithoutHolder(now)} s WHERE s.first_seen_due_at < ${now}
      UNION SELECT s.id FROM submission s WHERE s.new_danger_due_at < ${now}) overdue`;
  return row?.count ?? 0;
}
