import type { Id } from '#app/domain/kernel/id.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { SystemCtx } from '../kernel/context.ts';
import { highWithoutHolder } from '../submission/without-holder.server.ts';

/** So many are sent on in one transaction. */
const BATCH = 200;

/**
 * Each minute: has every High submission that nobody who is here holds looked at again, however many there are. Reads
 * small partial indexes.
 */
export async function sweepHigh(ctx: SystemCtx): Promise<void> {
  let last: string | undefined;
  do last = await sweepBatch(ctx, last);
  while (last !== undefined);
}

/** Sends on those after this id. Gives the last one's id where there may be more. */
async function sweepBatch(ctx: SystemCtx, after: string | undefined): Promise<string | undefined> {
  return transaction(ctx.db, async (tx) => {
    const further = after === undefined ? Prisma.sql`true` : Prisma.sql`s.id > ${after}::uuid`;
    const waiting = await tx.$queryRaw<{ id: Id<'Submission'> }[]>`
      SELECT s.id FROM ${highWithoutHolder(ctx.clock.now())} s WHERE ${further} ORDER BY s.id LIMIT ${BATCH}`;
    for (const { id } of waiting) await enqueue(tx, { name: 'tell-high', data: { submissionId: id } });
    return waiting.length === BATCH ? waiting.at(-1)?.id : undefined;
  });
}
