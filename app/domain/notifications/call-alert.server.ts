import type { CallAlert } from '#app/platform/alert.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { SystemCtx } from '../context.ts';

/** Calls the force's alert address for one step, with a count and no content. A call that fails is tried again by the job. */
export async function callHighAlert(
  ctx: SystemCtx,
  callAlert: CallAlert,
  input: { submissionId: string; step: string },
): Promise<void> {
  const waiting = await ctx.db.submission.count({
    where: { priority: 'high', claimedBy: null, status: { notIn: ['closed', 'rejected', 'withdrawn'] } },
  });
  if (waiting === 0) return;
  await callAlert({ kind: 'high_waiting', step: input.step, waiting });
  await transaction(ctx.db, (tx) =>
    record(tx, ctx, {
      type: 'high.alert_called',
      data: { step: input.step },
      subject: { type: 'submission', id: input.submissionId },
    }),
  );
}
