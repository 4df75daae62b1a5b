import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../kernel/context.ts';
import type { LoadedSubmission } from './load-submission.server.ts';

/**
 * Tells whoever held a submission before this change, by mail without content, that somebody else has changed it. What
 * they did themselves nobody is told. `submission`: as it stood before.
 */
export async function tellHolder(tx: Tx, ctx: Ctx, { id, state }: LoadedSubmission): Promise<void> {
  const { claimedBy } = state;
  if (claimedBy === null || claimedBy === ctx.actor.accountId) return;
  await enqueue(tx, {
    name: 'send-mail',
    data: { kind: 'held-changed', accountId: claimedBy, submissionId: id },
  });
}
