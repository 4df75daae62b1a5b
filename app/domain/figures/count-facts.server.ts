import type { Id } from '#app/domain/kernel/id.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { CountedFact } from '#app/platform/db/generated/enums.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Month } from '../kernel/months.ts';
import type { Cell, Name } from './volume-rows.ts';
import { notSure } from '../kernel/report-labels.ts';
import type { Prisma } from '#app/platform/db/generated/client.ts';
import { shortText } from '../kernel/short-text.ts';

/** By what the volumes of a month are counted; what is linked to the plan is one of its sets of items. */
const volumeFacts = [
  'day',
  'channel',
  'organisation_kind',
  'priority',
  'area',
  'outcome',
  'exploitation_types',
  'plan_items',
] as const satisfies CountedFact[];
export type Fact = Exclude<(typeof volumeFacts)[number], 'day' | 'plan_items'> | 'all';

/** Submissions of a month that are linked to the same items of the plan. */
type LinkedSet = { items: Id<'PlanItem'>[]; month: Month; count: number };

/** By fact, with the sets of items. `since` is the month of the first submission ever: before it is no data, which is not nought. */
type FactCounts = Record<Fact, Cell[]> & { linked: LinkedSet[]; since: Month | null };

/**
 * The submissions received in the months, by each fact and month, as the database counted them when they came and changed: it
 * reads a row for each key of a month, however many submissions there are (decision 0123). `area` is the area's code as the
 * submission was sent, null for none; `outcome` what became of it as far as it is known now. A submission that names two types
 * of exploitation counts for both, one that names none as not sure.
 */
export async function countFacts(
  tx: Tx,
  { first, last }: { first: Month; last: Month },
): Promise<FactCounts> {
  const rows = await tx.$queryRaw<
    {
      since: Month | null;
      fact: CountedFact | null;
      key: string | null;
      month: Month | null;
      count: number | null;
    }[]
  >`
    SELECT begun.since, c.fact, c.month, c.count, CASE c.fact WHEN 'area' THEN a.code ELSE c.key END AS key
    FROM (SELECT min(month) AS since FROM submission_count WHERE fact = 'day') begun LEFT JOIN (
      SELECT fact, month, CASE fact WHEN 'day' THEN 'all' ELSE key END AS key, sum(count)::integer AS count FROM submission_count
      WHERE fact = ANY(${volumeFacts}::counted_fact[]) AND month >= ${first} AND month <= ${last} GROUP BY 1, 2, 3
      HAVING sum(count) <> 0) c ON true
    LEFT JOIN area a ON c.fact = 'area' AND a.id::text = c.key`;
  const cellsOf = (fact: CountedFact): Cell[] =>
    rows
      .filter((row) => row.fact === fact)
      .map(({ key, month, count }) => ({ key, month: month ?? '', count: count ?? 0 }));
  return {
    since: rows[0]?.since ?? null,
    all: cellsOf('day'),
    channel: cellsOf('channel'),
    organisation_kind: cellsOf('organisation_kind'),
    priority: cellsOf('priority'),
    area: cellsOf('area'),
    outcome: cellsOf('outcome'),
    exploitation_types: cellsOf('exploitation_types').flatMap(({ key, ...cell }) =>
      [...new Set((key || notSure).split(','))].map((type) => ({ key: type, ...cell })),
    ),
    linked: cellsOf('plan_items').map(({ key, ...cell }) => ({
      items: (key ?? '').split(',') as Id<'PlanItem'>[],
      ...cell,
    })),
  };
}

/** Makes one entry of those by which the database counted since it last did, so that reading them stays short. */
export const addUpCounts = (db: Db) => db.$executeRaw`SELECT add_up_counts()`;

/**
 * What is linked, by item of the plan and by the items above (`parents`): each submission once, however many activities of one
 * aim it is linked to. Of two codes that hold the same submissions, `setOf` says the same.
 */
export function planItemCells(
  linked: readonly LinkedSet[],
  plan: readonly CountedItem[],
): { items: Cell[]; parents: Cell[]; setOf: (code: string) => string } {
  const items = new Map(plan.map((item) => [item.id, item]));
  const cells = (codeOf: (id: Id<'PlanItem'>) => string | undefined) =>
    linked.flatMap(({ items: ids, month, count }): Cell[] =>
      [...new Set(ids.map(codeOf))].flatMap((key) => (key === undefined ? [] : [{ key, month, count }])),
    );
  const sets = new Map<string, number[]>();
  linked.forEach(({ items: ids }, group) => {
    const codes = ids.flatMap((id) => [items.get(id)?.code, items.get(id)?.parent?.code]);
    for (const code of new Set(codes))
      if (code !== undefined) sets.set(code, [...(sets.get(code) ?? []), group]);
  });
  return {
    items: cells((id) => items.get(id)?.code),
    parents: cells((id) => items.get(id)?.parent?.code),
    setOf: (code) => (sets.get(code) ?? []).join(),
  };
}

/** The items of the plan that figures are counted by, in its order. */
export const countedItems = {
  orderBy: [{ parent: { position: 'asc' } }, { position: 'asc' }],
  select: {
    id: true,
    kind: true,
    code: true,
    text: true,
    attributes: true,
    parent: { select: { code: true } },
  },
} satisfies Prisma.PlanItemFindManyArgs;

export type CountedItem = Prisma.PlanItemGetPayload<typeof countedItems>;

/** Those of these kinds: their codes, and in short what they say. */
export const planItemNames = (
  items: readonly CountedItem[],
  kinds: readonly string[],
): (Name & { detail: string })[] =>
  items
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ code, text }) => ({ key: code, label: code, detail: shortText(text) }));
