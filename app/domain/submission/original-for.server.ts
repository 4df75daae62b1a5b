import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { maySeeRawText } from './submission-access.ts';
import { lockSubmission, loadSubmission, type LoadedSubmission } from './load-submission.server.ts';

/**
 * A submission whose original the officer may read, for what hangs on it and tells as much; for everybody else there is
 * nothing. A change locks it first. @throws NotFound
 */
export async function originalFor(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
  purpose: 'read' | 'change',
): Promise<LoadedSubmission> {
  if (ctx.actor.side !== 'police') throw new NotFound();
  const submission =
    purpose === 'change'
      ? await lockSubmission(tx, ctx, submissionId)
      : await loadSubmission(tx, ctx, submissionId);
  if (!maySeeRawText(ctx.actor, submission.state, submission.accessFacts)) throw new NotFound();
  return submission;
}
