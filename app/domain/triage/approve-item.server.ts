import { randomUUID } from 'node:crypto';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import { Conflict, Invalid, NotFound } from '../failures.ts';
import { itemFor } from './items.server.ts';
import { moveSubmission } from './move-submission.server.ts';

/**
 * A second person approves one version of an item's sanitised text: before it goes out, or afterwards where one person
 * let it out at once because it was High. @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function approveItem(
  ctx: Ctx,
  input: { itemId: string; version: number; confirmed: boolean; seenVersion: number | null },
): Promise<{ submissionId: string }> {
  return transaction(ctx.db, async (tx) => {
    const { item, handled } = await itemFor(tx, ctx, input.itemId, 'change');
    const text = item.versions.find(({ version }) => version === input.version);
    if (text?.approval) throw new Conflict(`${text.approval.by} has approved this version already`);
    const afterTheFact = item.disseminations.some(({ version }) => version === input.version);
    await moveSubmission(tx, ctx, handled, {
      action: 'approve_release',
      given: text ? { textWrittenBy: text.writtenById } : {},
      seenVersion: input.seenVersion,
      data: { item: item.number, version: input.version, afterTheFact },
    });
    if (!input.confirmed)
      throw new Invalid({ confirmed: 'Confirm that you have compared the text with the original' });
    // The table has refused an approval without a text.
    if (!text) throw new NotFound();
    await tx.itemApproval.create({
      data: {
        id: randomUUID(),
        itemId: item.id,
        sanitisedTextId: text.id,
        approvedBy: ctx.actor.accountId,
        approvedAt: ctx.clock.now(),
        afterTheFact,
      },
    });
    await record(tx, ctx, {
      type: 'item.approved',
      data: { version: text.version, afterTheFact },
      subject: { type: 'intelligence_item', id: item.id },
    });
    return { submissionId: handled.id };
  });
}
