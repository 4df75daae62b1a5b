import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { MentionRow } from './entity-mentions.server.ts';
import { kindWords, linkWords, nameWords, type ContactKind, type EntityKind } from './entity-words.ts';

/** Something that stands in the same reports or texts. */
export type NamedWith = {
  id: Id<'Entity'>;
  kind: string;
  name: string;
  /** The submissions in which both stand, of those that were given. */
  submissionIds: Id<'Submission'>[];
  /** What the reports say of the two: "Ion Popa drives BX51 ABC". Empty where they only stand in one report. */
  links: string[];
};

/** The things that are read for a page, and the newest reports in which they are looked for: every year the same work. */
const MOST_THINGS = 50;
const NEWEST = 200;

type Row = {
  entity_id: Id<'Entity'>;
  kind: EntityKind;
  contact_kind: ContactKind | null;
  written: string;
  submission_ids: Id<'Submission'>[];
  links: { words: string; outgoing: boolean }[];
};

/**
 * What stands in the same reports as an entity, most often first, with how the reports say it is linked. Only in what
 * `mentions` are of, which the reader may open: the rest is not looked at.
 */
export async function namedWith(
  tx: Tx,
  own: { ids: readonly Id<'Entity'>[]; name: string },
  mentions: readonly MentionRow[],
): Promise<NamedWith[]> {
  const told = mentions.filter(({ readable }) => readable);
  const reports = [...new Set(told.map((row) => row.submission_id))].slice(0, NEWEST);
  const texts = mentions.flatMap(({ sanitised_text_id: id }) => (id === null ? [] : [id])).slice(0, NEWEST);
  const asked = told.filter((row) => row.sanitised_text_id === null && reports.includes(row.submission_id));
  const rows = await tx.$queryRaw<Row[]>`
    WITH own AS (SELECT * FROM unnest(${asked.map((row) => row.submission_id)}::uuid[], ${asked.map(({ kind }) => kind)}::entity_kind[],
        ${asked.map(({ position }) => position)}::integer[]) AS own (submission_id, kind, position)),
      named AS (
        SELECT * FROM entity_mention WHERE submission_id = ANY(${reports}::uuid[]) AND sanitised_text_id IS NULL
        UNION ALL SELECT * FROM entity_mention WHERE sanitised_text_id = ANY(${texts}::uuid[])),
      linked AS (
        SELECT o.submission_id, k.kind AS words, k.to_kind AS kind, k.to_position AS position, true AS outgoing
          FROM own o JOIN submission_link k ON k.submission_id = o.submission_id AND k.from_kind = o.kind AND k.from_position = o.position
        UNION ALL SELECT o.submission_id, k.kind, k.from_kind, k.from_position, false
          FROM own o JOIN submission_link k ON k.submission_id = o.submission_id AND k.to_kind = o.kind AND k.to_position = o.position
        UNION ALL SELECT o.submission_id, 'belongs_to', 'contact', t.position, false
          FROM own o JOIN submission_contact t ON t.submission_id = o.submission_id AND o.kind = 'person' AND t.person_position = o.position
        UNION ALL SELECT o.submission_id, 'belongs_to', 'person', t.person_position, true
          FROM own o JOIN submission_contact t ON t.submission_id = o.submission_id AND o.kind = 'contact' AND t.position = o.position)
    SELECT n.entity_id, n.kind, n.contact_kind, min(n.written) AS written, array_agg(DISTINCT n.submission_id) AS submission_ids,
      coalesce(jsonb_agg(DISTINCT jsonb_build_object('words', l.words, 'outgoing', l.outgoing)) FILTER (WHERE l.words IS NOT NULL), '[]') AS links
    FROM named n LEFT JOIN linked l ON n.sanitised_text_id IS NULL AND l.submission_id = n.submission_id AND l.kind = n.kind AND l.position = n.position
    WHERE n.entity_id IS NOT NULL AND n.entity_id <> ALL(${[...own.ids]}::uuid[])
    GROUP BY n.entity_id, n.kind, n.contact_kind
    ORDER BY count(DISTINCT n.submission_id) DESC, count(l.words) DESC, n.kind, min(n.written) LIMIT ${MOST_THINGS}`;
  return rows.map((row) => {
    const name = nameWords(row.kind, row.contact_kind, row.written);
    return {
      id: row.entity_id,
      kind: kindWords(row.kind, row.contact_kind),
      name,
      submissionIds: row.submission_ids,
      links: row.links.map(({ words, outgoing }) =>
        outgoing ? `${own.name} ${linkWords(words)} ${name}` : `${name} ${linkWords(words)} ${own.name}`,
      ),
    };
  });
}
