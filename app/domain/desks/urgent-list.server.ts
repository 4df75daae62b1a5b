import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import type { EscalationStep } from '#app/domain/force/pack-settings.ts';
import { currentForce } from '../force/current-force.server.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { repeatEvery } from '../submission/high-steps.ts';
import { sentAtOnce, type SentAtOnce } from '../triage/approvals/approvals-waiting.server.ts';
import { highUnacknowledged, type HighUnacknowledged } from '../triage/queues/high-unacknowledged.server.ts';
import {
  lineColumns,
  lineJoins,
  lineOf,
  type LineRow,
  type SubmissionLine,
} from '../triage/queues/queue-lines.server.ts';
import { isFib, isFibSupervisor, isSpoc } from '../kernel/actor.ts';
import { highStepsTaken, type StepTaken } from '../submission/high-steps-taken.server.ts';
import { goneAccounts, highWithoutHolder, withoutHolderSince } from '../submission/without-holder.server.ts';
import { isOnDuty, isOnDutySql } from '../people/duty/on-duty.server.ts';
import { clearedFor } from '../submission/queue-sql.server.ts';
import { queuesHeld, type HeldQueue } from '../submission/queues-held.server.ts';

export type UrgentList = {
  now: Date;
  onDuty: boolean;
  /**
   * `awayUntil`: of one whose holder is away. `unopened`: its holder is here and has not opened it since it was given
   * to them. Neither where nobody has claimed it or the holder's account is suspended. `stepsTaken`: who was told since
   * nobody has it, the last first; `next`: when the next is told.
   */
  lines: (SubmissionLine & {
    queue: string;
    waitingSince: Date;
    awayUntil: Date | null;
    unopened: boolean;
    stepsTaken: StepTaken[];
    next: Date;
  })[];
  /**
   * Those that somebody holds, to which danger was added that nobody has marked as read: the one to be read first,
   * first.
   */
  unread: (SubmissionLine & { queue: string; readBy: Date })[];
  approvals: SentAtOnce[];
  /** High items that a queue was sent and has not acknowledged in time: of FIB's all, else of the actor's queues. */
  unacknowledged: HighUnacknowledged[];
};

/** More unheld High submissions than this at once are a matter for every channel the force has. */
const most = 200;

/** Of submission s: danger told by the partner that nobody has marked as read, while somebody who is here holds it. */
export const unreadButHeld = (now: Date): Prisma.Sql => Prisma.sql`
  s.new_danger_due_at IS NOT NULL AND s.claimed_by IS NOT NULL AND s.unopened_since IS NULL AND s.claimed_by NOT IN (${goneAccounts(now)})`;

/** When the next in line is told: a step of the pack, or the repeat of each hour after the last. */
function nextAfter(escalation: readonly EscalationStep[], waitingSince: Date, now: Date): Date {
  const at = (minutes: number) => new Date(waitingSince.getTime() + minutes * 60_000);
  const next = escalation.map(({ afterMinutes }) => at(afterMinutes)).find((time) => time > now);
  if (next) return next;
  const last = Math.max(0, ...escalation.map(({ afterMinutes }) => afterMinutes));
  const repeats = Math.floor((now.getTime() - at(last).getTime()) / (repeatEvery * 60_000)) + 1;
  return at(last + repeats * repeatEvery);
}

/**
 * Every High submission that nobody who is here holds and the actor may open, the longest waiting first: those of their
 * queues, and for the duty list and FIB supervisors those of every queue (product.md, "High never waits"). With them what
 * else keeps `/health/urgent` from being well.
 */
export async function urgentList(ctx: Ctx): Promise<UrgentList> {
  return transaction(ctx.db, async (tx) => {
    const now = ctx.clock.now();
    const onDuty = await isOnDuty(tx, ctx);
    const queueIds = worksOn(await queuesHeld(tx, ctx.actor));
    const among = urgentScope(ctx, queueIds);
    const rows = await tx.$queryRaw<
      (LineRow & { queue: string; waiting_since: Date; away_until: Date | null; unopened: boolean })[]
    >`
      SELECT ${lineColumns}, q.name AS queue, ${withoutHolderSince(now)} AS waiting_since,
        (SELECT max(b.absent_to) FROM duty_absence b
          WHERE b.account_id = s.claimed_by AND b.absent_from <= ${now} AND b.absent_to > ${now}) AS away_until,
        s.unopened_since IS NOT NULL AND s.claimed_by NOT IN (${goneAccounts(now)}) AS unopened
      FROM ${highWithoutHolder(now)} s JOIN queue q ON q.id = s.primary_queue_id ${lineJoins}
      WHERE ${among} ORDER BY s.first_seen_due_at, s.id LIMIT ${most}`;
    const stepsTaken = await highStepsTaken(
      tx,
      ctx,
      rows.map(({ id }) => id),
    );
    const { escalation } = await currentForce(tx, ctx);
    const unread = await tx.$queryRaw<(LineRow & { queue: string; new_danger_due_at: Date })[]>`
      SELECT ${lineColumns}, q.name AS queue
      FROM submission s JOIN queue q ON q.id = s.primary_queue_id ${lineJoins}
      WHERE ${unreadButHeld(now)} AND ${among} ORDER BY s.new_danger_due_at, s.id LIMIT ${most}`;
    const approvals = isFibSupervisor(ctx.actor) ? await sentAtOnce(tx, ctx) : [];
    const unacknowledged = await highUnacknowledged(tx, now, isFib(ctx.actor) ? clearedFor(ctx) : queueIds);
    await record(tx, ctx, { type: 'submission.listed', data: { queue: 'urgent', view: 'unclaimed' } });
    return {
      now,
      onDuty,
      lines: rows.map((row) => {
        const { queue, waiting_since: waitingSince, away_until: awayUntil, unopened } = row;
        const since = (stepsTaken.get(row.id) ?? []).filter((one) => +one.waitingSince === +waitingSince);
        const next = nextAfter(escalation, waitingSince, now);
        return { ...lineOf(row, 'whole'), queue, waitingSince, awayUntil, unopened, stepsTaken: since, next };
      }),
      unread: unread.map((row) => ({
        ...lineOf(row, 'whole'),
        queue: row.queue,
        readBy: row.new_danger_due_at,
      })),
      approvals,
      unacknowledged,
    };
  });
}

/** How many that list holds for the actor, who holds these queues, without the approvals: a subselect for each. */
export function urgentCounts(
  ctx: Ctx,
  queues: readonly HeldQueue[],
): { unheld: Prisma.Sql; unread: Prisma.Sql } {
  const now = ctx.clock.now();
  const among = urgentScope(ctx, worksOn(queues));
  return {
    unheld: Prisma.sql`SELECT count(*) FROM ${highWithoutHolder(now)} s WHERE ${among}`,
    unread: Prisma.sql`SELECT count(*) FROM submission s WHERE ${unreadButHeld(now)} AND ${among}`,
  };
}

/**
 * Which of `submission s` are the actor's to look after when urgent: those of the queues on which they work; for FIB
 * supervisors, and for whoever of FIB or the SPOCs is on duty, those of every queue.
 */
function urgentScope(ctx: Ctx, queueIds: readonly string[]): Prisma.Sql {
  const { actor, clock } = ctx;
  const cleared = clearedFor(ctx);
  if (isFibSupervisor(actor)) return cleared;
  const ids = queueIds.map((id) => Prisma.sql`${id}::uuid`);
  const ways = [
    ...(isFib(actor) || isSpoc(actor) ? [isOnDutySql(actor, clock.now())] : []),
    ...(ids.length > 0 ? [Prisma.sql`s.primary_queue_id IN (${Prisma.join(ids)})`] : []),
  ];
  return ways.length > 0 ? Prisma.sql`${cleared} AND (${Prisma.join(ways, ' OR ')})` : Prisma.sql`false`;
}

/** The ids of those of these queues on which the actor works. */
const worksOn = (queues: readonly HeldQueue[]): string[] =>
  queues.filter(({ hold }) => hold === 'holder').map(({ id }) => id);
