import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Ctx } from '../../kernel/context.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import { aboutReadableSql, ownSql, sharedSql, withSubmission } from './owned-sql.server.ts';
import type { HeldQueue } from '../../submission/queues-held.server.ts';
import { dayOf } from './task-input.ts';

/**
 * A subselect: how many open tasks are overdue and due today, first the actor's own, then those of their queues and roles. No
 * content.
 */
export function tasksDueCounts(ctx: Ctx, queues: readonly HeldQueue[]): Prisma.Sql {
  const today = Prisma.sql`${dayOf(forceDay(ctx.clock.now()))}::date`;
  const [own, shared] = [ownSql(ctx.actor), sharedSql(ctx.actor, queues)];
  const counts = [own, shared].flatMap((whose) => [
    Prisma.sql`count(*) FILTER (WHERE ${whose} AND t.due_on < ${today})`,
    Prisma.sql`count(*) FILTER (WHERE ${whose} AND t.due_on = ${today})`,
  ]);
  return Prisma.sql`SELECT ARRAY[${Prisma.join(counts)}] FROM ${withSubmission}
    WHERE t.state = 'open' AND t.due_on <= ${today} AND (${own} OR ${shared}) AND ${aboutReadableSql(ctx, queues)}`;
}
