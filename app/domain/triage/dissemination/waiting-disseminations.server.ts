import type { Id } from '#app/domain/kernel/id.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import { clearedFor } from '../../submission/queue-sql.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import {
  disseminationViewOf,
  type DisseminationView,
  type DisseminationViewId,
} from './dissemination-views.ts';
import { decodeCursor, encodeCursor } from '../../kernel/queue-cursor.ts';
import { recipientName, type RecipientKind } from '../../kernel/recipients.ts';
import { isFib } from '../../kernel/actor.ts';
import type { Priority } from '../../kernel/statuses.ts';

/** Something that FIB sent and that is not done with. */
export type WaitingLine = {
  id: Id<'Dissemination'>;
  reference: string;
  itemNumber: number;
  priority: Priority;
  restricted: boolean;
  kind: RecipientKind;
  recipient: string;
  sentBy: string;
  sentAt: Date;
  acknowledgeBy: Date;
  recalledAt: Date | null;
  /** Since when FIB has not read what the recipients wrote, and whether they ask. */
  unreadSince: Date | null;
  asks: boolean;
};

export type WaitingPage = {
  view: DisseminationView;
  counts: Record<DisseminationViewId, number>;
  lines: WaitingLine[];
  next: string | null;
  later: boolean;
  now: Date;
};

/** Lines on one page. */
export const waitingPageSize = 25;

/**
 * Disseminations that still have to be passed on, acknowledged, told of as recalled, or read in what its recipients
 * wrote, the longest due first. For FIB, which sent it. Looking is recorded. @throws NotFound
 */
export async function waitingDisseminations(
  ctx: Ctx,
  input: { view: string | null; cursor: string | null },
): Promise<WaitingPage> {
  if (!isFib(ctx.actor)) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const counts = await waitingCounts(tx, ctx);
    const view = disseminationViewOf(input.view ?? firstWithWork(counts));
    if (!view) throw new NotFound();
    const cursor = decodeCursor(input.cursor);
    const rows = await readLines(tx, ctx, view.id, cursor);
    await record(tx, ctx, { type: 'dissemination.listed', data: { view: view.id } });
    const shown = rows.slice(0, waitingPageSize);
    const last = shown.at(-1);
    return {
      view,
      counts,
      lines: shown.map(lineOf),
      next:
        rows.length > waitingPageSize && last
          ? encodeCursor({ priorityRank: 0, at: dueIn(view.id, last), id: last.id })
          : null,
      later: cursor !== null,
      now: ctx.clock.now(),
    };
  });
}

/** How many a view holds, as a subselect. */
export const waitingCount = (view: DisseminationViewId, ctx: Ctx): Prisma.Sql =>
  Prisma.sql`SELECT count(*) FROM dissemination d JOIN submission s ON s.id = d.submission_id
    WHERE ${viewSql(view, ctx)} AND ${clearedFor(ctx)}`;

/** How many each view holds: one reading of the indexes of what waits and of what is unread. */
async function waitingCounts(tx: Tx, ctx: Ctx): Promise<Record<DisseminationViewId, number>> {
  const [row] = await tx.$queryRaw<Record<DisseminationViewId, number>[]>`
    SELECT count(*) FILTER (WHERE ${viewSql('to-tell', ctx)})::int AS "to-tell", count(*) FILTER (WHERE ${viewSql('to-pass', ctx)})::int AS "to-pass",
      count(*) FILTER (WHERE ${viewSql('overdue', ctx)})::int AS overdue, count(*) FILTER (WHERE ${viewSql('waiting', ctx)})::int AS waiting,
      count(*) FILTER (WHERE ${viewSql('answers', ctx)})::int AS answers
    FROM dissemination d JOIN submission s ON s.id = d.submission_id
    WHERE (d.awaits IS NOT NULL OR d.unread_since IS NOT NULL) AND ${clearedFor(ctx)}`;
  return row ?? { 'to-tell': 0, 'to-pass': 0, overdue: 0, answers: 0, waiting: 0 };
}

/** Without a wish the page opens where the work is. */
const firstWithWork = (counts: Record<DisseminationViewId, number>): DisseminationViewId =>
  (['to-tell', 'to-pass', 'overdue', 'answers'] as const).find((id) => counts[id] > 0) ?? 'waiting';

function viewSql(view: DisseminationViewId, ctx: Ctx): Prisma.Sql {
  switch (view) {
    case 'to-tell':
      return Prisma.sql`d.awaits = 'telling'`;
    case 'to-pass':
      return Prisma.sql`d.awaits = 'passing'`;
    case 'overdue':
      return Prisma.sql`d.awaits = 'acknowledgement' AND d.acknowledge_by < ${ctx.clock.now()}`;
    case 'waiting':
      return Prisma.sql`d.awaits = 'acknowledgement'`;
    case 'answers':
      return Prisma.sql`d.unread_since IS NOT NULL`;
  }
}

/** The column by which a view is ordered. */
const orderSql = (view: DisseminationViewId): Prisma.Sql =>
  view === 'answers' ? Prisma.sql`d.unread_since` : Prisma.sql`d.acknowledge_by`;

const dueIn = (view: DisseminationViewId, line: Pick<WaitingLine, 'unreadSince' | 'acknowledgeBy'>): Date =>
  view === 'answers' && line.unreadSince ? line.unreadSince : line.acknowledgeBy;

type Row = Omit<WaitingLine, 'kind' | 'recipient'> & {
  recipientKind: RecipientKind;
  queue: string | null;
  recipientBody: string | null;
  recipientPost: string | null;
};

function readLines(
  tx: Tx,
  ctx: Ctx,
  view: DisseminationViewId,
  cursor: { at: Date; id: string } | null,
): Promise<Row[]> {
  const after = cursor
    ? Prisma.sql`(${orderSql(view)}, d.id) > (${cursor.at}, ${cursor.id}::uuid)`
    : Prisma.sql`true`;
  return tx.$queryRaw<Row[]>`
    SELECT d.id, s.reference, i.number AS "itemNumber", s.priority, s.restricted, d.recipient_kind AS "recipientKind", q.name AS queue,
      d.recipient_body AS "recipientBody", d.recipient_post AS "recipientPost", a.display_name AS "sentBy",
      d.disseminated_at AS "sentAt", d.acknowledge_by AS "acknowledgeBy", r.recalled_at AS "recalledAt",
      d.unread_since AS "unreadSince", d.unread_since IS NOT NULL AND r.id IS NULL AND EXISTS (
        SELECT 1 FROM dissemination_message m WHERE m.dissemination_id = d.id AND m.kind = 'question' AND NOT EXISTS (
          SELECT 1 FROM dissemination_message f WHERE f.dissemination_id = d.id AND f.kind = 'reply' AND f.number > m.number)) AS asks
    FROM dissemination d JOIN submission s ON s.id = d.submission_id JOIN intelligence_item i ON i.id = d.item_id
      JOIN account a ON a.id = d.disseminated_by LEFT JOIN queue q ON q.id = d.queue_id
      LEFT JOIN dissemination_recall r ON r.dissemination_id = d.id
    WHERE ${viewSql(view, ctx)} AND ${clearedFor(ctx)} AND ${after}
    ORDER BY ${orderSql(view)}, d.id LIMIT ${waitingPageSize + 1}`;
}

function lineOf({ queue, recipientKind, recipientBody, recipientPost, ...line }: Row): WaitingLine {
  const named = {
    recipientKind,
    queue: queue === null ? null : { name: queue },
    recipientBody,
    recipientPost,
  };
  return { ...line, kind: recipientKind, recipient: recipientName(named) };
}
