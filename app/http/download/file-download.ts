import { Readable } from 'node:stream';
import type { OpenedFile } from '#app/domain/intake/attachments/open-attachment.server.ts';

/**
 * A file to be saved, piece by piece. No browser shows it in the portal's name: it is an attachment, its type is not
 * guessed, and it is kept nowhere. A stream that turns out to be altered breaks off short of its length.
 */
export function fileDownload({ content, size, mediaType, fileName }: OpenedFile): Response {
  return streamed(content, mediaType, fileName, { 'Content-Length': String(size) });
}

/** The same for what is made at once and whole. */
export function wholeDownload(content: Uint8Array, mediaType: string, fileName: string): Response {
  return fileDownload({ content: Readable.from([content]), size: content.byteLength, mediaType, fileName });
}

/** The same for lines of which nobody knows yet how many there are. */
export function linesDownload(lines: AsyncIterable<string>, mediaType: string, fileName: string): Response {
  return streamed(encoded(lines), mediaType, fileName);
}

async function* encoded(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const line of lines) yield Buffer.from(line, 'utf8');
}

function streamed(
  content: AsyncIterable<Uint8Array>,
  mediaType: string,
  fileName: string,
  headers: Record<string, string> = {},
): Response {
  if (!/^[A-Za-z0-9-]+\.[a-z]+$/.test(fileName))
    throw new Error('The name of a download is made by the portal');
  return new Response(Readable.toWeb(Readable.from(content)) as BodyInit, {
    headers: {
      'Content-Type': mediaType,
      ...headers,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
