import { randomUUID } from 'node:crypto';
import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Actor } from '../../kernel/actor.ts';
import { may } from '../../kernel/permissions.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ofPlanOn } from '../../plan/current-plan.server.ts';
import { Forbidden, NotFound } from '../../kernel/failures.ts';

import { holdsPrimaryQueue, maySeeExists, maySeeRawText } from '../../submission/submission-access.ts';
import { isFib } from '../../kernel/actor.ts';
import { loadSubmissionsUnchecked, type LoadedSubmission } from '../../submission/load-submission.server.ts';

/**
 * A link of a submission to an item of the delivery plan, by rule or by hand. A reason written by hand is null for who may
 * not read the original: an officer may have written there what the report says.
 */
export type PlanLink = {
  id: string;
  code: string;
  text: string;
  byRule: boolean;
  linkedBy: string | null;
  reason: string | null;
  linkedAt: Date;
  unlinked: { by: string | null; at: Date; reason: string | null } | null;
};

/** Who may link: FIB staff, whoever holds the queue that holds it, and the MDS lead. */
export const mayLinkPlan = (actor: Actor, submission: LoadedSubmission): boolean =>
  actor.side === 'police' &&
  (isFib(actor) || holdsPrimaryQueue(actor, submission.state) || may(actor, 'plan.assign'));

/**
 * The submission whose links the actor changes; the MDS lead, who owns the plan, links what is not restricted without
 * reading it. A change locks it first. @throws NotFound, Forbidden
 */
export async function linkedSubmission(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
  purpose: 'read' | 'change',
): Promise<LoadedSubmission> {
  const [submission] = await loadToLink(tx, ctx, [submissionId], purpose);
  return checkLinking(ctx, submission);
}

/** Several at once, in no order; a change locks them in one order, so that of two who link the same neither waits for ever. */
export async function loadToLink(
  tx: Tx,
  ctx: Ctx,
  submissionIds: readonly Id<'Submission'>[],
  purpose: 'read' | 'change',
): Promise<LoadedSubmission[]> {
  if (purpose === 'change')
    await tx.$queryRaw`SELECT 1 FROM submission WHERE id = ANY(${submissionIds}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  return loadSubmissionsUnchecked(tx, ctx, submissionIds);
}

/** What was loaded, where the actor may change its links. @throws NotFound, Forbidden */
export function checkLinking(ctx: Ctx, submission: LoadedSubmission | undefined): LoadedSubmission {
  if (!submission || ctx.actor.side !== 'police') throw new NotFound();
  const owner = may(ctx.actor, 'plan.assign') && !submission.state.restricted;
  if (!owner && !maySeeExists(ctx.actor, submission.state, submission.watchers, submission.accessFacts))
    throw new NotFound();
  if (!mayLinkPlan(ctx.actor, submission)) throw new Forbidden();
  return submission;
}

/** The links of a submission in the order in which they were made. */
export const planLinksInOrder = {
  orderBy: [{ linkedAt: 'asc' }, { id: 'asc' }],
  include: {
    planItem: { select: { code: true, text: true, position: true } },
    linkedByAccount: { select: { displayName: true } },
    unlinkedByAccount: { select: { displayName: true } },
  },
} satisfies Prisma.SubmissionPlanLinkFindManyArgs;

/** Every link of one submission. The caller has asked who looks. */
export async function readPlanLinks(tx: Tx, ctx: Ctx, submission: LoadedSubmission): Promise<PlanLink[]> {
  const links = await tx.submissionPlanLink.findMany({
    where: { submissionId: submission.id },
    ...planLinksInOrder,
  });
  return planLinksOf(ctx, submission, links);
}

/** Every link that a submission has or had, as a reader is shown it, the standing ones first. */
export function planLinksOf(
  ctx: Ctx,
  submission: LoadedSubmission,
  links: readonly Prisma.SubmissionPlanLinkGetPayload<typeof planLinksInOrder>[],
): PlanLink[] {
  const readsOriginal = maySeeRawText(ctx.actor, submission.state, submission.accessFacts);
  const written = (by: string | null, reason: string) =>
    readsOriginal || by === ctx.actor.accountId ? reason : null;
  return links
    .map((link): PlanLink => ({
      id: link.id,
      code: link.planItem.code,
      text: link.planItem.text,
      byRule: link.ruleCode !== null,
      linkedBy: link.linkedByAccount?.displayName ?? null,
      reason: link.ruleCode === null ? written(link.linkedBy, link.reason) : link.reason,
      linkedAt: link.linkedAt,
      unlinked: link.unlinkedAt
        ? {
            by: link.unlinkedByAccount?.displayName ?? null,
            at: link.unlinkedAt,
            reason:
              link.unlinkedBy === null
                ? link.unlinkReason
                : written(link.unlinkedBy, link.unlinkReason ?? ''),
          }
        : null,
    }))
    .sort((one, other) => Number(one.unlinked !== null) - Number(other.unlinked !== null));
}

/**
 * Adds the links that a rule makes after submission. What is linked already stays as it is, and what somebody took away
 * by hand, with a reason, is not put back by the same rule. An item that the plan of the submission's day does not have is
 * left out. The submission must be locked.
 */
export async function addRuleLinks(
  tx: Tx,
  ctx: Ctx,
  submission: Pick<LoadedSubmission, 'id' | 'submittedAt'>,
  links: readonly { item: string; rule: string; reason: string }[],
): Promise<void> {
  const items = await tx.planItem.findMany({
    where: {
      ...(await ofPlanOn(tx, ctx, submission.submittedAt)),
      code: { in: links.map(({ item }) => item) },
    },
    select: {
      id: true,
      code: true,
      submissionPlanLinks: { where: { submissionId: submission.id } },
    },
  });
  const made = links.flatMap(({ item, rule, reason }) => {
    const planItem = items.find(({ code }) => code === item);
    const settled = planItem?.submissionPlanLinks.some(
      ({ unlinkedAt, unlinkedBy, ruleCode }) =>
        unlinkedAt === null || (ruleCode === rule && unlinkedBy !== null),
    );
    return planItem && !settled ? [{ item, planItemId: planItem.id, ruleCode: rule, reason }] : [];
  });
  if (made.length === 0) return;
  await tx.submissionPlanLink.createMany({
    data: made.map(({ planItemId, ruleCode, reason }) => ({
      id: randomUUID(),
      submissionId: submission.id,
      planItemId,
      ruleCode,
      reason,
      linkedAt: ctx.clock.now(),
    })),
  });
  await record(
    tx,
    ctx,
    ...made.map(({ item }) => ({
      type: 'submission.plan_linked' as const,
      data: { item },
      subject: { type: 'submission' as const, id: submission.id },
    })),
  );
}
