import { transaction } from '#app/platform/db/transaction.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { SystemCtx } from '../context.ts';

/** More unclaimed High submissions than this at once are told of by the oldest; the rest follow in the next sweep. */
const BATCH = 200;

/** Each minute: has every High submission that nobody has claimed looked at again. Reads one small partial index. */
export async function sweepHigh(ctx: SystemCtx): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const waiting = await tx.submission.findMany({
      where: { priority: 'high', claimedBy: null, status: { notIn: ['closed', 'rejected', 'withdrawn'] } },
      orderBy: { firstSeenDueAt: 'asc' },
      select: { id: true },
      take: BATCH,
    });
    for (const { id } of waiting) await enqueue(tx, { name: 'tell-high', data: { submissionId: id } });
  });
}
