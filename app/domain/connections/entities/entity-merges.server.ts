import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { MentionRow } from './entity-mentions.server.ts';
import { nameWords } from './entity-words.ts';

export type MergeRow = {
  id: Id<'EntityMerge'>;
  one_id: Id<'Entity'>;
  other_id: Id<'Entity'>;
  reason: string;
  by: string;
  at: Date;
  ended_by: string | null;
  ended_at: Date | null;
  end_reason: string | null;
};

/** A merge as a page tells it: what of the two is not on it by itself. */
export type Merge = {
  id: Id<'EntityMerge'>;
  names: [string, string];
  reason: string;
  by: string;
  at: Date;
  ended: { by: string; at: Date; reason: string } | null;
};

/** Every merge, also one that was ended, of an entity and of what is one with it now. */
export function mergesAround(tx: Tx, entityId: Id<'Entity'>): Promise<MergeRow[]> {
  return tx.$queryRaw<MergeRow[]>`
    WITH RECURSIVE one (id) AS (
      SELECT ${entityId}::uuid
      UNION SELECT CASE WHEN m.one_id = one.id THEN m.other_id ELSE m.one_id END
        FROM one JOIN entity_merge m ON m.one_id = one.id OR m.other_id = one.id
        WHERE NOT EXISTS (SELECT 1 FROM entity_merge_end e WHERE e.merge_id = m.id))
    SELECT m.id, m.one_id, m.other_id, m.reason, a.display_name AS by, m.merged_at AS at, ea.display_name AS ended_by, e.ended_at, e.reason AS end_reason
    FROM entity_merge m JOIN account a ON a.id = m.merged_by
    LEFT JOIN entity_merge_end e ON e.merge_id = m.id LEFT JOIN account ea ON ea.id = e.ended_by
    WHERE m.one_id IN (SELECT id FROM one) OR m.other_id IN (SELECT id FROM one) ORDER BY m.merged_at, m.id`;
}

/**
 * What is one with an entity for a reader: only by way of what they may open, so that nobody learns from a merge that
 * there is something which they may not. Ended merges are told where both are still for them to open.
 */
export function groupOf(
  entityId: Id<'Entity'>,
  rows: readonly MergeRow[],
  mentions: readonly MentionRow[],
): { ids: Id<'Entity'>[]; merges: Merge[] } {
  const names = new Map<Id<'Entity'>, string>();
  for (const row of mentions)
    if (!names.has(row.entity_id))
      names.set(row.entity_id, nameWords(row.kind, row.contact_kind, row.written));
  const known = rows.filter(({ one_id: one, other_id: other }) => names.has(one) && names.has(other));
  const ids = new Set([entityId]);
  // A set grows while it is walked, and what is added is walked too.
  for (const id of ids)
    for (const { one_id: one, other_id: other, ended_at: ended } of known)
      if (ended === null && (one === id || other === id)) ids.add(one === id ? other : one);
  const merges = known
    .filter((row) => ids.has(row.one_id) || ids.has(row.other_id))
    .map((row): Merge => ({
      id: row.id,
      names: [names.get(row.one_id) ?? '', names.get(row.other_id) ?? ''],
      reason: row.reason,
      by: row.by,
      at: row.at,
      ended:
        row.ended_by === null || row.ended_at === null
          ? null
          : { by: row.ended_by, at: row.ended_at, reason: row.end_reason ?? '' },
    }));
  return { ids: [...ids], merges };
}
