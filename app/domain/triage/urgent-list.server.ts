import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { has } from '../actor.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import { sentAtOnce, type SentAtOnce } from './approvals-waiting.server.ts';
import { highUnacknowledged, type HighUnacknowledged } from './high-unacknowledged.server.ts';
import { lineColumns, lineJoins, lineOf, type LineRow, type SubmissionLine } from './queue-lines.server.ts';
import { clearedFor, isOpen } from './queue-sql.server.ts';
import { isOnDuty } from './on-duty.server.ts';
import { queuesHeld } from './queues-held.server.ts';
import { isFib, isFibSupervisor } from './standing.ts';

export type UrgentList = {
  now: Date;
  onDuty: boolean;
  lines: (SubmissionLine & { queue: string; waitingSince: Date })[];
  /** Those that somebody holds, to which danger was added that nobody has marked as read: the one to be read first, first. */
  unread: (SubmissionLine & { queue: string; readBy: Date })[];
  approvals: SentAtOnce[];
  /** High items that a queue was sent and has not acknowledged in time: of FIB's all, else of the actor's queues. */
  unacknowledged: HighUnacknowledged[];
};

/** More unclaimed High submissions than this at once are a matter for every channel the force has. */
const most = 200;

/**
 * Every High submission that nobody has claimed and the actor may open, the longest waiting first: those of their
 * queues, and for the duty list and FIB supervisors those of every queue (product.md, "High never waits"). With them what
 * else keeps `/health/urgent` from being well.
 */
export async function urgentList(ctx: Ctx): Promise<UrgentList> {
  return transaction(ctx.db, async (tx) => {
    const now = ctx.clock.now();
    const onDuty = await isOnDuty(tx, ctx);
    const held = (await queuesHeld(tx, ctx.actor)).filter(({ hold }) => hold === 'holder');
    const everywhere = isFibSupervisor(ctx.actor) || (onDuty && (isFib(ctx.actor) || has(ctx.actor, 'spoc')));
    const ids = held.map(({ id }) => Prisma.sql`${id}::uuid`);
    const among = everywhere
      ? Prisma.sql`true`
      : ids.length > 0
        ? Prisma.sql`s.primary_queue_id IN (${Prisma.join(ids)})`
        : Prisma.sql`false`;
    const rows = await tx.$queryRaw<(LineRow & { queue: string; waiting_since: Date })[]>`
      SELECT ${lineColumns}, q.name AS queue, s.waiting_since
      FROM submission s JOIN queue q ON q.id = s.primary_queue_id ${lineJoins}
      WHERE s.priority = 'high' AND s.claimed_by IS NULL AND ${isOpen} AND ${clearedFor(ctx.actor)} AND ${among}
      ORDER BY s.first_seen_due_at, s.id LIMIT ${most}`;
    const unread = await tx.$queryRaw<(LineRow & { queue: string; new_danger_due_at: Date })[]>`
      SELECT ${lineColumns}, q.name AS queue
      FROM submission s JOIN queue q ON q.id = s.primary_queue_id ${lineJoins}
      WHERE s.new_danger_due_at IS NOT NULL AND s.claimed_by IS NOT NULL AND ${clearedFor(ctx.actor)} AND ${among}
      ORDER BY s.new_danger_due_at, s.id LIMIT ${most}`;
    const approvals = isFibSupervisor(ctx.actor) ? await sentAtOnce(tx) : [];
    const unacknowledged = await highUnacknowledged(
      tx,
      now,
      isFib(ctx.actor) ? 'all' : held.map(({ id }) => id),
    );
    await record(tx, ctx, { type: 'submission.listed', data: { queue: 'urgent', view: 'unclaimed' } });
    return {
      now,
      onDuty,
      lines: rows.map((row) => ({ ...lineOf(row, true), queue: row.queue, waitingSince: row.waiting_since })),
      unread: unread.map((row) => ({
        ...lineOf(row, true),
        queue: row.queue,
        readBy: row.new_danger_due_at,
      })),
      approvals,
      unacknowledged,
    };
  });
}
