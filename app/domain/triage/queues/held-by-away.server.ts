import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import { isFib, isFibSupervisor } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { officerSql } from '../../people/duty/queue-people.server.ts';
import { clearedFor, isOpen } from '../../submission/queue-sql.server.ts';
import { goneAccounts } from '../../submission/without-holder.server.ts';
import { lineColumns, lineJoins, lineOf, type LineRow, type SubmissionLine } from './queue-lines.server.ts';

/** `awayUntil` is null where the account of the holder is suspended. */
export type HeldByAway = {
  now: Date;
  /** `assign`: to give it to an officer of its queue, as an FIB supervisor may; `take_over`: to have it oneself. */
  action: 'assign' | 'take_over';
  lines: (SubmissionLine & { queue: string; queueCode: string; awayUntil: Date | null })[];
};

/** Nobody hands over more at once. */
const most = 200;

/** Of `submission s`: somebody who is not here holds it, and the actor works on its queue or oversees all of them. */
const heldByAwaySql = (ctx: Ctx): Prisma.Sql => Prisma.sql`
  s.claimed_by IN (${goneAccounts(ctx.clock.now())}) AND ${isOpen} AND ${clearedFor(ctx)} AND (${isFibSupervisor(ctx.actor)}
    OR s.primary_queue_id IN (SELECT q.id FROM queue q JOIN account_role r ON r.account_id = ${ctx.actor.accountId}::uuid AND ${officerSql}))`;

/** Everything open that is held by somebody who is away or suspended, by holder and in working order. */
export async function heldByAway(ctx: Ctx): Promise<HeldByAway> {
  return transaction(ctx.db, async (tx) => {
    const now = ctx.clock.now();
    const rows = await tx.$queryRaw<
      (LineRow & { queue: string; queue_code: string; away_until: Date | null })[]
    >`
      SELECT ${lineColumns}, q.name AS queue, q.code AS queue_code,
        (SELECT max(b.absent_to) FROM duty_absence b
          WHERE b.account_id = s.claimed_by AND b.absent_from <= ${now} AND b.absent_to > ${now}) AS away_until
      FROM submission s JOIN queue q ON q.id = s.primary_queue_id ${lineJoins}
      WHERE ${heldByAwaySql(ctx)}
      ORDER BY h.display_name, s.claimed_by, s.priority_rank, s.submitted_at, s.id LIMIT ${most}`;
    await record(tx, ctx, { type: 'submission.listed', data: { queue: 'all', view: 'away' } });
    return {
      now,
      action: isFibSupervisor(ctx.actor) ? 'assign' : 'take_over',
      lines: rows.map((row) => ({
        ...lineOf(row, 'clock'),
        queue: row.queue,
        queueCode: row.queue_code,
        awayUntil: row.away_until,
      })),
    };
  });
}

/** How many those are. */
export const heldByAwayCount = (ctx: Ctx): Prisma.Sql => Prisma.sql`
  SELECT count(*)::int FROM submission s WHERE ${heldByAwaySql(ctx)}`;

/** For FIB: how many came to it because nobody of their queue is here, and are still with nobody. */
export const fallenCount = (ctx: Ctx): Prisma.Sql => Prisma.sql`
  SELECT count(*)::int FROM submission s
  WHERE ${isFib(ctx.actor) ? clearedFor(ctx) : Prisma.sql`false`} AND s.fell_from IS NOT NULL AND ${isOpen} AND s.claimed_by IS NULL`;
