import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { FileKind } from './file-kinds.ts';
import type { FileState } from './file-states.ts';

/** A file of a draft or a submission, without its own name. `number` is its place in the list. */
export type ListedFile = {
  id: Id<'Attachment'>;
  number: number;
  description: string;
  kind: FileKind;
  size: number;
  state: FileState;
};

const listed = {
  id: true,
  description: true,
  kind: true,
  size: true,
  state: true,
  refusedFor: true,
} as const;

/** The files of a draft that arrived, refused ones included: what check answers and the document as shown list. */
export async function filesOfDraft(tx: Pick<Tx, 'attachment'>, draftId: Id<'Draft'>): Promise<ListedFile[]> {
  const rows = await tx.attachment.findMany({
    where: { draftId, storedAt: { not: null } },
    orderBy: { position: 'asc' },
    select: listed,
  });
  return listFiles(rows);
}

/** A file as its row holds it. */
export type FileRow = {
  id: Id<'Attachment'>;
  description: string;
  kind: FileKind;
  size: number;
  state: string;
  refusedFor: string | null;
};

/** Files that arrived, in their order. */
export const listFiles = (rows: readonly FileRow[]): ListedFile[] =>
  rows.map(({ id, description, size, refusedFor, state, kind }, index) => ({
    id,
    number: index + 1,
    description,
    kind,
    size,
    state: (refusedFor ?? state) as FileState,
  }));

/** What is still on its way when a report is sent is left out of it. */
export async function leaveBehind(tx: Tx, files: readonly string[]): Promise<void> {
  if (files.length > 0) await drop(tx, { id: { in: [...files] } });
}

/** Removes the files of drafts that are deleted. The drafts are locked or expired. */
export async function removeFilesOfDrafts(tx: Tx, draftIds: string[]): Promise<void> {
  await drop(tx, { draftId: { in: draftIds }, submissionId: null });
}

async function drop(
  tx: Tx,
  where: NonNullable<Parameters<Tx['attachment']['deleteMany']>[0]>['where'],
): Promise<void> {
  const gone = await tx.attachment.findMany({ where, select: { id: true } });
  if (gone.length === 0) return;
  await tx.attachment.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  for (const { id } of gone) await enqueue(tx, { name: 'remove-file', data: { attachmentId: id } });
}
