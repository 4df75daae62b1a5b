import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Query } from './read-query.ts';

/** Kinds of contact, so that the index of kind and value is read. */
const contactKinds = ['phone', 'email', 'account', 'address', 'advert', 'website', 'bank', 'other'];

const hits = (rank: number, thing: string, value: Prisma.Sql, from: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`SELECT o.submission_id, ${rank}::integer AS rank, ${thing}::text AS thing, ${value}::text AS value FROM ${from}`;

export const textQuery = (query: Query): Prisma.Sql =>
  Prisma.sql`websearch_to_tsquery('portal_english', ${query.text})`;

/**
 * Where the query is found, as rows (submission_id, rank, thing, value): what is exact first. Each part reads one index.
 * Who told the partner is sealed and in none of these tables.
 */
export function hitsSql(query: Query): Prisma.Sql {
  const parts = [...exactHits(query), ...similarHits(query), ...textHits(query)];
  return Prisma.join(parts, ' UNION ALL ');
}

function exactHits({ reference, mark, phone, postcode, contacts }: Query): Prisma.Sql[] {
  const parts: Prisma.Sql[] = [];
  if (reference)
    parts.push(
      Prisma.sql`SELECT id AS submission_id, 0::integer AS rank, 'reference'::text AS thing, reference AS value FROM submission WHERE reference = ${reference}`,
    );
  if (mark) {
    const like = `%${mark.replaceAll('?', '_')}%`;
    parts.push(
      hits(
        1,
        'vehicle',
        Prisma.sql`o.registration_normalised`,
        Prisma.sql`submission_vehicle o WHERE o.registration_normalised LIKE ${like}`,
      ),
      // What a partner knew only in part may be the mark that is looked for.
      hits(
        2,
        'vehicle',
        Prisma.sql`o.registration_normalised`,
        Prisma.sql`submission_vehicle o WHERE o.registration_normalised IS NOT NULL AND mark_pairs(o.registration_normalised) && mark_pairs(${mark}::text)
          AND marks_agree(o.registration_normalised, ${mark}::text) >= 4`,
      ),
    );
  }
  const values = [...contacts, ...(phone ? [phone] : [])];
  if (values.length > 0)
    parts.push(
      hits(
        1,
        'contact',
        Prisma.sql`o.value`,
        Prisma.sql`submission_contact o WHERE o.kind = ANY(${contactKinds}::text[]) AND o.value_normalised = ANY(${values}::text[])`,
      ),
    );
  if (postcode)
    parts.push(
      hits(
        1,
        'place',
        Prisma.sql`concat_ws(', ', o.address, o.town, o.postcode)`,
        Prisma.sql`submission_place o WHERE o.postcode_normalised LIKE ${`${postcode}%`}`,
      ),
    );
  return parts;
}

function similarHits({ words }: Query): Prisma.Sql[] {
  if (!words || words.replace(/[^\p{L}]/gu, '').length < 3) return [];
  const each = words.split(' ').filter((word) => word.length > 1);
  const sounds = each.map((word) => Prisma.sql`name_sounds(o.folded_name) && name_sounds(${word}::text)`);
  const name = Prisma.sql`concat_ws(' ', o.forename, o.surname, '“' || o.alias || '”')`;
  const place = Prisma.sql`concat_ws(', ', o.address, o.town, o.postcode, o.landmark)`;
  const person = (rank: number, condition: Prisma.Sql) =>
    hits(rank, 'person', name, Prisma.sql`submission_person o WHERE o.folded_name <> '' AND ${condition}`);
  return [
    person(3, Prisma.sql`${words}::text <% o.folded_name`),
    ...(each.length > 1 ? [person(4, Prisma.join(sounds, ' AND '))] : []),
    hits(
      3,
      'business',
      Prisma.sql`o.name`,
      Prisma.sql`submission_organisation o WHERE o.folded_name <> '' AND ${words}::text <% o.folded_name`,
    ),
    hits(
      4,
      'place',
      place,
      Prisma.sql`submission_place o WHERE o.address IS NOT NULL AND ${words}::text <% place_words(o.address)`,
    ),
    hits(
      4,
      'place',
      place,
      Prisma.sql`submission_place o WHERE o.landmark IS NOT NULL AND ${words}::text <% place_words(o.landmark)`,
    ),
  ];
}

/** Of the original text, the titles of its items and their sanitised texts. Provenance tells of the source: it is not searched. */
function textHits(query: Query): Prisma.Sql[] {
  const found = textQuery(query);
  const none = Prisma.sql`''`;
  return [
    hits(5, 'text', none, Prisma.sql`submission_content o WHERE report_lexemes(o.document) @@ ${found}`),
    hits(
      5,
      'item',
      Prisma.sql`o.title`,
      Prisma.sql`intelligence_item o WHERE text_lexemes(o.title) @@ ${found}`,
    ),
    hits(
      5,
      'sanitised',
      none,
      Prisma.sql`sanitised_text t JOIN intelligence_item o ON o.id = t.item_id WHERE text_lexemes(t.text) @@ ${found}`,
    ),
  ];
}
