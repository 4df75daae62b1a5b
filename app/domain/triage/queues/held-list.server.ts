import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { lineColumns, lineJoins, lineOf, type LineRow, type SubmissionLine } from './queue-lines.server.ts';
import { orderSql } from '../../submission/queue-order.server.ts';
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
      WHERE s.claimed_by = ${ctx.actor.accountId}::uuid AND ${isOpen} AND ${clearedFor(ctx)}
      ORDER BY ${orderSql.working} LIMIT ${most}`;
    await record(tx, ctx, { type: 'submission.listed', data: { queue: 'all', view: 'mine' } });
    return {
      now: ctx.clock.now(),
      lines: rows.map((row) => ({ ...lineOf(row, 'whole'), queue: row.queue })),
    };
  });
}

/** How many those are, as a subselect. */
export const heldCount = (ctx: Ctx): Prisma.Sql => Prisma.sql`
  SELECT count(*) FROM submission s WHERE s.claimed_by = ${ctx.actor.accountId}::uuid AND ${isOpen} AND ${clearedFor(ctx)}`;
