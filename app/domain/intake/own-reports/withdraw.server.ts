import { transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, Invalid } from '../../kernel/failures.ts';
import { moveSubmission } from '../../submission/move-submission.server.ts';
import { lockHandled } from '../../submission/subject.server.ts';

const longestReason = 2000;

/**
 * Withdraws one’s own submission that nobody has assessed yet; of a High one it asks, and an officer answers.
 * @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function withdraw(
  ctx: Ctx,
  input: { submissionId: string; comment: string },
): Promise<'withdrawn' | 'asked'> {
  if (input.comment.length > longestReason)
    throw new Invalid({ comment: 'Why you want to withdraw it must be 2,000 characters or less' });
  return transaction(ctx.db, async (tx) => {
    const handled = await lockHandled(tx, ctx, input.submissionId);
    // To stand in for a colleague is to answer for them, not to take back what they sent.
    if (handled.subject.submittedBy !== ctx.actor.accountId) throw new Forbidden();
    // Asked twice is asked once: an officer answers.
    if (handled.subject.withdrawalRequested) return 'asked';
    if (handled.subject.status === 'withdrawn') throw new Conflict('You have withdrawn this report already');
    const given = { comment: input.comment };
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
