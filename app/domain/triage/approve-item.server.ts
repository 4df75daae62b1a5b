import { randomUUID } from 'node:crypto';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import { Conflict, Invalid, NotFound } from '../failures.ts';
import { itemFor, type Item, type SanitisedVersion } from './items.server.ts';
import { moveSubmission } from './move-submission.server.ts';

/**
 * A second person approves one version of an item's sanitised text with the grade that goes out with it: before it goes
 * out, or afterwards where one person let it out at once because it was High. @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function approveItem(
  ctx: Ctx,
  input: { itemId: string; version: number; confirmed: boolean; seenVersion: number | null },
): Promise<{ submissionId: string }> {
  return transaction(ctx.db, async (tx) => {
    const { item, handled } = await itemFor(tx, ctx, input.itemId, 'change');
    const text = item.versions.find(({ version }) => version === input.version);
    const grades = text ? gradesToApprove(item, text) : [];
    if (text?.approval && grades.length === 0)
      throw new Conflict(`${text.approval.by} has approved this version already`);
    const afterTheFact = grades.some((grade) => grade.afterTheFact);
    await moveSubmission(tx, ctx, handled, {
      action: 'approve_release',
      given: text
        ? { textWrittenBy: text.writtenById, ...(item.grade && { gradedBy: item.grade.gradedById }) }
        : {},
      seenVersion: input.seenVersion,
      data: { item: item.number, version: input.version, afterTheFact },
    });
    if (!input.confirmed)
      throw new Invalid({ confirmed: 'Confirm that you have compared the text with the original' });
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
      })),
    });
    await record(tx, ctx, {
      type: 'item.approved',
      data: { version: text.version, afterTheFact },
      subject: { type: 'intelligence_item', id: item.id },
    });
    return { submissionId: handled.id };
  });
}

/** The grade of now, and those with which the version has gone out, as far as nobody has approved it with them. */
export function gradesToApprove(
  item: Pick<Item, 'grade' | 'disseminations'>,
  text: Pick<SanitisedVersion, 'version' | 'approvals'>,
): { gradeId: string; afterTheFact: boolean }[] {
  const sentWith = item.disseminations
    .filter(({ version, recalled }) => version === text.version && recalled === null)
    .map(({ gradeId }) => gradeId);
  return [...new Set([...(item.grade ? [item.grade.id] : []), ...sentWith])]
    .filter((gradeId) => !text.approvals.some((approval) => approval.gradeId === gradeId))
    .map((gradeId) => ({ gradeId, afterTheFact: sentWith.includes(gradeId) }));
}
