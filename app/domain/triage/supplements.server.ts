import type { Tx } from '#app/platform/db/transaction.ts';

/** What the partner added after sending, oldest first. Read by whoever may read the original. */
export type Supplement = { id: string; addedAt: Date; text: string; knownHow: string; danger: string };

export function readSupplements(tx: Tx, submissionId: string): Promise<Supplement[]> {
  return tx.supplement.findMany({
    where: { submissionId },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, addedAt: true, text: true, knownHow: true, danger: true },
  });
}

/** What of it no officer has marked as read, oldest first: what came after somebody last did. */
export async function unreadOf(
  tx: Tx,
  submissionId: string,
  supplements: readonly Supplement[],
): Promise<Supplement[]> {
  const { newInformationAt } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { newInformationAt: true },
  });
  if (newInformationAt === null) return [];
  const read = await tx.submissionEvent.findFirst({
    where: { submissionId, action: 'read_information' },
    orderBy: { happenedAt: 'desc' },
    select: { happenedAt: true },
  });
  return supplements.filter(({ addedAt }) => read === null || addedAt >= read.happenedAt);
}
