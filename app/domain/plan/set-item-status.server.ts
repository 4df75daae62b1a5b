import { randomUUID } from 'node:crypto';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Invalid, NotFound } from '../kernel/failures.ts';
import { charactersOrLess } from '../kernel/text-limits.ts';
import { isItemStatus, longestStatusNote } from './item-status.ts';
import { lockOwnItem, type NamedItem } from './lock-item.server.ts';
import { mayReadPlan } from './read-plan.server.ts';

/** Says how an item of the plan stands, and why; what was said before stays. @throws NotFound, Forbidden, Invalid */
export async function setItemStatus(
  ctx: Ctx,
  input: NamedItem & { status: string; note: string },
): Promise<void> {
  if (!mayReadPlan(ctx.actor)) throw new NotFound();
  await transaction(ctx.db, async (tx) => {
    const item = await lockOwnItem(tx, ctx, input);
    const { status } = input;
    const note = input.note.trim();
    const errors: Record<string, string> = {};
    const known = isItemStatus(status);
    if (!known) errors.status = 'Select how it stands';
    if (!note) errors.note = 'Enter what this rests on';
    if (note.length > longestStatusNote) errors.note = `Note must be ${charactersOrLess(longestStatusNote)}`;
    if (!known || Object.keys(errors).length > 0) throw new Invalid(errors);
    await tx.planItemStatus.create({
      data: {
        id: randomUUID(),
        planItemId: item.id,
        number: (await tx.planItemStatus.count({ where: { planItemId: item.id } })) + 1,
        status,
        note,
        setBy: ctx.actor.accountId,
        setAt: ctx.clock.now(),
      },
    });
    await record(tx, ctx, {
      type: 'plan.status_set',
      data: { item: item.code, status },
      subject: { type: 'plan_item', id: item.id },
    });
  });
}
