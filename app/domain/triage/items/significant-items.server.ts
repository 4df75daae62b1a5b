import type { Id } from '#app/domain/kernel/id.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { decodeCursor, encodeCursor } from '../../kernel/queue-cursor.ts';
import { isRecipient } from '../../submission/submission-access.ts';
import type { Priority } from '../../kernel/statuses.ts';

/** An item that was sent to the MDS lead as significant, without its text. */
export type SignificantLine = {
  id: Id<'Dissemination'>;
  reference: string;
  itemNumber: number;
  priority: Priority;
  area: string | null;
  grade: string;
  conditions: boolean;
  sentAt: Date;
  acknowledgeBy: Date;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
  recalledAt: Date | null;
};

export type SignificantPage = { lines: SignificantLine[]; next: string | null; later: boolean; now: Date };

/** Lines on one page. */
export const significantPageSize = 25;

/**
 * Items sent to the MDS lead: those that wait to be acknowledged first, then the rest, each newest first. Looking is
 * recorded. @throws NotFound
 */
export async function significantItems(ctx: Ctx, input: { cursor: string | null }): Promise<SignificantPage> {
  if (!isRecipient(ctx.actor, { kind: 'mds_lead' })) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const cursor = decodeCursor(input.cursor);
    // The rank of the cursor: 0 while in what waits, 1 in the rest.
    const after = cursor
      ? Prisma.sql`((d.awaits IS NULL) > ${cursor.priorityRank === 1} OR ((d.awaits IS NULL) = ${cursor.priorityRank === 1}
          AND (d.disseminated_at < ${cursor.at} OR (d.disseminated_at = ${cursor.at} AND d.id > ${cursor.id}::uuid))))`
      : Prisma.sql`true`;
    const rows = await tx.$queryRaw<(SignificantLine & { done: boolean })[]>`
      SELECT d.id, s.reference, i.number AS "itemNumber", s.priority, a.name AS area,
        g.source_grade::text || g.assessment_grade || g.handling_code AS grade,
        (d.conditions IS NOT NULL OR g.handling_code = 'C') AS conditions, d.disseminated_at AS "sentAt",
        d.acknowledge_by AS "acknowledgeBy", d.acknowledged_at AS "acknowledgedAt", k.display_name AS "acknowledgedBy",
        r.recalled_at AS "recalledAt", d.awaits IS NULL AS done
      FROM dissemination d JOIN submission s ON s.id = d.submission_id JOIN intelligence_item i ON i.id = d.item_id
        JOIN item_grade g ON g.id = d.item_grade_id LEFT JOIN area a ON a.id = s.area_id
        LEFT JOIN account k ON k.id = d.acknowledged_by LEFT JOIN dissemination_recall r ON r.dissemination_id = d.id
      WHERE d.recipient_kind = 'mds_lead' AND ${after}
      ORDER BY (d.awaits IS NULL), d.disseminated_at DESC, d.id LIMIT ${significantPageSize + 1}`;
    await record(tx, ctx, { type: 'dissemination.listed', data: { view: 'significant' } });
    const shown = rows.slice(0, significantPageSize);
    const last = shown.at(-1);
    return {
      lines: shown.map(({ done: _, ...line }) => line),
      next:
        rows.length > significantPageSize && last
          ? encodeCursor({ priorityRank: last.done ? 1 : 0, at: last.sentAt, id: last.id })
          : null,
      later: cursor !== null,
      now: ctx.clock.now(),
    };
  });
}
