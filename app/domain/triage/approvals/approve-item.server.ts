import { randomUUID } from 'node:crypto';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid, NotFound } from '../../kernel/failures.ts';
import { tellAsker } from '../../notify/tell-requests.server.ts';
import { gradesToApprove } from './grades-to-approve.ts';
import { itemFor } from '../../submission/items.server.ts';
import { transition } from '../../submission/transition.server.ts';
import { charactersOrLess, textLimits } from '../../kernel/text-limits.ts';

/** `wrong`: it is sent back to its writer or, of what went out and was recalled, should not have gone; with the reason. */
export type ApproveInput = {
  itemId: Id<'IntelligenceItem'>;
  version: number;
  confirmed: boolean;
  wrong?: { reason: string } | undefined;
  expectedVersion: number | null;
};

/**
 * A second person judges one version of an item's sanitised text with the grades that go out with it: before it goes out,
 * or afterwards where one person let it out at once because it was High. What was recalled meanwhile has been read, so it is
 * judged all the same. `sentBack`: its writer is told. @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function approveItem(
  ctx: Ctx,
  input: ApproveInput,
): Promise<{ submissionId: Id<'Submission'>; sentBack: boolean }> {
  return transaction(ctx.db, async (tx) => {
    const { item, submission } = await itemFor(tx, ctx, input.itemId, 'change');
    const text = item.versions.find(({ version }) => version === input.version);
    const open = text ? gradesToApprove(item, text, submission.state.restricted) : [];
    const judged = text?.approvals[0];
    if (judged && open.length === 0)
      throw new Conflict(`${judged.by} has ${judged.approved ? 'approved' : 'judged'} this version already`);
    const { wrong } = input;
    const afterTheFact = open.some((grade) => grade.afterTheFact);
    const grades = wrong && afterTheFact ? open.filter((grade) => grade.afterTheFact) : open;
    await transition(tx, ctx, submission, {
      action: 'approve_release',
      input: text
        ? { textWrittenBy: text.writtenById, gradedBy: grades.map(({ gradedById }) => gradedById) }
        : {},
      expectedVersion: input.expectedVersion,
      data: { item: item.number, version: input.version, afterTheFact, ...(wrong && { approved: false }) },
      ...(wrong && !afterTheFact ? { note: wrong.reason } : {}),
    });
    if (wrong) refuseUnfit(grades, wrong.reason.trim());
    else if (!input.confirmed) {
      // What somebody still has can only be approved, by a box; of anything else the page asks what was found.
      const box = open.some((grade) => grade.afterTheFact && !grade.recalled);
      throw new Invalid({
        confirmed: box ? 'Confirm that you have compared the text with the original' : 'Select what you find',
      });
    }
    // The table has refused an approval without a text.
    if (!text) throw new NotFound();
    await tx.itemApproval.createMany({
      data: grades.map((grade) => ({
        id: randomUUID(),
        itemId: item.id,
        sanitisedTextId: text.id,
        itemGradeId: grade.gradeId,
        approvedBy: ctx.actor.accountId,
        approvedAt: ctx.clock.now(),
        afterTheFact: grade.afterTheFact,
        ...(wrong && { approved: false, reason: wrong.reason.trim() }),
      })),
    });
    if (wrong && !afterTheFact) await tellAsker(tx, text.writtenById, submission.id);
    await record(tx, ctx, {
      type: wrong ? (afterTheFact ? 'item.release_judged_wrong' : 'item.sent_back') : 'item.approved',
      data: { version: text.version, afterTheFact },
      subject: { type: 'intelligence_item', id: item.id },
    });
    return { submissionId: submission.id, sentBack: wrong !== undefined && !afterTheFact };
  });
}

/** No recipient is told that it was wrong by this: whoever still has it must have it taken back first. */
function refuseUnfit(grades: readonly { afterTheFact: boolean; recalled: boolean }[], reason: string): void {
  if (grades.length === 0) throw new Conflict('There is nothing to judge in this version');
  if (!grades.every(({ afterTheFact, recalled }) => recalled || !afterTheFact))
    throw new Conflict('Recall this version from everybody who has it first');
  if (reason === '') throw new Invalid({ reason: 'Enter why it should not go out' });
  if (reason.length > textLimits.conditions)
    throw new Invalid({ reason: `The reason must be ${charactersOrLess(textLimits.conditions)}` });
}
