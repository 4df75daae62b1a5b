import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { addDays } from 'date-fns/addDays';
import { record, type Recorder } from '../audit/record.server.ts';
import type { SystemCtx } from '../kernel/context.ts';
import {
  addMonths,
  monthOf,
  quarterOf,
  quartersBetween,
  startOfMonth,
  type Month,
} from '../kernel/months.ts';
import { forceDay } from '../kernel/postcode-rules.ts';
import { noArea } from '../kernel/report-labels.ts';
import { publishedTables, type Group } from './disclosure.ts';
import { publish, type Publication } from './publication.ts';
import { cameOfItOf, exploitationOf, publishedDefinition, publishedKeys } from './published-rows.ts';

/** On this day of the month after a quarter its figures are frozen, so that most of its reports have been answered. */
export const freezingDay = 10;
/** Any fixed number: one transaction at a time freezes. */
const freezeLock = 7_402_016;

/**
 * Freezes what is published of each quarter that is over, on the stated day or, where the portal was away, on the first one
 * after it: once, with what was counted and as of which day, whoever looks when. It runs each hour.
 */
export async function freezeFigures(ctx: Pick<SystemCtx, 'db'> & Recorder): Promise<void> {
  const now = ctx.clock.now();
  await transaction(ctx.db, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${freezeLock}::bigint)`;
    const [first] = await tx.$queryRaw<
      { at: Date | null }[]
    >`SELECT min(submitted_at) AS at FROM counted_submission`;
    if (!first?.at) return;
    const frozen = await tx.publishedQuarter.findMany({ select: { firstMonth: true } });
    const known = new Set(frozen.map(({ firstMonth }) => firstMonth));
    const due = quartersBetween(quarterOf(monthOf(first.at)), lastDue(now));
    for (const firstMonth of due.filter((quarter) => !known.has(quarter))) {
      await write(tx, firstMonth, now, await publicationOf(tx, firstMonth));
      await record(tx, ctx, { type: 'figures.frozen', data: { quarter: firstMonth } });
    }
  });
}

/** The last quarter that is due to be frozen, by its first month. */
export function lastDue(now: Date): Month {
  const month = Number(forceDay(now).slice(8)) < freezingDay ? addMonths(monthOf(now), -1) : monthOf(now);
  return addMonths(quarterOf(month), -3);
}

/** When the quarter that begins with the month is frozen. */
export const freezesOn = (firstMonth: Month): Date =>
  addDays(startOfMonth(addMonths(firstMonth, 3)), freezingDay - 1);

type Counted = {
  area: string | null;
  outcome: string | null;
  status: string;
  types: string;
  organisation: string;
  count: number;
};

async function publicationOf(tx: Tx, firstMonth: Month): Promise<Publication> {
  const [from, to] = [startOfMonth(firstMonth), startOfMonth(addMonths(firstMonth, 3))];
  const rows = await tx.$queryRaw<Counted[]>`
    SELECT a.code AS area, s.outcome::text AS outcome, s.status::text AS status, array_to_string(s.exploitation_types, ',') AS types,
      s.organisation_id::text AS organisation, count(*)::integer AS count
    FROM counted_submission s LEFT JOIN area a ON a.id = s.area_id
    WHERE NOT s.restricted AND s.submitted_at >= ${from} AND s.submitted_at < ${to} GROUP BY 1, 2, 3, 4, 5`;
  const areas = await tx.area.findMany({
    where: { validFrom: { lt: to }, OR: [{ validTo: null }, { validTo: { gt: from } }] },
    orderBy: { name: 'asc' },
    select: { code: true },
  });
  const keys = publishedKeys(areas.map(({ code }) => code));
  return publish(rows.map(groupOf), keys, await areasHeldTogether(tx));
}

const groupOf = ({ area, outcome, status, types, organisation, count }: Counted): Group => ({
  area: area ?? noArea,
  came_of_it: cameOfItOf(outcome, status),
  exploitation: exploitationOf(types === '' ? [] : types.split(',')),
  organisation,
  count,
});

/**
 * The areas of everybody who knows the reports of more than one from its lists; the force's SPOC knows those of none.
 * @fortests
 */
export async function areasHeldTogether(tx: Tx): Promise<string[][]> {
  const held = await tx.$queryRaw<{ areas: string[] }[]>`
    SELECT DISTINCT array_agg(DISTINCT h.area) AS areas
    FROM account_role r LEFT JOIN area a ON a.id = r.area_id, LATERAL (SELECT coalesce(a.code, ${noArea}) AS area) h
    WHERE r.role IN ('area_lead', 'spoc') GROUP BY r.account_id HAVING count(DISTINCT h.area) > 1`;
  return held.map(({ areas }) => areas);
}

async function write(tx: Tx, firstMonth: Month, now: Date, { total, tables }: Publication): Promise<void> {
  await tx.publishedQuarter.create({
    data: { firstMonth, frozenAt: now, definition: publishedDefinition },
  });
  await tx.publishedCell.createMany({
    data: [
      { firstMonth, table: 'total' as const, key: 'all', ...total },
      ...publishedTables.flatMap((table) =>
        [...tables[table]].map(([key, range]) => ({ firstMonth, table, key, ...range })),
      ),
    ],
  });
}
