import type { Id } from '#app/domain/kernel/id.ts';
import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';

/** What an officer wrote down about a submission, for those who may read the original. */
export type Note = { id: string; at: Date; author: string; text: string };

/** The notes of a submission, newest first. */
export const notesInOrder = {
  orderBy: [{ writtenAt: 'desc' }, { id: 'desc' }],
  include: { writtenByAccount: { select: { displayName: true } } },
} satisfies Prisma.SubmissionNoteFindManyArgs;

type Row = Prisma.SubmissionNoteGetPayload<typeof notesInOrder>;

export const noteOf = ({ id, writtenAt, writtenByAccount, text }: Row): Note => ({
  id,
  at: writtenAt,
  author: writtenByAccount.displayName,
  text,
});

/** The notes of one submission. The caller has asked who looks. */
export async function readNotes(tx: Tx, submissionId: Id<'Submission'>): Promise<Note[]> {
  const rows = await tx.submissionNote.findMany({ where: { submissionId }, ...notesInOrder });
  return rows.map(noteOf);
}
