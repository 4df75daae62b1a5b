import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Actor } from '../kernel/actor.ts';
import { may } from '../kernel/permissions.ts';
import type { Ctx } from '../kernel/context.ts';

/**
 * Who owns an item of the plan: the person named for it, else the one named for what it stands under; null while nobody is.
 */
export async function itemOwner(
  tx: Tx,
  item: { id: Id<'PlanItem'>; parentId: Id<'PlanItem'> | null },
): Promise<{ accountId: Id<'Account'>; name: string } | null> {
  const asked = item.parentId ? [item.id, item.parentId] : [item.id];
  const newest = await tx.planItemOwner.findMany({
    where: { planItemId: { in: asked } },
    distinct: ['planItemId'],
    orderBy: { number: 'desc' },
    select: { planItemId: true, account: { select: { id: true, displayName: true } } },
  });
  const owners = asked.map((id) => newest.find(({ planItemId }) => planItemId === id)?.account ?? null);
  const account = owners.find((owner) => owner !== null);
  return account ? { accountId: account.id, name: account.displayName } : null;
}

/** The MDS lead contributes to every item; a contributor to what they own, and to what nobody is named for. */
export async function mayContribute(
  tx: Tx,
  ctx: Ctx,
  item: { id: Id<'PlanItem'>; parentId: Id<'PlanItem'> | null },
): Promise<boolean> {
  if (may(ctx.actor, 'plan.assign')) return true;
  return may(ctx.actor, 'plan.report') && contributes(ctx.actor, await itemOwner(tx, item));
}

/** The same where the owner of the item is read already. */
export function contributes(actor: Actor, owner: { accountId: Id<'Account'> } | null): boolean {
  if (may(actor, 'plan.assign')) return true;
  return may(actor, 'plan.report') && (owner === null || owner.accountId === actor.accountId);
}
