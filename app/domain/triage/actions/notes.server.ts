import type { Tx } from '#app/platform/db/transaction.ts';

/** What an officer wrote down about a submission, for those who may read the original. */
export type Note = { id: string; at: Date; author: string; text: string };

/** The notes of a submission, newest first. The caller has asked who looks. */
export async function readNotes(tx: Tx, submissionId: string): Promise<Note[]> {
  const rows = await tx.submissionNote.findMany({
    where: { submissionId },
    orderBy: [{ writtenAt: 'desc' }, { id: 'desc' }],
    include: { writtenByAccount: { select: { displayName: true } } },
  });
  return rows.map(({ id, writtenAt, writtenByAccount, text }) => ({
    id,
    at: writtenAt,
    author: writtenByAccount.displayName,
    text,
  }));
}
