import { randomUUID } from 'node:crypto';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, NotFound } from '../../kernel/failures.ts';
import { maySeeRawText } from '../../submission/standing.ts';
import { countWritten } from '../../submission/supplements.server.ts';
import { lockHandled } from '../../submission/subject.server.ts';

/**
 * An officer has read what the partner added or answered: from here on it no longer asks for attention. `seen` is how much
 * of that was on the page that the officer saw, so that what came meanwhile is not passed over.
 * @throws NotFound, Forbidden, Conflict
 */
export async function markInformationRead(
  ctx: Ctx,
  input: { submissionId: string; seen: number },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    if (ctx.actor.side !== 'police') throw new NotFound();
    const handled = await lockHandled(tx, ctx, input.submissionId);
    if (!maySeeRawText(ctx.actor, handled.subject, handled.circumstances)) throw new Forbidden();
    const count = await countWritten(tx, handled.id);
    const { newInformationAt } = await tx.submission.findUniqueOrThrow({
      where: { id: handled.id },
      select: { newInformationAt: true },
    });
    if (newInformationAt === null) return;
    if (count !== input.seen)
      throw new Conflict('The partner has added more since you opened this. Read it first');
    await tx.submission.update({
      where: { id: handled.id },
      data: { newInformationAt: null, newDangerDueAt: null },
    });
    await tx.submissionEvent.create({
      data: {
        id: randomUUID(),
        submissionId: handled.id,
        happenedAt: ctx.clock.now(),
        action: 'read_information',
        fromStatus: handled.subject.status,
        toStatus: handled.subject.status,
        actorId: ctx.actor.accountId,
      },
    });
    await record(tx, ctx, {
      type: 'supplement.marked_read',
      data: { count },
      subject: { type: 'submission', id: handled.id },
    });
  });
}
