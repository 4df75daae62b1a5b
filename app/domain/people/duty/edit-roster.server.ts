import type { Tx } from '#app/platform/db/transaction.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { isRole, type Role } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Forbidden } from '../../kernel/failures.ts';
import { isFibSupervisor } from '../../kernel/actor.ts';

/** Officers whom the roster may name. */
export type Rosterable = { accountId: Id<'Account'>; name: string; roles: Role[] };

/** The roster is the FIB supervisors' to write; officers of a queue read it. @throws Forbidden */
export function mustEditRoster(ctx: Ctx): void {
  if (!isFibSupervisor(ctx.actor)) throw new Forbidden('Only an FIB supervisor changes the duty roster');
}

/** Active FIB staff by name. */
export async function rosterable(tx: Tx): Promise<Rosterable[]> {
  const accounts = await tx.account.findMany({
    where: {
      side: 'police',
      status: 'active',
      accountRoles: { some: { role: { in: ['fib_officer', 'fib_supervisor'] } } },
    },
    select: { id: true, displayName: true, accountRoles: { select: { role: true } } },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
  });
  return accounts.map(({ id, displayName, accountRoles }) => ({
    accountId: id,
    name: displayName,
    roles: accountRoles.map(({ role }) => role).filter(isRole),
  }));
}

/** The choices of the forms of the roster. @throws Forbidden */
export async function rosterChoices(ctx: Ctx): Promise<{ now: Date; people: Rosterable[] }> {
  mustEditRoster(ctx);
  const people = await transaction(ctx.db, rosterable);
  return { now: ctx.clock.now(), people };
}
