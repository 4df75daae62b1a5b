import { transaction } from '#app/platform/db/transaction.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { SystemCtx } from '../context.ts';

/** So many are sent on in one transaction. */
const BATCH = 200;

/**
 * Each minute: has every High submission that nobody has claimed looked at again, however many there are. Reads one
 * small partial index.
 */
export async function sweepHigh(ctx: SystemCtx): Promise<void> {
  let last: string | undefined;
  do last = await sweepBatch(ctx, last);
  while (last !== undefined);
}

/** Sends on those after this id. Gives the last one's id where there may be more. */
async function sweepBatch(ctx: SystemCtx, after: string | undefined): Promise<string | undefined> {
  return transaction(ctx.db, async (tx) => {
    const waiting = await tx.submission.findMany({
      where: {
        priority: 'high',
        claimedBy: null,
        status: { notIn: ['closed', 'rejected', 'withdrawn'] },
        ...(after === undefined ? {} : { id: { gt: after } }),
      },
      orderBy: { id: 'asc' },
      select: { id: true },
      take: BATCH,
    });
    for (const { id } of waiting) await enqueue(tx, { name: 'tell-high', data: { submissionId: id } });
    return waiting.length === BATCH ? waiting.at(-1)?.id : undefined;
  });
}
