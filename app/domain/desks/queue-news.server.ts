import { Prisma } from '#app/platform/db/generated/client.ts';
import { isFib, isFibSupervisor, isSpoc } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/context.ts';
import { isOnDutySql } from '../people/duty/on-duty.server.ts';
import { officerSql } from '../people/duty/queue-people.server.ts';
import { clearedFor, isOpen } from '../submission/queue-sql.server.ts';
import { highWithoutHolder, withoutHolderSince } from '../submission/without-holder.server.ts';
import { unreadButHeld } from './urgent-list.server.ts';

/**
 * What came for somebody since a moment: numbers, nothing of what any of it says.
 * - `high`: High submissions that nobody who is here holds, and danger that was added and nobody has read.
 * - `highItems`: items of High submissions that were sent to their queues and wait to be acknowledged.
 * - `others`: what else came to their queues and nobody has claimed or acknowledged.
 * - `sound`: they want to hear when something High comes.
 */
export type QueueNews = { high: number; highItems: number; others: number; sound: boolean };

/** More than this is said to be this many. */
const most = 100;

/**
 * What may have been written before the moment at which a page was read, and was not there yet: a submission is on its
 * way for less than this, in milliseconds.
 */
const onItsWay = 2_000;

/**
 * What came since `since` to the queues that the actor works on, and of what is urgent to those that they look after
 * (`urgentScope`); nothing that they did themselves. One statement, as open pages ask twice a minute: it reads the
 * indexes of arrivals and of what is High and unheld.
 */
export async function queueNews(ctx: Ctx, input: { since: Date }): Promise<QueueNews> {
  const { actor } = ctx;
  const now = ctx.clock.now();
  const me = Prisma.sql`${actor.accountId}::uuid`;
  const since = new Date(input.since.getTime() - onItsWay);
  const cleared = clearedFor(ctx);
  const onDuty = isFib(actor) || isSpoc(actor) ? isOnDutySql(actor, now) : Prisma.sql`false`;
  const everywhere = isFibSupervisor(actor) ? Prisma.sql`true` : onDuty;
  const mine = Prisma.sql`(SELECT q.id FROM queue q JOIN account_role r ON r.account_id = ${me} AND ${officerSql})`;
  const lookedAfter = Prisma.sql`${cleared} AND (${everywhere} OR s.primary_queue_id IN ${mine})`;
  const happened = Prisma.sql`EXISTS (SELECT 1 FROM submission_event e
    WHERE e.submission_id = s.id AND e.happened_at > ${since} AND e.actor_id IS DISTINCT FROM ${me})`;
  const sent = (
    priority: Prisma.Sql,
  ) => Prisma.sql`SELECT 1 FROM dissemination d JOIN submission s ON s.id = d.submission_id
    WHERE d.queue_id IN ${mine} AND d.awaits = 'acknowledgement' AND d.disseminated_at > ${since} AND ${priority}`;
  const [row] = await ctx.db.$queryRaw<QueueNews[]>`
    SELECT
      (SELECT count(*)::int FROM (
        SELECT s.id FROM ${highWithoutHolder(now)} s
          WHERE ${lookedAfter} AND (greatest(s.submitted_at, ${withoutHolderSince(now)}) > ${since} OR ${happened})
        UNION SELECT s.id FROM submission s WHERE ${unreadButHeld(now)} AND ${lookedAfter} AND ${happened}) urgent) AS high,
      (SELECT count(*)::int FROM (${sent(Prisma.sql`s.priority = 'high'`)} LIMIT ${most}) items) AS "highItems",
      (SELECT count(*)::int FROM (
        SELECT 1 FROM submission s WHERE s.priority <> 'high' AND s.claimed_by IS NULL AND ${isOpen} AND ${cleared}
          AND s.primary_queue_id IN ${mine} AND s.id IN (SELECT r.submission_id FROM submission_route r
            WHERE r.queue_id = s.primary_queue_id AND r.happened_at > ${since} AND r.actor_id IS DISTINCT FROM ${me})
        UNION ALL ${sent(Prisma.sql`s.priority <> 'high'`)} LIMIT ${most}) others) AS others,
      coalesce((SELECT a.sound_for_high FROM account a WHERE a.id = ${me}), false) AS sound`;
  return row ?? { high: 0, highItems: 0, others: 0, sound: false };
}
