import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { clearedFor, isOpen } from '../../submission/queue-sql.server.ts';
import { queuesHeld } from '../../submission/queues-held.server.ts';

/**
 * The code of the queue of a submission, for an officer of it while something in it waits to be claimed; else null. Says
 * nothing of the submission, so it is no reading.
 */
export async function nextQueue(ctx: Ctx, input: { submissionId: Id<'Submission'> }): Promise<string | null> {
  return transaction(ctx.db, async (tx) => {
    const held = (await queuesHeld(tx, ctx.actor)).filter(({ hold }) => hold === 'holder');
    const [found] = await tx.$queryRaw<{ code: string }[]>`
      SELECT q.code FROM submission here JOIN queue q ON q.id = here.primary_queue_id
      WHERE here.id = ${input.submissionId}::uuid AND q.id = ANY(${held.map(({ id }) => id)}::uuid[])
        AND EXISTS (SELECT 1 FROM submission s WHERE s.primary_queue_id = q.id AND s.claimed_by IS NULL AND ${isOpen} AND ${clearedFor(ctx.actor)})`;
    return found?.code ?? null;
  });
}
