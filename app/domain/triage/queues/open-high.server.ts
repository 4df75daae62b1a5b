import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { decodeCursor, encodeCursor } from '../../kernel/queue-cursor.ts';
import { afterSql, noClock, orderSql } from '../../submission/queue-order.server.ts';
import { isOpen } from '../../submission/queue-sql.server.ts';
import { isRecipient } from '../../submission/submission-access.ts';
import { waitsFor, type WaitsFor } from '../../kernel/status-words.ts';

/** An open High submission as the MDS lead may know of it. Of a restricted one neither its area nor its page. */
export type HighLine = {
  id: string;
  reference: string;
  restricted: boolean;
  area: string | null;
  dueAt: Date | null;
  waitsFor: WaitsFor;
  holder: string | null;
};

export type HighPage = { now: Date; lines: HighLine[]; next: string | null; later: boolean };

/** Lines on one page. */
export const highPageSize = 25;

type Row = {
  id: string;
  reference: string;
  restricted: boolean;
  area: string | null;
  due_at: Date | null;
  first_seen_at: Date | null;
  assessed_at: Date | null;
  answered_at: Date | null;
  holder: string | null;
};

/**
 * Every open High submission for the MDS lead, the next clock to run out first: who holds it, and nothing of what it says.
 * Looking is recorded. @throws NotFound
 */
export async function openHigh(ctx: Ctx, input: { cursor: string | null }): Promise<HighPage> {
  if (!isRecipient(ctx.actor, { kind: 'mds_lead' })) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const cursor = decodeCursor(input.cursor);
    const rows = await tx.$queryRaw<Row[]>`
      SELECT s.id, s.reference, s.restricted, CASE WHEN s.restricted THEN NULL ELSE a.name END AS area,
        s.due_at, s.first_seen_at, s.assessed_at, s.answered_at, h.display_name AS holder
      FROM submission s LEFT JOIN area a ON a.id = s.area_id LEFT JOIN account h ON h.id = s.claimed_by
      WHERE s.priority = 'high' AND ${isOpen} AND ${afterSql('due', cursor)}
      ORDER BY ${orderSql.due} LIMIT ${highPageSize + 1}`;
    await record(tx, ctx, { type: 'submission.listed', data: { queue: 'high', view: 'open' } });
    const shown = rows.slice(0, highPageSize);
    const last = shown.at(-1);
    return {
      now: ctx.clock.now(),
      lines: shown.map((row) => ({
        id: row.id,
        reference: row.reference,
        restricted: row.restricted,
        area: row.area,
        dueAt: row.due_at,
        waitsFor: waitsFor({
          firstSeenAt: row.first_seen_at,
          assessedAt: row.assessed_at,
          answeredAt: row.answered_at,
          held: row.holder !== null,
        }),
        holder: row.holder,
      })),
      next:
        rows.length > highPageSize && last
          ? encodeCursor({ priorityRank: 0, at: last.due_at ?? noClock, id: last.id })
          : null,
      later: cursor !== null,
    };
  });
}
