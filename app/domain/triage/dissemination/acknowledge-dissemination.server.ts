import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden } from '../../kernel/failures.ts';
import { disseminationFor, recipientInTrail } from '../../submission/dissemination.server.ts';

/**
 * An officer of the receiving queue, or the MDS lead, confirms that they have read an item and keep to its conditions. The first to do so
 * stands; doing it again changes nothing. @throws NotFound, Forbidden, Conflict
 */
export async function acknowledgeDissemination(
  ctx: Ctx,
  input: { disseminationId: Id<'Dissemination'> },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const { row, recipient } = await disseminationFor(tx, ctx, input.disseminationId);
    if (!recipient) throw new Forbidden();
    if (row.disseminationRecall) throw new Conflict('This item has been recalled');
    const acknowledged = await tx.dissemination.updateMany({
      where: { id: row.id, acknowledgedAt: null },
      data: { acknowledgedBy: ctx.actor.accountId, acknowledgedAt: ctx.clock.now(), awaits: null },
    });
    if (acknowledged.count === 0) return;
    await record(tx, ctx, {
      type: 'dissemination.acknowledged',
      data: recipientInTrail(row),
      subject: { type: 'dissemination', id: row.id },
    });
  });
}
