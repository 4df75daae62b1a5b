import {
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxFilesExceededError,
  MaxHeaderSizeExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  parseFormData,
} from '@remix-run/form-data-parser';
import { badBody, typedText, type Pairs } from './read-form.ts';
import { slots, type Slots } from '#app/platform/slots.ts';

/** The name of the file in a form, how many bytes it may have, and how many fields stand beside it. */
export type UploadLimits = { file: string; bytes: number; fields: number };

/**
 * What was posted. `file` is null where none was chosen. Of a form whose file is too large, or that came when too many
 * others were on their way, nothing else was read.
 */
export type Upload = { pairs: Pairs; file: File | null | 'too_large' | 'busy' };

/** All else in the form: names, headers and what is typed beside a file. */
const besides = 64 * 1024;

/** A file is in memory while it comes in, is scanned and stored: six of 25 MB at a time, and a line that is not endless. */
const uploads = slots(6, 60);

/**
 * Reads a posted form with one file and works with it; nothing else in the portal reads such a body. It holds one of a few
 * places until the work is done, as the file is in memory so long.
 * @throws Response 400 when the body is no such form or breaks off
 */
export async function withUpload<Answer>(
  request: Request,
  limits: UploadLimits,
  work: (upload: Upload) => Promise<Answer>,
  places: Slots = uploads,
): Promise<Answer> {
  if (!isUploadType(request.headers.get('content-type') ?? '')) throw badBody();
  if ((request.headers.get('content-encoding') ?? 'identity') !== 'identity') throw badBody();
  const leave = await places.enter(request.signal).catch(() => {
    throw badBody();
  });
  if (leave === null) return work({ pairs: [], file: 'busy' });
  try {
    return await work(await read(request, limits));
  } finally {
    leave();
  }
}

async function read(request: Request, limits: UploadLimits): Promise<Upload> {
  const parsed = await parseFormData(
    request,
    {
      maxFiles: 1,
      maxFileSize: limits.bytes,
      maxParts: limits.fields + 1,
      maxHeaderSize: 8 * 1024,
      maxTotalSize: limits.bytes + besides,
    },
    (file) => (file.fieldName === limits.file ? file : null),
  ).catch(async (failure: unknown) => {
    if (failure instanceof MaxFileSizeExceededError || failure instanceof MaxTotalSizeExceededError) {
      await letRunOut(request, 3 * limits.bytes);
      return null;
    }
    if (isMalformed(failure)) throw badBody();
    throw failure;
  });
  if (parsed === null) return { pairs: [], file: 'too_large' };
  const pairs = [...parsed].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, typedText(value)] as const] : [],
  );
  const file = parsed.get(limits.file);
  // A form that was sent without a file has an empty one without a name.
  const chosen = file instanceof File && (file.name !== '' || file.size > 0) ? file : null;
  return { pairs, file: chosen };
}

function isMalformed(failure: unknown): boolean {
  return [
    FormDataParseError,
    MaxFilesExceededError,
    MaxHeaderSizeExceededError,
    MaxPartsExceededError,
    MultipartParseError,
  ].some((kind) => failure instanceof kind);
}

/**
 * A browser reads the answer only once it has sent everything: what is left of a file that is too large is taken and
 * thrown away, up to a limit, so that the person sees what was wrong and not a broken connection.
 */
async function letRunOut(request: Request, most: number): Promise<void> {
  const reader = request.body?.getReader();
  if (reader === undefined) return;
  let taken = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      taken += value.byteLength;
      if (taken > most) break;
    }
  } catch {
    return;
  }
  await reader.cancel().catch(() => undefined);
}

/** Forms with files are sent as multipart/form-data with a boundary (RFC 7578, RFC 2046 5.1.1). */
function isUploadType(header: string): boolean {
  return /^multipart\/form-data\s*;\s*boundary=("[^"\r\n]{1,70}"|[^\s;"]{1,70})\s*$/i.test(header);
}
