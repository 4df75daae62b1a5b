import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import { colleagues } from './colleagues.server.ts';
import { transition } from '../../submission/transition.server.ts';
import { lockSubmission } from '../../submission/load-submission.server.ts';

/** Gives one's claim, or as an FIB supervisor anybody's, to an officer of the queue, with what they need to know;
 * the colleague is told by a message without content. @throws NotFound, Forbidden, Conflict, Invalid */
export async function handOver(
  ctx: Ctx,
  input: {
    action?: 'hand_over' | 'assign';
    submissionId: string;
    colleagueId: string;
    comment: string;
    expectedVersion: number | null;
  },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    const known = (await colleagues(tx, ctx, submission)).find(
      ({ accountId }) => accountId === input.colleagueId,
    );
    const away = known ? known.awayUntil !== null : false;
    const colleague = known
      ? { colleague: { accountId: known.accountId, holdsPrimaryQueue: true, away } }
      : {};
    await transition(tx, ctx, submission, {
      action: input.action ?? 'hand_over',
      input: { comment: input.comment, ...colleague },
      expectedVersion: input.expectedVersion,
    });
    await enqueue(tx, {
      name: 'send-mail',
      data: { kind: 'work-given', accountId: input.colleagueId, submissionId: submission.id },
    });
  });
}
