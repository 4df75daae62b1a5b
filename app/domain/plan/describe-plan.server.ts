import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import type { Id } from '../kernel/id.ts';
import type { PlanOfForce } from './current-plan.server.ts';
import { lockDraft } from './lock-draft.server.ts';
import { refuseFaulty, type PlanDetails } from './next-plan.server.ts';
import { dayOfText, dayText } from './plan-years.ts';
import { headingsOf } from './plan-headings.ts';

/** The headings and the period of a draft as they are. @throws NotFound, Conflict */
export async function openPlanDetails(ctx: Ctx, input: { planId: Id<'Plan'> }): Promise<PlanDetails> {
  return transaction(ctx.db, async (tx) => {
    const { title, firstDay, lastDay, source } = await lockDraft(tx, ctx, input.planId);
    return { title, firstDay: dayText(firstDay), lastDay: dayText(lastDay), ...headingsOf(source) };
  });
}

/** Changes the headings and the period of a draft. @throws NotFound, Conflict, Invalid */
export async function describePlan(ctx: Ctx, planId: Id<'Plan'>, details: PlanDetails): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const plan = await lockDraft(tx, ctx, planId);
    refuseFaulty(details, await planBefore(tx, plan));
    const { title, firstDay, lastDay, ...headings } = details;
    await tx.plan.update({
      where: { id: plan.id },
      data: {
        title,
        firstDay: dayOfText(firstDay),
        lastDay: dayOfText(lastDay),
        source: { ...(plan.source as object), ...headings },
      },
    });
    await record(tx, ctx, { type: 'plan.described', data: {}, subject: { type: 'plan', id: plan.id } });
  });
}

const planBefore = (tx: Tx, { followsId }: PlanOfForce) =>
  followsId === null
    ? Promise.resolve(null)
    : tx.plan.findUnique({ where: { id: followsId }, select: { lastDay: true } });
