import { transaction } from '#app/platform/db/transaction.ts';
import { areasOf, has } from '../kernel/actor.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { freezeClosedMonths } from './freeze-months.server.ts';
import { addMonths, monthOf, monthsBetween, planYearStart, type Month } from '../kernel/months.ts';
import { planItemNames } from './plan-item-names.server.ts';
import { noArea } from '../kernel/report-labels.ts';

/** A count, or null where it is suppressed. */
export type PublishedRow = { dimension: string; key: string; byMonth: Record<Month, number | null> };
/** Rows stand in the order of what is counted. `names` are of areas and, in short, of items of the plan. */
export type PublishedFigures = {
  months: Month[];
  rows: PublishedRow[];
  names: Record<string, string>;
  /** Codes of the areas to which a role of the reader is limited. */
  ownAreas: string[];
};

/** The closed months of the plan year; where it has none yet, the one before it. */
export function publishedMonths(now: Date): { first: Month; last: Month } {
  const last = addMonths(monthOf(now), -1);
  return { first: planYearStart(now) > last ? last : planYearStart(now), last };
}

/**
 * The figures that readers outside FIB may see: closed months of the plan year, suppressed and frozen. There is no sum
 * over months, because it would give away what one of them hides. @throws NotFound
 */
export async function publishedFigures(ctx: Ctx): Promise<PublishedFigures> {
  if (!has(ctx.actor, 'area_lead', 'spoc', 'plan_contributor', 'mds_lead', 'fib_supervisor'))
    throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    await freezeClosedMonths(tx, ctx);
    const { first, last } = publishedMonths(ctx.clock.now());
    const figures = await tx.publishedFigure.findMany({ where: { month: { gte: first, lte: last } } });
    await record(tx, ctx, {
      type: 'report.viewed',
      data: { report: 'published', months: `${first} to ${last}` },
    });
    const rows = new Map<string, PublishedRow>();
    for (const { dimension, key, month, count } of figures) {
      const row = rows.get(`${dimension} ${key}`) ?? { dimension, key, byMonth: {} };
      row.byMonth[month] = count;
      rows.set(`${dimension} ${key}`, row);
    }
    const areas = await tx.area.findMany({
      orderBy: { name: 'asc' },
      select: { id: true, code: true, name: true },
    });
    const items = await planItemNames(tx, ['activity', 'action']);
    const own = [...areasOf(ctx.actor, 'area_lead'), ...areasOf(ctx.actor, 'spoc')];
    const order = [...areas.map(({ code }) => code), noArea, ...items.map(({ key }) => key)];
    return {
      months: monthsBetween(first, last),
      rows: [...rows.values()].sort((one, other) => order.indexOf(one.key) - order.indexOf(other.key)),
      names: Object.fromEntries([
        ...areas.map(({ code, name }): [string, string] => [code, name]),
        ...items.map(({ key, detail }): [string, string] => [key, detail]),
      ]),
      ownAreas: areas.filter(({ id }) => own.includes(id)).map(({ code }) => code),
    };
  });
}
