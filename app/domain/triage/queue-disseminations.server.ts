import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { encodeCursor, type QueueCursor } from './queue-cursor.ts';
import { afterSql, orderSql } from './queue-sql.server.ts';
import type { Priority } from './statuses.ts';

/** An item that was sent to a queue, as its officers find it in their list. */
export type DisseminationLine = {
  id: string;
  reference: string;
  itemNumber: number;
  priority: Priority;
  grade: string;
  conditions: boolean;
  sentAt: Date;
  acknowledgeBy: Date;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
  recalledAt: Date | null;
};

/** What was disseminated to this queue, newest first. The caller has asked who looks. */
export async function disseminationLines(
  tx: Tx,
  queueId: string,
  cursor: QueueCursor | null,
  size: number,
): Promise<{ disseminations: DisseminationLine[]; next: string | null }> {
  const rows = await tx.$queryRaw<DisseminationLine[]>`
    SELECT d.id, s.reference, i.number AS "itemNumber", s.priority,
      g.source_grade::text || g.assessment_grade || g.handling_code AS grade,
      (d.conditions IS NOT NULL OR g.handling_code = 'C') AS conditions,
      d.disseminated_at AS "sentAt", d.acknowledge_by AS "acknowledgeBy", d.acknowledged_at AS "acknowledgedAt",
      k.display_name AS "acknowledgedBy", r.recalled_at AS "recalledAt"
    FROM dissemination d JOIN submission s ON s.id = d.submission_id JOIN intelligence_item i ON i.id = d.item_id
      JOIN item_grade g ON g.id = d.item_grade_id LEFT JOIN account k ON k.id = d.acknowledged_by
      LEFT JOIN dissemination_recall r ON r.dissemination_id = d.id
    WHERE d.queue_id = ${queueId}::uuid AND ${afterSql('latest_disseminated', cursor)}
    ORDER BY ${orderSql.latest_disseminated} LIMIT ${Prisma.sql`${size + 1}`}`;
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    disseminations: shown,
    next: rows.length > size && last ? encodeCursor({ priorityRank: 0, at: last.sentAt, id: last.id }) : null,
  };
}
