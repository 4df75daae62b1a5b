import { transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import { aboutReadableSql, ownSql, sharedSql, withSubmission } from './owned-sql.server.ts';
import { dayOf } from './task-input.ts';

export type TasksDue = { overdue: number; today: number };

/** How many open tasks are overdue or due today: the actor's own, and those of their queues and roles. No content. */
export async function tasksDue(ctx: Ctx): Promise<{ own: TasksDue; shared: TasksDue }> {
  return transaction(ctx.db, async (tx) => {
    const today = dayOf(forceDay(ctx.clock.now()));
    const readable = await aboutReadableSql(tx, ctx);
    const count = async (belongs: ReturnType<typeof ownSql>): Promise<TasksDue> => {
      const [row] = await tx.$queryRaw<{ overdue: bigint; today: bigint }[]>`
        SELECT count(*) FILTER (WHERE t.due_on < ${today}::date) AS overdue, count(*) FILTER (WHERE t.due_on = ${today}::date) AS today
        FROM ${withSubmission}
        WHERE t.state = 'open' AND t.due_on <= ${today}::date AND ${belongs} AND ${readable}`;
      return { overdue: Number(row?.overdue ?? 0), today: Number(row?.today ?? 0) };
    };
    return { own: await count(ownSql(ctx.actor)), shared: await count(await sharedSql(tx, ctx.actor)) };
  });
}
