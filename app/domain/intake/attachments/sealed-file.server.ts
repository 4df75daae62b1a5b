import {
  openFileKey,
  openStream,
  sealedLength,
  sealStream,
  type FileKey,
} from '#app/platform/crypto/sealed-stream.ts';
import { open, seal, UnsealError, type Keyring, type SealedValue } from '#app/platform/crypto/envelope.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { Bytes, FileStore } from '#app/platform/files/file-store.ts';
import type { Id } from '#app/domain/kernel/id.ts';

/** The bytes as they were received, and the picture drawn anew without metadata. */
export type FilePart = 'original' | 'copy';

/** What the file itself says of itself: for whoever may read the report, and nobody else. */
export type FileDetails = {
  name: string;
  /** Of the original, in hexadecimal: what was received can be proved, and the same file is not kept twice. */
  sha256: string;
};

const table = 'attachment';
const nameOf = (attachmentId: Id<'Attachment'>, part: FilePart) => `attachments/${attachmentId}/${part}`;
export const fileKeyPlace = (attachmentId: Id<'Attachment'>) => ({
  table,
  row: attachmentId,
  column: 'file_key',
});
const detailsPlace = (attachmentId: Id<'Attachment'>) => ({ table, row: attachmentId, column: 'details' });

export function sealDetails(
  keyring: Keyring,
  attachmentId: Id<'Attachment'>,
  details: FileDetails,
): SealedValue {
  return seal(keyring, JSON.stringify(details), detailsPlace(attachmentId));
}

/** Null where they do not open, by a lost key or altered bytes: one such file never takes the page of a report with it. */
export function openDetails(
  keyring: Keyring,
  row: { id: Id<'Attachment'>; details: Uint8Array },
): FileDetails | null {
  try {
    return JSON.parse(open(keyring, row.details, detailsPlace(row.id))) as FileDetails;
  } catch (failure) {
    if (failure instanceof UnsealError) return null;
    throw failure;
  }
}

/** Keeps a part of a file, sealed. `size` is its length in bytes. */
export async function keepPart(
  files: FileStore,
  key: FileKey,
  attachmentId: Id<'Attachment'>,
  part: FilePart,
  content: Bytes,
  size: number,
): Promise<void> {
  const sealed = sealStream(key, content, { table, row: attachmentId, column: part });
  await files.put(nameOf(attachmentId, part), sealed, sealedLength(size));
}

/** A part of a file, opened piece by piece. @throws UnsealError, Error when the store has lost it */
export async function readPart(
  { files, keyring }: { files: FileStore; keyring: Keyring },
  row: { id: Id<'Attachment'>; fileKey: Uint8Array | null },
  part: FilePart,
): Promise<AsyncGenerator<Uint8Array>> {
  if (row.fileKey === null) throw new Error('This file was not kept');
  const key = openFileKey(keyring, row.fileKey, fileKeyPlace(row.id));
  const sealed = await files.get(nameOf(row.id, part));
  if (sealed === null) throw new Error(`The file store has lost attachment ${row.id}`);
  return openStream(key, sealed, { table, row: row.id, column: part });
}

export async function removeParts(files: FileStore, attachmentId: Id<'Attachment'>): Promise<void> {
  await files.remove(nameOf(attachmentId, 'original'));
  await files.remove(nameOf(attachmentId, 'copy'));
}

/** Under which names the store holds what was kept, for a backup that takes it as it is. Some may be gone since. */
export async function namesInStore(db: Db): Promise<string[]> {
  const kept = await db.attachment.findMany({
    where: { storedAt: { not: null }, fileKey: { not: null } },
    orderBy: { id: 'asc' },
    select: { id: true, copySize: true },
  });
  return kept.flatMap(({ id, copySize }) => [
    nameOf(id, 'original'),
    ...(copySize === null ? [] : [nameOf(id, 'copy')]),
  ]);
}
