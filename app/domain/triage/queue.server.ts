import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import { NotFound } from '../failures.ts';
import { bulkActions, type BulkAction } from './bulk.ts';
import { decodeCursor, type QueueCursor } from './queue-cursor.ts';
import { disseminationLines, type DisseminationLine } from './queue-disseminations.server.ts';
import { queueChoices, type QueueChoices } from './queue-choices.server.ts';
import { filterSql } from './queue-filter-sql.server.ts';
import { isNarrowed, noFilter, type QueueFilter } from './queue-filter.ts';
import {
  after,
  lineColumns,
  lineJoins,
  lineOf,
  type LineRow,
  type SubmissionLine,
} from './queue-lines.server.ts';
import { afterSql, isOpen, listOrder, orderSql, viewSql } from './queue-sql.server.ts';
import { queueViewOf, queueViews, type QueueView, type QueueViewId } from './queue-views.ts';
import { countsOf, queuesHeld, seenInQueue, type HeldQueue, type QueueCounts } from './queues-held.server.ts';
import { isFibSupervisor } from './standing.ts';
import { savedViews, type SavedView } from './saved-views.server.ts';

export type PageView = { id: QueueViewId | 'watching'; label: string; count: number };

export type QueuePage = {
  queue: HeldQueue;
  now: Date;
  views: PageView[];
  view: { id: QueueViewId | 'watching'; label: string; empty: string };
  lines: SubmissionLine[];
  disseminations: DisseminationLine[];
  counts: QueueCounts;
  filter: QueueFilter;
  /** What the list can be narrowed to; null where it is not narrowed, as for who sees figures only. */
  choices: QueueChoices | null;
  /** How many a narrowed list holds, and whether there are more than that. */
  matching: { count: number; more: boolean } | null;
  saved: SavedView[];
  /** What the actor may do with several at once. */
  bulk: BulkAction[];
  /** Whether they are among the second persons who approve. */
  approves: boolean;
  /** How many came since the moment that the reader asked about; null where none was. */
  cameSince: { at: Date; count: number } | null;
  /** The cursor of the next page; null on the last. */
  next: string | null;
  later: boolean;
};

/** Lines on one page. */
export const queuePageSize = 25;

export type QueueQuery = {
  queueCode: string;
  view: string | null;
  cursor: string | null;
  filter?: QueueFilter;
  /** The moment at which the reader last loaded the list. */
  since?: Date | null;
};

/** More than this is a long list, whatever the number. */
const countedUpTo = 500;

/** Not among the views of the rules: another queue holds what this one watches. */
const watching = {
  id: 'watching',
  label: 'Watching',
  empty: 'This queue watches nothing that is open.',
} as const;

/**
 * One page of a queue: those who hold it see its lines, the lead of its area figures, clocks and holders. Without a view
 * it opens where the work is: Urgent when there is any, else Unassigned. Looking is recorded. @throws NotFound
 */
export async function queuePage(ctx: Ctx, input: QueueQuery): Promise<QueuePage> {
  return transaction(ctx.db, async (tx) => {
    const queue = (await queuesHeld(tx, ctx.actor)).find(({ code }) => code === input.queueCode);
    if (!queue) throw new NotFound();
    const counts = (await countsOf(tx, ctx, [queue])).get(queue.id);
    if (!counts) throw new NotFound();
    const views = viewsFor(queue, counts);
    const wanted = input.view ?? (counts.urgent > 0 ? 'urgent' : 'unassigned');
    if (!views.some(({ id }) => id === wanted)) throw new NotFound();
    const view = wanted === 'watching' ? watching : queueViews.find(({ id }) => id === wanted);
    if (!view) throw new NotFound();
    const cursor = decodeCursor(input.cursor);
    // Who may not read a submission learns nothing of it by narrowing the list to what it says.
    const narrows = queue.hold === 'holder' && queueViewOf(view.id)?.order === 'working';
    const filter = (narrows ? input.filter : undefined) ?? noFilter;
    const page =
      view.id === 'disseminated-to-us'
        ? { lines: [], ...(await disseminationLines(tx, queue.id, cursor, queuePageSize)) }
        : { disseminations: [], ...(await submissionLines(tx, ctx, queue, view.id, cursor, filter)) };
    await record(tx, ctx, {
      type: 'submission.listed',
      data: { queue: queue.code, view: view.id },
      subject: { type: 'queue', id: queue.id },
    });
    const { id, label, empty } = view;
    const approves = isFibSupervisor(ctx.actor);
    return {
      queue,
      now: ctx.clock.now(),
      views,
      view: { id, label, empty },
      counts,
      later: cursor !== null,
      filter,
      choices: narrows ? await queueChoices(tx) : null,
      matching: isNarrowed(filter) ? await matching(tx, ctx, queue, view.id, filter) : null,
      saved: await savedViews(tx, ctx, queue),
      bulk: bulkActions.filter((action) => action !== 'assign' || approves),
      approves,
      cameSince: narrows && input.since ? await cameSince(tx, ctx, queue, input.since) : null,
      ...page,
    };
  });
}

/** An area lead claims nothing and reads no dissemination; what nobody watches is not offered. */
function viewsFor(queue: HeldQueue, counts: QueueCounts): PageView[] {
  const own = queueViews
    .filter(({ id }) => queue.hold === 'holder' || (id !== 'mine' && id !== 'disseminated-to-us'))
    .map(({ id, label }) => ({ id, label, count: counts[id] }));
  if (queue.hold !== 'holder') return own;
  return [...own, { id: watching.id, label: watching.label, count: counts.watching }];
}

async function submissionLines(
  tx: Tx,
  ctx: Ctx,
  queue: HeldQueue,
  viewId: QueueViewId | 'watching',
  cursor: QueueCursor | null,
  filter: QueueFilter,
): Promise<Pick<QueuePage, 'lines' | 'next'>> {
  const view = queueViewOf(viewId);
  const order = listOrder(view, filter.sort);
  const belongs = view
    ? narrowedTo(ctx, queue, view, filter)
    : Prisma.sql`s.primary_queue_id <> ${queue.id}::uuid AND ${isOpen} AND NOT s.restricted
        AND s.id IN (SELECT w.submission_id FROM submission_watcher w WHERE w.queue_id = ${queue.id}::uuid)`;
  const rows = await tx.$queryRaw<LineRow[]>`
    SELECT ${lineColumns} FROM (
      SELECT s.* FROM submission s WHERE ${belongs} AND ${afterSql(order, cursor)}
      ORDER BY ${orderSql[order]} LIMIT ${queuePageSize + 1}
    ) s ${lineJoins} ORDER BY ${orderSql[order]}`;
  const shown = rows.slice(0, queuePageSize);
  const last = shown.at(-1);
  const whole = queue.hold === 'holder' && view !== null;
  return {
    lines: shown.map((row) => lineOf(row, whole)),
    next: rows.length > queuePageSize && last ? after(last, order) : null,
  };
}

function narrowedTo(ctx: Ctx, queue: HeldQueue, view: QueueView, filter: QueueFilter): Prisma.Sql {
  const now = ctx.clock.now();
  return Prisma.sql`s.primary_queue_id = ${queue.id}::uuid AND ${viewSql(view, ctx.actor.accountId, now)}
    AND ${seenInQueue(ctx.actor, queue.hold, queue.areaId)} AND ${filterSql(filter, now)}`;
}

async function matching(
  tx: Tx,
  ctx: Ctx,
  queue: HeldQueue,
  viewId: string,
  filter: QueueFilter,
): Promise<QueuePage['matching']> {
  const view = queueViewOf(viewId);
  if (!view) return null;
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM submission s
      WHERE ${narrowedTo(ctx, queue, view, filter)} LIMIT ${countedUpTo + 1}) found`;
  const count = row?.count ?? 0;
  return { count: Math.min(count, countedUpTo), more: count > countedUpTo };
}

/** Counted, and never put among the rows by itself: nothing moves under a pointer. */
async function cameSince(
  tx: Tx,
  ctx: Ctx,
  queue: HeldQueue,
  since: Date,
): Promise<{ at: Date; count: number }> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM submission s
      WHERE s.primary_queue_id = ${queue.id}::uuid AND ${isOpen} AND s.submitted_at > ${since}
        AND ${seenInQueue(ctx.actor, queue.hold, queue.areaId)} LIMIT ${countedUpTo}) found`;
  return { at: since, count: row?.count ?? 0 };
}
