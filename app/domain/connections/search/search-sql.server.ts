import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Query } from './read-query.ts';

/** Kinds of contact, so that the index of kind and value is read. */
const contactKinds = ['phone', 'email', 'account', 'address', 'advert', 'website', 'bank', 'other'];

/** One way in which a query may be found, read from one index: rows `o` of `from` with a submission_id. */
export type Part = {
  rank: number;
  thing: Prisma.Sql;
  value: Prisma.Sql;
  from: Prisma.Sql;
  where: Prisma.Sql;
};

const part = (rank: number, thing: string, value: Prisma.Sql, from: Prisma.Sql, where: Prisma.Sql): Part => ({
  rank,
  thing: Prisma.sql`${thing}::text`,
  value,
  from,
  where,
});

/** The words of a query as they were typed, for a text search. */
export const textQuery = (query: Query): Prisma.Sql =>
  Prisma.sql`websearch_to_tsquery('portal_english', ${query.text})`;

/** Words and names in texts. */
const TEXT_RANK = 5;
/** What was disseminated to whoever searches: after their own reports. */
export const DISSEMINATED_RANK = 6;
/** Texts whose words differ from what was typed by a slip: after everything that does not. */
export const NEAR_RANK = 7;

/**
 * Where the query is looked for: what is exact first. Who told the partner is sealed and in none of these tables.
 */
export const partsOf = (query: Query): Part[] => [
  ...exactParts(query),
  ...similarParts(query),
  ...textParts(textQuery(query), TEXT_RANK),
];

/** The parts, by number, that find more than `most` rows. Stops counting there. */
export function commonPartsSql(parts: readonly Part[], most: number): Prisma.Sql {
  const counts = parts.map(
    ({ from, where }, number) =>
      Prisma.sql`SELECT ${number}::integer AS part FROM (SELECT 1 FROM ${from} WHERE ${where} LIMIT ${most + 1}) r HAVING count(*) > ${most}`,
  );
  return Prisma.join(counts, ' UNION ALL ');
}

/**
 * The finds of the parts, as rows (submission_id, rank, thing, value). A part in `common` is looked for report by report in
 * the table `newest (id, at)` instead of in its index, and gives the first `most` reports that it finds there,
 * in the order `first`.
 */
export function hitsSql(
  parts: readonly Part[],
  common: ReadonlySet<number>,
  { most, first }: { most: number; first: Prisma.Sql },
): Prisma.Sql {
  const hits = parts.map(({ rank, thing, value, from, where }, number) => {
    const found = Prisma.sql`${rank}::integer AS rank, ${thing} AS thing, ${value}::text AS value FROM ${from} WHERE ${where}`;
    return common.has(number)
      ? // In order before it is looked into: the server stops at the last place that counts.
        Prisma.sql`SELECT submission_id, rank, thing, value
          FROM (SELECT n.id AS submission_id, h.*, dense_rank() OVER (ORDER BY ${first}) AS place
            FROM (SELECT * FROM newest n ORDER BY ${first}) n CROSS JOIN LATERAL (SELECT ${found} AND o.submission_id = n.id OFFSET 0) h) h
          WHERE place <= ${most}`
      : Prisma.sql`SELECT o.submission_id, ${found}`;
  });
  return Prisma.join(hits, ' UNION ALL ');
}

/** The newest version of a link counts, and a link that was removed is none. */
const standingRecord = Prisma.sql`o.removed_reason IS NULL
  AND NOT EXISTS (SELECT 1 FROM record_link later WHERE later.link_id = o.link_id AND later.number > o.number)`;

function exactParts({ reference, record, mark, phone, postcode, contacts }: Query): Part[] {
  const parts: Part[] = [];
  if (reference)
    parts.push(
      part(
        0,
        'reference',
        Prisma.sql`o.reference`,
        Prisma.sql`(SELECT id AS submission_id, reference FROM submission) o`,
        Prisma.sql`o.reference = ${reference}`,
      ),
      // The number that a recipient outside the force quotes.
      part(
        0,
        'passed',
        Prisma.sql`o.reference`,
        Prisma.sql`dissemination o`,
        Prisma.sql`o.reference = ${reference}`,
      ),
    );
  if (record)
    parts.push({
      rank: 0,
      thing: Prisma.sql`o.kind::text`,
      value: Prisma.sql`o.reference`,
      from: Prisma.sql`record_link o`,
      where: Prisma.sql`o.reference IS NOT NULL AND record_key(o.reference) = record_key(${record}::text) AND ${standingRecord}`,
    });
  if (mark) {
    const like = `%${mark.replaceAll('?', '_')}%`;
    parts.push(
      part(
        1,
        'vehicle',
        Prisma.sql`o.registration_normalised || ${readFromText}`,
        Prisma.sql`submission_vehicle o`,
        Prisma.sql`o.registration_normalised LIKE ${like}`,
      ),
      // A mark that a partner knew only in part may be the one that is looked for. One that was known whole is found above.
      part(
        2,
        'vehicle',
        Prisma.sql`o.registration_normalised || ${readFromText}`,
        Prisma.sql`submission_vehicle o`,
        Prisma.sql`position('?' IN o.registration_normalised) > 0 AND mark_pairs(o.registration_normalised) && mark_pairs(${mark}::text)
          AND marks_agree(o.registration_normalised, ${mark}::text) >= 4`,
      ),
    );
  }
  const values = [...contacts, ...(phone ? [phone] : [])];
  if (values.length > 0)
    parts.push(
      part(
        1,
        'contact',
        Prisma.sql`o.value || ${readFromText}`,
        Prisma.sql`submission_contact o`,
        Prisma.sql`o.kind = ANY(${contactKinds}::contact_kind[]) AND o.value_normalised = ANY(${values}::text[])`,
      ),
    );
  if (postcode)
    parts.push(
      part(
        1,
        'place',
        Prisma.sql`concat_ws(', ', o.address, o.town, o.postcode) || ${readFromText}`,
        Prisma.sql`submission_place o`,
        Prisma.sql`o.postcode_normalised LIKE ${`${postcode}%`}`,
      ),
    );
  return parts;
}

/** Nobody was asked for it: it stands in what the partner wrote. */
const readFromText = Prisma.sql`CASE WHEN o.read_from_text THEN ' (read from the text)' ELSE '' END`;

function similarParts({ words }: Query): Part[] {
  if (!words || words.replace(/[^\p{L}]/gu, '').length < 3) return [];
  const each = words.split(' ').filter((word) => word.length > 1);
  const sounds = each.map((word) => Prisma.sql`name_sounds(o.folded_name) && name_sounds(${word}::text)`);
  const name = Prisma.sql`concat_ws(' ', o.forename, o.surname, '“' || o.alias || '”')`;
  const place = Prisma.sql`concat_ws(', ', o.address, o.town, o.postcode, o.landmark)`;
  const person = (rank: number, condition: Prisma.Sql) =>
    part(
      rank,
      'person',
      name,
      Prisma.sql`submission_person o`,
      Prisma.sql`o.folded_name <> '' AND ${condition}`,
    );
  return [
    person(3, Prisma.sql`${words}::text <% o.folded_name`),
    ...(each.length > 1 ? [person(4, Prisma.join(sounds, ' AND '))] : []),
    part(
      3,
      'business',
      Prisma.sql`o.name`,
      Prisma.sql`submission_organisation o`,
      Prisma.sql`o.folded_name <> '' AND ${words}::text <% o.folded_name`,
    ),
    part(
      4,
      'place',
      place,
      Prisma.sql`submission_place o`,
      Prisma.sql`o.address IS NOT NULL AND ${words}::text <% place_words(o.address)`,
    ),
    part(
      4,
      'place',
      place,
      Prisma.sql`submission_place o`,
      Prisma.sql`o.landmark IS NOT NULL AND ${words}::text <% place_words(o.landmark)`,
    ),
  ];
}

/** The additions, answers and notes of a report, the oldest first: `o` rows whose text is searched and quoted. */
export const addedTexts = [
  { thing: 'added', from: Prisma.sql`supplement o`, where: Prisma.sql`true` },
  { thing: 'answer', from: Prisma.sql`partner_message o`, where: Prisma.sql`o.direction = 'to_police'` },
  { thing: 'note', from: Prisma.sql`submission_note o`, where: Prisma.sql`true` },
] as const;

/**
 * Of the original text, what the partner added and answered, notes, the titles of its items and their sanitised texts, but
 * of no item that was voided.
 * Provenance tells of the source: it is not searched.
 */
export function textParts(found: Prisma.Sql, rank: number): Part[] {
  const none = Prisma.sql`''`;
  return [
    part(rank, 'text', none, Prisma.sql`submission_content o`, Prisma.sql`o.lexemes @@ ${found}`),
    ...addedTexts.map(({ thing, from, where }) =>
      part(rank, thing, none, from, Prisma.sql`${where} AND text_lexemes(o.text) @@ ${found}`),
    ),
    part(
      rank,
      'item',
      Prisma.sql`o.title`,
      Prisma.sql`intelligence_item o`,
      Prisma.sql`text_lexemes(o.title) @@ ${found} AND item_stands(o.id)`,
    ),
    part(
      rank,
      'sanitised',
      none,
      Prisma.sql`sanitised_text t JOIN intelligence_item o ON o.id = t.item_id`,
      Prisma.sql`text_lexemes(t.text) @@ ${found} AND item_stands(o.id)`,
    ),
  ];
}
