import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import { may } from '../kernel/permissions.ts';
import { charactersOrLess } from '../kernel/text-limits.ts';
import { citedOf } from './cited.ts';
import { longestStatusNote } from './item-status.ts';
import { lockOwnItem } from './lock-item.server.ts';
import { writeStatus } from './set-item-status.server.ts';
import { writeEvidence } from './write-evidence.server.ts';

export type ProposalDecision = { proposalId: Id<'PlanProposal'>; decision: string; reason: string };

/**
 * The MDS lead approves what a contributor said, so that it stands in their name, or gives it back with a reason. Decided is
 * decided, and nobody decides on their own. @throws NotFound, Forbidden, Invalid, Conflict
 */
export async function decideProposal(ctx: Ctx, input: ProposalDecision): Promise<void> {
  if (!may(ctx.actor, 'plan.report')) throw new NotFound();
  if (!may(ctx.actor, 'plan.assign')) throw new Forbidden();
  const { decision } = input;
  const reason = input.reason.trim();
  if (decision !== 'approved' && decision !== 'returned')
    throw new Invalid({ decision: 'Select whether it stands' });
  if (decision === 'returned' && reason === '') throw new Invalid({ reason: 'Enter why you return it' });
  if (reason.length > longestStatusNote)
    throw new Invalid({ reason: `Reason must be ${charactersOrLess(longestStatusNote)}` });
  await transaction(ctx.db, async (tx) => {
    const { proposalId: id } = input;
    const said = await tx.planProposal.findUnique({
      where: { id },
      include: { planItem: { select: { planId: true, code: true } } },
    });
    if (!said) throw new NotFound();
    const item = await lockOwnItem(tx, ctx, said.planItem);
    if (said.proposedBy === ctx.actor.accountId)
      throw new Conflict('Somebody else decides on what you proposed');
    const { count } = await tx.planProposal.updateMany({
      where: { id, decision: null },
      data: {
        decision,
        decidedBy: ctx.actor.accountId,
        decidedAt: ctx.clock.now(),
        reason: decision === 'returned' ? reason : null,
      },
    });
    if (count === 0) throw new Conflict('This was decided on already');
    if (decision === 'approved' && said.kind === 'status' && said.status)
      await writeStatus(tx, ctx, item, { id, status: said.status, note: said.text, setBy: said.proposedBy });
    if (decision === 'approved' && said.kind === 'evidence' && said.datedOn)
      await writeEvidence(tx, ctx, item, {
        id: id as string as Id<'PlanEvidence'>,
        text: said.text,
        datedOn: said.datedOn,
        cites: citedOf(said.cites),
        supersedes:
          said.supersedesId && said.whyWrong !== null ? { id: said.supersedesId, why: said.whyWrong } : null,
        authorId: said.proposedBy,
      });
    await record(tx, ctx, {
      type: 'plan.proposal_decided',
      data: { item: item.code, kind: said.kind, decision },
      subject: { type: 'plan_item', id: item.id },
    });
  });
}
