import type { Tx } from '#app/platform/db/transaction.ts';
import { sharingLimits, type SharingAnswers, type SharingLimits } from '../../submission/sharing-limits.ts';

/** The limits on sharing that the partner of a report set. The caller has asked who looks. */
export async function partnerLimits(tx: Tx, submissionId: string): Promise<SharingLimits> {
  const { answers } = await tx.submissionContent.findUniqueOrThrow({
    where: { submissionId },
    select: { answers: true },
  });
  return sharingLimits(answers as SharingAnswers);
}
