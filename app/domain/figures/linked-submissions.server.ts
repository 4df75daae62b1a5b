import type { Id } from '#app/domain/kernel/id.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Actor } from '../kernel/actor.ts';
import { may } from '../kernel/permissions.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { readableBy } from '../submission/readable.server.ts';
import { linkableKinds } from '../triage/actions/link-plan-item.server.ts';
import { decodeCursor, encodeCursor, type QueueCursor } from '../kernel/queue-cursor.ts';
import type { Status } from '../kernel/statuses.ts';
import { ofPlanAsked } from '../plan/current-plan.server.ts';
import { mayReadPlan } from '../plan/read-plan.server.ts';

/** A submission that is linked to the item; `by` is who linked it, null where a rule did. */
export type LinkedLine = {
  id: Id<'Submission'>;
  reference: string;
  receivedAt: Date;
  area: string | null;
  status: Status;
  /** Somebody has claimed it. */
  held: boolean;
  by: string | null;
  reason: string;
};

export type LinkedPage = { lines: LinkedLine[]; next: string | null; later: boolean };

/** Lines on one page. */
export const linkedPageSize = 25;

const lists = (actor: Actor): boolean => may(actor, 'triage.work');

/**
 * The submissions linked to an item that the actor may read, the newest link first; null for an item of a kind that is
 * never linked, and for who reads no submissions. Looking is recorded. @throws NotFound
 */
export async function linkedSubmissions(
  ctx: Ctx,
  input: { planId?: Id<'Plan'> | null; code: string; after: string | null },
): Promise<LinkedPage | null> {
  if (!mayReadPlan(ctx.actor)) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const item = await tx.planItem.findFirst({
      where: { ...(await ofPlanAsked(tx, ctx, input.planId)), code: input.code },
      select: { id: true, kind: true, code: true },
    });
    if (!item) throw new NotFound();
    const linked = linkableKinds.some((kind) => kind === item.kind);
    return linked && lists(ctx.actor) ? pageOf(tx, ctx, item, input.after) : null;
  });
}

type Row = {
  link_id: string;
  linked_at: Date;
  id: Id<'Submission'>;
  reference: string;
  submitted_at: Date;
  area: string | null;
  status: Status;
  held: boolean;
  rule_code: string | null;
  linked_by: string | null;
  reason: string;
};

/** The links of an item that stand, the newest first, with their submissions: one more than a page holds. */
export const linkedSql = (itemId: string, readable: Prisma.Sql, cursor: QueueCursor | null): Prisma.Sql =>
  Prisma.sql`
    SELECT l.id AS link_id, l.linked_at, s.id, s.reference, s.submitted_at, a.name AS area, s.status, s.claimed_by IS NOT NULL AS held, l.rule_code,
      h.display_name AS linked_by, l.reason
    FROM submission_plan_link l JOIN submission s ON s.id = l.submission_id JOIN queue q ON q.id = s.primary_queue_id
      LEFT JOIN area a ON a.id = s.area_id LEFT JOIN account h ON h.id = l.linked_by
    WHERE l.plan_item_id = ${itemId}::uuid AND l.unlinked_at IS NULL AND ${readable}
      AND ${cursor ? Prisma.sql`(l.linked_at, l.id) < (${cursor.at}, ${cursor.id}::uuid)` : Prisma.sql`true`}
    ORDER BY l.linked_at DESC, l.id DESC LIMIT ${linkedPageSize + 1}`;

async function pageOf(
  tx: Tx,
  ctx: Ctx,
  item: { id: string; code: string },
  after: string | null,
): Promise<LinkedPage> {
  const cursor = decodeCursor(after);
  const readable = readableBy(ctx);
  const rows = await tx.$queryRaw<Row[]>(linkedSql(item.id, readable, cursor));
  await record(tx, ctx, {
    type: 'plan.submissions_listed',
    data: { item: item.code },
    subject: { type: 'plan_item', id: item.id },
  });
  const shown = rows.slice(0, linkedPageSize);
  const last = shown.at(-1);
  return {
    lines: shown.map(lineOf),
    next:
      rows.length > linkedPageSize && last
        ? encodeCursor({ priorityRank: 0, at: last.linked_at, id: last.link_id })
        : null,
    later: cursor !== null,
  };
}

const lineOf = (row: Row): LinkedLine => ({
  id: row.id,
  reference: row.reference,
  receivedAt: row.submitted_at,
  area: row.area,
  status: row.status,
  held: row.held,
  by: row.rule_code === null ? (row.linked_by ?? 'By hand') : null,
  reason: row.reason,
});
