import type { Db } from '#app/platform/db/client.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { QueueKind } from '../kernel/statuses.ts';

/** A queue to which a submission can go. `area` is set for the kind `area` and null for the others. */
export type RoutingQueue = {
  code: string;
  name: string;
  kind: QueueKind;
  area: { code: string; name: string } | null;
};

export type ForceQueue = RoutingQueue & { id: Id<'Queue'>; areaId: Id<'Area'> | null };

/** Every queue of the force with its area: a dozen rows. */
export async function forceQueues(tx: Db | Tx): Promise<ForceQueue[]> {
  const rows = await tx.queue.findMany({
    include: { area: { select: { code: true, name: true } } },
    orderBy: { name: 'asc' },
  });
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    kind: row.kind,
    areaId: row.areaId,
    area: row.area,
  }));
}
