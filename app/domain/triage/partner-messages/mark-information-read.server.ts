import { randomUUID } from 'node:crypto';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, NotFound } from '../../kernel/failures.ts';
import { maySeeRawText } from '../../submission/submission-access.ts';
import { countWritten } from '../../submission/supplements.server.ts';
import { lockSubmission } from '../../submission/load-submission.server.ts';

/**
 * An officer has read what the partner added or answered: from here on it no longer asks for attention. `shownCount` is
 * how much of that was on the page that the officer saw, so that what came meanwhile is not passed over.
 * @throws NotFound, Forbidden, Conflict
 */
export async function markInformationRead(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; shownCount: number },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    if (ctx.actor.side !== 'police') throw new NotFound();
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    if (!maySeeRawText(ctx.actor, submission.state, submission.accessFacts)) throw new Forbidden();
    const count = await countWritten(tx, submission.id);
    const { newInformationAt } = await tx.submission.findUniqueOrThrow({
      where: { id: submission.id },
      select: { newInformationAt: true },
    });
    if (newInformationAt === null) return;
    if (count !== input.shownCount)
      throw new Conflict('The partner has added more since you opened this. Read it first');
    await tx.submission.update({
      where: { id: submission.id },
      data: { newInformationAt: null, newDangerDueAt: null },
    });
    await tx.submissionEvent.create({
      data: {
        id: randomUUID(),
        submissionId: submission.id,
        happenedAt: ctx.clock.now(),
        action: 'read_information',
        fromStatus: submission.state.status,
        toStatus: submission.state.status,
        actorId: ctx.actor.accountId,
      },
    });
    await record(tx, ctx, {
      type: 'supplement.marked_read',
      data: { count },
      subject: { type: 'submission', id: submission.id },
    });
  });
}
