import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { ActionEffect } from '../../submission/actions/effect.ts';
import { dueDates } from '../../submission/due-dates.server.ts';
import { reloadSubmission } from '../../submission/load-submission.server.ts';

/**
 * A supervisor of FIB opens again what was closed or rejected, with the reason: it waits in its queue, where it
 * stood when it ended, and its clocks run from now. How it had ended stays in the history.
 */
export const reopen: ActionEffect = async (tx, ctx, submission) => {
  const { outcome } = await tx.submission.findUniqueOrThrow({
    where: { id: submission.id },
    select: { outcome: true },
  });
  return {
    data: { outcome },
    after: async () => {
      const open = await reloadSubmission(tx, ctx, submission);
      await tx.submission.update({
        where: { id: submission.id },
        data: await dueDates(tx, ctx, open, ctx.clock.now()),
      });
      if (open.state.priority === 'high')
        await enqueue(tx, { name: 'tell-high', data: { submissionId: submission.id } });
    },
  };
};
