import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import { currentForce } from '../force/current-force.server.ts';
import type { ReportRule, Retention } from '../force/retention.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { may } from '../kernel/permissions.ts';
import { forceDay } from '../kernel/postcode-rules.ts';
import { mostCounted } from './retention-words.ts';

/** The rules of the force and how many reports they hold of; never which. */
export type RetentionRules = {
  basis: string;
  rules: ReportRule[];
  cleared: Retention['cleared'];
  draftDays: number;
  due: number;
  held: number;
  /** By the code of a rule, which may be one of an earlier pack, for the last twelve months. */
  disposed: { rule: string; count: number }[];
};

/** For the administrator, who never sees a report. Looking is recorded. @throws NotFound */
export async function readRetentionRules(ctx: Ctx): Promise<RetentionRules> {
  if (!may(ctx.actor, 'retention.oversee')) throw new NotFound();
  const today = forceDay(ctx.clock.now());
  return transaction(ctx.db, async (tx) => {
    const { retention, drafts } = await currentForce(tx, ctx);
    const [counts] = await tx.$queryRaw<{ due: number; held: number }[]>`
      SELECT (SELECT count(*)::integer FROM (SELECT FROM submission WHERE retention_due_on <= ${today}::date
          AND status IN ('closed', 'rejected', 'withdrawn') LIMIT ${mostCounted}) d) AS due,
        (SELECT count(*)::integer FROM (SELECT FROM legal_hold WHERE lifted_at IS NULL LIMIT ${mostCounted}) h) AS held`;
    const disposed = await tx.$queryRaw<RetentionRules['disposed']>`
      SELECT rule, count(*)::integer AS count FROM disposed_submission
      WHERE disposed_on > ${today}::date - interval '12 months' GROUP BY rule ORDER BY rule`;
    await record(tx, ctx, { type: 'retention.rules_read', data: {} });
    return {
      basis: retention.basis,
      rules: retention.reports,
      cleared: retention.cleared,
      draftDays: drafts.expireAfterDays,
      due: counts?.due ?? 0,
      held: counts?.held ?? 0,
      disposed,
    };
  });
}
