import { transaction } from '#app/platform/db/transaction.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { SystemCtx } from '../kernel/context.ts';

const BATCH = 200;

/**
 * Has everything that was added and is still unread told again: where it says that somebody is in danger, or all of it.
 * Reads one small partial index.
 */
export async function sweepNewInformation(ctx: SystemCtx, input: { danger: boolean }): Promise<void> {
  let last: string | undefined;
  do last = await sweepBatch(ctx, input.danger, last);
  while (last !== undefined);
}

async function sweepBatch(
  ctx: SystemCtx,
  danger: boolean,
  after: string | undefined,
): Promise<string | undefined> {
  return transaction(ctx.db, async (tx) => {
    const unread = await tx.submission.findMany({
      where: {
        ...(danger ? { newDangerDueAt: { not: null } } : { newInformationAt: { not: null } }),
        ...(after === undefined ? {} : { id: { gt: after } }),
      },
      orderBy: { id: 'asc' },
      select: { id: true },
      take: BATCH,
    });
    for (const { id } of unread)
      await enqueue(tx, { name: 'tell-new-information', data: { submissionId: id } });
    return unread.length === BATCH ? unread.at(-1)?.id : undefined;
  });
}
