import { randomUUID } from 'node:crypto';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ofPlanOn } from '../../plan/current-plan.server.ts';
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
    const item = await itemOfItsDay(tx, ctx, submission, input.item);
    const problem = reasonProblem(input.reason, 'Enter why the submission serves this part of the plan');
    if (!item || problem)
      throw new Invalid({
        ...(item ? {} : { item: 'Select a part of the plan' }),
        ...(problem ? { reason: problem } : {}),
      });
    if ((await addLink(tx, ctx, submission, item, input.reason)) === 'already')
      throw new Invalid({ item: 'The submission is linked to this already' });
  });
}

type PlanItemOfDay = { id: Id<'PlanItem'>; code: string };

/** What of the plan of its day a submission may be linked to; null where that plan has no such item. */
export async function itemOfItsDay(
  tx: Tx,
  ctx: Ctx,
  { submittedAt }: LoadedSubmission,
  code: string,
): Promise<PlanItemOfDay | null> {
  return tx.planItem.findFirst({
    where: { ...(await ofPlanOn(tx, ctx, submittedAt)), code, kind: { in: [...linkableKinds] } },
    select: { id: true, code: true },
  });
}

/** The submission must be locked. */
export async function addLink(
  tx: Tx,
  ctx: Ctx,
  { id: submissionId }: LoadedSubmission,
  item: PlanItemOfDay,
  reason: string,
): Promise<'linked' | 'already'> {
  const standing = await tx.submissionPlanLink.count({
    where: { submissionId, planItemId: item.id, unlinkedAt: null },
  });
  if (standing > 0) return 'already';
  await tx.submissionPlanLink.create({
    data: {
      id: randomUUID(),
      submissionId,
      planItemId: item.id,
      linkedBy: ctx.actor.accountId,
      reason: reason.trim(),
      linkedAt: ctx.clock.now(),
    },
  });
  await record(tx, ctx, {
    type: 'submission.plan_linked',
    data: { item: item.code },
    subject: { type: 'submission', id: submissionId },
  });
  return 'linked';
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
