import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import type { Id } from '../kernel/id.ts';
import { takeOut } from './end-item.server.ts';
import { lockDraft } from './lock-draft.server.ts';
import { dayText } from './plan-years.ts';

/**
 * Deletes a draft with all that it says. Nothing else can hang on it: reports, evidence, status and owners belong to
 * published plans. @throws NotFound, Conflict where it is published
 */
export async function discardDraft(ctx: Ctx, input: { planId: Id<'Plan'> }): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const plan = await lockDraft(tx, ctx, input.planId);
    await takeOut(tx, { planId: plan.id });
    await tx.plan.delete({ where: { id: plan.id } });
    await record(tx, ctx, {
      type: 'plan.discarded',
      data: { from: dayText(plan.firstDay) },
      subject: { type: 'plan', id: plan.id },
    });
  });
}
