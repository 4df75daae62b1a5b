import type { Tx } from '#app/platform/db/transaction.ts';
import { forceDay } from '../kernel/postcode-rules.ts';
import type { Ctx } from '../kernel/context.ts';
import { Forbidden, NotFound } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import { may } from '../kernel/permissions.ts';
import type { KeptBecause } from './retention-words.ts';

export type LockedReport = {
  id: Id<'Submission'>;
  rule: string | null;
  kept: KeptBecause | null;
  hold: { id: Id<'LegalHold'>; set_by: Id<'Account'> } | null;
  proposal: { id: Id<'Disposal'>; proposed_by: Id<'Account'> } | null;
};

/**
 * A report for a decision about how long it is kept, locked until that is written. It asks nothing about what the actor may
 * read of it: those who decide see no content here. @throws Forbidden, NotFound
 */
export async function lockReport(tx: Tx, ctx: Ctx, submissionId: Id<'Submission'>): Promise<LockedReport> {
  if (!may(ctx.actor, 'retention.decide')) throw new Forbidden();
  await tx.$queryRaw`SELECT 1 FROM submission WHERE id = ${submissionId}::uuid FOR UPDATE`;
  const [report] = await tx.$queryRaw<LockedReport[]>`
    SELECT s.id, s.retention_rule AS rule, kept_because(s.id, ${forceDay(ctx.clock.now())}::date) AS kept,
      (SELECT jsonb_build_object('id', h.id, 'set_by', h.set_by) FROM legal_hold h WHERE h.submission_id = s.id AND h.lifted_at IS NULL) AS hold,
      (SELECT jsonb_build_object('id', d.id, 'proposed_by', d.proposed_by) FROM disposal d WHERE d.submission_id = s.id AND d.decided_at IS NULL) AS proposal
    FROM submission s WHERE s.id = ${submissionId}::uuid`;
  if (!report) throw new NotFound();
  return report;
}
