import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../context.ts';
import { NotFound } from '../failures.ts';
import { isId } from '../is-id.ts';
import { maySeeSanitisedText, queueStanding } from './standing.ts';
import type { QueueKind, QueueRef } from './statuses.ts';
import { handledFor, type Handled } from './subject.server.ts';

const include = {
  item: { select: { number: true } },
  sanitisedText: { select: { text: true, version: true, itemApproval: { select: { id: true } } } },
  itemGrade: true,
  queue: true,
  disseminatedByAccount: { select: { displayName: true } },
  acknowledgedByAccount: { select: { displayName: true } },
  disseminationRecall: { include: { recalledByAccount: { select: { displayName: true } } } },
} as const;

async function find(tx: Tx, id: string) {
  return isId(id) ? tx.dissemination.findUnique({ where: { id }, include }) : null;
}

export type DisseminationRow = NonNullable<Awaited<ReturnType<typeof find>>>;

/**
 * A dissemination that the actor may read: it went to a queue of theirs, or they may read the original anyway.
 * `recipient`: they are an officer of the queue it went to. @throws NotFound
 */
export async function disseminationFor(
  tx: Tx,
  ctx: Ctx,
  id: string,
): Promise<{ row: DisseminationRow; handled: Handled; recipient: boolean }> {
  const row = await find(tx, id);
  const handled = row ? await handledFor(tx, ctx, row.submissionId) : null;
  if (!row || !handled) throw new NotFound();
  const queue: QueueRef = { kind: row.queue.kind as QueueKind, areaId: row.queue.areaId };
  if (!maySeeSanitisedText(ctx.actor, handled.subject, [queue])) throw new NotFound();
  return { row, handled, recipient: queueStanding(ctx.actor, queue) };
}
