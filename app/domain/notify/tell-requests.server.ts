import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { roleHolders } from '../force/role-holders.server.ts';

/** Tells the FIB supervisors, but whoever asked, by mail without content that something waits for a second person. */
export async function tellDeciders(tx: Tx, askedBy: string): Promise<void> {
  for (const accountId of await roleHolders(tx, 'fib_supervisor'))
    if (accountId !== askedBy)
      await enqueue(tx, { name: 'send-mail', data: { kind: 'request-waiting', accountId } });
}

/** Tells whoever asked, by mail without content, that somebody has decided. */
export async function tellAsker(
  tx: Tx,
  askedBy: Id<'Account'> | null,
  submissionId: Id<'Submission'>,
): Promise<void> {
  if (askedBy === null) return;
  await enqueue(tx, {
    name: 'send-mail',
    data: { kind: 'request-decided', accountId: askedBy, submissionId },
  });
}
