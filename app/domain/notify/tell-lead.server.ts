import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { roleHolders } from '../force/role-holders.server.ts';

/** Tells every MDS lead by mail, without content, of an item that was sent to them or taken back, or of a reply about one. */
export async function tellLead(
  tx: Tx,
  kind: 'significant-item' | 'significant-recalled' | 'fib-replied-to-lead',
): Promise<void> {
  for (const accountId of await roleHolders(tx, 'mds_lead'))
    await enqueue(tx, { name: 'send-mail', data: { kind, accountId } });
}
