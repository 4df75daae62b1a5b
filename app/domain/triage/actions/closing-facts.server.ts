import type { Tx } from '#app/platform/db/transaction.ts';
import type { ClosingFacts } from '../../submission/closing-gates.ts';
import type { RecipientKind } from '../../kernel/recipients.ts';
import type { LoadedSubmission } from '../../submission/load-submission.server.ts';
import { supportedOutcomes } from '../../submission/supported-outcomes.server.ts';

/** Reads the facts for the gates before closing. The caller has asked who looks. */
export async function readClosingFacts(tx: Tx, submission: LoadedSubmission): Promise<ClosingFacts> {
  const items = await tx.intelligenceItem.findMany({
    where: { submissionId: submission.id },
    select: {
      mopiGroup: true,
      reviewOn: true,
      itemGrades: { select: { id: true }, take: 1 },
      sanitisedTexts: { select: { id: true }, take: 1 },
    },
  });
  return {
    informationRead: !submission.state.unreadInformation,
    items: items.length,
    ungraded: items.filter((item) => item.itemGrades.length === 0).length,
    withoutMopi: items.filter((item) => item.mopiGroup === null || item.reviewOn === null).length,
    unsanitised: items.filter((item) => item.sanitisedTexts.length === 0).length,
    approvalOutstanding: submission.state.approvalOutstanding,
    areaSettled: await isAreaSettled(tx, submission),
    supported: await supportedOutcomes(tx, submission.id),
  };
}

async function isAreaSettled(tx: Tx, { id, state }: LoadedSubmission): Promise<boolean> {
  if (state.areaId !== null) return true;
  // Whoever works on it for an area knows which one it is.
  if (state.primaryQueueKind === 'area') return false;
  // Who does the work has it then: an area or the force's SPOC, or the other force where it belongs.
  const where = {
    submissionId: id,
    recipientKind: { in: ['queue', 'other_force'] satisfies RecipientKind[] },
  };
  const [sent, inForce] = [
    await tx.dissemination.count({ where }),
    await tx.submissionPlace.count({ where: { submissionId: id, areaId: { not: null } } }),
  ];
  return sent > 0 || inForce === 0;
}
