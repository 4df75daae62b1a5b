import { transaction } from '#app/platform/db/transaction.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { SystemCtx } from '../kernel/context.ts';
import { sentAtOnce } from '../triage/approvals/approvals-waiting.server.ts';
import { tellApprovers } from '../triage/approvals/tell-approvers.server.ts';

/**
 * While something that was sent at once has waited too long for a second person: tells the FIB supervisors again, and calls
 * the force's alert address.
 */
export async function sweepApprovals(ctx: SystemCtx, settings: { alertConfigured: boolean }): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const [first] = (await sentAtOnce(tx, ctx)).filter(({ approveBy }) => approveBy < ctx.clock.now());
    if (!first) return;
    await tellApprovers(tx, 'approval-due', [{ makers: [] }]);
    if (settings.alertConfigured)
      await enqueue(tx, {
        name: 'call-alert',
        data: { kind: 'approval_overdue', submissionId: first.submissionId, step: 'approval-overdue' },
      });
  });
}
