import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import { publishedFigures, type PublishedFigures } from '../../figures/published-figures.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { addMonths, monthOf, quarterOf, startOfMonth, type Month } from '../../kernel/months.ts';
import { may } from '../../kernel/permissions.ts';
import { citedOf, citedWords } from '../../plan/cited.ts';
import { currentPlan } from '../../plan/current-plan.server.ts';
import { planOverview } from '../../plan/plan-overview.server.ts';
import type { OverviewLine } from '../../plan/plan-overview.ts';

/** An item as it stands: what was said of its status, and the evidence that was added in the quarter and stands. */
export type ReportedItem = OverviewLine & {
  statusNote: { text: string; at: Date } | null;
  evidence: { text: string; datedOn: Date | null; restsOn: string | null }[];
};

export type QuarterlyReport = {
  planTitle: string;
  /** The last quarter that is over, by its first month. */
  quarter: Month;
  now: Date;
  items: ReportedItem[];
  figures: PublishedFigures;
};

/**
 * The report to the Police and Crime Commissioner: each item of the plan in force with status, owner and the evidence of the
 * last quarter that is over and since, and the published figures. No other: whoever gets it may hold it against what is
 * published (product.md, "What must never happen" 7). @throws NotFound
 */
export async function quarterlyReport(ctx: Ctx, { as }: { as: 'page' | 'pdf' }): Promise<QuarterlyReport> {
  if (!may(ctx.actor, 'figures.read')) throw new NotFound();
  const now = ctx.clock.now();
  const quarter = addMonths(quarterOf(monthOf(now)), -3);
  const { plan, notes, evidence } = await transaction(ctx.db, async (tx) => {
    const inForce = await currentPlan(tx, ctx);
    await record(tx, ctx, { type: 'product.read', data: { product: 'quarterly report', as } });
    return {
      plan: inForce,
      notes: await statusNotes(tx, inForce.id),
      evidence: await evidenceSince(tx, inForce.id, startOfMonth(quarter)),
    };
  });
  const lines = await planOverview(ctx);
  return {
    planTitle: plan.title,
    quarter,
    now,
    items: lines.map((line) => ({
      ...line,
      statusNote: notes.get(line.code) ?? null,
      evidence: evidence
        .filter(({ code }) => code === line.code)
        .map(({ text, datedOn, cites }) => {
          const cited = citedOf(cites);
          return { text, datedOn, restsOn: cited && citedWords(cited) };
        }),
    })),
    figures: await publishedFigures(ctx),
  };
}

async function statusNotes(tx: Tx, planId: Id<'Plan'>): Promise<Map<string, { text: string; at: Date }>> {
  const rows = await tx.$queryRaw<{ code: string; text: string; at: Date }[]>`
    SELECT i.code, newest.note AS text, newest.set_at AS at FROM plan_item i
      JOIN LATERAL (SELECT s.note, s.set_at FROM plan_item_status s WHERE s.plan_item_id = i.id ORDER BY s.number DESC LIMIT 1) newest ON true
    WHERE i.plan_id = ${planId}::uuid`;
  return new Map(rows.map(({ code, text, at }) => [code, { text, at }]));
}

type EvidenceRow = { code: string; text: string; datedOn: Date | null; cites: unknown };

/** What was recorded from that day on, also under an aim for one of its activities; what was superseded is left out. */
const evidenceSince = (tx: Tx, planId: Id<'Plan'>, since: Date): Promise<EvidenceRow[]> =>
  tx.$queryRaw<EvidenceRow[]>`
    SELECT coalesce(a.code, i.code) AS code, e.text, e.dated_on AS "datedOn", e.cites
    FROM plan_evidence e JOIN plan_item i ON i.id = e.plan_item_id LEFT JOIN plan_item a ON a.id = e.activity_id
    WHERE i.plan_id = ${planId}::uuid AND e.author_id IS NOT NULL AND e.recorded_at >= ${since}
      AND NOT EXISTS (SELECT 1 FROM plan_evidence later WHERE later.supersedes_id = e.id)
    ORDER BY e.recorded_at, e.id`;
