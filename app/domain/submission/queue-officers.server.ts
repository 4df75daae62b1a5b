import type { Id } from '#app/domain/kernel/id.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Actor } from '../kernel/actor.ts';
import type { QueueRef } from '../kernel/statuses.ts';
import { isQueueOfficer } from './submission-access.ts';

/** The active officers of a queue. */
export async function queueOfficers(tx: Tx, queue: QueueRef): Promise<Id<'Account'>[]> {
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
      roles: accountRoles,
      sessionId: null,
    };
    return isQueueOfficer(actor, queue) ? [id] : [];
  });
}
