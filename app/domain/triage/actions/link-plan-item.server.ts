import { randomUUID } from 'node:crypto';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { daysOfPlan, isPlanOn, ofPlanOn, ofPublishedPlans } from '../../plan/current-plan.server.ts';
import { Conflict, Invalid } from '../../kernel/failures.ts';
import type { LoadedSubmission } from '../../submission/load-submission.server.ts';
import { linkedSubmission } from './plan-links.server.ts';
import { charactersOrLess, textLimits } from '../../kernel/text-limits.ts';

/** The kinds of plan item that a submission can serve: what the plan does, not its headings. */
export const linkableKinds = ['activity', 'action'] as const;

/** What of the plan in force a submission can be linked to, in its order. */
export async function linkableItems(
  tx: Tx,
  ctx: Ctx,
): Promise<{ code: string; text: string; redacted: boolean }[]> {
  return tx.planItem.findMany({
    where: { ...(await ofPlanOn(tx, ctx, ctx.clock.now())), kind: { in: [...linkableKinds] } },
    select: { code: true, text: true, redacted: true },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
  });
}

export const reasonProblem = (reason: string, missing: string): string | null => {
  if (!reason.trim()) return missing;
  return reason.trim().length > textLimits.linkReason
    ? `Reason must be ${charactersOrLess(textLimits.linkReason)}`
    : null;
};

/** Links a submission to an item of the plan of its day by hand, with the reason. @throws NotFound, Forbidden, Conflict, Invalid */
export async function linkPlanItem(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; item: string; reason: string },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await linkedSubmission(tx, ctx, input.submissionId, 'change');
    const itemOn = await itemOfDays(tx, ctx, input.item);
    const item = itemOn(submission);
    const problem = reasonProblem(input.reason, 'Enter why the submission serves this part of the plan');
    if (!item || problem)
      throw new Invalid({
        ...(item ? {} : { item: 'Select a part of the plan' }),
        ...(problem ? { reason: problem } : {}),
      });
    const made = await addLinks(tx, ctx, [{ submission, item }], input.reason);
    if (made.size === 0) throw new Invalid({ item: 'The submission is linked to this already' });
  });
}

type PlanItemOfDay = { id: Id<'PlanItem'>; code: string };

/** Gives what of the plan of its day a submission may be linked to by a code; null where that plan has no such item. */
export async function itemOfDays(
  tx: Tx,
  ctx: Ctx,
  code: string,
): Promise<(submission: LoadedSubmission) => PlanItemOfDay | null> {
  const items = await tx.planItem.findMany({
    where: { ...(await ofPublishedPlans(tx, ctx)), code, kind: { in: [...linkableKinds] } },
    select: { id: true, code: true, plan: { select: daysOfPlan } },
  });
  return ({ submittedAt }) => items.find(({ plan }) => isPlanOn(plan, submittedAt)) ?? null;
}

/** Links each to its item by hand and gives those that were not linked already. The submissions must be locked. */
export async function addLinks(
  tx: Tx,
  ctx: Ctx,
  asked: readonly { submission: LoadedSubmission; item: PlanItemOfDay }[],
  reason: string,
): Promise<Set<Id<'Submission'>>> {
  const standing = await tx.submissionPlanLink.findMany({
    where: {
      submissionId: { in: asked.map(({ submission }) => submission.id) },
      planItemId: { in: [...new Set(asked.map(({ item }) => item.id))] },
      unlinkedAt: null,
    },
    select: { submissionId: true },
  });
  const linked = new Set(standing.map(({ submissionId }) => submissionId));
  const made = asked.filter(({ submission }) => !linked.has(submission.id));
  if (made.length === 0) return new Set();
  await tx.submissionPlanLink.createMany({
    data: made.map(({ submission, item }) => ({
      id: randomUUID(),
      submissionId: submission.id,
      planItemId: item.id,
      linkedBy: ctx.actor.accountId,
      reason: reason.trim(),
      linkedAt: ctx.clock.now(),
    })),
  });
  await record(
    tx,
    ctx,
    ...made.map(({ submission, item }) => ({
      type: 'submission.plan_linked' as const,
      data: { item: item.code },
      subject: { type: 'submission' as const, id: submission.id },
    })),
  );
  return new Set(made.map(({ submission }) => submission.id));
}

/** Takes a link away, by rule or by hand; it stays on record with the reason. @throws NotFound, Forbidden, Conflict, Invalid */
export async function unlinkPlanItem(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; linkId: string; reason: string },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await linkedSubmission(tx, ctx, input.submissionId, 'change');
    const links = await tx.submissionPlanLink.findMany({
      where: { submissionId: submission.id },
      include: { planItem: { select: { code: true } } },
    });
    const link = links.find(({ id }) => id === input.linkId);
    if (!link) throw new Invalid({ linkId: 'Select a link to take away' });
    if (link.unlinkedAt) throw new Conflict('This link has been taken away already');
    const problem = reasonProblem(
      input.reason,
      'Enter why the submission does not serve this part of the plan',
    );
    if (problem) throw new Invalid({ unlinkReason: problem });
    await tx.submissionPlanLink.update({
      where: { id: link.id },
      data: {
        unlinkedBy: ctx.actor.accountId,
        unlinkedAt: ctx.clock.now(),
        unlinkReason: input.reason.trim(),
      },
    });
    await record(tx, ctx, {
      type: 'submission.plan_unlinked',
      data: { item: link.planItem.code },
      subject: { type: 'submission', id: submission.id },
    });
  });
}
