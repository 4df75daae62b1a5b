import type { Tx } from '#app/platform/db/transaction.ts';

/** `part`: the part of the submission's page where it stands. */
export type Written = { id: string; addedAt: Date; danger: string; part: 'added' | 'messages' };

/** What the partner added after sending, oldest first. Read by whoever may read the original. */
export type Supplement = { id: string; addedAt: Date; text: string; knownHow: string; danger: string };

export function readSupplements(tx: Tx, submissionId: string): Promise<Supplement[]> {
  return tx.supplement.findMany({
    where: { submissionId },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, addedAt: true, text: true, knownHow: true, danger: true },
  });
}

/** What the partner wrote that asks to be read: additions, and answers to questions. Oldest first. */
export async function readWritten(tx: Tx, submissionId: string): Promise<Written[]> {
  const supplements = await tx.supplement.findMany({
    where: { submissionId },
    select: { id: true, addedAt: true, danger: true },
  });
  const answers = await tx.partnerMessage.findMany({
    where: { submissionId, kind: 'reply' },
    select: { id: true, sentAt: true, danger: true },
  });
  return [
    ...supplements.map((each) => ({ ...each, part: 'added' as const })),
    ...answers.map(({ id, sentAt, danger }) => ({
      id,
      addedAt: sentAt,
      danger: danger ?? 'not_asked',
      part: 'messages' as const,
    })),
  ].sort((one, other) => one.addedAt.getTime() - other.addedAt.getTime());
}

/** What of it no officer has marked as read, oldest first: what came after somebody last did. */
export async function unreadOf(
  tx: Tx,
  submissionId: string,
  written: readonly Written[],
): Promise<Written[]> {
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
  return written.filter(({ addedAt }) => read === null || addedAt >= read.happenedAt);
}
