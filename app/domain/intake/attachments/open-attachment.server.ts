import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, NotFound } from '../../kernel/failures.ts';

import { loadSubmission } from '../../submission/load-submission.server.ts';
import { attachmentsOf } from './attachments-of.server.ts';
import type { Depot } from './depot.ts';
import { fileKinds } from './file-kinds.ts';
import { readPart } from './sealed-file.server.ts';

export type OpenedFile = {
  content: AsyncIterable<Uint8Array>;
  /** In bytes. */
  size: number;
  mediaType: string;
  /** Says which submission and which file, and nothing that a person typed. */
  fileName: string;
};

/**
 * Opens a file for an officer who may read the original text. `viewing` is the copy without metadata where the kind has
 * one; `original` is the picture as it was received, for FIB only. The opening is on the trail before a byte is given.
 * @throws NotFound, Forbidden, Conflict while the file is not released
 */
export async function openAttachment(
  ctx: Ctx,
  depot: Pick<Depot, 'files'>,
  input: { attachmentId: Id<'Attachment'>; wanted: 'viewing' | 'original' },
): Promise<OpenedFile> {
  const { row, part, kind, fileName } = await transaction(ctx.db, async (tx) => {
    if (ctx.actor.side !== 'police') throw new NotFound();
    const found = await tx.attachment.findUnique({
      where: { id: input.attachmentId },
      select: { id: true, submissionId: true, fileKey: true, size: true, copySize: true },
    });
    if (!found?.submissionId) throw new NotFound();
    const submission = await loadSubmission(tx, ctx, found.submissionId);
    const file = (await attachmentsOf(tx, ctx, submission)).find(({ id }) => id === found.id);
    if (!file) throw new NotFound();
    if (input.wanted === 'original' && fileKinds[file.kind].copy === null) throw new NotFound();
    const opened = input.wanted === 'original' ? 'original' : file.viewable;
    if (file.state !== 'clean' || opened === null)
      throw new Conflict(
        'This file cannot be opened: it was not found clean, or no copy without metadata could be made',
      );
    if (input.wanted === 'original' && !file.mayOpenOriginal)
      throw new Forbidden('Only FIB may open a picture with its metadata');
    await record(tx, ctx, {
      type: 'attachment.opened',
      data: { submissionId: submission.id, part: opened },
      subject: { type: 'attachment', id: file.id },
    });
    const given = opened === 'copy' ? (fileKinds[file.kind].copy ?? file.kind) : file.kind;
    return {
      row: found,
      part: opened,
      kind: given,
      fileName: `${submission.reference}-file-${file.number}${input.wanted === 'original' ? '-original' : ''}.${given}`,
    };
  });
  return {
    content: await readPart({ files: depot.files, keyring: ctx.keyring }, row, part),
    size: part === 'copy' ? (row.copySize ?? 0) : row.size,
    mediaType: fileKinds[kind].mediaType,
    fileName,
  };
}
