import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid } from '../../kernel/failures.ts';
import { isId } from '../../kernel/id.ts';
import { tellHolder } from '../../submission/tell-holder.server.ts';
import { readText } from '../../connections/tasks/task-input.ts';
import { readNotes, type Note } from './notes.server.ts';
import { originalFor } from '../../submission/original-for.server.ts';
import { textLimits } from '../../kernel/text-limits.ts';

/** What the page of a new note begins with: the notes that there are, newest first. @throws NotFound */
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
  input: { submissionId: Id<'Submission'>; noteId: string; text: string },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await originalFor(tx, ctx, input.submissionId, 'change');
    if (!isId(input.noteId)) throw new Conflict('The form is no longer complete. Go back and start again');
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
