import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import { NotFound } from '../failures.ts';
import { exploitationWords } from './exploitation-words.ts';
import { decodeCursor, encodeCursor, type QueueCursor } from './queue-cursor.ts';
import { disseminationLines, type DisseminationLine } from './queue-disseminations.server.ts';
import { afterSql, isOpen, orderSql, viewSql } from './queue-sql.server.ts';
import { queueViewOf, queueViews, type QueueView, type QueueViewId } from './queue-views.ts';
import { countsOf, queuesHeld, seenInQueue, type HeldQueue, type QueueCounts } from './queues-held.server.ts';
import { waitsFor } from './status-words.ts';
import type { Priority, Status } from './statuses.ts';

/** A submission in a list. What the actor may not know of it is null: then only its clock and its holder are shown. */
export type SubmissionLine = {
  id: string;
  reference: string;
  priority: Priority;
  status: Status | null;
  exploitationTypes: string[] | null;
  area: string | null;
  organisation: string | null;
  receivedAt: Date | null;
  dueAt: Date | null;
  waitsFor: ReturnType<typeof waitsFor>;
  owner: string | null;
  restricted: boolean;
  withdrawalRequested: boolean;
};

export type PageView = { id: QueueViewId | 'watching'; label: string; count: number };

export type QueuePage = {
  queue: HeldQueue;
  now: Date;
  views: PageView[];
  view: { id: QueueViewId | 'watching'; label: string; empty: string };
  lines: SubmissionLine[];
  disseminations: DisseminationLine[];
  counts: QueueCounts;
  /** The cursor of the next page; null on the last. */
  next: string | null;
  later: boolean;
};

/** Lines on one page. */
export const queuePageSize = 25;

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
export async function queuePage(
  ctx: Ctx,
  input: { queueCode: string; view: string | null; cursor: string | null },
): Promise<QueuePage> {
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
    const page =
      view.id === 'disseminated-to-us'
        ? { lines: [], ...(await disseminationLines(tx, queue.id, cursor, queuePageSize)) }
        : { disseminations: [], ...(await submissionLines(tx, ctx, queue, view.id, cursor)) };
    await record(tx, ctx, {
      type: 'submission.listed',
      data: { queue: queue.code, view: view.id },
      subject: { type: 'queue', id: queue.id },
    });
    const { id, label, empty } = view;
    return {
      queue,
      now: ctx.clock.now(),
      views,
      view: { id, label, empty },
      counts,
      later: cursor !== null,
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
): Promise<Pick<QueuePage, 'lines' | 'next'>> {
  const view = queueViewOf(viewId);
  const order: QueueView['order'] = view?.order ?? 'working';
  const belongs = view
    ? Prisma.sql`s.primary_queue_id = ${queue.id}::uuid AND ${viewSql(view, ctx.actor.accountId, ctx.clock.now())}
        AND ${seenInQueue(ctx.actor, queue.hold, queue.areaId)}`
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

export type LineRow = {
  id: string;
  reference: string;
  priority: Priority;
  priority_rank: number;
  status: Status;
  exploitation_types: string[];
  area: string | null;
  organisation: string;
  submitted_at: Date;
  closed_at: Date | null;
  due_at: Date | null;
  first_seen_at: Date | null;
  assessed_at: Date | null;
  answered_at: Date | null;
  owner: string | null;
  restricted: boolean;
  withdrawal_requested: boolean;
};

/** What a list shows of `submission s`, and the joins for it. */
export const lineColumns = Prisma.sql`s.id, s.reference, s.priority, s.priority_rank, s.status, s.exploitation_types, a.name AS area,
  o.name AS organisation, s.submitted_at, s.closed_at, s.due_at, s.first_seen_at, s.assessed_at, s.answered_at,
  h.display_name AS owner, s.restricted, s.withdrawal_requested_at IS NOT NULL AS withdrawal_requested`;
export const lineJoins = Prisma.sql`JOIN organisation o ON o.id = s.organisation_id
  LEFT JOIN area a ON a.id = s.area_id LEFT JOIN account h ON h.id = s.claimed_by`;

/** `whole`: the actor may read the original, and so know who sent it. */
export function lineOf(row: LineRow, whole: boolean): SubmissionLine {
  const clocks = { firstSeenAt: row.first_seen_at, assessedAt: row.assessed_at, answeredAt: row.answered_at };
  return {
    id: row.id,
    reference: row.reference,
    priority: row.priority,
    status: whole ? row.status : null,
    exploitationTypes: whole && row.status !== 'withdrawn' ? exploitationWords(row.exploitation_types) : null,
    area: row.area,
    organisation: whole && row.status !== 'withdrawn' ? row.organisation : null,
    receivedAt: whole ? row.submitted_at : null,
    dueAt: row.due_at,
    waitsFor: waitsFor(clocks),
    owner: row.owner,
    restricted: row.restricted,
    withdrawalRequested: row.withdrawal_requested,
  };
}

function after(row: LineRow, order: QueueView['order']): string {
  if (order === 'latest_closed' && row.closed_at)
    return encodeCursor({ priorityRank: 0, at: row.closed_at, id: row.id });
  return encodeCursor({ priorityRank: row.priority_rank, at: row.submitted_at, id: row.id });
}
