import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import { currentForce } from '../force/current-force.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import type { Outcome } from '../kernel/outcomes.ts';
import { may } from '../kernel/permissions.ts';
import { forceDay } from '../kernel/postcode-rules.ts';
import { decodeCursor, encodeCursor } from '../kernel/queue-cursor.ts';
import type { Status } from '../kernel/statuses.ts';
import type { KeptBecause, RetentionView } from './retention-words.ts';

export type RetentionLine = {
  id: Id<'Submission'>;
  reference: string;
  status: Status;
  outcome: Outcome | null;
  restricted: boolean;
  /** What it holds for; its code where the pack of today has no such rule. */
  rule: string | null;
  /** When it became due, was proposed or put on hold. */
  at: Date;
  /** Why it does not go now; null where nothing keeps it. */
  kept: KeptBecause | null;
  /** Who proposed that it goes; null where nobody has. */
  proposed_by: string | null;
  /** The reader proposed it. */
  own: boolean;
};

export type RetentionPage = {
  view: RetentionView;
  lines: RetentionLine[];
  next: string | null;
  later: boolean;
};

const pageSize = 50;

/** A page of one view, the oldest first. No content of any report. Looking is recorded. @throws NotFound */
export async function listRetention(
  ctx: Ctx,
  input: { view: RetentionView; after: string | null },
): Promise<RetentionPage> {
  if (!may(ctx.actor, 'retention.decide')) throw new NotFound();
  const cursor = decodeCursor(input.after);
  return transaction(ctx.db, async (tx) => {
    const { at, type } = source(input.view, forceDay(ctx.clock.now()));
    const after = cursor
      ? Prisma.sql`(${at}, s.id) > (${cursor.at}::timestamptz::${type}, ${cursor.id}::uuid)`
      : Prisma.sql`true`;
    const rows = await readLines(tx, ctx, { view: input.view, which: after, most: pageSize + 1 });
    const lines = rows.slice(0, pageSize);
    const last = lines.at(-1);
    return {
      view: input.view,
      lines,
      next:
        rows.length > pageSize && last ? encodeCursor({ priorityRank: 0, at: last.at, id: last.id }) : null,
      later: cursor !== null,
    };
  });
}

/** Those of some reports that still are in a view, to be decided on together. Looking is recorded. @throws NotFound */
export async function selectedForRetention(
  ctx: Ctx,
  { view, submissionIds }: { view: RetentionView; submissionIds: readonly Id<'Submission'>[] },
): Promise<RetentionLine[]> {
  if (!may(ctx.actor, 'retention.decide')) throw new NotFound();
  const which = Prisma.sql`s.id = ANY(${submissionIds.slice(0, pageSize)}::uuid[])`;
  return transaction(ctx.db, (tx) => readLines(tx, ctx, { view, which, most: pageSize }));
}

async function readLines(
  tx: Tx,
  ctx: Ctx,
  { view, which, most }: { view: RetentionView; which: Prisma.Sql; most: number },
): Promise<RetentionLine[]> {
  const today = forceDay(ctx.clock.now());
  const { from, where, at } = source(view, today);
  const rows = await tx.$queryRaw<RetentionLine[]>`
    SELECT s.id, s.reference, s.status, s.outcome, s.restricted, s.retention_rule AS rule, ${at}::timestamptz AS at,
      kept_because(s.id, ${today}::date) AS kept, p.display_name AS proposed_by,
      coalesce(p.id = ${ctx.actor.accountId}::uuid, false) AS own
    FROM ${from} LEFT JOIN disposal w ON w.submission_id = s.id AND w.decided_at IS NULL LEFT JOIN account p ON p.id = w.proposed_by
    WHERE ${where} AND ${which}
    ORDER BY ${at}, s.id LIMIT ${most}`;
  await record(tx, ctx, { type: 'retention.listed', data: { view } });
  const { retention } = await currentForce(tx, ctx);
  return rows.map((line) => ({
    ...line,
    rule: retention.reports.find(({ code }) => code === line.rule)?.what ?? line.rule,
  }));
}

/** Where a view reads, which of it, and when each came there, a column of this type. */
type Source = { from: Prisma.Sql; where: Prisma.Sql; at: Prisma.Sql; type: Prisma.Sql };

function source(view: RetentionView, today: string): Source {
  if (view === 'proposed')
    return {
      from: Prisma.sql`disposal d JOIN submission s ON s.id = d.submission_id`,
      where: Prisma.sql`d.decided_at IS NULL`,
      at: Prisma.sql`d.proposed_at`,
      type: Prisma.sql`timestamptz`,
    };
  if (view === 'held')
    return {
      from: Prisma.sql`legal_hold h JOIN submission s ON s.id = h.submission_id`,
      where: Prisma.sql`h.lifted_at IS NULL`,
      at: Prisma.sql`h.set_at`,
      type: Prisma.sql`timestamptz`,
    };
  return {
    from: Prisma.sql`submission s`,
    where: Prisma.sql`s.retention_due_on <= ${today}::date AND s.status IN ('closed', 'rejected', 'withdrawn')`,
    at: Prisma.sql`s.retention_due_on`,
    type: Prisma.sql`date`,
  };
}
