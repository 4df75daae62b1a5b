import { transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../context.ts';
import { colleagues } from './colleagues.server.ts';
import { moveSubmission } from './move-submission.server.ts';
import { lockHandled } from './subject.server.ts';

/** Gives one's claim, or as an FIB supervisor anybody's, to an officer of the queue, with what they need to know. @throws NotFound, Forbidden, Conflict, Invalid */
export async function handOver(
  ctx: Ctx,
  input: {
    action?: 'hand_over' | 'assign';
    submissionId: string;
    colleagueId: string;
    comment: string;
    seenVersion: number | null;
  },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const handled = await lockHandled(tx, ctx, input.submissionId);
    const known = (await colleagues(tx, ctx, handled)).find(
      ({ accountId }) => accountId === input.colleagueId,
    );
    const colleague = known ? { colleague: { accountId: known.accountId, holdsPrimaryQueue: true } } : {};
    await moveSubmission(tx, ctx, handled, {
      action: input.action ?? 'hand_over',
      given: { comment: input.comment, ...colleague },
      seenVersion: input.seenVersion,
    });
  });
}
