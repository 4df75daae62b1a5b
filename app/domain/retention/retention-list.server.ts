import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
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
import type { RetentionView } from './retention-words.ts';

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
  held: boolean;
  /** Who proposed that it goes; null where nobody has. */
  proposed_by: string | null;
};

export type RetentionPage = {
  view: RetentionView;
  lines: RetentionLine[];
  next: string | null;
  later: boolean;
};

const pageSize = 25;

/** A page of one view, the oldest first. No content of any report. Looking is recorded. @throws NotFound */
export async function listRetention(
  ctx: Ctx,
  input: { view: RetentionView; after: string | null },
): Promise<RetentionPage> {
  if (!may(ctx.actor, 'retention.decide')) throw new NotFound();
  const cursor = decodeCursor(input.after);
  return transaction(ctx.db, async (tx) => {
    const { from, at, type } = source(input.view, forceDay(ctx.clock.now()));
    const rows = await tx.$queryRaw<RetentionLine[]>`
      SELECT s.id, s.reference, s.status, s.outcome, s.restricted, s.retention_rule AS rule, ${at}::timestamptz AS at,
        EXISTS (SELECT FROM legal_hold k WHERE k.submission_id = s.id AND k.lifted_at IS NULL) AS held,
        (SELECT p.display_name FROM disposal w JOIN account p ON p.id = w.proposed_by WHERE w.submission_id = s.id AND w.decided_at IS NULL) AS proposed_by
      FROM ${from} AND ${cursor ? Prisma.sql`(${at}, s.id) > (${cursor.at}::timestamptz::${type}, ${cursor.id}::uuid)` : Prisma.sql`true`}
      ORDER BY ${at}, s.id LIMIT ${pageSize + 1}`;
    await record(tx, ctx, { type: 'retention.listed', data: { view: input.view } });
    const { retention } = await currentForce(tx, ctx);
    const lines = rows.slice(0, pageSize).map((line) => ({
      ...line,
      rule: retention.reports.find(({ code }) => code === line.rule)?.what ?? line.rule,
    }));
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

type Source = { from: Prisma.Sql; at: Prisma.Sql; type: Prisma.Sql };

function source(view: RetentionView, today: string): Source {
  if (view === 'proposed')
    return {
      from: Prisma.sql`disposal d JOIN submission s ON s.id = d.submission_id WHERE d.decided_at IS NULL`,
      at: Prisma.sql`d.proposed_at`,
      type: Prisma.sql`timestamptz`,
    };
  if (view === 'held')
    return {
      from: Prisma.sql`legal_hold h JOIN submission s ON s.id = h.submission_id WHERE h.lifted_at IS NULL`,
      at: Prisma.sql`h.set_at`,
      type: Prisma.sql`timestamptz`,
    };
  return {
    from: Prisma.sql`submission s WHERE s.retention_due_on <= ${today}::date AND s.status IN ('closed', 'rejected', 'withdrawn')`,
    at: Prisma.sql`s.retention_due_on`,
    type: Prisma.sql`date`,
  };
}
