import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Id } from '../../kernel/id.ts';
import { readableBy } from '../../submission/readable.server.ts';
import {
  kindWords,
  nameWords,
  repeatedKinds,
  type ContactKind,
  type EntityKind,
  type RepeatedKind,
} from './entity-words.ts';

/** What several reports name, with those reports; `partners` is how many organisations they came from. */
export type NamedBySeveral = {
  id: Id<'Entity'>;
  kind: RepeatedKind;
  /** "Vehicle", "Telephone number". */
  what: string;
  /** "BX51 ABC"; of a place the address with the postcode. */
  name: string;
  submissionIds: Id<'Submission'>[];
  references: string[];
  areas: string[];
  partners: number;
  first: Date;
  last: Date;
};

/** As many of each kind as one page shows or a meeting goes through, those that most reports name. */
const most = 20;

type Row = Omit<NamedBySeveral, 'kind' | 'what' | 'name'> & {
  kind: EntityKind;
  kindOfContact: ContactKind | null;
  written: string;
  detail: string;
};

/**
 * Places, vehicles, numbers and accounts that at least two of certain reports name, of those that the actor may open. A
 * duplicate of another report names nothing more; two that FIB found to be one stand as two. What a sealed source says is in
 * none of it. `reports` is a condition on `submission s`. `more`: there are more than these.
 */
export async function namedBySeveral(
  tx: Tx,
  ctx: Ctx,
  reports: Prisma.Sql,
): Promise<{ named: NamedBySeveral[]; more: boolean }> {
  const rows = await tx.$queryRaw<(Row & { rank: number })[]>`
    SELECT * FROM (
      SELECT m.entity_id AS id, m.kind, m.contact_kind AS "kindOfContact", coalesce(min(m.written), '') AS written,
        coalesce((array_agg(m.detail ORDER BY length(m.detail) DESC, m.detail))[1], '') AS detail,
        array_agg(DISTINCT s.id) AS "submissionIds", array_agg(DISTINCT s.reference) AS "references",
        array_remove(array_agg(DISTINCT a.name), NULL) AS areas, count(DISTINCT s.organisation_id)::integer AS partners,
        min(s.submitted_at) AS first, max(s.submitted_at) AS last,
        row_number() OVER (PARTITION BY m.kind ORDER BY count(DISTINCT s.id) DESC, max(s.submitted_at) DESC, m.entity_id)::integer AS rank
      FROM submission s JOIN queue q ON q.id = s.primary_queue_id LEFT JOIN area a ON a.id = s.area_id
        CROSS JOIN LATERAL (SELECT * FROM entity_mention m WHERE m.submission_id = s.id AND m.sanitised_text_id IS NULL) m
      WHERE ${reports} AND ${readableBy(ctx)} AND s.outcome IS DISTINCT FROM 'duplicate'
        AND m.entity_id IS NOT NULL AND m.kind = ANY(${[...repeatedKinds]}::entity_kind[])
      GROUP BY m.entity_id, m.kind, m.contact_kind HAVING count(DISTINCT s.id) > 1) ranked
    WHERE rank <= ${most + 1} ORDER BY kind, rank`;
  return {
    named: rows
      .filter(({ rank }) => rank <= most)
      .map(({ rank: _, kindOfContact, written, detail, ...row }) => ({
        ...row,
        kind: row.kind as RepeatedKind,
        what: kindWords(row.kind, kindOfContact),
        name: [row.kind === 'place' ? detail : '', nameWords(row.kind, kindOfContact, written)]
          .filter((part) => part !== '')
          .join(', '),
      })),
    more: rows.some(({ rank }) => rank > most),
  };
}
