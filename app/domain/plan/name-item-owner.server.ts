import { randomUUID } from 'node:crypto';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { may } from '../kernel/permissions.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Invalid, NotFound } from '../kernel/failures.ts';
import { itemOwner } from './item-owner.server.ts';
import { lockOwnItem } from './lock-item.server.ts';

/** The value that a form posts where nobody is to be named. */
export const nobodyNamed = 'nobody';

/** Who can be named: whoever may then contribute to what they own. */
async function candidates(tx: Tx): Promise<{ id: string; displayName: string }[]> {
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
  input: { code: string },
): Promise<{ owner: string; people: { value: string; text: string }[] }> {
  if (!may(ctx.actor, 'plan.assign')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const item = await lockOwnItem(tx, ctx, input.code);
    const owner = await itemOwner(tx, item);
    const people = await candidates(tx);
    return {
      owner: owner?.accountId ?? nobodyNamed,
      people: people.map(({ id, displayName }) => ({ value: id, text: displayName })),
    };
  });
}

/** Names who owns an item, and with it what stands under it, or nobody in particular. @throws NotFound, Invalid */
export async function nameItemOwner(ctx: Ctx, input: { code: string; owner: string }): Promise<void> {
  if (!may(ctx.actor, 'plan.assign')) throw new NotFound();
  await transaction(ctx.db, async (tx) => {
    const item = await lockOwnItem(tx, ctx, input.code);
    const named = input.owner !== nobodyNamed;
    const known = (await candidates(tx)).some(({ id }) => id === input.owner);
    if (named && !known) throw new Invalid({ owner: 'Select who owns it' });
    await tx.planItemOwner.create({
      data: {
        id: randomUUID(),
        planItemId: item.id,
        number: (await tx.planItemOwner.count({ where: { planItemId: item.id } })) + 1,
        accountId: named ? input.owner : null,
        setBy: ctx.actor.accountId,
        setAt: ctx.clock.now(),
      },
    });
    await record(tx, ctx, {
      type: 'plan.owner_named',
      data: { item: item.code, named },
      subject: { type: 'plan_item', id: item.id },
    });
  });
}
