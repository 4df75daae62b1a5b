import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Db } from '#app/platform/db/client.ts';
import { highWithoutHolder, withoutHolderSince } from '../submission/without-holder.server.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { sentAtOnce } from '../triage/approvals/approvals-waiting.server.ts';

/** `urgentOverdue` as a subselect. `unheld`: `highWithoutHolder`, where the statement has it by a name. */
export const urgentOverdueSql = (
  now: Date,
  unheld: Prisma.Sql = highWithoutHolder(now),
): Prisma.Sql => Prisma.sql`SELECT count(*) FROM (
  SELECT s.id FROM ${unheld} s WHERE s.first_seen_due_at < ${now}
  UNION SELECT s.id FROM submission s WHERE s.new_danger_due_at < ${now}) overdue`;

/**
 * How many submissions about danger nobody has looked after in time: High ones that nobody who is here holds although their
 * first clock has run out, and those, claimed or not, in which a partner told of danger and nobody has marked that as read
 * in the same time. Reads small partial indexes.
 */
export async function urgentOverdue(db: Db, now: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT (${urgentOverdueSql(now)})::int AS count`;
  return row?.count ?? 0;
}

/** How many High submissions nobody who is here holds, and since when the first of them. */
export async function highWaiting(db: Db, now: Date): Promise<{ count: number; since: Date | null }> {
  const [row] = await db.$queryRaw<{ count: number; since: Date | null }[]>`
    SELECT count(*)::int AS count, min(${withoutHolderSince(now)}) AS since FROM ${highWithoutHolder(now)} s`;
  return row ?? { count: 0, since: null };
}

/** How many texts went out on one person's word and were not approved by a second in the time that the pack gives. */
export async function approvalsOverdue(db: Db, now: Date): Promise<number> {
  const sent = await transaction(db, (tx) => sentAtOnce(tx, { packHash: null }));
  return sent.filter(({ approveBy }) => approveBy < now).length;
}
