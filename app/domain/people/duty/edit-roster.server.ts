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

/** Whoever may be away and the actor may say so of: themselves, and for an FIB supervisor everybody who works on a queue. */
export async function absentees(tx: Tx, ctx: Ctx): Promise<{ accountId: Id<'Account'>; name: string }[]> {
  const accounts = await tx.account.findMany({
    where: {
      side: 'police',
      status: 'active',
      accountRoles: { some: { role: { in: ['fib_officer', 'fib_supervisor', 'spoc'] } } },
      ...(isFibSupervisor(ctx.actor) ? {} : { id: ctx.actor.accountId }),
    },
    select: { id: true, displayName: true },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
  });
  return accounts.map(({ id, displayName }) => ({ accountId: id, name: displayName }));
}

/** Nobody but an FIB supervisor says of somebody else that they are away, or are back. @throws Forbidden */
export function mustSayWhoIsAway(ctx: Ctx, accountId: string): void {
  if (accountId !== ctx.actor.accountId && !isFibSupervisor(ctx.actor))
    throw new Forbidden('Only an FIB supervisor records the absence of somebody else');
}

/** What the form of an absence needs. */
export async function absenceChoices(
  ctx: Ctx,
): Promise<{ now: Date; people: { accountId: Id<'Account'>; name: string }[] }> {
  const people = await transaction(ctx.db, (tx) => absentees(tx, ctx));
  return { now: ctx.clock.now(), people };
}

/** The choices of the forms of the roster. @throws Forbidden */
export async function rosterChoices(ctx: Ctx): Promise<{ now: Date; people: Rosterable[] }> {
  mustEditRoster(ctx);
  const people = await transaction(ctx.db, rosterable);
  return { now: ctx.clock.now(), people };
}
