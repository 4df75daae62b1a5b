import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { nearQuery, nearWords } from './near-words.ts';
import type { Query } from './read-query.ts';
import { textParts } from './search-sql.server.ts';

/**
 * The words of a query with those that differ by a slip, for a text search; null where nothing is to be found with them. Of
 * the hundreds that one word may be only those are looked for that stand in the indexes: the others cost as much. Those of one stem
 * ("worker", "workers") are looked for once, and not those of a stem that was typed: that was looked for already.
 */
export async function nearTextQuery(tx: Tx, query: Query): Promise<Prisma.Sql | null> {
  const words = nearWords(query.text);
  if (words === null) return null;
  const slips = words.flatMap((word) => word.slips ?? []);
  const somewhere = textParts(Prisma.sql`w.words`, 0).map(
    ({ from, where }) => Prisma.sql`EXISTS (SELECT 1 FROM ${from} WHERE ${where})`,
  );
  const typed = Prisma.sql`SELECT to_tsquery('portal_english', word) FROM unnest(${words.map(({ word }) => word)}::text[]) AS word`;
  const standing = await tx.$queryRaw<{ slip: string }[]>`
    SELECT unnest(w.slips) AS slip
    FROM (SELECT words, array_agg(slip) AS slips
      FROM (SELECT slip, to_tsquery('portal_english', slip) AS words FROM unnest(${slips}::text[]) AS slip) s GROUP BY words) w
    WHERE w.words NOT IN (${typed}) AND (${Prisma.join(somewhere, ' OR ')})`;
  const near = nearQuery(words, new Set(standing.map(({ slip }) => slip)));
  return near === null ? null : Prisma.sql`to_tsquery('portal_english', ${near})`;
}
