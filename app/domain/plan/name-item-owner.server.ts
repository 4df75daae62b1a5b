import { randomUUID } from 'node:crypto';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '../kernel/id.ts';
import { may } from '../kernel/permissions.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx, SystemCtx } from '../kernel/context.ts';
import { Invalid, NotFound } from '../kernel/failures.ts';
import { itemOwner } from './item-owner.server.ts';
import { lockOwnItem, type NamedItem } from './lock-item.server.ts';

/** The value that a form posts where nobody is to be named. */
export const nobodyNamed = 'nobody';

/** Who can be named: whoever may then contribute to what they own. */
export async function possibleItemOwners(tx: Tx): Promise<{ id: Id<'Account'>; displayName: string }[]> {
  return tx.account.findMany({
    where: {
      side: 'police',
      status: 'active',
      accountRoles: { some: { role: { in: ['plan_contributor', 'mds_lead'] } } },
    },
    select: { id: true, displayName: true },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
  });
}

/** The choices of the page. @throws NotFound */
export async function prepareItemOwner(
  ctx: Ctx,
  input: NamedItem,
): Promise<{ owner: string; people: { value: string; text: string }[] }> {
  if (!may(ctx.actor, 'plan.assign')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const item = await lockOwnItem(tx, ctx, input);
    const owner = await itemOwner(tx, item);
    const people = await possibleItemOwners(tx);
    return {
      owner: owner?.accountId ?? nobodyNamed,
      people: people.map(({ id, displayName }) => ({ value: id, text: displayName })),
    };
  });
}

/** Names who owns an item, and with it what stands under it, or nobody in particular. @throws NotFound, Invalid */
export async function nameItemOwner(ctx: Ctx, input: NamedItem & { owner: string }): Promise<void> {
  if (!may(ctx.actor, 'plan.assign')) throw new NotFound();
  await transaction(ctx.db, async (tx) => {
    const item = await lockOwnItem(tx, ctx, input);
    const known = (await possibleItemOwners(tx)).find(({ id }) => id === input.owner);
    if (input.owner !== nobodyNamed && !known) throw new Invalid({ owner: 'Select who owns it' });
    await writeOwner(tx, ctx, item, known?.id ?? null);
  });
}

/** The items of plans that are not closed that name somebody as their owner. */
export function itemsOwnedBy(
  tx: Tx,
  accountId: Id<'Account'>,
): Promise<{ id: Id<'PlanItem'>; code: string }[]> {
  return tx.$queryRaw<{ id: Id<'PlanItem'>; code: string }[]>`
    SELECT i.id, i.code FROM plan_item i JOIN plan p ON p.id = i.plan_id AND p.closed_at IS NULL WHERE ${accountId}::uuid = (
      SELECT o.account_id FROM plan_item_owner o WHERE o.plan_item_id = i.id ORDER BY o.number DESC LIMIT 1)
    ORDER BY i.code, i.id FOR UPDATE OF i`;
}

/** Writes who owns a locked item from now on. */
export async function writeOwner(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  item: { id: Id<'PlanItem'>; code: string },
  accountId: Id<'Account'> | null,
): Promise<void> {
  await tx.planItemOwner.create({
    data: {
      id: randomUUID(),
      planItemId: item.id,
      number: (await tx.planItemOwner.count({ where: { planItemId: item.id } })) + 1,
      accountId,
      setBy: ctx.actor?.accountId ?? null,
      setAt: ctx.clock.now(),
    },
  });
  await record(tx, ctx, {
    type: 'plan.owner_named',
    data: { item: item.code, named: accountId !== null },
    subject: { type: 'plan_item', id: item.id },
  });
}
