import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/context.ts';
import { forceQueues, type ForceQueue } from '../force/force-queues.server.ts';
import { clearedFor, isOpen, viewSql } from './queue-sql.server.ts';
import { queueViews, type QueueView, type QueueViewId } from './queue-views.ts';
import { isQueueOfficer } from './submission-access.ts';
import { isFibSupervisor } from '../kernel/actor.ts';

/**
 * `holder`: an officer of the queue. `lead`: the lead of its area, who is shown what counts to the area, whichever queue
 * holds it: figures, clocks, states and holders. `overseer`: an FIB supervisor, who is shown the same of every other queue.
 */
export type QueueHold = 'holder' | 'lead' | 'overseer';

export type HeldQueue = {
  id: Id<'Queue'>;
  code: string;
  name: string;
  kind: ForceQueue['kind'];
  areaId: Id<'Area'> | null;
  areaName: string | null;
  hold: QueueHold;
};

/**
 * `unclaimed-high`: High ones that nobody has claimed. `watching`: open submissions elsewhere that the queue watches. `to-sanitise`: those elsewhere that wait for FIB. Of
 * what was disseminated to it, what waits to be acknowledged is counted; `acknowledge-now`: those of it that are High
 * or late.
 */
export type QueueCounts = Record<
  QueueViewId | 'unclaimed-high' | 'watching' | 'to-sanitise' | 'acknowledge-now',
  number
>;

/** The queues of the force that the actor works on, leads or oversees, in the order of their names. */
export async function queuesHeld(db: Db | Tx, actor: Actor): Promise<HeldQueue[]> {
  const queues = await forceQueues(db);
  return queues.flatMap(({ id, code, name, kind, areaId, area }) => {
    const hold = holdOf(actor, { kind, areaId });
    return hold ? [{ id, code, name, kind, areaId, areaName: area?.name ?? null, hold }] : [];
  });
}

function holdOf(actor: Actor, queue: Pick<HeldQueue, 'kind' | 'areaId'>): QueueHold | null {
  if (isQueueOfficer(actor, queue)) return 'holder';
  const leads = actor.roles.some(
    ({ role, areaId }) => role === 'area_lead' && areaId !== null && areaId === queue.areaId,
  );
  if (actor.side === 'police' && leads) return 'lead';
  return isFibSupervisor(actor) ? 'overseer' : null;
}

/** The queues of the actor, all or those of some holds, with how many each view of each has. */
export async function queuesOf(
  ctx: Ctx,
  holds: readonly QueueHold[] = ['holder', 'lead', 'overseer'],
): Promise<(HeldQueue & { counts: QueueCounts })[]> {
  return transaction(ctx.db, async (tx) => {
    const queues = (await queuesHeld(tx, ctx.actor)).filter(({ hold }) => holds.includes(hold));
    const counts = await countsOf(tx, ctx, queues);
    return queues.map((queue) => ({ ...queue, counts: counts.get(queue.id) ?? noCounts() }));
  });
}

/** Whether `submission s` is one that the lead of the area is shown. */
export const countsToArea = (areaId: Id<'Area'> | null): Prisma.Sql =>
  Prisma.sql`s.area_id = ${areaId}::uuid AND NOT s.restricted`;

/** Whether `submission s` is listed under the queue: what it holds, or, to its lead, what counts to the area. */
export const listedIn = (ctx: Ctx, { id, hold, areaId }: HeldQueue): Prisma.Sql =>
  hold === 'lead'
    ? countsToArea(areaId)
    : Prisma.sql`s.primary_queue_id = ${id}::uuid AND ${clearedFor(ctx)}`;

/** Open submissions of other queues, accepted there, of which an item has no sanitised text yet: FIB writes it. */
export const waitsForSanitising = (queue: Pick<HeldQueue, 'id'>): Prisma.Sql =>
  Prisma.sql`s.status IN ('accepted', 'disseminated') AND s.primary_queue_id <> ${queue.id}::uuid
    AND EXISTS (SELECT 1 FROM intelligence_item i WHERE i.submission_id = s.id AND item_stands(i.id)
      AND NOT EXISTS (SELECT 1 FROM sanitised_text t WHERE t.item_id = i.id))`;

const counted = (views: readonly QueueView[], me: string, now: Date): Prisma.Sql =>
  Prisma.join(
    views.map(
      (view) => Prisma.sql`'${Prisma.raw(view.id)}', count(*) FILTER (WHERE ${viewSql(view, me, now)})`,
    ),
  );

/**
 * The counts of these queues, in one query: each part reads one partial index of one queue. Where `closed` is false nothing
 * that was closed this week is read, nor counted.
 */
export async function countsOf(
  db: Db | Tx,
  ctx: Ctx,
  queues: readonly HeldQueue[],
  { closed: withClosed = true } = {},
): Promise<Map<string, QueueCounts>> {
  if (queues.length === 0) return new Map();
  const now = ctx.clock.now();
  const me = ctx.actor.accountId;
  const working = queueViews.filter((view) => view.order === 'working');
  const added = queueViews.filter((view) => view.order === 'waiting_information');
  const closed = queueViews.filter((view) => view.order === 'latest_closed');
  const parts = queues.map((queue) => {
    const listed = listedIn(ctx, queue);
    const toSanitise =
      queue.kind === 'fib' && queue.hold === 'holder' ? waitsForSanitising(queue) : Prisma.sql`false`;
    return Prisma.sql`
      SELECT ${queue.id}::text AS id,
        (SELECT jsonb_build_object(${counted(working, me, now)},
            'unclaimed-high', count(*) FILTER (WHERE s.priority = 'high' AND s.claimed_by IS NULL)) FROM submission s
          WHERE ${listed} AND ${isOpen})
        || (SELECT jsonb_build_object(${counted(added, me, now)}) FROM submission s
          WHERE ${listed} AND ${viewOf(added, me, now)})
        || (SELECT jsonb_build_object(${counted(closed, me, now)}) FROM submission s
          WHERE ${withClosed ? listed : Prisma.sql`false`} AND ${viewOf(closed, me, now)})
        || (SELECT jsonb_build_object('disseminated-to-us', count(*),
            'acknowledge-now', count(*) FILTER (WHERE d.acknowledge_by < ${now} OR s.priority = 'high'))
          FROM dissemination d JOIN submission s ON s.id = d.submission_id
          WHERE d.queue_id = ${queue.id}::uuid AND d.awaits = 'acknowledgement')
        || (SELECT jsonb_build_object('to-sanitise', count(*)) FROM submission s WHERE ${toSanitise})
        || (SELECT jsonb_build_object('watching', count(*)) FROM submission_watcher w JOIN submission s ON s.id = w.submission_id
          WHERE w.queue_id = ${queue.id}::uuid AND s.primary_queue_id <> w.queue_id AND ${isOpen} AND NOT s.restricted) AS counts`;
  });
  const rows = await db.$queryRaw<
    { id: string; counts: Partial<QueueCounts> }[]
  >`${Prisma.join(parts, ' UNION ALL ')}`;
  return new Map(rows.map((row) => [row.id, { ...noCounts(), ...row.counts }]));
}

const viewOf = (views: readonly QueueView[], me: string, now: Date): Prisma.Sql =>
  Prisma.sql`(${Prisma.join(
    views.map((view) => viewSql(view, me, now)),
    ' OR ',
  )})`;

function noCounts(): QueueCounts {
  return {
    open: 0,
    urgent: 0,
    'unclaimed-high': 0,
    unassigned: 0,
    'new-information': 0,
    mine: 0,
    'waiting-on-partner': 0,
    'due-today': 0,
    overdue: 0,
    'disseminated-to-us': 0,
    'closed-this-week': 0,
    watching: 0,
    'to-sanitise': 0,
    'acknowledge-now': 0,
  };
}
