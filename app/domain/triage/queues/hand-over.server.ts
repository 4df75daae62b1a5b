import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import { colleagues } from './colleagues.server.ts';
import { moveSubmission } from '../../submission/move-submission.server.ts';
import { lockHandled } from '../../submission/subject.server.ts';

/** Gives one's claim, or as an FIB supervisor anybody's, to an officer of the queue, with what they need to know;
 * the colleague is told by a message without content. @throws NotFound, Forbidden, Conflict, Invalid */
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
    const away = known ? known.awayUntil !== null : false;
    const colleague = known
      ? { colleague: { accountId: known.accountId, holdsPrimaryQueue: true, away } }
      : {};
    await moveSubmission(tx, ctx, handled, {
      action: input.action ?? 'hand_over',
      given: { comment: input.comment, ...colleague },
      seenVersion: input.seenVersion,
    });
    await enqueue(tx, {
      name: 'send-mail',
      data: { kind: 'work-given', accountId: input.colleagueId, submissionId: handled.id },
    });
  });
}
