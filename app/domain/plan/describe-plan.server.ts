import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Conflict } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import type { PlanOfForce } from './current-plan.server.ts';
import { lockDraft, versionOf } from './lock-draft.server.ts';
import { refuseFaulty, type PlanDetails } from './next-plan.server.ts';
import { dayOfText, dayText, dayWords } from './plan-years.ts';
import { headingsOf } from './plan-headings.ts';

/** The headings and the period of a draft as they are. @throws NotFound, Conflict */
export async function openPlanDetails(
  ctx: Ctx,
  input: { planId: Id<'Plan'> },
): Promise<{ details: PlanDetails; version: string }> {
  return transaction(ctx.db, async (tx) => {
    const details = detailsOf(await lockDraft(tx, ctx, input.planId));
    return { details, version: versionOf(details) };
  });
}

/**
 * Changes the headings and the period of a draft. `expectedVersion` is what they were when the writer opened them.
 * @throws NotFound, Invalid, Conflict where somebody else has changed them since, or the plan is published
 */
export async function describePlan(
  ctx: Ctx,
  input: { planId: Id<'Plan'>; details: PlanDetails; expectedVersion: string },
): Promise<void> {
  const { details } = input;
  await transaction(ctx.db, async (tx) => {
    const plan = await lockDraft(tx, ctx, input.planId);
    refuseFaulty(details, await planBefore(tx, plan));
    const now = detailsOf(plan);
    if (input.expectedVersion !== versionOf(now))
      throw new Conflict(
        `Somebody else has changed the title or the period since you opened them. What you typed is below and not saved. Saving again puts it in the place of what they are now: “${now.title}”, ${dayWords(plan.firstDay)} to ${dayWords(plan.lastDay)}`,
      );
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

const detailsOf = ({ title, firstDay, lastDay, source }: PlanOfForce): PlanDetails => ({
  title,
  firstDay: dayText(firstDay),
  lastDay: dayText(lastDay),
  ...headingsOf(source),
});

const planBefore = (tx: Tx, { followsId }: PlanOfForce) =>
  followsId === null
    ? Promise.resolve(null)
    : tx.plan.findUnique({ where: { id: followsId }, select: { lastDay: true } });
