import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { lineColumns, lineJoins, lineOf, type LineRow, type SubmissionLine } from './queue-lines.server.ts';
import { clearedFor, isOpen } from '../../submission/queue-sql.server.ts';

export type HeldList = { now: Date; lines: (SubmissionLine & { queue: string })[] };

/** Nobody holds more at once; whoever does hands some over. */
const most = 200;

/** Everything open that the actor has claimed, whichever queue it is in, in working order. */
export async function heldList(ctx: Ctx): Promise<HeldList> {
  return transaction(ctx.db, async (tx) => {
    const rows = await tx.$queryRaw<(LineRow & { queue: string })[]>`
      SELECT ${lineColumns}, q.name AS queue
      FROM submission s JOIN queue q ON q.id = s.primary_queue_id ${lineJoins}
      WHERE s.claimed_by = ${ctx.actor.accountId}::uuid AND ${isOpen} AND ${clearedFor(ctx.actor)}
      ORDER BY s.priority_rank, s.submitted_at, s.id LIMIT ${most}`;
    await record(tx, ctx, { type: 'submission.listed', data: { queue: 'all', view: 'mine' } });
    return {
      now: ctx.clock.now(),
      lines: rows.map((row) => ({ ...lineOf(row, 'whole'), queue: row.queue })),
    };
  });
}

/** How many those are. */
export async function heldCount(tx: Tx, ctx: Ctx): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM submission s
    WHERE s.claimed_by = ${ctx.actor.accountId}::uuid AND ${isOpen} AND ${clearedFor(ctx.actor)}`;
  return row?.count ?? 0;
}
