import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { readyForApproval } from './approvals-waiting.server.ts';
import { roleHolders } from '../../force/role-holders.server.ts';

/**
 * Tells the FIB supervisors by mail without content that something needs a second person, each once; those who made all of
 * it (`makers`, of each text) are left out, as they may approve none. `approval-due`: it has gone out already.
 */
export async function tellApprovers(
  tx: Tx,
  kind: 'approval-waiting' | 'approval-due',
  texts: readonly { makers: readonly string[] }[],
): Promise<void> {
  if (texts.length === 0) return;
  for (const accountId of await roleHolders(tx, 'fib_supervisor'))
    if (texts.some(({ makers }) => !makers.includes(accountId)))
      await enqueue(tx, { name: 'send-mail', data: { kind, accountId } });
}

/**
 * Tells them that texts of a submission wait to be approved, if any does; of one item where an id is given. Called where
 * one comes to wait: when a version is written, when its submission is accepted, and when its item is graded anew.
 */
export async function tellReadyForApproval(
  tx: Tx,
  submissionId: Id<'Submission'>,
  itemId?: Id<'IntelligenceItem'>,
): Promise<void> {
  const ready = await readyForApproval(tx, submissionId);
  await tellApprovers(
    tx,
    'approval-waiting',
    ready.filter((text) => itemId === undefined || text.itemId === itemId),
  );
}
