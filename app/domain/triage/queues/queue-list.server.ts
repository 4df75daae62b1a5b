import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import { hasNews } from '../../connections/watch/news-sql.server.ts';
import type { Id } from '../../kernel/id.ts';
import { readableBy } from '../../submission/readable.server.ts';
import type { QueueCursor } from '../../kernel/queue-cursor.ts';
import { filterSql } from './queue-filter-sql.server.ts';
import type { QueueFilter } from '../../submission/queue-filter.ts';
import { after, lineColumns, lineJoins, lineOf, placeOf, type LineRow } from './queue-lines.server.ts';
import { afterSql, backwardsSql, listOrder, orderSql } from '../../submission/queue-order.server.ts';
import type { ListedLine, RowWords } from './listed-line.ts';
import { onOneLine, wordsColumns, wordsJoins } from './row-words.server.ts';
import { isOpen, viewSql } from '../../submission/queue-sql.server.ts';
import { queueViewOf } from '../../submission/queue-views.ts';
import { listedIn, waitsForSanitising, type HeldQueue } from '../../submission/queues-held.server.ts';

/** Lines on one page. */
export const queuePageSize = 25;

/** More than this is a long list, whatever the number. */
const countedUpTo = 500;

/** One page of a view of a queue, or of what other queues hold. */
export async function submissionLines(
  tx: Tx,
  ctx: Ctx,
  queue: HeldQueue,
  viewId: string,
  cursor: QueueCursor | null,
  filter: QueueFilter,
): Promise<{ lines: ListedLine[]; next: string | null }> {
  const order = listOrder(queueViewOf(viewId), filter.sort);
  const own = queue.hold === 'holder' && queueViewOf(viewId) !== null;
  const readable = readableBy(ctx);
  // Of what was withdrawn only a tombstone is left; and in the other lists nothing is said of what a report says.
  const may = Prisma.sql`(${own} AND s.status <> 'withdrawn')`;
  const rows = await tx.$queryRaw<
    (LineRow & RowWords & { queue: string; arrived_at: Date; readable: boolean; news: boolean })[]
  >`
    SELECT ${lineColumns}, ${wordsColumns(ctx, may)}, q.name AS queue, ${readable} AS readable, ${hasNews(ctx)} AS news, coalesce((SELECT max(r.happened_at) FROM submission_route r
        WHERE r.submission_id = s.id AND r.queue_id = s.primary_queue_id), s.submitted_at) AS arrived_at
    FROM (
      SELECT s.* FROM submission s WHERE ${belongs(ctx, queue, viewId, filter)} AND ${afterSql(order, cursor)}
      ORDER BY ${orderSql[order]} LIMIT ${queuePageSize + 1}
    ) s JOIN queue q ON q.id = s.primary_queue_id ${lineJoins} ${wordsJoins} ORDER BY ${orderSql[order]}`;
  const shown = rows.slice(0, queuePageSize);
  const last = shown.at(-1);
  return {
    lines: shown.map((row) => ({
      ...lineOf(row, own || row.readable ? 'whole' : queue.hold === 'holder' ? 'clock' : 'state'),
      words: onOneLine(row.words),
      place: onOneLine(row.place),
      mark: onOneLine(row.mark),
      matches: row.matches,
      queue: row.queue,
      arrivedAt: row.arrived_at,
      news: row.readable && row.news,
    })),
    next: rows.length > queuePageSize && last ? after(last, order) : null,
  };
}

function belongs(ctx: Ctx, queue: HeldQueue, viewId: string, filter: QueueFilter): Prisma.Sql {
  const now = ctx.clock.now();
  const view = queueViewOf(viewId);
  if (view)
    return Prisma.sql`${listedIn(ctx, queue)} AND ${viewSql(view, ctx.actor.accountId, now)} AND ${filterSql(filter, now)}`;
  if (viewId === 'to-sanitise') return waitsForSanitising(queue);
  return Prisma.sql`s.primary_queue_id <> ${queue.id}::uuid AND ${isOpen} AND NOT s.restricted
    AND s.id IN (SELECT w.submission_id FROM submission_watcher w WHERE w.queue_id = ${queue.id}::uuid)`;
}

/** Beside a submission in a list. */
export type Neighbours = { previous: Id<'Submission'> | null; next: Id<'Submission'> | null };

/**
 * What stands before and after a submission in a view, also once it has left it: its place is where it would stand. Each
 * side reads one row by the order of the view.
 */
export async function neighboursIn(
  tx: Tx,
  ctx: Ctx,
  queue: HeldQueue,
  { view, filter, submissionId }: { view: string; filter: QueueFilter; submissionId: Id<'Submission'> },
): Promise<Neighbours> {
  const order = listOrder(queueViewOf(view), filter.sort);
  const here = await tx.submission.findUnique({ where: { id: submissionId } });
  if (!here) return { previous: null, next: null };
  const place = placeOf(
    {
      id: submissionId,
      priority_rank: here.priorityRank,
      submitted_at: here.submittedAt,
      due_at: here.dueAt,
      new_information_at: here.newInformationAt,
      closed_at: here.closedAt,
      claimed: here.claimedBy !== null,
    },
    order,
  );
  const beside = (side: 'after' | 'before', inOrder: Prisma.Sql) => Prisma.sql`(SELECT s.id FROM submission s
    WHERE ${belongs(ctx, queue, view, filter)} AND ${afterSql(order, place, side)} ORDER BY ${inOrder} LIMIT 1)`;
  const [found] = await tx.$queryRaw<Neighbours[]>`
    SELECT ${beside('before', backwardsSql[order])} AS previous, ${beside('after', orderSql[order])} AS next`;
  return found ?? { previous: null, next: null };
}

/** How many a narrowed list holds, counted up to an end. */
export async function matching(
  tx: Tx,
  ctx: Ctx,
  queue: HeldQueue,
  viewId: string,
  filter: QueueFilter,
): Promise<{ count: number; more: boolean }> {
  const count = await countUpTo(tx, belongs(ctx, queue, viewId, filter), countedUpTo + 1);
  return { count: Math.min(count, countedUpTo), more: count > countedUpTo };
}

/**
 * How many of the list, as it is narrowed, came to its queue after `since`, by rule or by hand. Counted, and never put among
 * the rows by itself: nothing moves under a pointer.
 */
export async function cameSince(
  tx: Tx,
  ctx: Ctx,
  queue: HeldQueue,
  viewId: string,
  filter: QueueFilter,
  since: Date,
): Promise<{ at: Date; count: number }> {
  const came = Prisma.sql`${belongs(ctx, queue, viewId, filter)} AND s.id IN (SELECT r.submission_id FROM submission_route r
    WHERE r.queue_id = ${queue.id}::uuid AND r.happened_at > ${since})`;
  return { at: since, count: await countUpTo(tx, came, countedUpTo) };
}

async function countUpTo(tx: Tx, condition: Prisma.Sql, most: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM submission s WHERE ${condition} LIMIT ${most}) found`;
  return row?.count ?? 0;
}
