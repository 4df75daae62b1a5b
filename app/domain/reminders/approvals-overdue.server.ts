import type { Db } from '#app/platform/db/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { sentAtOnce } from '../triage/approvals/approvals-waiting.server.ts';

/** How many texts went out on one person's word and were not approved by a second in the time that the pack gives. */
export async function approvalsOverdue(db: Db, now: Date): Promise<number> {
  const sent = await transaction(db, (tx) => sentAtOnce(tx, { packHash: null }));
  return sent.filter(({ approveBy }) => approveBy < now).length;
}
