import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { workingCalendar } from '../../force/clocks-calendar.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { areasOf, isFib } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import type { Id } from '../../kernel/id.ts';
import { dayAfter, instantOf, localTimeOf } from '../../kernel/local-time.ts';
import { may } from '../../kernel/permissions.ts';
import { waitsFor, type WaitsFor } from '../../kernel/status-words.ts';
import type { Priority, Status } from '../../kernel/statuses.ts';
import { isOpen } from '../../submission/queue-sql.server.ts';
import { countsToArea, queuesHeld, type HeldQueue } from '../../submission/queues-held.server.ts';
import { readableBy } from '../../submission/readable.server.ts';
import { recordProduct, type ReadAs } from './record-product.server.ts';

/** A report of the area, as far as the reader may know of it. */
export type DailyReport = {
  reference: string;
  priority: Priority;
  status: Status;
  owner: string | null;
  receivedAt: Date;
  isNew: boolean;
  dueAt: Date | null;
  late: boolean;
  waitsFor: WaitsFor;
};

/** What was sent to the queue of the area. `words` are null where it has conditions: it is read in the portal, with them. */
export type DailyItem = {
  reference: string;
  priority: Priority;
  grade: string;
  sentAt: Date;
  acknowledged: boolean;
  words: string | null;
};

export type DailyList = {
  area: string;
  /** The same time of the last working day. */
  since: Date;
  now: Date;
  reports: DailyReport[];
  /** Null for who reads no sanitised text of the area. */
  items: DailyItem[] | null;
  more: boolean;
};

/** More than a meeting can go through. */
const most = 80;

/** The areas of which the actor may have a daily list, by name. */
export async function dailyAreas(ctx: Ctx): Promise<{ id: Id<'Area'>; name: string }[]> {
  return transaction(ctx.db, async (tx) => {
    const all = await tx.area.findMany({
      orderBy: { name: 'asc' },
      select: { id: true, name: true, validTo: true },
    });
    const own = [...areasOf(ctx.actor, 'spoc'), ...areasOf(ctx.actor, 'area_lead')];
    const mine = isFib(ctx.actor) ? all : all.filter(({ id }) => own.includes(id));
    return mine.filter(({ validTo }) => validTo === null || validTo > ctx.clock.now());
  });
}

/**
 * What the daily management meeting of an area goes through: of its reports those new since the last working day, those High,
 * and those late or due today; and what was sent to its queue since then. Nothing that is restricted, and no text of a
 * report. @throws NotFound for an area that is not the actor's
 */
export async function dailyList(
  ctx: Ctx,
  { areaId, as }: { areaId: Id<'Area'>; as: ReadAs },
): Promise<DailyList> {
  const reads = isFib(ctx.actor) || areasOf(ctx.actor, 'spoc').includes(areaId);
  const leads = areasOf(ctx.actor, 'area_lead').includes(areaId);
  if (!may(ctx.actor, 'queues.read') || (!reads && !leads)) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const area = await tx.area.findUnique({ where: { id: areaId }, select: { name: true } });
    if (!area) throw new NotFound();
    const now = ctx.clock.now();
    const { workingHours } = await currentForce(tx, ctx);
    const day = { now, since: lastMeeting(now, workingHours), tomorrow: midnightAfter(now) };
    const reports = await reportsOf(tx, ctx, areaId, await queuesHeld(tx, ctx.actor), day);
    const found = reads ? await itemsOf(tx, areaId, day.since) : null;
    const items = found && found.slice(0, most);
    await recordProduct(tx, ctx, {
      product: 'daily list',
      as,
      of: { type: 'area', id: areaId },
      shown: (items ?? []).flatMap(({ words, submissionId }) => (words === null ? [] : [submissionId])),
    });
    return {
      area: area.name,
      since: day.since,
      now,
      reports: reports.slice(0, most),
      items: items && items.map(({ submissionId: _, ...item }) => item),
      more: reports.length > most || (found?.length ?? 0) > most,
    };
  });
}

type Day = { now: Date; since: Date; tomorrow: Date };

function lastMeeting(now: Date, hours: Parameters<typeof workingCalendar>[0]): Date {
  const calendar = workingCalendar(hours);
  const { day, minutes } = localTimeOf(now);
  for (let back = 1; ; back += 1) {
    const at = instantOf({ day: dayAfter(day, -back), minutes }, 'earlier');
    if (at !== null && calendar.isWorkingDay(at)) return at;
  }
}

const midnightAfter = (now: Date): Date =>
  instantOf({ day: dayAfter(localTimeOf(now).day, 1), minutes: 0 }, 'earlier') ?? now;

type Row = Omit<DailyReport, 'waitsFor'> & {
  firstSeenAt: Date | null;
  assessedAt: Date | null;
  answeredAt: Date | null;
};

/** Of the reports of the area those that the actor may know to be there (`maySeeExists`). */
async function reportsOf(
  tx: Tx,
  ctx: Ctx,
  areaId: Id<'Area'>,
  queues: readonly HeldQueue[],
  { now, since, tomorrow }: Day,
): Promise<DailyReport[]> {
  const shownAll = queues.some((queue) => queue.areaId === areaId && queue.hold !== 'holder');
  const held = queues.flatMap(({ id, hold }) => (hold === 'holder' ? [id] : []));
  const known = shownAll
    ? Prisma.sql`true`
    : Prisma.sql`(s.primary_queue_id = ANY(${held}::uuid[]) OR ${readableBy(ctx)}
        OR EXISTS (SELECT 1 FROM submission_watcher w WHERE w.submission_id = s.id AND w.queue_id = ANY(${held}::uuid[])))`;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.reference, s.priority, s.status, h.display_name AS owner, s.submitted_at AS "receivedAt",
      s.submitted_at >= ${since} AS "isNew", s.due_at AS "dueAt", coalesce(s.due_at < ${now}, false) AS late,
      s.first_seen_at AS "firstSeenAt", s.assessed_at AS "assessedAt", s.answered_at AS "answeredAt"
    FROM submission s JOIN queue q ON q.id = s.primary_queue_id LEFT JOIN account h ON h.id = s.claimed_by
    WHERE s.id IN (
        SELECT s.id FROM submission s WHERE ${countsToArea(areaId)} AND ${isOpen} AND (s.priority = 'high' OR s.due_at < ${tomorrow})
        UNION SELECT s.id FROM submission s WHERE ${countsToArea(areaId)} AND s.submitted_at >= ${since})
      AND s.status <> 'withdrawn' AND ${known}
    ORDER BY s.priority_rank, s.due_at, s.id LIMIT ${most + 1}`;
  return rows.map(({ firstSeenAt, assessedAt, answeredAt, ...row }) => ({
    ...row,
    waitsFor: waitsFor({ firstSeenAt, assessedAt, answeredAt, held: row.owner !== null }),
  }));
}

type ItemRow = DailyItem & { submissionId: Id<'Submission'> };

/** Of the queue of the area, by its index of what was sent to it. */
const itemsOf = (tx: Tx, areaId: Id<'Area'>, since: Date): Promise<ItemRow[]> =>
  tx.$queryRaw<ItemRow[]>`
    SELECT s.id AS "submissionId", s.reference, s.priority, g.source_grade::text || g.assessment_grade || g.handling_code AS grade,
      d.disseminated_at AS "sentAt", d.acknowledged_at IS NOT NULL AS acknowledged,
      CASE WHEN d.conditions IS NULL AND g.handling_code <> 'C' THEN left(t.text, 160) END AS words
    FROM queue q JOIN dissemination d ON d.queue_id = q.id JOIN submission s ON s.id = d.submission_id
      JOIN item_grade g ON g.id = d.item_grade_id JOIN sanitised_text t ON t.id = d.sanitised_text_id
    WHERE q.area_id = ${areaId}::uuid AND d.disseminated_at >= ${since} AND NOT s.restricted
      AND NOT EXISTS (SELECT 1 FROM dissemination_recall r WHERE r.dissemination_id = d.id)
    ORDER BY s.priority_rank, d.disseminated_at DESC, d.id LIMIT ${most + 1}`;
