import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { QueueKind } from '../../kernel/statuses.ts';

/** Whether `account_role r` makes its account an officer of `queue q`: `isQueueOfficer` as SQL. */
export const officerSql = Prisma.sql`(
  (q.kind = 'fib' AND r.role IN ('fib_officer', 'fib_supervisor') AND r.area_id IS NULL)
  OR (q.kind = 'force_spoc' AND r.role = 'spoc' AND r.area_id IS NULL)
  OR (q.kind = 'area' AND r.role = 'spoc' AND r.area_id = q.area_id))`;

export type EmptyQueue = {
  id: Id<'Queue'>;
  code: string;
  name: string;
  kind: QueueKind;
};

/** The queues with no officer who is here: each is away at this moment or their account is not active, or there is none. */
export function queuesWithoutPeople(tx: Tx, now: Date): Promise<EmptyQueue[]> {
  return tx.$queryRaw<EmptyQueue[]>`
    SELECT q.id, q.code, q.name, q.kind FROM queue q WHERE NOT EXISTS (
      SELECT 1 FROM account_role r JOIN account a ON a.id = r.account_id AND a.side = 'police' AND a.status = 'active'
      WHERE ${officerSql} AND NOT EXISTS (SELECT 1 FROM duty_absence b
        WHERE b.account_id = a.id AND b.absent_from <= ${now} AND b.absent_to > ${now}))
    ORDER BY q.name`;
}

/** Every queue by name with each of its officers whose account is active, or with nobody. */
export function queueMembers(tx: Tx): Promise<{ queue: string; accountId: Id<'Account'> | null }[]> {
  return tx.$queryRaw<{ queue: string; accountId: Id<'Account'> | null }[]>`
    SELECT q.name AS queue, a.id AS "accountId" FROM queue q LEFT JOIN
      (account_role r JOIN account a ON a.id = r.account_id AND a.side = 'police' AND a.status = 'active') ON ${officerSql}
    ORDER BY q.name, a.id`;
}
