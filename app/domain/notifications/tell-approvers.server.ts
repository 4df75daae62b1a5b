import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { readyForApproval } from '../triage/approvals-waiting.server.ts';
import { roleHolders } from './role-holders.server.ts';

/** Tells the FIB supervisors, but whoever may not approve it, by mail without content. `due`: it has gone out already. */
export async function tellApprovers(
  tx: Tx,
  kind: 'approval-waiting' | 'approval-due',
  writer: string | null,
): Promise<void> {
  for (const accountId of await roleHolders(tx, 'fib_supervisor'))
    if (accountId !== writer) await enqueue(tx, { name: 'send-mail', data: { kind, accountId } });
}

/**
 * Tells them once that texts of a submission wait to be approved, if any does. Called where one comes to wait: when a
 * version is written, when its submission is accepted, and when its item is graded anew.
 */
export async function tellReadyForApproval(tx: Tx, submissionId: string, itemId?: string): Promise<void> {
  const ready = (await readyForApproval(tx, submissionId)).filter(
    (text) => itemId === undefined || text.itemId === itemId,
  );
  const writers = new Set(ready.map(({ writtenById }) => writtenById));
  const [only = null] = writers;
  if (writers.size > 0) await tellApprovers(tx, 'approval-waiting', writers.size === 1 ? only : null);
}
