import { randomUUID } from 'node:crypto';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import { failureOf } from '../../submission/move-submission.server.ts';
import { apply } from '../../submission/move.ts';
import { refuseStale } from '../../submission/refuse-stale.server.ts';
import { lockHandled, standingTo } from '../../submission/subject.server.ts';
import { charactersOrLess, textLimits } from '../../kernel/text-limits.ts';

/**
 * Splits off one piece of intelligence of a submission, to be graded by itself. Whoever may grade may do so.
 * The title is for officers: no recipient and no page title shows it. @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function createItem(
  ctx: Ctx,
  input: { submissionId: string; title: string; seenVersion: number | null },
): Promise<{ itemId: string }> {
  const title = input.title.trim();
  if (!title) throw new Invalid({ title: 'Enter what this item is about' });
  if (title.length > textLimits.itemTitle)
    throw new Invalid({ title: `Title must be ${charactersOrLess(textLimits.itemTitle)}` });
  return transaction(ctx.db, async (tx) => {
    const handled = await lockHandled(tx, ctx, input.submissionId);
    await refuseStale(tx, ctx, handled, input.seenVersion);
    const may = apply(handled.subject, 'grade', ctx.actor, standingTo(ctx, handled));
    if (!may.ok) throw failureOf(may);
    const now = ctx.clock.now();
    const { accountId } = ctx.actor;
    const itemId = randomUUID();
    const number = (await tx.intelligenceItem.count({ where: { submissionId: handled.id } })) + 1;
    await tx.intelligenceItem.create({
      data: { id: itemId, submissionId: handled.id, number, title, createdBy: accountId, createdAt: now },
    });
    await tx.submission.update({ where: { id: handled.id }, data: { version: { increment: 1 } } });
    await tx.submissionEvent.create({
      data: {
        id: randomUUID(),
        submissionId: handled.id,
        happenedAt: now,
        action: 'create_item',
        fromStatus: handled.subject.status,
        toStatus: handled.subject.status,
        actorId: accountId,
        data: { item: number },
      },
    });
    await record(tx, ctx, {
      type: 'item.created',
      data: { submissionId: handled.id, number },
      subject: { type: 'intelligence_item', id: itemId },
    });
    return { itemId };
  });
}
