import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Actor } from '../../kernel/actor.ts';
import { recipientOf } from '../../submission/recipient-sql.server.ts';
import type { Query } from './read-query.ts';

/** Of what a query may name, rows `m` of `sanitised_mention`; null where it names nothing. */
function mentionedBy({ mark, phone, postcode, contacts, words }: Query): Prisma.Sql | null {
  const ways: Prisma.Sql[] = [];
  if (mark)
    ways.push(
      Prisma.sql`(m.kind = 'vehicle' AND m.value LIKE ${`%${mark.replaceAll('?', '_')}%`})`,
      Prisma.sql`(m.kind = 'vehicle' AND mark_pairs(m.value) && mark_pairs(${mark}::text) AND marks_agree(m.value, ${mark}::text) >= 4)`,
    );
  const values = [...contacts, ...(phone ? [phone] : [])];
  if (values.length > 0) ways.push(Prisma.sql`(m.kind = 'contact' AND m.value = ANY(${values}::text[]))`);
  if (postcode) ways.push(Prisma.sql`(m.kind = 'place' AND m.value LIKE ${`${postcode}%`})`);
  const each = words?.split(' ').filter((word) => word.length > 2) ?? [];
  if (each.length > 0)
    ways.push(
      Prisma.sql`(m.kind IN ('person', 'organisation') AND ${words}::text <% m.value)`,
      // Each word sounds like one of the name: "Novak" for "Ńowak".
      Prisma.sql`(m.kind = 'person' AND ${Prisma.join(
        each.map(
          (word) =>
            Prisma.sql`name_sounds(translate(m.value, 'w', 'v')) && name_sounds(translate(${word}::text, 'w', 'v'))`,
        ),
        ' AND ',
      )})`,
    );
  return ways.length === 0 ? null : Prisma.join(ways, ' OR ');
}

/**
 * Items that were sent to the actor's queues, were not recalled and not voided, by what their text names and however that is
 * typed. `most`: how many mentions are looked at; `narrowed`: which reports `s`. Those whose words `found` finds are left to the search of words, and those
 * of reports in `best` to that of reports.
 */
export function mentionedSql(
  actor: Actor,
  query: Query,
  { found, narrowed, most }: { found: Prisma.Sql; narrowed: Prisma.Sql; most: number },
): Prisma.Sql {
  const mentioned = mentionedBy(query);
  if (mentioned === null) return Prisma.empty;
  return Prisma.sql`
    UNION ALL SELECT d.id, 'dissemination', s.reference, d.disseminated_at, NULL, false, a.name, false, n.found, 2
    FROM (SELECT sanitised_text_id, to_jsonb((array_agg(DISTINCT jsonb_build_object('thing', CASE kind WHEN 'organisation' THEN 'business' ELSE kind::text END, 'value', written)))[1:5]) AS found
      FROM (SELECT * FROM sanitised_mention m WHERE ${mentioned} LIMIT ${most}) m GROUP BY sanitised_text_id) n
    JOIN sanitised_text t ON t.id = n.sanitised_text_id JOIN dissemination d ON d.sanitised_text_id = t.id
    JOIN queue q ON q.id = d.queue_id JOIN submission s ON s.id = d.submission_id LEFT JOIN area a ON a.id = s.area_id
    WHERE ${recipientOf(actor, 'q')} AND ${narrowed} AND item_stands(t.item_id) AND NOT ${found}
      AND NOT EXISTS (SELECT 1 FROM dissemination_recall r WHERE r.dissemination_id = d.id)
      AND NOT EXISTS (SELECT 1 FROM best b WHERE b.id = d.submission_id)`;
}
