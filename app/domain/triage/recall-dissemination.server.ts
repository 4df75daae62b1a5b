import { randomUUID } from 'node:crypto';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import { Conflict, Forbidden, Invalid } from '../failures.ts';
import { disseminationFor, type DisseminationRow } from './dissemination.server.ts';
import { queueOfficers } from './queue-officers.server.ts';
import { isFibSupervisor } from './standing.ts';
import { charactersOrLess, textLimits } from './text-limits.ts';

export type PreparedRecall = {
  disseminationId: string;
  reference: string;
  itemNumber: number;
  queue: string;
};

/** A dissemination that the actor may take back: who sent it, and every FIB supervisor. @throws NotFound, Forbidden, Conflict */
export async function prepareRecall(ctx: Ctx, input: { disseminationId: string }): Promise<PreparedRecall> {
  return transaction(ctx.db, async (tx) => {
    const { row, handled } = await recallable(tx, ctx, input.disseminationId);
    return {
      disseminationId: row.id,
      reference: handled.reference,
      itemNumber: row.item.number,
      queue: row.queue.name,
    };
  });
}

/**
 * Takes a dissemination back, with the reason. Its recipients see from now on that it was recalled and no text, and the
 * officers of their queue are told without content. What they have read they have read: the page says so.
 * @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function recallDissemination(
  ctx: Ctx,
  input: { disseminationId: string; reason: string },
): Promise<{ submissionId: string }> {
  const reason = input.reason.trim();
  return transaction(ctx.db, async (tx) => {
    const { row, handled } = await recallable(tx, ctx, input.disseminationId);
    if (reason === '') throw new Invalid({ reason: 'Enter why it is recalled' });
    if (reason.length > textLimits.conditions)
      throw new Invalid({ reason: `The reason must be ${charactersOrLess(textLimits.conditions)}` });
    await tx.$queryRaw`SELECT 1 FROM dissemination WHERE id = ${row.id}::uuid FOR UPDATE`;
    const { count } = await tx.disseminationRecall.createMany({
      data: [
        {
          id: randomUUID(),
          disseminationId: row.id,
          reason,
          recalledBy: ctx.actor.accountId,
          recalledAt: ctx.clock.now(),
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) throw new Conflict('This dissemination has been recalled already');
    await record(tx, ctx, {
      type: 'dissemination.recalled',
      data: { queue: row.queue.code },
      subject: { type: 'dissemination', id: row.id },
    });
    for (const accountId of await queueOfficers(tx, row.queue))
      await enqueue(tx, { name: 'send-mail', data: { kind: 'dissemination-recalled', accountId } });
    return { submissionId: handled.id };
  });
}

async function recallable(tx: Tx, ctx: Ctx, id: string): ReturnType<typeof disseminationFor> {
  const found = await disseminationFor(tx, ctx, id);
  if (!mayRecall(ctx, found.row))
    throw new Forbidden('Only who disseminated it or an FIB supervisor recalls an item');
  if (found.row.disseminationRecall) throw new Conflict('This dissemination has been recalled already');
  return found;
}

/** Whether it is the actor's to take back. */
export const mayRecall = (ctx: Ctx, row: Pick<DisseminationRow, 'disseminatedBy'>): boolean =>
  row.disseminatedBy === ctx.actor.accountId || isFibSupervisor(ctx.actor);
