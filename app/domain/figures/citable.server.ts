import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../kernel/context.ts';
import { Invalid } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import type { Month } from '../kernel/months.ts';
import { may } from '../kernel/permissions.ts';
import { forceDay } from '../kernel/postcode-rules.ts';
import type { Cited } from '../plan/cited.ts';
import { dayText } from '../plan/plan-years.ts';
import type { PublishedTable } from './disclosure.ts';
import { quarterName } from './period.ts';
import { figureWords, publishedLabel } from './published-rows.ts';

/** Something that evidence can rest on; `value` is what a form posts. */
export type Citable = { value: string; cited: Cited };

/** Figures of so many quarters are offered, the newest first. */
const quarters = 4;

type Row = {
  kind: 'event' | 'task' | 'figure';
  id: string;
  title: string;
  detail: string | null;
  definition: string | null;
  happened: Date;
  first_month: Month | null;
  table: PublishedTable | 'total' | null;
  least: number | null;
  most: number | null;
};

/** What evidence of an item can rest on; nothing for who adds none. */
export const citable = async (ctx: Ctx, planItemId: Id<'PlanItem'>): Promise<Citable[]> =>
  may(ctx.actor, 'plan.report') ? transaction(ctx.db, (tx) => citableOf(tx, planItemId)) : [];

/**
 * The events of the plan of an item, the results of its tasks, and published figures: everybody who reads the plan may see
 * those, as they were frozen, and no others.
 */
export async function citableOf(tx: Tx, planItemId: Id<'PlanItem'>): Promise<Citable[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT 'event' AS kind, e.id::text, e.title, NULL AS detail, NULL AS definition, e.happened_on::timestamptz AS happened,
      NULL AS first_month, NULL AS "table", NULL::int AS least, NULL::int AS most
    FROM plan_item i JOIN plan_event e ON e.plan_id = i.plan_id WHERE i.id = ${planItemId}::uuid
    UNION ALL
    SELECT 'task', t.id::text, t.text, e.comment, NULL, e.happened_at, NULL, NULL, NULL, NULL
    FROM task t JOIN task_event e ON e.task_id = t.id AND e.kind = 'done'
    WHERE t.plan_item_id = ${planItemId}::uuid AND t.state = 'done'
    UNION ALL
    SELECT 'figure', c.key, coalesce(a.name, c.key), NULL, q.definition, q.frozen_at, q.first_month, c."table"::text, c.least, c.most
    FROM (SELECT * FROM published_quarter ORDER BY first_month DESC LIMIT ${quarters}) q
      JOIN published_cell c ON c.first_month = q.first_month LEFT JOIN area a ON c."table" = 'area' AND a.code = c.key
    ORDER BY happened DESC, first_month DESC, 2`;
  return rows.map((row) => ({ value: valueOf(row), cited: citedRow(row) }));
}

/** What a form chose, as it is now; null where it chose nothing. @throws Invalid for what is not there to cite */
export async function citedNow(tx: Tx, planItemId: Id<'PlanItem'>, value: string): Promise<Cited | null> {
  if (value === '') return null;
  const found = (await citableOf(tx, planItemId)).find((each) => each.value === value);
  if (!found) throw new Invalid({ cites: 'Select what it rests on' });
  return found.cited;
}

const valueOf = ({ kind, id, first_month, table }: Row): string =>
  kind === 'figure' ? `figure:${first_month}:${table}:${id}` : `${kind}:${id}`;

function citedRow({
  kind,
  id,
  title,
  detail,
  definition,
  happened,
  first_month,
  table,
  least,
  most,
}: Row): Cited {
  if (kind !== 'figure' || first_month === null || table === null)
    return {
      kind,
      title,
      detail: detail ?? '',
      definition: null,
      on: kind === 'event' ? dayText(happened) : forceDay(happened),
    };
  const of = table === 'total' ? 'all' : publishedLabel(table, id, new Map([[id, title]]));
  return {
    kind,
    title: `Submissions received, ${quarterName(first_month)}: ${of}`,
    detail: figureWords(least === null || most === null ? null : { least, most }),
    definition,
    on: forceDay(happened),
  };
}
