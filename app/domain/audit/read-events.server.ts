import type { Db } from '#app/platform/db/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { StoredEvent } from './event-mark.ts';

const highest = 2n ** 63n - 1n;

/** Events with these numbers, both ends included, in their order. */
export function readEvents(
  db: Db | Tx,
  { from, to = highest, count }: { from: bigint; to?: bigint; count: number },
): Promise<StoredEvent[]> {
  return db.$queryRaw<StoredEvent[]>`
    SELECT id, transaction_id::text AS "transactionId", recorded_at AS "recordedAt", happened_at AS "happenedAt", type,
      actor_id AS "actorId", actor_label AS "actorLabel", session_id AS "sessionId", request_id AS "requestId",
      subject_type AS "subjectType", subject_id AS "subjectId", data, mark
    FROM audit_event WHERE id BETWEEN ${from} AND ${to} ORDER BY id LIMIT ${count}`;
}
