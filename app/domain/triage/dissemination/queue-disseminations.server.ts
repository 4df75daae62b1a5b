import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { encodeCursor, type QueueCursor } from '../../kernel/queue-cursor.ts';
import type { Priority } from '../../kernel/statuses.ts';

/** An item that was sent to a queue, as its officers find it in their list. */
export type DisseminationLine = {
  id: Id<'Dissemination'>;
  reference: string;
  itemNumber: number;
  priority: Priority;
  grade: string;
  /** The beginning of the sanitised text; null once it was recalled. */
  words: string | null;
  conditions: boolean;
  sentAt: Date;
  acknowledgeBy: Date;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
  recalledAt: Date | null;
};

type Row = DisseminationLine & { rank: number };

/** The rank, in a cursor, of what waits for nothing; what waits has the rank of its priority, from 1. */
const done = 0;

/**
 * Disseminations to this queue: those that wait to be acknowledged first, the most urgent and then the one due first on
 * top, then the rest, newest first. Each part reads an index of the queue. The caller has asked who looks.
 */
export async function disseminationLines(
  tx: Tx,
  queueId: Id<'Queue'>,
  cursor: QueueCursor | null,
  size: number,
): Promise<{ disseminations: DisseminationLine[]; next: string | null }> {
  const inRest = cursor?.priorityRank === done;
  const waiting = inRest ? [] : await waitingRows(tx, queueId, cursor, size + 1);
  const missing = size + 1 - waiting.length;
  const rest = missing > 0 ? await otherRows(tx, queueId, inRest ? cursor : null, missing) : [];
  const rows = [...waiting, ...rest];
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    disseminations: shown.map(({ rank: _rank, ...line }) => line),
    next:
      rows.length > size && last
        ? encodeCursor({
            priorityRank: last.rank,
            at: last.rank === done ? last.sentAt : last.acknowledgeBy,
            id: last.id,
          })
        : null,
  };
}

const isWaiting = Prisma.sql`d.awaits = 'acknowledgement'`;

const columns = Prisma.sql`d.id, s.reference, i.number AS "itemNumber", s.priority,
  g.source_grade::text || g.assessment_grade || g.handling_code AS grade,
  (d.conditions IS NOT NULL OR g.handling_code = 'C') AS conditions,
  d.disseminated_at AS "sentAt", d.acknowledge_by AS "acknowledgeBy", d.acknowledged_at AS "acknowledgedAt",
  k.display_name AS "acknowledgedBy", r.recalled_at AS "recalledAt",
  CASE WHEN r.recalled_at IS NULL THEN left(t.text, 240) END AS words`;
const joins = Prisma.sql`JOIN submission s ON s.id = d.submission_id JOIN intelligence_item i ON i.id = d.item_id
  JOIN item_grade g ON g.id = d.item_grade_id JOIN sanitised_text t ON t.id = d.sanitised_text_id
  LEFT JOIN account k ON k.id = d.acknowledged_by
  LEFT JOIN dissemination_recall r ON r.dissemination_id = d.id`;

function waitingRows(tx: Tx, queueId: Id<'Queue'>, cursor: QueueCursor | null, most: number): Promise<Row[]> {
  const after = cursor
    ? Prisma.sql`(s.priority_rank, d.acknowledge_by, d.id) > (${cursor.priorityRank}::smallint, ${cursor.at}, ${cursor.id}::uuid)`
    : Prisma.sql`true`;
  return tx.$queryRaw<Row[]>`
    SELECT ${columns}, s.priority_rank AS rank FROM dissemination d ${joins}
    WHERE d.queue_id = ${queueId}::uuid AND ${isWaiting} AND ${after}
    ORDER BY s.priority_rank, d.acknowledge_by, d.id LIMIT ${most}`;
}

function otherRows(tx: Tx, queueId: Id<'Queue'>, cursor: QueueCursor | null, most: number): Promise<Row[]> {
  const after = cursor
    ? Prisma.sql`d.disseminated_at <= ${cursor.at} AND (d.disseminated_at < ${cursor.at} OR d.id > ${cursor.id}::uuid)`
    : Prisma.sql`true`;
  return tx.$queryRaw<Row[]>`
    SELECT ${columns}, ${done}::int AS rank FROM dissemination d ${joins}
    WHERE d.queue_id = ${queueId}::uuid AND (${isWaiting}) IS NOT TRUE AND ${after}
    ORDER BY d.disseminated_at DESC, d.id LIMIT ${most}`;
}
