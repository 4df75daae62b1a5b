import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Tx } from '#app/platform/db/transaction.ts';

/** An item of a High report that a queue was sent and has not acknowledged in time. */
export type HighUnacknowledged = {
  id: string;
  submissionId: Id<'Submission'>;
  reference: string;
  itemNumber: number;
  queue: string;
  sentAt: Date;
  acknowledgeBy: Date;
};

/** More than this at once are a matter for every channel the force has. */
const most = 200;

const late = (now: Date): Prisma.Sql =>
  Prisma.sql`d.awaits = 'acknowledgement' AND d.queue_id IS NOT NULL AND d.acknowledge_by < ${now} AND s.priority = 'high'`;

/** Those of these queues, or of every queue as far as the condition on `submission s` holds, the longest late first. Reads the index of what waits. */
export async function highUnacknowledged(
  tx: Tx,
  now: Date,
  queues: readonly string[] | Prisma.Sql,
): Promise<HighUnacknowledged[]> {
  if (Array.isArray(queues) && queues.length === 0) return [];
  const among =
    queues instanceof Prisma.Sql
      ? queues
      : Prisma.sql`d.queue_id IN (${Prisma.join(queues.map((id) => Prisma.sql`${id}::uuid`))})`;
  return tx.$queryRaw<HighUnacknowledged[]>`
    SELECT d.id, d.submission_id AS "submissionId", s.reference, i.number AS "itemNumber", q.name AS queue,
      d.disseminated_at AS "sentAt", d.acknowledge_by AS "acknowledgeBy"
    FROM dissemination d JOIN submission s ON s.id = d.submission_id JOIN intelligence_item i ON i.id = d.item_id
      JOIN queue q ON q.id = d.queue_id
    WHERE ${late(now)} AND ${among} ORDER BY d.acknowledge_by, d.id LIMIT ${most}`;
}

/** How many there are, as a subselect. */
export const highUnacknowledgedCount = (now: Date, among = Prisma.sql`true`): Prisma.Sql => Prisma.sql`
  SELECT count(*) FROM dissemination d JOIN submission s ON s.id = d.submission_id WHERE ${late(now)} AND ${among}`;

/** How many there are. */
export async function countHighUnacknowledged(db: Db | Tx, now: Date): Promise<number> {
  const [row] = await db.$queryRaw<
    { count: number }[]
  >`SELECT (${highUnacknowledgedCount(now)})::int AS count`;
  return row?.count ?? 0;
}
