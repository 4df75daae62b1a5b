import type { Id } from '#app/domain/kernel/id.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import { isSubmitter, maySeeRawText } from '../../submission/submission-access.ts';
import { isFib } from '../../kernel/actor.ts';
import type { LoadedSubmission } from '../../submission/load-submission.server.ts';
import type { FileKind } from './file-kinds.ts';
import { viewablePart, type FileState } from './file-states.ts';
import { fileKinds } from './file-kinds.ts';
import { openDetails } from './sealed-file.server.ts';

/** A file of a submission, for whoever may read the original text. */
export type Attachment = {
  id: Id<'Attachment'>;
  number: number;
  /** Null where it does not open. */
  name: string | null;
  description: string;
  kind: FileKind;
  size: number;
  state: FileState;
  /** When it came, of a file that was added after the report was sent. */
  addedAt: Date | null;
  /** What the actor may open: the file or its copy without metadata; null when it is not released. */
  viewable: 'copy' | 'original' | null;
  /** Whether the actor may open the picture as it was received, with its metadata. */
  mayOpenOriginal: boolean;
};

/** The files of a submission that the actor may know of: those who may read the original text, and nobody else. */
export async function attachmentsOf(tx: Tx, ctx: Ctx, submission: LoadedSubmission): Promise<Attachment[]> {
  if (!maySeeRawText(ctx.actor, submission.state, submission.accessFacts)) return [];
  const rows = await tx.attachment.findMany({
    where: { submissionId: submission.id },
    orderBy: [{ position: 'asc' }, { receivedAt: 'asc' }],
    select: {
      id: true,
      description: true,
      kind: true,
      size: true,
      state: true,
      refusedFor: true,
      copySize: true,
      details: true,
      draftId: true,
      receivedAt: true,
    },
  });
  const opens = !isSubmitter(ctx.actor, submission.state, submission.accessFacts);
  return rows.map((row, index) => {
    const kind = row.kind;
    const state = (row.refusedFor ?? row.state) as FileState;
    return {
      id: row.id,
      number: index + 1,
      name: openDetails(ctx.keyring, row)?.name ?? null,
      description: row.description,
      kind,
      size: row.size,
      state,
      addedAt: row.draftId === (submission.id as string) ? row.receivedAt : null,
      viewable: opens ? viewablePart({ state, kind, hasCopy: row.copySize !== null }) : null,
      mayOpenOriginal: opens && state === 'clean' && fileKinds[kind].copy !== null && isFib(ctx.actor),
    };
  });
}
