import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { isOpen } from './queue-sql.server.ts';

/**
 * Accounts whose claims hold nothing up but the next person: suspended, or away at this moment. What they have claimed
 * stays theirs, but nobody who is here holds it (docs/decisions/0034).
 */
export const goneAccounts = (now: Date): Prisma.Sql => Prisma.sql`
  SELECT g.id FROM account g WHERE g.side = 'police' AND g.status <> 'active'
  UNION SELECT b.account_id FROM duty_absence b WHERE b.absent_from <= ${now} AND b.absent_to > ${now}`;

/** How long it counts as held that a second person is awaited, in minutes: then it alarms again like any that nobody holds. */
const awaitedFor = 60;

/**
 * A supervisor has been told that `submission s` waits for them, and has it as good as in hand: who asked to end or lower it
 * said what was done about the danger (docs/decisions/0059).
 */
const awaitsSecondPerson = (now: Date): Prisma.Sql => Prisma.sql`(
  (s.ending_asked_by IS NOT NULL OR s.lowering_asked_by IS NOT NULL)
  AND EXISTS (SELECT 1 FROM danger_act a WHERE a.submission_id = s.id AND a.recorded_at > ${new Date(now.getTime() - awaitedFor * 60_000)}))`;

/**
 * The open High submissions that nobody who is here holds, as a source of rows; what was given to somebody is held once
 * they have opened it. Reads three partial indexes.
 */
export const highWithoutHolder = (now: Date): Prisma.Sql => Prisma.sql`(
  SELECT s.* FROM submission s WHERE s.priority = 'high' AND s.claimed_by IS NULL AND ${isOpen} AND NOT ${awaitsSecondPerson(now)}
  UNION ALL
  SELECT s.* FROM submission s WHERE s.priority = 'high' AND s.claimed_by IN (${goneAccounts(now)}) AND ${isOpen} AND NOT ${awaitsSecondPerson(now)}
  UNION ALL
  SELECT s.* FROM submission s WHERE s.priority = 'high' AND s.unopened_since IS NOT NULL AND s.claimed_by NOT IN (${goneAccounts(now)}) AND ${isOpen}
    AND NOT ${awaitsSecondPerson(now)})`;

/**
 * Since when nobody who is here holds `submission s`: nobody has claimed it, its holder was suspended or is away, or has not
 * opened it since it was given to them. Giving it to somebody begins no new wait.
 */
export const withoutHolderSince = (now: Date): Prisma.Sql => Prisma.sql`
  coalesce(s.unopened_since, greatest(s.waiting_since, s.claimed_at, (SELECT min(b.absent_from) FROM duty_absence b
    WHERE b.account_id = s.claimed_by AND b.absent_from <= ${now} AND b.absent_to > ${now})))`;

/** Since when nobody who is here holds this submission; null while somebody does. */
export async function unheldSince(tx: Tx, submissionId: Id<'Submission'>, now: Date): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ since: Date }[]>`
    SELECT ${withoutHolderSince(now)} AS since FROM submission s
    WHERE s.id = ${submissionId}::uuid AND NOT ${awaitsSecondPerson(now)} AND (s.claimed_by IS NULL OR s.unopened_since IS NOT NULL OR s.claimed_by IN (${goneAccounts(now)}))`;
  return row?.since ?? null;
}
