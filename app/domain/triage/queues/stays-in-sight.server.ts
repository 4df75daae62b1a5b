import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { loadSubmission } from '../../submission/load-submission.server.ts';

/** Whether the actor may still know of a submission after an action that may have taken it out of their sight. */
export async function staysInSight(ctx: Ctx, input: { submissionId: Id<'Submission'> }): Promise<boolean> {
  return transaction(ctx.db, async (tx) => {
    try {
      await loadSubmission(tx, ctx, input.submissionId);
      return true;
    } catch (failure) {
      if (failure instanceof NotFound) return false;
      throw failure;
    }
  });
}
