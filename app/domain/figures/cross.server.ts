import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { reportAs, type FileKind } from '../kernel/file-kinds.ts';
import { NotFound } from '../kernel/failures.ts';
import { may } from '../kernel/permissions.ts';
import { currentRules } from '../routing/current-rules.server.ts';
import { linkingRules } from '../routing/linking-rules.ts';
import {
  dimensionNames,
  dimensions,
  filterSql,
  filterWords,
  isDimension,
  keysOf,
  keyWords,
  neverMeet,
  type Dimension,
  type FigureFilter,
} from './figure-filter.server.ts';
import { shownOnce } from './item-rows.ts';
import { isMeasure, measuredIn, measureOf, receivedIn, type MeasureCode } from './measures.server.ts';
import { spanOf, type Period } from './period.ts';

export type CrossAsked = { of: string | null; by: string | null; across: string | null };
export type CrossRead = {
  of: MeasureCode;
  by: Dimension;
  across: Dimension;
  errors: { field: 'across'; message: string }[];
};

/** What is crossed, as it was asked for; what cannot be crossed leaves the usual, with the error. */
export function readCross(asked: CrossAsked, filter: FigureFilter): CrossRead {
  const of = asked.of !== null && isMeasure(asked.of) ? asked.of : 'received';
  const by = isDimension(asked.by) ? asked.by : 'area';
  const usual = by === 'type' ? 'area' : 'type';
  const across = isDimension(asked.across) ? asked.across : usual;
  const together = [by, across, ...dimensions.filter((each) => filter[each] !== undefined)];
  const message =
    by === across
      ? 'Select two that differ'
      : neverMeet(together)
        ? 'The kind of an organisation is never shown together with a nationality or a language'
        : null;
  return message === null
    ? { of, by, across, errors: [] }
    : { of, by: 'area', across: 'type', errors: [{ field: 'across', message }] };
}

export type Crossed = {
  question: string;
  narrowedTo: Awaited<ReturnType<typeof filterWords>>;
  /** Those with most first. */
  rows: { key: string; label: string; total: number; cells: number[] }[];
  columns: { key: string; label: string; total: number }[];
  /** All that the measure counts, each once, also what has no key in one of the two. */
  total: number;
  names: { by: string; across: string };
};

type Cell = { one: string | null; other: string | null; count: number };

/**
 * What a measure counts in a period, by two things at once. A submission that has several keys counts for each, so rows and
 * columns need not add up; items of the plan that the same rules link, and that count the same, are one. For the MDS lead and FIB supervisors, nothing suppressed. @throws NotFound
 */
export async function crossed(
  ctx: Ctx,
  {
    of,
    by,
    across,
    period,
    filter,
    as = null,
  }: Omit<CrossRead, 'errors'> & { period: Period; filter: FigureFilter; as?: FileKind | null },
): Promise<Crossed> {
  if (!may(ctx.actor, 'figures.read')) throw new NotFound();
  const span = spanOf(period);
  const { question, counts } = measureOf(of);
  return transaction(ctx.db, async (tx) => {
    await record(tx, ctx, {
      type: 'report.viewed',
      data: {
        report: reportAs(`${of} by ${by} and ${across}`, as),
        months: `${period.first} to ${period.last}`,
      },
    });
    const cells = await tx.$queryRaw<Cell[]>`
      SELECT x.key AS one, y.key AS other, count(DISTINCT s.id)::integer AS count
      FROM ${measuredIn(span, ctx.clock.now())} LEFT JOIN LATERAL (${keysOf[by]}) AS x (key) ON true LEFT JOIN LATERAL (${keysOf[across]}) AS y (key) ON true
      WHERE ${receivedIn(span)} AND ${counts} AND ${filterSql(filter)}
      GROUP BY GROUPING SETS ((x.key, y.key), (x.key), (y.key), ())
      HAVING (GROUPING(x.key) = 1 OR x.key IS NOT NULL) AND (GROUPING(y.key) = 1 OR y.key IS NOT NULL)`;
    const wordOf = await keyWords(tx, [by, across]);
    const totals = (own: 'one' | 'other', else_: 'one' | 'other', dimension: Dimension) =>
      cells
        .flatMap(({ count, ...keys }) => {
          const key = keys[own];
          return key !== null && keys[else_] === null
            ? [{ key, label: wordOf(dimension, key), total: count }]
            : [];
        })
        .sort((first, second) => second.total - first.total || first.label.localeCompare(second.label));
    const cell = (one: string, other: string) =>
      cells.find((each) => each.one === one && each.other === other)?.count ?? 0;
    const linking = [by, across].includes('item') ? linkingRules(await currentRules(tx)) : null;
    const once = <Row extends { key: string; label: string }>(
      all: Row[],
      dimension: Dimension,
      countsOf: (row: Row) => number[],
    ): Row[] =>
      shownOnce(all, (row) =>
        dimension === 'item' ? JSON.stringify([linking?.get(row.key) ?? row.key, countsOf(row)]) : row.key,
      ).map(([row, ...same]) => ({
        ...row,
        label: [row, ...same].map(({ label }) => label).join(' and '),
      }));
    const [down, right] = [totals('one', 'other', by), totals('other', 'one', across)];
    const columns = once(right, across, ({ key, total }) => [
      total,
      ...down.map((row) => cell(row.key, key)),
    ]);
    const rows = down.map((row) => ({ ...row, cells: columns.map(({ key }) => cell(row.key, key)) }));
    return {
      question,
      narrowedTo: await filterWords(tx, filter),
      rows: once(rows, by, ({ total, cells: counts }) => [total, ...counts]),
      columns,
      total: cells.find(({ one, other }) => one === null && other === null)?.count ?? 0,
      names: { by: dimensionNames[by], across: dimensionNames[across] },
    };
  });
}
