import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import { dueDates } from '../../submission/due-dates.server.ts';
import { moveSubmission } from '../../submission/move-submission.server.ts';
import { handledAgain, lockHandled } from '../../submission/subject.server.ts';

/**
 * A supervisor of FIB opens again what was closed or rejected, with the reason: it waits in its queue as if it had just
 * come, and its clocks run from now. How it had ended stays in the history. @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function reopenSubmission(
  ctx: Ctx,
  input: { submissionId: string; comment: string; seenVersion: number | null },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const handled = await lockHandled(tx, ctx, input.submissionId);
    const { outcome } = await tx.submission.findUniqueOrThrow({
      where: { id: handled.id },
      select: { outcome: true },
    });
    await moveSubmission(tx, ctx, handled, {
      action: 'reopen',
      given: { comment: input.comment },
      seenVersion: input.seenVersion,
      data: { outcome },
    });
    const open = await handledAgain(tx, ctx, handled);
    await tx.submission.update({
      where: { id: handled.id },
      data: await dueDates(tx, ctx, open, ctx.clock.now()),
    });
    if (open.subject.priority === 'high')
      await enqueue(tx, { name: 'tell-high', data: { submissionId: handled.id } });
  });
}
