import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { has } from '../actor.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import { NotFound } from '../failures.ts';
import { addMonths, monthsBetween, startOfMonth, type Month } from './months.ts';

/** One line of a table: a count for each month that has one. `key` is stable, `label` is shown. */
export type VolumeRow = { key: string; label: string; byMonth: Record<Month, number>; total: number };
export type Volumes = { months: Month[]; total: VolumeRow; planItems: VolumeRow[]; areas: VolumeRow[]; channels: VolumeRow[]; organisationKinds: VolumeRow[]; priorities: VolumeRow[] };

/** At most this many months at once: the cost follows the period asked for, never all submissions ever made. */
export const longestPeriod = 24;

type Cell = { key: string | null; label: string | null; month: Month; count: number };

/**
 * Submissions received by month, counted against the plan's items, areas, channels and kinds of organisation. Each
 * submission counts once per plan item; items overlap, so their rows do not add up to the total. Unsuppressed: for the
 * MDS lead and the FIB supervisor only (product.md, "What must never happen" 7). Organisations are never named.
 */
export async function volumes(ctx: Ctx, input: { first: Month; last: Month }): Promise<Volumes> {
  if (!has(ctx.actor, 'mds_lead', 'fib_supervisor')) throw new NotFound();
  const months = monthsBetween(input.first, input.last).slice(0, longestPeriod);
  const first = months[0] ?? input.first;
  const last = months.at(-1) ?? first;
  const from = startOfMonth(first);
  const to = startOfMonth(addMonths(last, 1));
  return transaction(ctx.db, async (tx) => {
    await record(tx, ctx, { type: 'report.viewed', data: { report: 'volumes', months: `${first} to ${last}` } });
    const total = rowsOf(await totals(tx, from, to))[0] ?? { key: 'all', label: 'All submissions', byMonth: {}, total: 0 };
    return {
      months,
      total,
      planItems: rowsOf(await byPlanItem(tx, from, to)),
      areas: rowsOf(await byArea(tx, from, to)),
      channels: rowsOf(await byColumn(tx, from, to, 'channel')),
      organisationKinds: rowsOf(await byColumn(tx, from, to, 'organisation_kind')),
      priorities: rowsOf(await byColumn(tx, from, to, 'priority')),
    };
  });
}

function totals(tx: Tx, from: Date, to: Date): Promise<Cell[]> {
  return tx.$queryRaw<Cell[]>`
    SELECT 'all' AS key, 'All submissions' AS label, to_char(submitted_at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month, count(*)::int AS count
    FROM submission WHERE submitted_at >= ${from} AND submitted_at < ${to} GROUP BY 3 ORDER BY 3`;
}

/** Every activity and action of the plan has a row, also one with nothing: silence is a finding. */
function byPlanItem(tx: Tx, from: Date, to: Date): Promise<Cell[]> {
  return tx.$queryRaw<Cell[]>`
    SELECT i.code AS key, i.code AS label, coalesce(c.month, '') AS month, coalesce(c.count, 0)::int AS count
    FROM plan_item i LEFT JOIN (
      SELECT l.plan_item_id, to_char(s.submitted_at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month, count(DISTINCT s.id) AS count
      FROM submission s JOIN submission_plan_link l ON l.submission_id = s.id AND l.unlinked_at IS NULL
      WHERE s.submitted_at >= ${from} AND s.submitted_at < ${to} GROUP BY 1, 2
    ) c ON c.plan_item_id = i.id
    WHERE i.kind IN ('activity', 'action') ORDER BY i.kind DESC, i.position, i.code, c.month`;
}

function byArea(tx: Tx, from: Date, to: Date): Promise<Cell[]> {
  return tx.$queryRaw<Cell[]>`
    SELECT a.code AS key, coalesce(a.name, 'No area, several areas or outside the force') AS label,
      to_char(s.submitted_at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month, count(*)::int AS count
    FROM submission s LEFT JOIN area a ON a.id = s.area_id
    WHERE s.submitted_at >= ${from} AND s.submitted_at < ${to} GROUP BY 1, 2, 3 ORDER BY a.name NULLS LAST, 3`;
}

/** The column is one of three names of our own, never input. */
function byColumn(tx: Tx, from: Date, to: Date, column: 'channel' | 'organisation_kind' | 'priority'): Promise<Cell[]> {
  return tx.$queryRawUnsafe<Cell[]>(
    `SELECT ${column} AS key, ${column} AS label, to_char(submitted_at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month, count(*)::int AS count
     FROM submission WHERE submitted_at >= $1 AND submitted_at < $2 GROUP BY 1, 2, 3 ORDER BY 1, 3`,
    from,
    to,
  );
}

function rowsOf(cells: Cell[]): VolumeRow[] {
  const rows = new Map<string, VolumeRow>();
  for (const cell of cells) {
    const key = cell.key ?? 'none';
    const row = rows.get(key) ?? { key, label: cell.label ?? key, byMonth: {}, total: 0 };
    if (cell.count > 0) row.byMonth[cell.month] = cell.count;
    row.total += cell.count;
    rows.set(key, row);
  }
  return [...rows.values()];
}
