import { z } from 'zod';

/**
 * The place in a queue after which the next page begins: the keys of the last row shown. In working order `at` is when it
 * was submitted; in the newest-first orders when it was closed or disseminated, and the rank is 0. Where what waits comes
 * first, the rank tells it from the rest; in what a search found, how it was found.
 */
export type QueueCursor = { priorityRank: number; at: Date; id: string };

const longestCursor = 200;
const cursorSchema = z.tuple([z.int().min(0).max(9), z.iso.datetime({ precision: 3 }), z.guid()]);

/** Opaque to whoever gets it, and safe in an address. */
export const encodeCursor = ({ priorityRank, at, id }: QueueCursor): string =>
  Buffer.from(JSON.stringify([priorityRank, at.toISOString(), id])).toString('base64url');

/** Null for anything that `encodeCursor` has not written: the list then begins at its top. */
export function decodeCursor(written: string | null): QueueCursor | null {
  if (!written || written.length > longestCursor || !/^[\w-]+$/.test(written)) return null;
  const read = cursorJson.safeParse(Buffer.from(written, 'base64url').toString('utf8'));
  if (!read.success) return null;
  const [priorityRank, at, id] = read.data;
  const cursor = { priorityRank, at: new Date(at), id };
  return encodeCursor(cursor) === written ? cursor : null;
}

const cursorJson = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'Not a cursor' });
      return z.NEVER;
    }
  })
  .pipe(cursorSchema);
