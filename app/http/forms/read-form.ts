import { ordinaryFormBytes } from '#app/domain/kernel/form-limits.ts';

/** The names and values of a posted form, in the order in which they came. */
export type Pairs = readonly (readonly [string, string])[];

/** `bytes` of body and number of `fields` that a form may have at most. */
export type FormLimits = { bytes: number; fields: number };

const defaultLimits: FormLimits = { bytes: ordinaryFormBytes, fields: 2000 };

/** A long form once more, sealed and posted again: base64 makes it a third longer. */
export const keptFormBytes = 1536 * 1024;

/**
 * Reads the body of a posted form; nothing else in the portal reads a body. Its work grows with the size of the body
 * and with nothing else: no name makes it build a nested value, and it stops at the limits.
 *
 * Line breaks come out as a single line feed, what nobody types is dropped and bytes that are no UTF-8 become U+FFFD.
 *
 * @throws Response 400 when the body is no form, 413 when it is larger than the limits
 */
export async function readPairs(request: Request, limits: Partial<FormLimits> = {}): Promise<Pairs> {
  const { bytes, fields } = { ...defaultLimits, ...limits };
  if (!isFormType(request.headers.get('content-type') ?? '')) throw badBody();
  if ((request.headers.get('content-encoding') ?? 'identity') !== 'identity') throw badBody();
  const text = await readText(request, bytes);
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) throw badBody();
  if (countFields(text, fields) > fields) throw tooLarge();
  return [...cleaned(text)];
}

/** What is no form. */
export function badBody(): Response {
  return new Response('The form could not be read', { status: 400, statusText: 'Bad Request' });
}

function tooLarge(): Response {
  return new Response('The form is too large', { status: 413, statusText: 'Content Too Large' });
}

/** Plain forms are sent as application/x-www-form-urlencoded in UTF-8; files have their own reader. */
function isFormType(header: string): boolean {
  const [type = '', ...parameters] = header
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  return (
    type === 'application/x-www-form-urlencoded' &&
    parameters.every((part) => part === '' || /^charset="?utf-8"?$/.test(part))
  );
}

/** Counts the bytes as they come, because a length that the sender states proves nothing. */
async function readText(request: Request, limit: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? '0') > limit) throw tooLarge();
  if (request.bodyUsed) throw new Error('The body has been read before: only readPairs reads it');
  const reader = request.body?.getReader();
  if (reader === undefined) return '';

  const decoder = new TextDecoder('utf-8');
  const parts: string[] = [];
  let size = 0;
  for (;;) {
    // A sender that breaks off leaves half a form, which is no form.
    const chunk = await reader.read().catch(() => {
      throw badBody();
    });
    if (chunk.done) break;
    size += chunk.value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge();
    }
    parts.push(decoder.decode(chunk.value, { stream: true }));
  }
  parts.push(decoder.decode());
  return parts.join('');
}

/** Stops counting one past the limit. */
function countFields(text: string, limit: number): number {
  let count = 1;
  for (let at = text.indexOf('&'); at >= 0 && count <= limit; at = text.indexOf('&', at + 1)) count += 1;
  return count;
}

function* cleaned(text: string): Generator<readonly [string, string]> {
  // URLSearchParams drops a question mark at the start, which here would be part of a name.
  for (const [name, value] of new URLSearchParams(`&${text}`)) {
    yield [name, typedText(value)];
  }
}

/**
 * What nobody types on purpose and what changes how text around it is read: NUL; the marks that turn the direction of
 * what follows (U+202A–202E, U+2066–2069), with which a name can be made to read as another; and characters without width
 * that only divide words (U+200B, U+2060, U+FEFF). Joiners and marks of direction of a single letter stay: scripts need them.
 */
const unwanted = /[\0\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;

/** Text as a form takes it: without those, and with one kind of line break. */
export function typedText(posted: string): string {
  return posted.replace(unwanted, '').replace(/\r\n?/g, '\n');
}
