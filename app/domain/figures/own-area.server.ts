import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import { areasOf } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/context.ts';
import { reportAs, type FileKind } from '../kernel/file-kinds.ts';
import { NotFound } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import { addMonths, monthOf, monthsBetween, startOfMonth, type Month } from '../kernel/months.ts';
import { outcomeKeys, outcomeRowWords, priorityWords } from '../kernel/report-labels.ts';
import { countsToArea } from '../submission/queues-held.server.ts';
import { named, rowOf, rowsOf, type Cell, type VolumeRow } from './volume-rows.ts';

/** The running month and so many before it. */
const monthsBefore = 11;

const clockWords = {
  in_time: 'Answered in time',
  late: 'Answered late',
  overdue: 'Not answered, overdue',
  running: 'Not answered, not yet due',
} as const;

/** What is listed of an area, counted by the month in which it was sent. Each table adds up to the total. */
export type OwnArea = {
  name: string;
  months: Month[];
  total: VolumeRow;
  priorities: VolumeRow[];
  clocks: VolumeRow[];
  outcomes: VolumeRow[];
};

/**
 * The last twelve months of an area as its lead has them in its lists: exact, since each of these reports is listed to them
 * one by one, and so without what is restricted (product.md, "What must never happen" 7). @throws NotFound for another area
 */
export async function ownArea(
  ctx: Ctx,
  { areaId, as = null }: { areaId: Id<'Area'>; as?: FileKind | null },
): Promise<OwnArea> {
  if (!areasOf(ctx.actor, 'area_lead').includes(areaId)) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const { name } = await tx.area.findUniqueOrThrow({ where: { id: areaId }, select: { name: true } });
    const now = ctx.clock.now();
    const months = monthsBetween(addMonths(monthOf(now), -monthsBefore), monthOf(now));
    const cells = await countArea(tx, areaId, months, now);
    await record(tx, ctx, {
      type: 'report.viewed',
      data: { report: reportAs('area', as), months: `${months[0] ?? ''} to ${months.at(-1) ?? ''}` },
      subject: { type: 'area', id: areaId },
    });
    return {
      name,
      months,
      total: rowOf({ key: 'all', label: 'All submissions' }, cells('all')),
      priorities: rowsOf(named(['high', 'medium', 'low'], priorityWords), cells('priority')),
      clocks: rowsOf(named(['in_time', 'late', 'overdue', 'running'], clockWords), cells('clock')),
      outcomes: rowsOf(named(outcomeKeys, outcomeRowWords), cells('outcome')),
    };
  });
}

type Fact = 'all' | 'priority' | 'clock' | 'outcome';

/** One pass over the area's reports of these months, by an index of its own. */
async function countArea(
  tx: Tx,
  areaId: Id<'Area'>,
  months: readonly Month[],
  now: Date,
): Promise<(fact: Fact) => Cell[]> {
  const rows = await tx.$queryRaw<{ fact: Fact; key: string | null; month: number; count: number }[]>`
    SELECT CASE WHEN GROUPING(priority) = 0 THEN 'priority' WHEN GROUPING(clock) = 0 THEN 'clock'
        WHEN GROUPING(outcome) = 0 THEN 'outcome' ELSE 'all' END AS fact,
      coalesce(priority, clock, outcome, 'all') AS key, month, count(*)::integer AS count
    FROM (
      SELECT width_bucket(s.submitted_at, ${months.map(startOfMonth)}::timestamptz[]) AS month, s.priority::text,
        coalesce(s.outcome::text, CASE WHEN s.status IN ('rejected', 'withdrawn') THEN s.status::text ELSE 'open' END) AS outcome,
        CASE WHEN coalesce(s.answered_at, s.closed_at) <= s.answered_due_at THEN 'in_time'
          WHEN coalesce(s.answered_at, s.closed_at) IS NOT NULL THEN 'late'
          WHEN s.answered_due_at < ${now} THEN 'overdue' ELSE 'running' END AS clock
      FROM submission s WHERE ${countsToArea(areaId)} AND s.submitted_at >= ${startOfMonth(months[0] ?? '')}) counted
    GROUP BY GROUPING SETS ((month), (month, priority), (month, clock), (month, outcome))`;
  return (fact) =>
    rows
      .filter((row) => row.fact === fact)
      .map(({ key, month, count }) => ({ key, month: months[month - 1] ?? '', count }));
}
