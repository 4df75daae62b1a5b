import { ordinaryFormBytes } from '#app/domain/kernel/form-limits.ts';
import { typedText } from './typed-text.ts';
import { postedForm, type FieldNames, type PostedForm } from './posted-form.ts';

export type { FieldNames, PostedForm } from './posted-form.ts';

/** `bytes` of body and number of `fields` that a form may have at most. */
export type FormLimits = { bytes: number; fields: number };

const defaultLimits: FormLimits = { bytes: ordinaryFormBytes, fields: 2000 };

/** A long form once more, sealed and posted again: base64 makes it a third longer. */
export const keptFormBytes = 1536 * 1024;

/**
 * Reads the body of a posted form; nothing else in the portal reads a body. Its work grows with the size of the body
 * and with nothing else: no name makes it build a nested value, and it stops at the limits.
 *
 * Line breaks come out as a single line feed, what nobody types is dropped (typed-text.ts) and bytes that are no UTF-8 become U+FFFD.
 *
 * @throws Response 400 when the body is no form, 413 when it is larger than the limits
 */
export async function readForm(
  request: Request,
  names: FieldNames,
  limits: Partial<FormLimits> = {},
): Promise<PostedForm> {
  return postedForm(await readPairs(request, limits), names);
}

/**
 * Every name and value of a posted form, for the one page that gives back what was typed without knowing what it is
 * (app/routes/identity/kept-form.tsx). @throws Response as `readForm` does
 */
export async function readPairs(
  request: Request,
  limits: Partial<FormLimits> = {},
): Promise<(readonly [string, string])[]> {
  const { bytes, fields } = { ...defaultLimits, ...limits };
  if (!isFormType(request.headers.get('content-type') ?? '')) throw badBody();
  if ((request.headers.get('content-encoding') ?? 'identity') !== 'identity') throw badBody();
  const text = await readText(request, bytes);
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) throw badBody();
  if (countFields(text, fields) > fields) throw tooLarge();
  return [...cleaned(text)];
}

function badBody(): Response {
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
  if (request.bodyUsed) throw new Error('The body has been read before: only readForm reads it');
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
