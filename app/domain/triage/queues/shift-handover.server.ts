import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { instantOf, localTimeOf } from '../../kernel/local-time.ts';
import { finalStatuses } from '../../kernel/statuses.ts';
import { orderSql } from '../../submission/queue-order.server.ts';
import { isOpen } from '../../submission/queue-sql.server.ts';
import { readableBy } from '../../submission/readable.server.ts';
import { lineColumns, lineJoins, lineOf, type LineRow, type SubmissionLine } from './queue-lines.server.ts';

/** What somebody did since midnight, in numbers. */
export type OwnDay = { taken: number; graded: number; sent: number; ended: number };

/** A line of a handover. `soon`: due before the next shift ends. */
export type HandoverLine = SubmissionLine & { queue: string; soon: boolean };

export type ShiftHandover = {
  now: Date;
  /** When the next shift ends. */
  until: Date;
  /** High first, then in the working order. */
  lines: HandoverLine[];
  /** There are more than a handover can hold. */
  more: boolean;
  day: OwnDay;
};

/** A shift, in milliseconds. */
const shift = 8 * 60 * 60_000;
/** More than a list on paper can say. */
const most = 200;

/**
 * What the next shift has to know: of the open reports that the actor may read those that are High, that somebody holds, or
 * that are due before the next shift ends; and what the actor did today.
 */
export async function shiftHandover(ctx: Ctx): Promise<ShiftHandover> {
  return transaction(ctx.db, async (tx) => {
    const now = ctx.clock.now();
    const until = new Date(now.getTime() + shift);
    const rows = await tx.$queryRaw<(LineRow & { queue: string })[]>`
      SELECT ${lineColumns}, q.name AS queue
      FROM submission s JOIN queue q ON q.id = s.primary_queue_id ${lineJoins}
      WHERE ${isOpen} AND ${readableBy(ctx)} AND (s.priority = 'high' OR s.claimed_by IS NOT NULL OR s.due_at <= ${until})
      ORDER BY ${orderSql.working} LIMIT ${most + 1}`;
    await record(tx, ctx, { type: 'submission.listed', data: { queue: 'all', view: 'handover' } });
    return {
      now,
      until,
      lines: rows.slice(0, most).map((row) => ({
        ...lineOf(row, 'whole'),
        queue: row.queue,
        soon: row.due_at !== null && row.due_at <= until,
      })),
      more: rows.length > most,
      day: await ownDay(tx, ctx),
    };
  });
}

/** Counted from the trail, which names every act with whoever did it. */
async function ownDay(tx: Tx, { actor, clock }: Ctx): Promise<OwnDay> {
  const { day } = localTimeOf(clock.now());
  const midnight = instantOf({ day, minutes: 0 }, 'earlier') ?? clock.now();
  const moved = (condition: Prisma.Sql) =>
    Prisma.sql`count(*) FILTER (WHERE type = 'submission.moved' AND ${condition})::integer`;
  const [counted] = await tx.$queryRaw<OwnDay[]>`
    SELECT ${moved(Prisma.sql`data ->> 'action' = 'claim'`)} AS taken,
      count(*) FILTER (WHERE type = 'item.graded')::integer AS graded,
      count(*) FILTER (WHERE type = 'item.disseminated')::integer AS sent,
      ${moved(Prisma.sql`data ->> 'to' = ANY(${[...finalStatuses]}::text[]) AND data ->> 'from' <> data ->> 'to'`)} AS ended
    FROM audit_event WHERE actor_id = ${actor.accountId}::uuid AND happened_at >= ${midnight}
      AND type IN ('submission.moved', 'item.graded', 'item.disseminated')`;
  return counted ?? { taken: 0, graded: 0, sent: 0, ended: 0 };
}
