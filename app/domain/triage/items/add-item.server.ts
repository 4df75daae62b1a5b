import { randomUUID } from 'node:crypto';
import type { Tx } from '#app/platform/db/transaction.ts';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import { failureOf } from '../../submission/transition.server.ts';
import { decideTransition } from '../../submission/decide-transition.ts';
import { accessTo, type LoadedSubmission } from '../../submission/load-submission.server.ts';
import { charactersOrLess, textLimits } from '../../kernel/text-limits.ts';

/** @throws Invalid */
export function readItemTitle(written: string): string {
  const title = written.trim();
  if (!title) throw new Invalid({ title: 'Enter what this item is about' });
  if (title.length > textLimits.itemTitle)
    throw new Invalid({ title: `What this item is about must be ${charactersOrLess(textLimits.itemTitle)}` });
  return title;
}

/**
 * Splits off one piece of intelligence of a submission that is locked, to be graded by itself. Whoever may grade may do so.
 * The title is for officers: no recipient and no page title shows it. @throws Forbidden, Conflict
 */
export async function addItem(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  title: string,
): Promise<Id<'IntelligenceItem'>> {
  const may = decideTransition(submission.state, 'grade', ctx.actor, accessTo(ctx, submission));
  if (!may.ok) throw failureOf(may);
  const now = ctx.clock.now();
  const { accountId } = ctx.actor;
  const itemId = newId<'IntelligenceItem'>();
  const number = (await tx.intelligenceItem.count({ where: { submissionId: submission.id } })) + 1;
  await tx.intelligenceItem.create({
    data: { id: itemId, submissionId: submission.id, number, title, createdBy: accountId, createdAt: now },
  });
  await tx.submission.update({ where: { id: submission.id }, data: { version: { increment: 1 } } });
  await tx.submissionEvent.create({
    data: {
      id: randomUUID(),
      submissionId: submission.id,
      happenedAt: now,
      action: 'create_item',
      fromStatus: submission.state.status,
      toStatus: submission.state.status,
      actorId: accountId,
      data: { item: number },
    },
  });
  await record(tx, ctx, {
    type: 'item.created',
    data: { submissionId: submission.id, number },
    subject: { type: 'intelligence_item', id: itemId },
  });
  return itemId;
}
