import { randomUUID } from 'node:crypto';
import type { Tx } from '#app/platform/db/transaction.ts';
import { record, type Recorder } from '../audit/record.server.ts';
import { addMonths, monthOf, monthsBetween, startOfMonth, type Month } from '../kernel/months.ts';
import { suppress, type Cell } from './suppression.ts';
import { channels } from '../kernel/report-labels.ts';
import { noArea } from '../kernel/report-labels.ts';
import { exploitationKeys, notSure } from '../kernel/report-labels.ts';

/** Any fixed number: one transaction at a time freezes. */
const FREEZE_LOCK = 7_402_016;

const dimensions = ['area', 'plan_item', 'channel', 'exploitation_type'] as const;
type Dimension = (typeof dimensions)[number];
type Counted = { dimension: Dimension; key: string; count: number };

/**
 * Freezes every closed month that is not frozen yet, as suppressed rows that never change again. What a plan link or
 * an area was when the month was frozen stays, whatever is corrected later.
 */
export async function freezeClosedMonths(tx: Tx, ctx: Recorder): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${FREEZE_LOCK}::bigint)`;
  const first = await tx.submission.aggregate({ _min: { submittedAt: true } });
  if (!first._min.submittedAt) return;
  const lastClosed = addMonths(monthOf(ctx.clock.now()), -1);
  const frozen = await tx.publishedFigure.findMany({
    where: { dimension: 'total' },
    select: { month: true },
  });
  const known = new Set(frozen.map(({ month }) => month));
  const missing = monthsBetween(monthOf(first._min.submittedAt), lastClosed).filter(
    (month) => !known.has(month),
  );
  for (const month of missing) await freeze(tx, ctx, month);
}

async function freeze(tx: Tx, ctx: Recorder, month: Month): Promise<void> {
  const span = { from: startOfMonth(month), to: startOfMonth(addMonths(month, 1)) };
  const total = await tx.submission.count({ where: { submittedAt: { gte: span.from, lt: span.to } } });
  const counted = await count(tx, span);
  const keys = await keysOf(tx);
  const rows = dimensions.flatMap((dimension) => {
    const cells: Cell[] = keys[dimension].map((key) => ({
      key,
      count: counted.find((cell) => cell.dimension === dimension && cell.key === key)?.count ?? 0,
    }));
    return suppress(total, cells, dimension === 'area' || dimension === 'channel').cells.map((cell) => ({
      dimension: dimension,
      ...cell,
    }));
  });
  await tx.publishedFigure.createMany({
    data: [...rows, { dimension: 'total', key: 'all', count: suppress(total, [], true).total }].map(
      (row) => ({ id: randomUUID(), month, ...row, frozenAt: ctx.clock.now() }),
    ),
  });
  await record(tx, ctx, { type: 'figures.frozen', data: { month } });
}

function count(tx: Tx, { from, to }: { from: Date; to: Date }): Promise<Counted[]> {
  return tx.$queryRaw<Counted[]>`
    WITH received AS (SELECT id, area_id, channel, exploitation_types FROM submission WHERE submitted_at >= ${from} AND submitted_at < ${to})
    SELECT 'area' AS dimension, coalesce(a.code, ${noArea}) AS key, count(*)::int AS count FROM received r LEFT JOIN area a ON a.id = r.area_id GROUP BY 2
    UNION ALL
    SELECT 'channel', channel, count(*)::int FROM received GROUP BY 2
    UNION ALL
    SELECT 'plan_item', i.code, count(DISTINCT r.id)::int FROM received r
      JOIN submission_plan_link l ON l.submission_id = r.id AND l.unlinked_at IS NULL JOIN plan_item i ON i.id = l.plan_item_id GROUP BY 2
    UNION ALL
    SELECT 'exploitation_type', coalesce(t.type, ${notSure}), count(DISTINCT r.id)::int FROM received r LEFT JOIN LATERAL unnest(r.exploitation_types) AS t (type) ON true GROUP BY 2`;
}

/** Every key of a dimension has a row, so that a missing row tells nothing. */
async function keysOf(tx: Tx): Promise<Record<Dimension, string[]>> {
  const areas = await tx.area.findMany({ select: { code: true } });
  const items = await tx.planItem.findMany({
    where: { kind: { in: ['activity', 'action'] } },
    select: { code: true },
  });
  return {
    area: [...areas.map(({ code }) => code), noArea],
    channel: [...channels],
    plan_item: items.map(({ code }) => code),
    exploitation_type: [...exploitationKeys],
  };
}
