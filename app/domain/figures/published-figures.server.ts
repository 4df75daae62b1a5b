import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import { may } from '../kernel/permissions.ts';
import { areasOf } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/context.ts';
import type { Id } from '../kernel/id.ts';
import { reportAs, type FileKind } from '../kernel/file-kinds.ts';
import { NotFound } from '../kernel/failures.ts';
import { addMonths, type Month } from '../kernel/months.ts';
import { publishedTables, type PublishedTable, type Range } from './disclosure.ts';
import { freezesOn, lastDue } from './freeze-figures.server.ts';
import { publishedKeys, publishedLabel } from './published-rows.ts';

/** So many quarters are shown, the newest first: each beside the same one of the year before. */
const shown = 5;

/** A figure as it was published, null where it is withheld; undefined where the quarter has no such row. */
export type Figure = Range | null | undefined;

/** A quarter by its first month, when it was frozen, and what was counted, in the words of that day. */
export type PublishedQuarter = { firstMonth: Month; frozenAt: Date; definition: string; total: Figure };

/** `figures` stand in the order of the quarters. */
export type PublishedTableRows = {
  table: PublishedTable;
  rows: { key: string; label: string; figures: Figure[] }[];
};

export type PublishedFigures = {
  quarters: PublishedQuarter[];
  tables: PublishedTableRows[];
  /** The next quarter to be frozen, and on which day. */
  next: { firstMonth: Month; on: Date };
  /** The areas of which the reader sees more: what is listed to them, counted (`ownArea`). */
  ownAreas: { id: Id<'Area'>; name: string }[];
};

/**
 * All that readers outside FIB may see of the force's figures, and all that there is: what was frozen of the newest quarters,
 * or of all where it is asked for as a `file` (decision 0095). Nothing is counted here. @throws NotFound
 */
export async function publishedFigures(
  ctx: Ctx,
  { as = null }: { as?: FileKind | null } = {},
): Promise<PublishedFigures> {
  if (!may(ctx.actor, 'figures.read-published')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const frozen = await tx.publishedQuarter.findMany({
      orderBy: { firstMonth: 'desc' },
      ...(as === null ? { take: shown } : {}),
      include: { cells: true },
    });
    const areas = await tx.area.findMany({
      orderBy: { name: 'asc' },
      select: { id: true, code: true, name: true },
    });
    await record(tx, ctx, {
      type: 'report.viewed',
      data: {
        report: reportAs('published', as),
        months: `${frozen.at(-1)?.firstMonth ?? 'none'} to ${frozen[0]?.firstMonth ?? 'none'}`,
      },
    });
    const figureOf = (cells: (typeof frozen)[number]['cells'], table: string, key: string): Figure => {
      const cell = cells.find((each) => each.table === table && each.key === key);
      return (
        cell && (cell.least === null || cell.most === null ? null : { least: cell.least, most: cell.most })
      );
    };
    const led = areasOf(ctx.actor, 'area_lead');
    const names = new Map(areas.map(({ code, name }) => [code, name]));
    const keys = publishedKeys(areas.map(({ code }) => code));
    return {
      quarters: frozen.map(({ cells, ...quarter }) => ({
        ...quarter,
        total: figureOf(cells, 'total', 'all'),
      })),
      tables: publishedTables.map((table) => ({
        table,
        rows: keys[table]
          .map((key) => ({
            key,
            label: publishedLabel(table, key, names),
            figures: frozen.map(({ cells }) => figureOf(cells, table, key)),
          }))
          .filter(({ figures }) => figures.some((figure) => figure !== undefined)),
      })),
      next: nextOf(addMonths(lastDue(ctx.clock.now()), 3)),
      ownAreas: areas.filter(({ id }) => led.includes(id)).map(({ id, name }) => ({ id, name })),
    };
  });
}

const nextOf = (firstMonth: Month) => ({ firstMonth, on: freezesOn(firstMonth) });
