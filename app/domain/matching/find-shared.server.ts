import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Actor } from '../actor.ts';
import { clearedFor } from '../triage/queue-sql.server.ts';
import { agesAgree } from './ages.ts';
import { businessesAgree, contactsAgree, houseNumber, marksAgree, namesAgree, placesAgree } from './agree.ts';
import type { Agreement } from './strength.ts';

/** One value of the report and the value of another report that it agrees with. */
export type Shared = Agreement & {
  submissionId: string;
  thing: 'vehicle' | 'contact' | 'person' | 'place' | 'business';
  own: string;
  other: string;
};

/** Values of one report that are compared, and candidates for each: what keeps the cost of a page the same in every year. */
const OWN = 60;
const CANDIDATES = 60;

/**
 * What the report shares with others that the actor is cleared for; restriction wins, and of what was withdrawn only a
 * tombstone is left. Each query reads the candidates of each value from an index. Who told the partner is sealed and
 * in none of these tables.
 */
export async function findShared(tx: Tx, actor: Actor, submissionId: string): Promise<Shared[]> {
  // Below this two names or addresses have hardly a group of letters in common (measured on invented names).
  await tx.$queryRaw`SELECT set_config('pg_trgm.similarity_threshold', '0.45', true)`;
  const known = Prisma.sql`JOIN submission s ON s.id = o.submission_id AND s.status <> 'withdrawn' AND ${clearedFor(actor)}
    WHERE o.submission_id <> ${submissionId}::uuid`;
  const found = [
    await sharedVehicles(tx, submissionId, known),
    await sharedContacts(tx, submissionId, known),
    await sharedPeople(tx, submissionId, known),
    await sharedPlaces(tx, submissionId, known),
    await sharedBusinesses(tx, submissionId, known),
  ];
  return found.flat();
}

/**
 * The rows that agree, from their index, before anything is asked of their reports: "OFFSET 0" keeps the planner from
 * walking through all reports by their time until it has met enough, which costs more with every report.
 */
const hits = (table: 'submission_person' | 'submission_place', condition: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT o.* FROM ${Prisma.raw(table)} o WHERE ${condition} OFFSET 0) o`;

type Pair = { submission_id: string; own: string; other: string };

const shared = (thing: Shared['thing'], pair: Pair, agreement: Agreement | null): Shared[] =>
  agreement
    ? [{ ...agreement, thing, submissionId: pair.submission_id, own: pair.own, other: pair.other }]
    : [];

async function sharedVehicles(tx: Tx, submissionId: string, known: Prisma.Sql): Promise<Shared[]> {
  const rows = await tx.$queryRaw<(Pair & { shared: number })[]>`
    SELECT f.submission_id, p.registration_normalised AS own, f.registration_normalised AS other, f.shared
    FROM (SELECT * FROM submission_vehicle WHERE submission_id = ${submissionId}::uuid AND registration_normalised IS NOT NULL
      ORDER BY position LIMIT ${OWN}) p
    CROSS JOIN LATERAL (
      SELECT o.submission_id, o.registration_normalised, marks_agree(o.registration_normalised, p.registration_normalised) AS shared
      FROM submission_vehicle o ${known} AND o.registration_normalised IS NOT NULL
        AND mark_pairs(o.registration_normalised) && mark_pairs(p.registration_normalised)
        AND marks_agree(o.registration_normalised, p.registration_normalised) >= 4
      ORDER BY (o.registration_normalised = p.registration_normalised) DESC, 3 DESC, s.submitted_at DESC LIMIT ${CANDIDATES}) f`;
  return rows.flatMap((row) =>
    shared(
      'vehicle',
      row,
      marksAgree({ shared: row.shared, whole: !`${row.own}${row.other}`.includes('?') }),
    ),
  );
}

async function sharedContacts(tx: Tx, submissionId: string, known: Prisma.Sql): Promise<Shared[]> {
  const rows = await tx.$queryRaw<(Pair & { kind: string; same_platform: boolean })[]>`
    SELECT f.submission_id, p.value AS own, f.value AS other, p.kind, f.same_platform
    FROM (SELECT * FROM submission_contact WHERE submission_id = ${submissionId}::uuid AND length(value_normalised) >= 4
      ORDER BY position LIMIT ${OWN}) p
    CROSS JOIN LATERAL (
      SELECT o.submission_id, o.value, coalesce(lower(o.platform) = lower(p.platform), false) AS same_platform
      FROM submission_contact o ${known} AND o.kind = p.kind AND o.value_normalised = p.value_normalised
      ORDER BY s.submitted_at DESC LIMIT ${CANDIDATES}) f`;
  return rows.flatMap((row) => shared('contact', row, contactsAgree(row.kind, row.same_platform)));
}

type PeoplePair = Pair & {
  similarity: number;
  in_parts: boolean;
  sounds_alike: boolean;
  shares_nickname: boolean;
  words: number;
  own_birth: string | null;
  own_range: string | null;
  own_sent: Date;
  other_birth: string | null;
  other_range: string | null;
  other_sent: Date;
};

/** A name as shown: forename, surname and, where there is one, the nickname. */
const shownName = (person: Prisma.Sql) =>
  Prisma.sql`concat_ws(' ', ${person}.forename, ${person}.surname, '“' || ${person}.alias || '”')`;

/** Candidates by likeness of letters, by sound of forename and surname, by date of birth and by nickname. */
async function sharedPeople(tx: Tx, submissionId: string, known: Prisma.Sql): Promise<Shared[]> {
  const candidate = (condition: Prisma.Sql, order: Prisma.Sql) => Prisma.sql`
    (SELECT o.id FROM ${hits('submission_person', Prisma.sql`o.folded_name <> '' AND ${condition}`)} ${known} ORDER BY ${order} LIMIT ${CANDIDATES})`;
  const latest = Prisma.sql`s.submitted_at DESC`;
  const alike = (one: string, other: string) =>
    Prisma.raw(`similarity(nullif(place_words(o.${one}), ''), nullif(place_words(p.${other}), ''))`);
  // Null where one of the four is not known: LEAST and GREATEST would pass it by.
  const inParts = Prisma.sql`(CASE WHEN o.forename <> '' AND o.surname <> '' AND p.forename <> '' AND p.surname <> '' THEN greatest(
    least(${alike('forename', 'forename')}, ${alike('surname', 'surname')}), least(${alike('forename', 'surname')}, ${alike('surname', 'forename')})) END)`;
  const rows = await tx.$queryRaw<PeoplePair[]>`
    SELECT o.submission_id, ${shownName(Prisma.sql`p`)} AS own, ${shownName(Prisma.sql`o`)} AS other,
      coalesce(${inParts}, similarity(o.folded_name, p.folded_name))::float8 AS similarity, ${inParts} IS NOT NULL AS in_parts,
      coalesce(name_sounds(o.folded_name) && p.surname_sounds AND name_sounds(o.folded_name) && p.forename_sounds, false) AS sounds_alike,
      (o.folded_aliases && p.folded_aliases) AS shares_nickname,
      least(array_length(string_to_array(o.folded_name, ' '), 1), array_length(string_to_array(p.folded_name, ' '), 1)) AS words,
      p.date_of_birth::text AS own_birth, p.age_range AS own_range, p.submitted_at AS own_sent,
      o.date_of_birth::text AS other_birth, o.age_range AS other_range, os.submitted_at AS other_sent
    FROM (SELECT own.*, ownsub.submitted_at, name_sounds(place_words(own.surname)) AS surname_sounds,
        name_sounds(place_words(own.forename)) AS forename_sounds
      FROM submission_person own JOIN submission ownsub ON ownsub.id = own.submission_id
      WHERE own.submission_id = ${submissionId}::uuid AND own.folded_name <> '' ORDER BY own.position LIMIT ${OWN}) p
    CROSS JOIN LATERAL (
      ${candidate(Prisma.sql`o.folded_name % p.folded_name`, Prisma.sql`similarity(o.folded_name, p.folded_name) DESC, s.submitted_at DESC`)}
      UNION ${candidate(Prisma.sql`name_sounds(o.folded_name) && p.surname_sounds AND name_sounds(o.folded_name) && p.forename_sounds`, latest)}
      UNION ${candidate(Prisma.sql`o.date_of_birth = p.date_of_birth`, latest)}
      UNION ${candidate(Prisma.sql`o.folded_aliases && p.folded_aliases`, latest)}) f
    JOIN submission_person o ON o.id = f.id JOIN submission os ON os.id = o.submission_id`;
  return rows.flatMap((row) => {
    const ages = agesAgree(
      { birth: row.own_birth, range: row.own_range, on: row.own_sent },
      { birth: row.other_birth, range: row.other_range, on: row.other_sent },
    );
    const { similarity, words, in_parts: inParts } = row;
    const [soundsAlike, sharesNickname] = [row.sounds_alike, row.shares_nickname];
    const compared = { similarity, inParts, soundsAlike, sharesNickname, words, ages };
    return shared('person', row, namesAgree(compared));
  });
}

type PlacePair = Pair & {
  same_postcode: boolean;
  own_address: string | null;
  other_address: string | null;
  address_similarity: number;
  landmark_similarity: number;
};

const shownPlace = (place: Prisma.Sql) =>
  Prisma.sql`concat_ws(', ', ${place}.address, ${place}.town, ${place}.postcode, ${place}.landmark)`;

async function sharedPlaces(tx: Tx, submissionId: string, known: Prisma.Sql): Promise<Shared[]> {
  const candidate = (condition: Prisma.Sql) => Prisma.sql`
    (SELECT o.id FROM ${hits('submission_place', condition)} ${known} ORDER BY s.submitted_at DESC LIMIT ${CANDIDATES})`;
  const rows = await tx.$queryRaw<PlacePair[]>`
    SELECT o.submission_id, ${shownPlace(Prisma.sql`p`)} AS own, ${shownPlace(Prisma.sql`o`)} AS other,
      coalesce(o.postcode_normalised = p.postcode_normalised AND position(' ' IN p.postcode_normalised) > 0, false) AS same_postcode,
      p.address AS own_address, o.address AS other_address,
      CASE WHEN p.address IS NULL OR o.address IS NULL THEN 0 ELSE similarity(place_words(o.address), place_words(p.address))::float8 END AS address_similarity,
      CASE WHEN p.landmark IS NULL OR o.landmark IS NULL THEN 0 ELSE similarity(place_words(o.landmark), place_words(p.landmark))::float8 END AS landmark_similarity
    FROM (SELECT * FROM submission_place WHERE submission_id = ${submissionId}::uuid ORDER BY position LIMIT ${OWN}) p
    CROSS JOIN LATERAL (
      ${candidate(Prisma.sql`o.postcode_normalised = p.postcode_normalised AND position(' ' IN p.postcode_normalised) > 0`)}
      UNION ${candidate(Prisma.sql`p.address IS NOT NULL AND o.address IS NOT NULL AND place_words(o.address) % place_words(p.address)`)}
      UNION ${candidate(Prisma.sql`p.landmark IS NOT NULL AND o.landmark IS NOT NULL AND place_words(o.landmark) % place_words(p.landmark)`)}) f
    JOIN submission_place o ON o.id = f.id`;
  return rows.flatMap((row) =>
    shared(
      'place',
      row,
      placesAgree({
        samePostcode: row.same_postcode,
        numbers: [houseNumber(row.own_address), houseNumber(row.other_address)],
        addressSimilarity: row.address_similarity,
        landmarkSimilarity: row.landmark_similarity,
      }),
    ),
  );
}

async function sharedBusinesses(tx: Tx, submissionId: string, known: Prisma.Sql): Promise<Shared[]> {
  const rows = await tx.$queryRaw<(Pair & { similarity: number; same_number: boolean })[]>`
    SELECT f.submission_id, p.name AS own, f.name AS other, f.similarity, f.same_number
    FROM (SELECT * FROM submission_organisation WHERE submission_id = ${submissionId}::uuid AND folded_name <> ''
      ORDER BY position LIMIT ${OWN}) p
    CROSS JOIN LATERAL (
      SELECT o.submission_id, o.name, similarity(o.folded_name, p.folded_name)::float8 AS similarity,
        coalesce(o.registered_number = p.registered_number, false) AS same_number
      FROM submission_organisation o ${known} AND o.folded_name <> '' AND o.folded_name % p.folded_name
      ORDER BY 3 DESC, s.submitted_at DESC LIMIT ${CANDIDATES}) f`;
  return rows.flatMap((row) =>
    shared('business', row, businessesAgree({ similarity: row.similarity, sameNumber: row.same_number })),
  );
}
