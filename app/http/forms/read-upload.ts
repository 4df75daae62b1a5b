import {
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  type MultipartPart,
  parseMultipartRequest,
} from '@remix-run/multipart-parser';
import { badBody, typedText, type Pairs } from './read-form.ts';
import { paced, TooSlow, type Pace } from './paced-body.ts';
import { sharedSlots, type Slots } from '#app/platform/slots.ts';

/** The name of the files in a form, how many bytes each may have, and how many fields and files there may be. */
export type UploadLimits = { file: string; bytes: number; files: number; fields: number };

/**
 * What was posted beside the files, and how many were chosen. `cut`: nothing more was read, because a file is too large,
 * too many others were on their way or it came too slowly; what was taken before it stays taken.
 */
export type Upload = { pairs: Pairs; chosen: number; cut: 'too_large' | 'busy' | 'slow' | null };

/** Takes one file as it arrives, with what was typed before it in the form. */
export type Take = (file: File, pairs: Pairs) => Promise<void>;

/** All else in the form: names, headers and what is typed beside the files. */
const besides = 64 * 1024;

/**
 * A file is in memory while it comes in, is scanned and stored: six of 25 MB at a time, two of them from one account, and
 * a line that is not endless.
 */
const uploads = sharedSlots(6, 60, 2);

/** The places for what one account uploads. */
export const uploadsOf = (accountId: string): Slots => uploads.of(accountId);

/**
 * Reads a posted form with files, and hands each file over before the next is read: one is in memory at a time, and what
 * came through stays when the connection breaks off. Nothing else in the portal reads such a body. It holds one of a few
 * places until the work is done, and gives it back where the sender falls silent.
 * @throws Response 400 when the body is no such form or breaks off
 */
export async function withUpload(
  request: Request,
  limits: UploadLimits,
  take: Take,
  places: Slots,
  pace?: Pace,
): Promise<Upload> {
  if (!isUploadType(request.headers.get('content-type') ?? '')) throw badBody();
  if ((request.headers.get('content-encoding') ?? 'identity') !== 'identity') throw badBody();
  const leave = await places.enter(request.signal).catch(() => {
    throw badBody();
  });
  if (leave === null) return { pairs: [], chosen: 0, cut: 'busy' };
  const upload: Upload = { pairs: [], chosen: 0, cut: null };
  try {
    await read(paced(request, pace), limits, upload, take);
    return upload;
  } finally {
    leave();
  }
}

async function read(request: Request, limits: UploadLimits, upload: Upload, take: Take): Promise<void> {
  const parts = parseMultipartRequest(request, {
    maxFileSize: limits.bytes,
    maxParts: limits.fields + limits.files,
    maxHeaderSize: 8 * 1024,
    maxTotalSize: limits.files * limits.bytes + besides,
  });
  try {
    for await (const part of parts) await readPart(part, limits, upload, take);
  } catch (failure) {
    if (failure instanceof NotTaken) {
      await letRunOut(request, 3 * limits.bytes);
      throw failure.cause;
    }
    if (failure instanceof TooSlow) {
      upload.cut = 'slow';
      return;
    }
    if (!(failure instanceof MaxFileSizeExceededError || failure instanceof MaxTotalSizeExceededError))
      throw badBody();
    await letRunOut(request, 3 * limits.bytes);
    upload.cut = 'too_large';
  }
}

/** Tells what the work with a file threw from what the reading did. */
class NotTaken extends Error {}

async function readPart(
  part: MultipartPart,
  limits: UploadLimits,
  upload: Upload,
  take: Take,
): Promise<void> {
  if (!part.name) return;
  if (!part.isFile) {
    upload.pairs = [...upload.pairs, [part.name, typedText(part.text)]];
    return;
  }
  const name = part.filename ?? '';
  // A form that was sent without a file has an empty one without a name.
  if (part.name !== limits.file || (name === '' && part.size === 0)) return;
  upload.chosen += 1;
  await take(new File(part.content as BlobPart[], name), upload.pairs).catch((cause: unknown) => {
    throw new NotTaken('', { cause });
  });
}

/**
 * A browser reads the answer only once it has sent everything: what is left of the form is taken and thrown away, up to
 * a limit, so that the person sees what was wrong and not a broken connection.
 */
async function letRunOut(request: Request, most: number): Promise<void> {
  let taken = 0;
  try {
    const reader = request.body?.getReader();
    if (reader === undefined) return;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      taken += value.byteLength;
      if (taken > most) break;
    }
    await reader.cancel();
  } catch {
    return;
  }
}

/** Forms with files are sent as multipart/form-data with a boundary (RFC 7578, RFC 2046 5.1.1). */
function isUploadType(header: string): boolean {
  return /^multipart\/form-data\s*;\s*boundary=("[^"\r\n]{1,70}"|[^\s;"]{1,70})\s*$/i.test(header);
}
