import { Prisma } from '#app/platform/db/generated/client.ts';
import { areasOf, isForceSpoc, isSpoc } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/context.ts';
import { isOnDutySql } from '../people/duty/on-duty.server.ts';
import { clearedFor } from './queue-sql.server.ts';
import { sanitisedByFib } from './submission-access.ts';
import { isFib, isFibSupervisor } from '../kernel/actor.ts';

/**
 * `maySeeRawText` of police as SQL on `submission s JOIN queue q ON q.id = s.primary_queue_id`, for lists in which the
 * database has to choose before it counts. A test holds the two together.
 */
export function readableBy({ actor, clock }: Pick<Ctx, 'actor' | 'clock'>): Prisma.Sql {
  if (actor.side !== 'police') return Prisma.sql`false`;
  const ways: Prisma.Sql[] = [Prisma.sql`false`];
  const fib = isFib(actor);
  if (fib)
    ways.push(
      Prisma.sql`q.kind = 'fib'`,
      Prisma.sql`s.status = ANY(${[...sanitisedByFib]}::submission_status[])`,
    );
  const areas = areasOf(actor, 'spoc');
  if (areas.length > 0) ways.push(Prisma.sql`(q.kind = 'area' AND q.area_id = ANY(${areas}::uuid[]))`);
  if (isForceSpoc(actor)) ways.push(Prisma.sql`q.kind = 'force_spoc'`);
  if (fib || isSpoc(actor)) {
    ways.push(Prisma.sql`(s.claimed_by IS NOT NULL AND s.claimed_by = ${actor.accountId}::uuid)`);
    const onDuty = isFibSupervisor(actor) ? Prisma.sql`true` : isOnDutySql(actor, clock.now());
    ways.push(Prisma.sql`(s.priority = 'high' AND ${onDuty})`);
  }
  return Prisma.sql`(s.status <> 'withdrawn' AND ${clearedFor({ actor, clock })} AND (${Prisma.join(ways, ' OR ')}))`;
}
