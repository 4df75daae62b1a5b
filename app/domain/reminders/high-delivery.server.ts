import { randomUUID } from 'node:crypto';
import { Prisma } from '#app/platform/db/generated/client.ts';
import type { HighChannel } from '#app/platform/db/generated/enums.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { SystemCtx } from '../kernel/context.ts';
import { highWithoutHolder, withoutHolderSince } from '../submission/without-holder.server.ts';

/** So long a step may be under way before nobody counts as told, in minutes. */
const deliveredWithin = 10;

/** So long a step has to come to a job or a delivery before it counts as lost, in minutes. */
const lostAfter = 2;

const minutesBefore = (now: Date, minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

/** Notes that a mail server or the alert address took a message of this step. */
export async function recordDelivery(
  tx: Tx,
  ctx: SystemCtx,
  highNoticeId: string,
  channel: HighChannel,
): Promise<void> {
  await tx.highDelivery.create({
    data: { id: randomUUID(), highNoticeId, channel, deliveredAt: ctx.clock.now() },
  });
}

/** Deliveries of steps of `submission s`, of its present wait, taken at this moment or later. */
const deliveredSince = (now: Date, since: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT 1 FROM high_notice n JOIN high_delivery d ON d.high_notice_id = n.id
  WHERE n.submission_id = s.id AND n.waiting_since = ${withoutHolderSince(now)} AND n.told_at >= ${since}`;

/**
 * How many High submissions nobody was told of: no holder who is here for ten minutes, and neither mail nor the alert
 * address took the last step that is older than that, nor one after it.
 */
export async function highUndelivered(db: Db, now: Date): Promise<number> {
  const before = minutesBefore(now, deliveredWithin);
  const lastStep = Prisma.sql`coalesce((SELECT max(l.told_at) FROM high_notice l
    WHERE l.submission_id = s.id AND l.waiting_since = ${withoutHolderSince(now)} AND l.told_at <= ${before}), '-infinity')`;
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${highWithoutHolder(now)} s
    WHERE ${withoutHolderSince(now)} <= ${before} AND NOT EXISTS (${deliveredSince(now, lastStep)})`;
  return row?.count ?? 0;
}

/**
 * The last step that was taken in this wait, where it was taken two minutes ago or more, nobody took a message of it and
 * no job is left that would send one; null in every other case.
 */
export async function stepNotDelivered(
  tx: Tx,
  submissionId: string,
  waitingSince: Date,
  now: Date,
): Promise<{ id: string; step: string } | null> {
  const last = await tx.highNotice.findFirst({
    where: { submissionId, waitingSince },
    orderBy: [{ toldAt: 'desc' }, { id: 'desc' }],
    select: { id: true, step: true, toldAt: true, highDeliveries: { select: { id: true }, take: 1 } },
  });
  if (!last || last.highDeliveries.length > 0 || last.toldAt > minutesBefore(now, lostAfter)) return null;
  const [job] = await tx.$queryRaw<{ left: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM pgboss.job
      WHERE name IN ('send-high-mail', 'call-alert') AND state < 'completed' AND data->>'noticeId' = ${last.id}) AS left`;
  return job?.left ? null : { id: last.id, step: last.step };
}
