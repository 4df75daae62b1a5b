import type { Ctx } from '../../kernel/context.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import { aboutReadableSql, ownSql, sharedSql, withSubmission } from './owned-sql.server.ts';
import { queuesHeld, type HeldQueue } from '../../submission/queues-held.server.ts';
import { dayOf } from './task-input.ts';

export type TasksDue = { overdue: number; today: number };

type Row = { ownOverdue: number; ownToday: number; sharedOverdue: number; sharedToday: number };

/**
 * How many open tasks are overdue or due today: the actor's own, and those of their queues and roles. No content.
 * `queues`: as whoever asks has read them already.
 */
export async function tasksDue(
  ctx: Ctx,
  queues?: readonly HeldQueue[],
): Promise<{ own: TasksDue; shared: TasksDue }> {
  const held = queues ?? (await queuesHeld(ctx.db, ctx.actor));
  const today = dayOf(forceDay(ctx.clock.now()));
  const [own, shared] = [ownSql(ctx.actor), sharedSql(ctx.actor, held)];
  const [row] = await ctx.db.$queryRaw<Row[]>`
      SELECT count(*) FILTER (WHERE ${own} AND t.due_on < ${today}::date)::int AS "ownOverdue",
        count(*) FILTER (WHERE ${own} AND t.due_on = ${today}::date)::int AS "ownToday",
        count(*) FILTER (WHERE ${shared} AND t.due_on < ${today}::date)::int AS "sharedOverdue",
        count(*) FILTER (WHERE ${shared} AND t.due_on = ${today}::date)::int AS "sharedToday"
      FROM ${withSubmission}
      WHERE t.state = 'open' AND t.due_on <= ${today}::date AND (${own} OR ${shared}) AND ${aboutReadableSql(ctx, held)}`;
  return {
    own: { overdue: row?.ownOverdue ?? 0, today: row?.ownToday ?? 0 },
    shared: { overdue: row?.sharedOverdue ?? 0, today: row?.sharedToday ?? 0 },
  };
}
