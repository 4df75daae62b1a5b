import { addMonths, format } from 'date-fns';
import { TZDate } from '@date-fns/tz';
import { transaction } from '#app/platform/db/transaction.ts';
import { currentForce } from '../force/current-force.server.ts';
import { ruleOf, type Retention, type ReviewGroup } from '../force/retention.ts';
import type { SystemCtx } from '../kernel/context.ts';
import type { Id } from '../kernel/id.ts';
import type { Outcome } from '../kernel/outcomes.ts';
import type { Status } from '../kernel/statuses.ts';

/** So many reports in one transaction. */
const batch = 200;

type Ended = {
  id: Id<'Submission'>;
  status: Status;
  outcome: Outcome | null;
  ended_at: Date;
  agreement: string | null;
  review_group: ReviewGroup | null;
  item_review_on: string | null;
  kept_until: string | null;
};

/**
 * Works out, of each report that has ended and of which it is not known, by which rule of the pack it is kept and from which
 * day on somebody looks at it.
 */
export async function setDue(ctx: SystemCtx): Promise<void> {
  const { retention } = await currentForce(ctx.db, ctx);
  let set: number;
  do set = await setBatch(ctx, retention);
  while (set === batch);
}

async function setBatch(ctx: SystemCtx, retention: Retention): Promise<number> {
  return transaction(ctx.db, async (tx) => {
    const ended = await tx.$queryRaw<Ended[]>`
      SELECT s.id, s.status, s.outcome, s.status_changed_at AS ended_at, o.agreement_reference AS agreement,
        (SELECT min(i.mopi_group) FROM intelligence_item i WHERE i.submission_id = s.id AND item_stands(i.id)) AS review_group,
        (SELECT max(i.review_on)::text FROM intelligence_item i WHERE i.submission_id = s.id AND item_stands(i.id)) AS item_review_on,
        (SELECT k.review_on::text FROM retention_keeping k WHERE k.submission_id = s.id AND k.kept_at >= s.status_changed_at
          ORDER BY k.kept_at DESC LIMIT 1) AS kept_until
      FROM submission s JOIN organisation o ON o.id = s.organisation_id
      WHERE s.retention_due_on IS NULL AND s.status IN ('closed', 'rejected', 'withdrawn')
      ORDER BY s.status_changed_at, s.id LIMIT ${batch} FOR UPDATE OF s SKIP LOCKED`;
    const due = ended.map((report) => {
      const rule = ruleOf(retention, {
        status: report.status,
        outcome: report.outcome,
        reviewGroup: report.review_group,
        agreement: report.agreement,
      });
      const byGroup = rule.when.reviewGroup === undefined ? null : report.item_review_on;
      return {
        id: report.id,
        rule: rule.code,
        on: report.kept_until ?? byGroup ?? monthsAfter(report.ended_at, rule.months),
      };
    });
    await tx.$executeRaw`
      UPDATE submission s SET retention_rule = d.rule, retention_due_on = d.due_on
      FROM unnest(${due.map(({ id }) => id)}::uuid[], ${due.map(({ rule }) => rule)}::text[], ${due.map(({ on }) => on)}::date[]) AS d (id, rule, due_on)
      WHERE s.id = d.id`;
    return ended.length;
  });
}

const monthsAfter = (at: Date, months: number): string =>
  format(addMonths(new TZDate(at, 'Europe/London'), months), 'yyyy-MM-dd');
