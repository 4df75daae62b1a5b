import { createHash } from 'node:crypto';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Conflict, Forbidden, Invalid } from '../kernel/failures.ts';
import { lockRuleDraft, requirePublishable, type RuleDraft } from './rule-drafts.server.ts';

export const longestDecision = 500;

export type DecideRuleDraftInput = { decision: string; comment: string; seenRevision: number };

/**
 * A second FIB supervisor publishes the draft that they saw, or rejects it, with a comment that stays. Published, it
 * is the next version, and each report from then on is routed by it; what was routed before keeps its version and
 * reason. A draft whose author has left can be rejected before anybody asks.
 * @throws NotFound, Forbidden to its author, Invalid, Conflict
 */
export async function decideRuleDraft(
  ctx: Ctx,
  input: DecideRuleDraftInput,
): Promise<'published' | 'rejected'> {
  return transaction(ctx.db, async (tx) => {
    const draft = await lockRuleDraft(tx, ctx, input.seenRevision);
    if (draft.writtenBy.accountId === ctx.actor.accountId)
      throw new Forbidden('Somebody other than its author decides about a draft');
    const { decision, comment } = checked(input);
    if (decision === 'publish') await publish(tx, ctx, draft, comment);
    else await reject(tx, ctx, draft, comment);
    return decision === 'publish' ? 'published' : 'rejected';
  });
}

function checked(input: DecideRuleDraftInput): { decision: 'publish' | 'reject'; comment: string } {
  const comment = input.comment.trim();
  const errors: Record<string, string> = {};
  const decision = (['publish', 'reject'] as const).find((each) => each === input.decision);
  if (!decision) errors.decision = 'Select whether to publish or reject the draft';
  if (comment === '') errors.comment = 'Enter why';
  else if (comment.length > longestDecision)
    errors.comment = `Reason must be ${longestDecision} characters or less`;
  if (!decision || Object.keys(errors).length > 0) throw new Invalid(errors);
  return { decision, comment };
}

async function publish(tx: Tx, ctx: Ctx, draft: RuleDraft, comment: string): Promise<void> {
  if (draft.state !== 'waiting')
    throw new Conflict('Its author has not asked for publication, or has changed the draft since');
  await requirePublishable(tx, ctx, draft);
  const { ruleSet } = draft;
  const { version } = ruleSet;
  const now = ctx.clock.now();
  await tx.routingRuleSet.create({
    data: {
      version,
      rules: ruleSet,
      rulesHash: createHash('sha256').update(JSON.stringify(ruleSet)).digest('hex'),
      publishedAt: now,
      publishedBy: ctx.actor.accountId,
    },
  });
  await tx.routingDraft.update({
    where: { id: draft.id },
    data: {
      state: 'published',
      decidedBy: ctx.actor.accountId,
      decidedAt: now,
      comment,
      publishedVersion: version,
    },
  });
  await enqueue(tx, { name: 'relink-plan', data: {} });
  await record(tx, ctx, {
    type: 'routing.published',
    data: { draft: draft.id, version },
    subject: { type: 'routing_draft', id: draft.id },
  });
}

async function reject(tx: Tx, ctx: Ctx, draft: RuleDraft, comment: string): Promise<void> {
  await tx.routingDraft.update({
    where: { id: draft.id },
    data: { state: 'rejected', decidedBy: ctx.actor.accountId, decidedAt: ctx.clock.now(), comment },
  });
  await record(tx, ctx, {
    type: 'routing.draft_ended',
    data: { draft: draft.id, how: 'rejected' },
    subject: { type: 'routing_draft', id: draft.id },
  });
}
