import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { may } from '../kernel/permissions.ts';
import type { Ctx } from '../kernel/context.ts';

/**
 * Who owns an item of the plan: the person named for it, else the one named for what it stands under; null while nobody is.
 */
export async function itemOwner(
  tx: Tx,
  item: { id: Id<'PlanItem'>; parentId: Id<'PlanItem'> | null },
): Promise<{ accountId: Id<'Account'>; name: string } | null> {
  return (await newestOwner(tx, item.id)) ?? (item.parentId ? newestOwner(tx, item.parentId) : null);
}

async function newestOwner(
  tx: Tx,
  planItemId: Id<'PlanItem'>,
): Promise<{ accountId: Id<'Account'>; name: string } | null> {
  const newest = await tx.planItemOwner.findFirst({
    where: { planItemId },
    orderBy: { number: 'desc' },
    select: { account: { select: { id: true, displayName: true } } },
  });
  return newest?.account ? { accountId: newest.account.id, name: newest.account.displayName } : null;
}

/** The MDS lead contributes to every item; a contributor to what they own, and to what nobody is named for. */
export async function mayContribute(
  tx: Tx,
  ctx: Ctx,
  item: { id: Id<'PlanItem'>; parentId: Id<'PlanItem'> | null },
): Promise<boolean> {
  if (may(ctx.actor, 'plan.assign')) return true;
  if (!may(ctx.actor, 'plan.report')) return false;
  const owner = await itemOwner(tx, item);
  return owner === null || owner.accountId === ctx.actor.accountId;
}
