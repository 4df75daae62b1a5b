import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { FileKind } from './file-kinds.ts';
import type { FileState } from './file-states.ts';

/** A file of a draft or a submission, without its own name. `number` is its place in the list. */
export type ListedFile = {
  id: string;
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
export async function filesOfDraft(tx: Pick<Tx, 'attachment'>, draftId: string): Promise<ListedFile[]> {
  const rows = await tx.attachment.findMany({
    where: { draftId, storedAt: { not: null } },
    orderBy: { position: 'asc' },
    select: listed,
  });
  return rows.map(({ refusedFor, state, kind, ...row }, index) => ({
    ...row,
    number: index + 1,
    kind: kind as FileKind,
    state: (refusedFor ?? state) as FileState,
  }));
}

/** The files of a draft become those of its submission, which exists already. What is still on its way is left out. */
export async function sendFiles(tx: Tx, draftId: string, submissionId: string): Promise<void> {
  await drop(tx, { draftId, storedAt: null });
  await tx.attachment.updateMany({ where: { draftId }, data: { submissionId } });
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
