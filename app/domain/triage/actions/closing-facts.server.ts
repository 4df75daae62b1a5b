import type { Tx } from '#app/platform/db/transaction.ts';
import { standingRelations } from '../../connections/matching/relations.server.ts';
import type { ClosingFacts } from '../../submission/closing-gates.ts';
import type { RecipientKind } from '../../kernel/recipients.ts';
import type { Handled } from '../../submission/subject.server.ts';

/** What the gates before closing ask about. The caller has asked who looks. */
export async function readClosingFacts(tx: Tx, handled: Handled): Promise<ClosingFacts> {
  const items = await tx.intelligenceItem.findMany({
    where: { submissionId: handled.id },
    select: {
      mopiGroup: true,
      reviewOn: true,
      itemGrades: { select: { id: true }, take: 1 },
      sanitisedTexts: { select: { id: true }, take: 1 },
    },
  });
  return {
    informationRead: !handled.subject.unreadInformation,
    items: items.length,
    ungraded: items.filter((item) => item.itemGrades.length === 0).length,
    withoutMopi: items.filter((item) => item.mopiGroup === null || item.reviewOn === null).length,
    unsanitised: items.filter((item) => item.sanitisedTexts.length === 0).length,
    approvalOutstanding: handled.subject.approvalOutstanding,
    areaSettled: await isAreaSettled(tx, handled),
    // Whoever linked it, and whether or not the officer may see what it is linked to.
    hasOriginal: (await standingRelations(tx, handled.id)).some(
      ({ kind, outgoing }) => kind === 'duplicate_of' && outgoing,
    ),
  };
}

async function isAreaSettled(tx: Tx, { id, subject }: Handled): Promise<boolean> {
  if (subject.areaId !== null) return true;
  // Whoever works on it for an area knows which one it is.
  if (subject.primaryQueueKind === 'area') return false;
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
