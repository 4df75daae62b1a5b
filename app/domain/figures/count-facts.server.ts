import type { Id } from '#app/domain/kernel/id.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { monthOf, startOfMonth, type Month } from '../kernel/months.ts';
import type { Cell, Span, Name } from './volume-rows.ts';
import { notSure } from '../kernel/report-labels.ts';
import type { Prisma } from '#app/platform/db/generated/client.ts';
import { rulesOf } from '../routing/current-rules.server.ts';
import type { RuleSet } from '../routing/rules.ts';
import { shortText } from '../kernel/short-text.ts';

/** The facts by which submissions are counted, as the column or the expression is named below. */
export type Fact =
  'all' | 'channel' | 'organisation_kind' | 'priority' | 'area' | 'outcome' | 'exploitation_types';

/**
 * The submissions received in the months, counted by each fact and month in one pass over them: the cost follows the
 * period asked for. `area` is the area's code as the submission was sent, null for none; `outcome` what became of it as far
 * as it is known now. A submission that names two types of exploitation counts for both, one that names none as not sure.
 * `since` is the month of the first submission ever: before it there is no data, which is not nought.
 */
export async function countFacts(
  tx: Tx,
  { from, to }: Span,
  months: readonly Month[],
): Promise<Record<Fact, Cell[]> & { since: Month | null }> {
  const rows = await tx.$queryRaw<
    {
      since: Date | null;
      fact: Fact | null;
      key: string | null;
      month: number | null;
      count: number | null;
    }[]
  >`
    SELECT first.since, f.fact, f.month, f.count, CASE f.fact WHEN 'area' THEN a.code WHEN 'exploitation_types' THEN array_to_string(f.exploitation_types, ',')
      ELSE coalesce(f.channel, f.organisation_kind, f.priority, f.outcome, 'all') END AS key
    FROM (SELECT min(submitted_at) AS since FROM counted_submission) first LEFT JOIN (
      SELECT width_bucket(submitted_at, ${months.map(startOfMonth)}::timestamptz[]) AS month, count(*)::integer AS count,
        channel, organisation_kind, priority, area_id, exploitation_types, outcome,
        CASE WHEN GROUPING(channel) = 0 THEN 'channel' WHEN GROUPING(organisation_kind) = 0 THEN 'organisation_kind'
          WHEN GROUPING(priority) = 0 THEN 'priority' WHEN GROUPING(area_id) = 0 THEN 'area' WHEN GROUPING(outcome) = 0 THEN 'outcome'
          WHEN GROUPING(exploitation_types) = 0 THEN 'exploitation_types' ELSE 'all' END AS fact
      FROM (
        SELECT submitted_at, channel::text, organisation_kind::text, priority::text, area_id, exploitation_types,
          coalesce(outcome::text, CASE WHEN status IN ('rejected', 'withdrawn') THEN status::text ELSE 'open' END) AS outcome
        FROM counted_submission WHERE submitted_at >= ${from} AND submitted_at < ${to}) s
      GROUP BY GROUPING SETS ((1), (1, channel), (1, organisation_kind), (1, priority), (1, area_id), (1, outcome), (1, exploitation_types))
    ) f ON true LEFT JOIN area a ON a.id = f.area_id`;
  const cellsOf = (fact: Fact): Cell[] =>
    rows
      .filter((row) => row.fact === fact)
      .map(({ key, month, count }) => ({ key, month: months[(month ?? 0) - 1] ?? '', count: count ?? 0 }));
  const since = rows[0]?.since ?? null;
  return {
    since: since && monthOf(since),
    all: cellsOf('all'),
    channel: cellsOf('channel'),
    organisation_kind: cellsOf('organisation_kind'),
    priority: cellsOf('priority'),
    area: cellsOf('area'),
    outcome: cellsOf('outcome'),
    exploitation_types: cellsOf('exploitation_types').flatMap(({ key, ...cell }) =>
      [...new Set((key || notSure).split(','))].map((type) => ({ key: type, ...cell })),
    ),
  };
}

/**
 * The submissions received in the months, counted by item of the plan and by the items above (`parents`): each once,
 * however many activities of one aim it is linked to. Submissions with the same links are counted together first, since
 * most have theirs by the same rules. Of two codes that hold the same submissions, `setOf` says the same. `rules` are those in force.
 */
export async function countPlanItems(
  tx: Tx,
  { from, to }: Span,
  months: readonly Month[],
  plan: readonly CountedItem[],
): Promise<{ items: Cell[]; parents: Cell[]; setOf: (code: string) => string; rules: RuleSet }> {
  const rows = await tx.$queryRaw<
    {
      version: number;
      hash: string;
      items: Id<'PlanItem'>[] | null;
      month: number | null;
      count: number | null;
    }[]
  >`
    SELECT rules.version, rules.rules_hash AS hash, counted.items, counted.month, counted.count
    FROM (SELECT version, rules_hash FROM routing_rule_set ORDER BY version DESC LIMIT 1) rules LEFT JOIN (
    SELECT s.items, s.month, count(*)::integer AS count FROM (
      SELECT width_bucket(min(s.submitted_at), ${months.map(startOfMonth)}::timestamptz[]) AS month,
        array_agg(l.plan_item_id::text ORDER BY l.plan_item_id) AS items
      FROM counted_submission s JOIN counted_plan_link l ON l.submission_id = s.id
      WHERE s.submitted_at >= ${from} AND s.submitted_at < ${to} GROUP BY s.id) s
    GROUP BY 1, 2) counted ON true`;
  const [newest] = rows;
  if (!newest) throw new Error('No routing rules are published.');
  const linked = rows.flatMap(({ items: ids, month, count }) =>
    ids && month !== null && count !== null ? [{ items: ids, month, count }] : [],
  );
  const items = new Map(plan.map((item) => [item.id, item]));
  const cells = (codeOf: (id: Id<'PlanItem'>) => string | undefined) =>
    linked.flatMap(({ items: ids, month, count }): Cell[] =>
      [...new Set(ids.map(codeOf))].flatMap((key) =>
        key === undefined ? [] : [{ key, month: months[month - 1] ?? '', count }],
      ),
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
    rules: await rulesOf(tx, { version: newest.version, rulesHash: newest.hash }),
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
