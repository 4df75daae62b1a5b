import type { Id } from '#app/domain/kernel/id.ts';
import type { FileKey } from '#app/platform/crypto/sealed-stream.ts';
import { cleanImage } from '#app/platform/images/clean-image.ts';
import { drawHeic } from '#app/platform/images/draw-heic.ts';
import type { Depot } from './depot.ts';
import { fileKinds, type FileKind } from './file-kinds.ts';
import { keepPart } from './sealed-file.server.ts';

export type RefusedFor = 'virus' | 'password' | 'unscannable' | 'unreadable';

/** What a file came to. `copySize` is null where no copy without metadata was made. */
export type Judgement =
  | { state: 'clean'; copySize: number | null }
  | { state: 'refused'; refusedFor: RefusedFor; signature: string }
  | { state: 'quarantined'; why: string };

export type Judged = {
  id: Id<'Attachment'>;
  kind: FileKind;
  key: FileKey;
  /** The bytes from their beginning, each time that it is asked for. */
  content: () => Promise<AsyncIterable<Uint8Array>>;
};

/**
 * Has a file scanned and, when it is clean and a picture, keeps a copy of it without metadata. The decoder sees nothing
 * that the scanner has not passed.
 */
export async function judge(depot: Depot, file: Judged, patience: number): Promise<Judgement> {
  const verdict = await depot.scanner.scan(await file.content(), patience);
  if (verdict.kind === 'unavailable') return { state: 'quarantined', why: verdict.why };
  if (verdict.kind === 'infected')
    return { state: 'refused', refusedFor: refusedFor(verdict.signature), signature: verdict.signature };
  if (fileKinds[file.kind].copy === null) return { state: 'clean', copySize: null };
  const copy = await drawn(file.kind, await whole(await file.content()));
  if (copy === null && file.kind === 'heic')
    return { state: 'refused', refusedFor: 'unreadable', signature: '' };
  if (copy === null) return { state: 'clean', copySize: null };
  await keepPart(depot.files, file.key, file.id, 'copy', once(copy), copy.byteLength);
  return { state: 'clean', copySize: copy.byteLength };
}

/** A HEIC of which no copy can be drawn is refused, as whoever sent it can send a JPG instead. */
function drawn(kind: FileKind, bytes: Buffer): Promise<Buffer | null> {
  if (kind === 'heic') return drawHeic(bytes);
  return cleanImage(bytes, kind === 'png' ? 'png' : 'jpg');
}

/** clamd tells by such names what it could not look into (clamd.conf, AlertEncrypted and AlertExceedsMax). */
function refusedFor(signature: string): RefusedFor {
  if (signature.startsWith('Heuristics.Encrypted.')) return 'password';
  return signature.startsWith('Heuristics.Limits.Exceeded') ? 'unscannable' : 'virus';
}

/** A picture is drawn from memory: at most the size of one file, of which jobs and uploads hold few at a time. */
async function whole(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
