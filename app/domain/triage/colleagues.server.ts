import type { Tx } from '#app/platform/db/transaction.ts';
import { isRole, type Actor } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { holdsPrimaryQueue } from './standing.ts';
import type { Handled } from './subject.server.ts';

export type Colleague = { accountId: string; name: string };

/** The other active officers of the queue that holds a submission, by name. */
export async function colleagues(tx: Tx, ctx: Ctx, handled: Handled): Promise<Colleague[]> {
  const accounts = await tx.account.findMany({
    where: {
      side: 'police',
      status: 'active',
      id: { not: ctx.actor.accountId },
      accountRoles: { some: { role: { in: ['fib_officer', 'fib_supervisor', 'spoc'] } } },
    },
    include: { accountRoles: true },
    orderBy: { displayName: 'asc' },
  });
  return accounts.flatMap((account) => {
    const actor: Actor = {
      accountId: account.id,
      displayName: account.displayName,
      side: 'police',
      organisationId: null,
      roles: account.accountRoles.flatMap(({ role, areaId }) => (isRole(role) ? [{ role, areaId }] : [])),
      sessionId: null,
    };
    return holdsPrimaryQueue(actor, handled.subject)
      ? [{ accountId: account.id, name: account.displayName }]
      : [];
  });
}
