import type { Db } from '#app/platform/db/client.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../kernel/context.ts';
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

/** By the hash of the pack that brought them: what has the same hash is the same. */
const known = new Map<string, ForceQueue[]>();

/** The same for somebody signed in, whose session names the pack: a pack that is known by its hash comes from memory. */
export async function queuesOfPack(tx: Db | Tx, { packHash }: Pick<Ctx, 'packHash'>): Promise<ForceQueue[]> {
  if (packHash === null) return forceQueues(tx);
  const queues = known.get(packHash) ?? (await forceQueues(tx));
  known.set(packHash, queues);
  return queues;
}
