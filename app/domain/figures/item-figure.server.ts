import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import type { Id } from '../kernel/id.ts';
import { may } from '../kernel/permissions.ts';
import { inPeriodOf } from '../plan/current-plan.server.ts';
import type { PlanItem } from '../plan/plan-tree.ts';
import { rulesOf } from '../routing/current-rules.server.ts';
import { linkingRules } from '../routing/linking-rules.ts';

/**
 * How many distinct submissions are linked to an item or to what is below it, and how many the period of its plan has. `rules`
 * are those in force that link to it, by name, and `sameAs` the items that the same rules link.
 */
export type ItemFigure = { linked: number; all: number; rules: string[]; sameAs: string[] };

type Row = { linked: number; all: number; version: number; hash: string };

/**
 * The figure of an item that the actor was shown; null for who is shown none, and for a gap. It is a figure, so reading it is
 * recorded.
 */
export async function itemFigure(
  ctx: Ctx,
  { planId, item }: { planId: Id<'Plan'>; item: Pick<PlanItem, 'code' | 'kind' | 'children'> },
): Promise<ItemFigure | null> {
  if (!may(ctx.actor, 'plan.count') || item.kind === 'gap') return null;
  const codes = [item.code, ...item.children.map(({ code }) => code)];
  return transaction(ctx.db, async (tx) => {
    await record(tx, ctx, {
      type: 'report.viewed',
      data: { report: `plan item ${item.code}`, months: 'all' },
    });
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT newest.version, newest.rules_hash AS hash,
        (SELECT coalesce(sum(c.count), 0)::integer FROM submission_count c WHERE c.fact = 'plan_items' AND string_to_array(c.key, ',')
          && ARRAY(SELECT i.id::text FROM plan_item i WHERE i.plan_id = ${planId}::uuid AND i.code = ANY(${codes}::text[]))) AS linked,
        (SELECT coalesce(sum(c.count), 0)::integer FROM submission_count c
          WHERE c.fact = 'day' AND ${inPeriodOf(planId, Prisma.sql`(CASE c.fact WHEN 'day' THEN c.key::timestamp END AT TIME ZONE 'Europe/London')`)}) AS "all"
      FROM routing_rule_set newest ORDER BY newest.version DESC LIMIT 1`;
    if (!row) throw new Error('No routing rules are published.');
    const { linked, all, version, hash } = row;
    const linking = linkingRules(await rulesOf(tx, { version, rulesHash: hash }));
    const own = linking.get(item.code) ?? [];
    const names = JSON.stringify(own);
    return {
      linked,
      all,
      rules: own.map(({ name }) => name),
      sameAs: [...linking].flatMap(([code, rules]) =>
        code !== item.code && JSON.stringify(rules) === names ? [code] : [],
      ),
    };
  });
}
