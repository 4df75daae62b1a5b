import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../context.ts';
import { originalOf } from '../matching/relations.server.ts';
import type { ClosingFacts } from './closing-gates.ts';
import type { Handled } from './subject.server.ts';

/** What the gates before closing ask about. The caller has asked who looks. */
export async function readClosingFacts(tx: Tx, ctx: Ctx, handled: Handled): Promise<ClosingFacts> {
  const items = await tx.intelligenceItem.findMany({
    where: { submissionId: handled.id },
    select: { mopiGroup: true, reviewOn: true, itemGrades: { select: { id: true }, take: 1 } },
  });
  return {
    informationRead: !handled.subject.unreadInformation,
    items: items.length,
    ungraded: items.filter((item) => item.itemGrades.length === 0).length,
    withoutMopi: items.filter((item) => item.mopiGroup === null || item.reviewOn === null).length,
    approvalOutstanding: handled.subject.approvalOutstanding,
    areaSettled: await isAreaSettled(tx, handled),
    hasOriginal: (await originalOf(tx, ctx, handled.id)) !== null,
  };
}

async function isAreaSettled(tx: Tx, { id, subject }: Handled): Promise<boolean> {
  if (subject.areaId !== null || subject.primaryQueueKind === 'area') return true;
  // Who does the work has it then: an area or the force's SPOC, or the other force where it belongs.
  const where = { submissionId: id, recipientKind: { in: ['queue', 'other_force'] } };
  const [sent, inForce] = [
    await tx.dissemination.count({ where }),
    await tx.submissionPlace.count({ where: { submissionId: id, areaId: { not: null } } }),
  ];
  return sent > 0 || inForce === 0;
}
