import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Invalid, NotFound } from '../kernel/failures.ts';
import { newId, type Id } from '../kernel/id.ts';
import { may } from '../kernel/permissions.ts';
import { charactersOrLess } from '../kernel/text-limits.ts';
import { isItemStatus, longestStatusNote, type ItemStatus } from './item-status.ts';
import { lockOwnItem, type LockedItem, type NamedItem } from './lock-item.server.ts';
import { propose, type Said } from './propose.server.ts';
import { mayReadPlan } from './read-plan.server.ts';

/**
 * Says how an item of the plan stands, and why; what was said before stays. What a contributor says waits for the MDS lead.
 * @throws NotFound, Forbidden, Invalid, Conflict
 */
export async function setItemStatus(
  ctx: Ctx,
  input: NamedItem & { status: string; note: string },
): Promise<Said> {
  if (!mayReadPlan(ctx.actor)) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const item = await lockOwnItem(tx, ctx, input);
    const { status } = input;
    const note = input.note.trim();
    const errors: Record<string, string> = {};
    const known = isItemStatus(status);
    if (!known) errors.status = 'Select how it stands';
    if (!note) errors.note = 'Enter what this rests on';
    if (note.length > longestStatusNote) errors.note = `Note must be ${charactersOrLess(longestStatusNote)}`;
    if (!known || Object.keys(errors).length > 0) throw new Invalid(errors);
    if (!may(ctx.actor, 'plan.assign'))
      return propose(tx, ctx, item, { id: newId<'PlanProposal'>(), kind: 'status', status, text: note });
    await writeStatus(tx, ctx, item, { id: newId(), status, note, setBy: ctx.actor.accountId });
    return 'stands';
  });
}

/** Writes how a locked item stands from now on. `setBy` is who said so. */
export async function writeStatus(
  tx: Tx,
  ctx: Ctx,
  item: Pick<LockedItem, 'id' | 'code'>,
  said: { id: string; status: ItemStatus; note: string; setBy: Id<'Account'> },
): Promise<void> {
  await tx.planItemStatus.create({
    data: {
      ...said,
      planItemId: item.id,
      number: (await tx.planItemStatus.count({ where: { planItemId: item.id } })) + 1,
      setAt: ctx.clock.now(),
    },
  });
  await record(tx, ctx, {
    type: 'plan.status_set',
    data: { item: item.code, status: said.status },
    subject: { type: 'plan_item', id: item.id },
  });
}
