import type { Id } from '#app/domain/kernel/id.ts';
import type { Prisma } from '#app/platform/db/generated/client.ts';
import { type Tx, transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid } from '../../kernel/failures.ts';
import { tellHolder } from '../../submission/tell-holder.server.ts';
import { readText } from '../../connections/tasks/task-input.ts';
import { originalFor } from '../../submission/load-submission.server.ts';
import { textLimits } from '../../kernel/text-limits.ts';

/** An officer's note about a submission, for those who may read the original. */
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
async function readNotes(tx: Tx, submissionId: Id<'Submission'>): Promise<Note[]> {
  const rows = await tx.submissionNote.findMany({ where: { submissionId }, ...notesInOrder });
  return rows.map(noteOf);
}

/** The notes that there are, newest first, for the page of a new one. @throws NotFound */
export async function prepareNote(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'> },
): Promise<{ reference: string; notes: Note[] }> {
  return transaction(ctx.db, async (tx) => {
    const submission = await originalFor(tx, ctx, input.submissionId, 'read');
    await record(tx, ctx, {
      type: 'submission.notes_read',
      data: {},
      subject: { type: 'submission', id: submission.id },
    });
    return { reference: submission.reference, notes: await readNotes(tx, submission.id) };
  });
}

/**
 * Writes a note on a submission, whoever holds it and whatever became of it. It stays as it is: a mistake is put right by
 * another note. `noteId` is made with the page, so that a form sent twice is one note. @throws NotFound, Conflict, Invalid
 */
export async function addNote(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; noteId: Id<'SubmissionNote'>; text: string },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await originalFor(tx, ctx, input.submissionId, 'change');
    const known = await tx.submissionNote.findUnique({ where: { id: input.noteId } });
    if (known?.submissionId === submission.id) return;
    if (known) throw new Conflict('The form is no longer complete. Go back and start again');
    const text = readText(input.text, { missing: 'Enter the note', name: 'Note', limit: textLimits.note });
    if (text.value === null) throw new Invalid({ text: text.problem });
    await tx.submissionNote.create({
      data: {
        id: input.noteId,
        submissionId: submission.id,
        text: text.value,
        writtenBy: ctx.actor.accountId,
        writtenAt: ctx.clock.now(),
      },
    });
    await record(tx, ctx, {
      type: 'submission.note_written',
      data: {},
      subject: { type: 'submission', id: submission.id },
    });
    await tellHolder(tx, ctx, submission);
  });
}
