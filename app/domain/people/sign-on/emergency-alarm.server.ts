import type { Tx } from '#app/platform/db/transaction.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { roleHolders } from '../../force/role-holders.server.ts';

/** Tells administrators, auditors and whoever the force has called that an emergency account was used, each time. */
export async function alarm(tx: Tx): Promise<void> {
  const told = new Set([...(await roleHolders(tx, 'administrator')), ...(await roleHolders(tx, 'auditor'))]);
  for (const accountId of told)
    await enqueue(tx, { name: 'send-mail', data: { kind: 'emergency-account-used', accountId } });
  await enqueue(tx, { name: 'call-emergency-alarm', data: {} });
}
