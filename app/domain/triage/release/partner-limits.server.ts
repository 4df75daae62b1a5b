import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { saidOf } from '../../submission/said-of.server.ts';
import { sharingLimits, type SharingLimits } from '../../submission/sharing-limits.ts';

/** The limits on sharing that the partner of a report set. The caller has asked who looks. */
export async function partnerLimits(tx: Tx, submissionId: Id<'Submission'>): Promise<SharingLimits> {
  return sharingLimits(await saidOf(tx, submissionId));
}
