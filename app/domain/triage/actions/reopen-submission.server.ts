import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import { dueDates } from '../../submission/due-dates.server.ts';
import { transition } from '../../submission/transition.server.ts';
import { reloadSubmission, lockSubmission } from '../../submission/load-submission.server.ts';

/**
 * A supervisor of FIB opens again what was closed or rejected, with the reason: it waits in its queue as if it had just
 * come, and its clocks run from now. How it had ended stays in the history. @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function reopenSubmission(
  ctx: Ctx,
  input: { submissionId: string; comment: string; expectedVersion: number | null },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    const { outcome } = await tx.submission.findUniqueOrThrow({
      where: { id: submission.id },
      select: { outcome: true },
    });
    await transition(tx, ctx, submission, {
      action: 'reopen',
      input: { comment: input.comment },
      expectedVersion: input.expectedVersion,
      data: { outcome },
    });
    const open = await reloadSubmission(tx, ctx, submission);
    await tx.submission.update({
      where: { id: submission.id },
      data: await dueDates(tx, ctx, open, ctx.clock.now()),
    });
    if (open.state.priority === 'high')
      await enqueue(tx, { name: 'tell-high', data: { submissionId: submission.id } });
  });
}
