import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Actor } from '../kernel/actor.ts';
import { may } from '../kernel/permissions.ts';
import type { Ctx } from '../kernel/context.ts';
import type { ItemOwner } from './item-owner.ts';

type OwnedItem = { id: Id<'PlanItem'>; parentId: Id<'PlanItem'> | null };

/** An item's own word on who owns it and when it is looked at again; the newest `number` counts. */
export type OwnerWord = ItemOwner & { number: number; reviewOn: Date | null };

const newestWords = async (
  tx: Tx,
  items: readonly Id<'PlanItem'>[],
): Promise<Map<Id<'PlanItem'>, OwnerWord>> => {
  const rows = await tx.planItemOwner.findMany({
    where: { planItemId: { in: [...items] } },
    distinct: ['planItemId'],
    orderBy: { number: 'desc' },
    select: {
      planItemId: true,
      number: true,
      roleTitle: true,
      reviewOn: true,
      account: { select: { id: true, displayName: true } },
    },
  });
  return new Map(
    rows.map(({ planItemId, number, roleTitle, reviewOn, account }) => [
      planItemId,
      {
        number,
        role: roleTitle,
        accountId: account?.id ?? null,
        name: account?.displayName ?? null,
        reviewOn,
      },
    ]),
  );
};

/** What is said of an item itself, and who owns it: as said of it, else of what it stands under. */
export async function itemOwner(
  tx: Tx,
  { id, parentId }: OwnedItem,
): Promise<{ own: OwnerWord | null; owner: ItemOwner | null }> {
  const words = await newestWords(tx, parentId ? [id, parentId] : [id]);
  const own = words.get(id) ?? null;
  const named = [own, parentId ? words.get(parentId) : null].find(
    (word) => word && (word.role !== null || word.accountId !== null),
  );
  return { own, owner: named ?? null };
}

/** The MDS lead contributes to every item; a contributor to what they own, and to what nobody is named for. */
export async function mayContribute(tx: Tx, ctx: Ctx, item: OwnedItem): Promise<boolean> {
  if (may(ctx.actor, 'plan.assign')) return true;
  return may(ctx.actor, 'plan.report') && contributes(ctx.actor, (await itemOwner(tx, item)).owner);
}

/** The same where the owner of the item is read already. A role that nobody holds keeps nobody off. */
export function contributes(actor: Actor, owner: ItemOwner | null): boolean {
  if (may(actor, 'plan.assign')) return true;
  const holder = owner?.accountId ?? null;
  return may(actor, 'plan.report') && (holder === null || holder === actor.accountId);
}
