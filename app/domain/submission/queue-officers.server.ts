import type { Tx } from '#app/platform/db/transaction.ts';
import { isRole, type Actor } from '../kernel/actor.ts';
import { queueStanding } from './standing.ts';
import type { QueueKind } from '../kernel/statuses.ts';

/** The active officers of a queue. */
export async function queueOfficers(
  tx: Tx,
  queue: { kind: string; areaId: string | null },
): Promise<string[]> {
  const accounts = await tx.account.findMany({
    where: {
      side: 'police',
      status: 'active',
      accountRoles: { some: { role: { in: ['fib_officer', 'fib_supervisor', 'spoc'] } } },
    },
    select: { id: true, displayName: true, accountRoles: { select: { role: true, areaId: true } } },
  });
  return accounts.flatMap(({ id, displayName, accountRoles }) => {
    const actor: Actor = {
      accountId: id,
      displayName,
      side: 'police',
      organisationId: null,
      roles: accountRoles.flatMap(({ role, areaId }) => (isRole(role) ? [{ role, areaId }] : [])),
      sessionId: null,
    };
    return queueStanding(actor, { kind: queue.kind as QueueKind, areaId: queue.areaId }) ? [id] : [];
  });
}
