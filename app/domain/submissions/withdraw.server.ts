import { transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../context.ts';
import { Forbidden } from '../failures.ts';
import { moveSubmission } from '../triage/move-submission.server.ts';
import { lockHandled } from '../triage/subject.server.ts';

/**
 * Withdraws one’s own submission that nobody has assessed yet; of a High one it asks, and an officer answers.
 * @throws NotFound, Forbidden, Conflict
 */
export async function withdraw(
  ctx: Ctx,
  input: { submissionId: string; comment: string },
): Promise<'withdrawn' | 'asked'> {
  return transaction(ctx.db, async (tx) => {
    const handled = await lockHandled(tx, ctx, input.submissionId);
    // To stand in for a colleague is to answer for them, not to take back what they sent.
    if (handled.subject.submittedBy !== ctx.actor.accountId) throw new Forbidden();
    // Asked twice is asked once: an officer answers.
    if (handled.subject.withdrawalRequested) return 'asked';
    const given = { comment: input.comment.slice(0, 2000) };
    if (handled.subject.priority === 'high') {
      await moveSubmission(tx, ctx, handled, {
        action: 'request_withdrawal',
        given,
        change: { withdrawalRequestedAt: ctx.clock.now() },
      });
      return 'asked';
    }
    await moveSubmission(tx, ctx, handled, { action: 'withdraw', given });
    return 'withdrawn';
  });
}
