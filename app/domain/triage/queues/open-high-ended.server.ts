import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import type { Id } from '../../kernel/id.ts';
import type { Outcome } from '../../kernel/outcomes.ts';
import { may } from '../../kernel/permissions.ts';
import { decodeCursor, encodeCursor } from '../../kernel/queue-cursor.ts';
import type { Status } from '../../kernel/statuses.ts';
import { afterSql, orderSql } from '../../submission/queue-order.server.ts';
import { clearedFor } from '../../submission/queue-sql.server.ts';
import { highPageSize } from './open-high.server.ts';

/**
 * A submission that ended while it was High: how, and by whose word. Nothing of what it says. Of a restricted one
 * those who may not open it see neither its area nor its page. `askedBy` and `agreedBy` are null where one person closed it as a duplicate,
 * as the danger goes on with its original.
 */
export type EndedLine = {
  id: Id<'Submission'>;
  reference: string;
  restricted: boolean;
  opens: boolean;
  area: string | null;
  status: Status;
  outcome: Outcome | null;
  endedAt: Date;
  askedBy: string | null;
  agreedBy: string | null;
};

export type HighEndedPage = { lines: EndedLine[]; next: string | null; later: boolean };

type Row = {
  id: Id<'Submission'>;
  reference: string;
  restricted: boolean;
  opens: boolean;
  area: string | null;
  status: Status;
  outcome: Outcome | null;
  closed_at: Date | null;
  asked_by: string | null;
  agreed_by: string | null;
};

/**
 * What ended while it was High, the newest first, for those who look at it afterwards: the MDS lead and the supervisors of
 * FIB. Looking is recorded. @throws NotFound
 */
export async function openHighEnded(ctx: Ctx, input: { cursor: string | null }): Promise<HighEndedPage> {
  if (!may(ctx.actor, 'high.review')) throw new NotFound();
  const cleared = clearedFor(ctx);
  return transaction(ctx.db, async (tx) => {
    const cursor = decodeCursor(input.cursor);
    const found = await tx.$queryRaw<Row[]>`
      SELECT s.id, s.reference, s.restricted, ${cleared} AS opens, CASE WHEN ${cleared} THEN a.name END AS area,
        s.status, s.outcome, s.closed_at, asker.display_name AS asked_by, second.display_name AS agreed_by
      FROM submission s LEFT JOIN area a ON a.id = s.area_id
        LEFT JOIN LATERAL (SELECT g.asked_by, g.agreed_by FROM agreement g WHERE g.submission_id = s.id AND g.kind = 'ending'
          AND g.agreed_at = s.closed_at ORDER BY g.submission_version DESC LIMIT 1) two ON true
        LEFT JOIN account asker ON asker.id = two.asked_by LEFT JOIN account second ON second.id = two.agreed_by
      WHERE s.priority = 'high' AND s.closed_at IS NOT NULL AND ${afterSql('latest_closed', cursor)}
      ORDER BY ${orderSql.latest_closed} LIMIT ${highPageSize + 1}`;
    await record(tx, ctx, { type: 'submission.listed', data: { queue: 'high', view: 'ended' } });
    // Only what has an end was asked for, which the column does not say.
    const rows = found.filter((row): row is Row & { closed_at: Date } => row.closed_at !== null);
    const shown = rows.slice(0, highPageSize);
    const last = shown.at(-1);
    return {
      lines: shown.map(({ closed_at, asked_by, agreed_by, ...row }) => ({
        ...row,
        endedAt: closed_at,
        askedBy: asked_by,
        agreedBy: agreed_by,
      })),
      next:
        rows.length > highPageSize && last
          ? encodeCursor({ priorityRank: 0, at: last.closed_at, id: last.id })
          : null,
      later: cursor !== null,
    };
  });
}
