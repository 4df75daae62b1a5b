import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, Invalid } from '../../kernel/failures.ts';
import { transition } from '../../submission/transition.server.ts';
import { lockSubmission } from '../../submission/load-submission.server.ts';

const longestReason = 2000;

/**
 * Withdraws one’s own submission that nobody has assessed yet; of a High one it asks, and an officer answers.
 * @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function withdraw(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; comment: string },
): Promise<'withdrawn' | 'asked'> {
  if (input.comment.length > longestReason)
    throw new Invalid({ comment: 'Why you want to withdraw it must be 2,000 characters or less' });
  return transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    // To stand in for a colleague is to answer for them, not to take back what they sent.
    if (submission.state.submittedBy !== ctx.actor.accountId) throw new Forbidden();
    // Asked twice is asked once: an officer answers.
    if (submission.state.withdrawalRequested) return 'asked';
    if (submission.state.status === 'withdrawn') throw new Conflict('You have withdrawn this report already');
    if (submission.state.priority === 'high') {
      await transition(tx, ctx, submission, {
        action: 'request_withdrawal',
        input: { comment: input.comment },
        change: { withdrawalRequestedAt: ctx.clock.now() },
      });
      return 'asked';
    }
    await transition(tx, ctx, submission, { action: 'withdraw', input: { comment: input.comment } });
    return 'withdrawn';
  });
}
