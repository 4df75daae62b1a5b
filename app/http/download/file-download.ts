import { Readable } from 'node:stream';
import type { OpenedFile } from '#app/domain/intake/attachments/open-attachment.server.ts';

/**
 * A file to be saved, piece by piece. No browser shows it in the portal's name: it is an attachment, its type is not
 * guessed, and it is kept nowhere. A stream that turns out to be altered breaks off short of its length.
 */
export function fileDownload({ content, size, mediaType, fileName }: OpenedFile): Response {
  if (!/^[A-Za-z0-9-]+\.[a-z]+$/.test(fileName))
    throw new Error('The name of a download is made by the portal');
  return new Response(Readable.toWeb(Readable.from(content)) as BodyInit, {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(size),
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

/** The same for what is made at once and whole. */
export function wholeDownload(content: Uint8Array, mediaType: string, fileName: string): Response {
  return fileDownload({ content: Readable.from([content]), size: content.byteLength, mediaType, fileName });
}
