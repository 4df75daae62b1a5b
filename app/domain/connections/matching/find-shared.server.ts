import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { houseNumber } from '../../kernel/postcode-reading.ts';
import { businessesAgree, contactsAgree, marksAgree, placesAgree, similarThing } from './agree.ts';
import {
  alikeFrom,
  candidates,
  OWN,
  shared,
  type Compared,
  type Pair,
  type Search,
  type Shared,
} from './candidates.server.ts';
import { people } from './people-search.server.ts';

/**
 * Finds the values that the report shares with others that the actor is cleared for: one statement, in which each kind of
 * thing reads the candidates of each value from indexes of its own. Who told the partner is sealed and in none of these tables.
 */
export async function findShared(tx: Tx, compared: Compared): Promise<Shared[]> {
  const { found } = await findSharedWith(tx, compared, Prisma.sql`SELECT 1 WHERE false`);
  return found;
}

/**
 * The same, with what `reports` reads in that statement of the other reports, whose ids it finds in `other`: all with which a
 * value was compared, also where the two do not agree. Rows come as JSON, in one piece each kind.
 */
export async function findSharedWith(
  tx: Tx,
  compared: Compared,
  reports: Prisma.Sql,
  planner: Planner = 'to_tell',
): Promise<{ found: Shared[]; reports: unknown[] }> {
  if (planner === 'to_tell') await tx.$queryRaw`SELECT ${lookUpByIndex}`;
  const searches = [people, vehicles, contacts, places, businesses].map((search) => search(compared));
  const kinds = searches.map(({ thing, pairs }) => ({ name: Prisma.raw(thing), pairs }));
  // Planned by the time it runs, it leaves the planner as it was.
  const rows = await tx.$queryRaw<{ thing: string; found: unknown[] | null }[]>`
    WITH ${Prisma.join(kinds.map(({ name, pairs }) => Prisma.sql`${name} AS MATERIALIZED (${pairs})`))},
      other AS (${Prisma.join(
        kinds.map(({ name }) => Prisma.sql`SELECT submission_id FROM ${name}`),
        ' UNION ',
      )})
    ${Prisma.join(
      kinds.map(
        ({ name }) => Prisma.sql`SELECT '${name}' AS thing, (SELECT json_agg(${name}) FROM ${name}) AS found`,
      ),
      ' UNION ALL ',
    )}
    UNION ALL SELECT 'report', (SELECT json_agg(report) FROM (${reports}) report)
    UNION ALL SELECT 'planner', json_build_array(${byIndexOnly('on')})`;
  const of = (thing: string) => rows.find((row) => row.thing === thing)?.found ?? [];
  return {
    found: searches.flatMap(({ thing, judge }) =>
      (of(thing) as Pair[]).flatMap((pair) => shared(thing, pair, judge(pair))),
    ),
    reports: of('report'),
  };
}

/** Every value is looked up in an index, and every candidate by its id, however few the planner takes the reports for. */
const byIndexOnly = (others: 'on' | 'off') => Prisma.sql`set_config('enable_seqscan', ${others}, true),
  set_config('enable_hashjoin', ${others}, true), set_config('enable_mergejoin', ${others}, true)`;

/** Tells the planner so, until matches are looked up. */
export const lookUpByIndex = byIndexOnly('off');

/** `told`: a statement before it in the transaction has selected `lookUpByIndex`. */
export type Planner = 'to_tell' | 'told';

/** Nobody was asked for it: whoever compares it reads the sentence first. */
const readFromText = (thing: 'o' | 'p') =>
  Prisma.sql`CASE WHEN ${Prisma.raw(thing)}.read_from_text THEN ' (read from the text)' ELSE '' END`;

/** The same mark is compared with no function: where many name one vehicle, most of them write it alike. */
const marksShare = Prisma.sql`CASE WHEN o.registration_normalised = p.registration_normalised
  THEN length(replace(p.registration_normalised, '?', '')) ELSE marks_agree(o.registration_normalised, p.registration_normalised) END`;

/** A mark that is known in part fits what has all its pairs of characters, and what is itself known in part and has one. */
function vehicles(compared: Compared): Search {
  const parts = Prisma.sql`mark_pairs(o.registration_normalised)`;
  const candidate = (condition: Prisma.Sql) =>
    candidates(
      compared,
      'submission_vehicle',
      Prisma.sql`o.registration_normalised IS NOT NULL AND ${condition} AND ${marksShare} >= 4`,
      Prisma.sql`CASE WHEN o.registration_normalised = p.registration_normalised THEN 100 ELSE ${marksShare} END`,
    );
  const pairs = Prisma.sql`
    SELECT o.submission_id, p.entity_id, p.registration_normalised || ${readFromText('p')} AS own,
      o.registration_normalised || ${readFromText('o')} AS other, ${marksShare} AS shared
    FROM (SELECT *, mark_pairs(registration_normalised) AS parts FROM submission_vehicle WHERE submission_id = ${compared.submissionId}::uuid
      AND mark_pairs(registration_normalised) <> '{}' ORDER BY position LIMIT ${OWN}) p
    CROSS JOIN LATERAL (
      ${candidate(Prisma.sql`${parts} @> p.parts`)}
      UNION ${candidate(Prisma.sql`position('?' IN o.registration_normalised) > 0 AND ${parts} && p.parts`)}) f
    JOIN submission_vehicle o ON o.id = f.id`;
  const judge = (pair: Pair) => {
    const { shared: together, own, other } = pair as Pair & { shared: number };
    return marksAgree({ shared: together, whole: !`${own}${other}`.includes('?') });
  };
  return { thing: 'vehicle', pairs, judge };
}

function contacts(compared: Compared): Search {
  const same = Prisma.sql`o.kind = p.kind AND o.value_normalised = p.value_normalised`;
  const pairs = Prisma.sql`
    SELECT o.submission_id, p.entity_id, p.value || ${readFromText('p')} AS own, o.value || ${readFromText('o')} AS other, p.kind, coalesce(lower(o.platform) = lower(p.platform), false) AS same_platform
    FROM (SELECT * FROM submission_contact WHERE submission_id = ${compared.submissionId}::uuid AND length(value_normalised) >= 4
      ORDER BY position LIMIT ${OWN}) p
    CROSS JOIN LATERAL ${candidates(compared, 'submission_contact', same, null)} f
    JOIN submission_contact o ON o.id = f.id`;
  const judge = (pair: Pair) => {
    const { kind, same_platform } = pair as Pair & { kind: string; same_platform: boolean };
    return contactsAgree(kind, same_platform);
  };
  return { thing: 'contact', pairs, judge };
}

type PlacePair = Pair & {
  same_postcode: boolean;
  own_address: string | null;
  other_address: string | null;
  address_similarity: number;
  landmark_similarity: number;
};

const shownPlace = (place: 'o' | 'p') => {
  const row = Prisma.raw(place);
  return Prisma.sql`concat_ws(', ', ${row}.address, ${row}.town, ${row}.postcode, ${row}.landmark) || ${readFromText(place)}`;
};

function places(compared: Compared): Search {
  // Nothing is like no words: neither is asked of the other's.
  const similar = (words: 'address' | 'landmark') =>
    Prisma.raw(
      `CASE WHEN p.${words}_words = '' OR o.${words} IS NULL THEN 0 WHEN o.${words} = p.${words} THEN 1 ELSE similarity(place_words(o.${words}), p.${words}_words) END`,
    );
  const alike = (words: 'address' | 'landmark') =>
    Prisma.raw(
      `p.${words}_words <> '' AND o.${words} IS NOT NULL AND place_words(o.${words}) % p.${words}_words`,
    );
  const candidate = (condition: Prisma.Sql, near: Prisma.Sql) =>
    candidates(compared, 'submission_place', condition, near);
  const pairs = Prisma.sql`
    SELECT o.submission_id, p.entity_id, ${shownPlace('p')} AS own, ${shownPlace('o')} AS other,
      coalesce(o.postcode_normalised = p.postcode_normalised AND position(' ' IN p.postcode_normalised) > 0, false) AS same_postcode,
      p.address AS own_address, o.address AS other_address,
      ${similar('address')}::float8 AS address_similarity, ${similar('landmark')}::float8 AS landmark_similarity
    FROM (SELECT *, place_words(address) AS address_words, place_words(landmark) AS landmark_words, ${alikeFrom(similarThing)}
      FROM submission_place WHERE submission_id = ${compared.submissionId}::uuid ORDER BY position LIMIT ${OWN}) p
    CROSS JOIN LATERAL (
      ${candidate(Prisma.sql`o.postcode_normalised = p.postcode_normalised AND position(' ' IN p.postcode_normalised) > 0`, similar('address'))}
      UNION ${candidate(alike('address'), similar('address'))}
      UNION ${candidate(alike('landmark'), similar('landmark'))}) f
    JOIN submission_place o ON o.id = f.id`;
  const judge = (pair: Pair) => {
    const place = pair as PlacePair;
    return placesAgree({
      samePostcode: place.same_postcode,
      numbers: [houseNumber(place.own_address), houseNumber(place.other_address)],
      addressSimilarity: place.address_similarity,
      landmarkSimilarity: place.landmark_similarity,
    });
  };
  return { thing: 'place', pairs, judge };
}

function businesses(compared: Compared): Search {
  const similarity = Prisma.sql`similarity(o.folded_name, p.folded_name)`;
  const alike = Prisma.sql`o.folded_name <> '' AND o.folded_name % p.folded_name`;
  const pairs = Prisma.sql`
    SELECT o.submission_id, p.entity_id, p.name AS own, o.name AS other, ${similarity}::float8 AS similarity,
      coalesce(o.registered_number = p.registered_number, false) AS same_number
    FROM (SELECT *, ${alikeFrom(similarThing)} FROM submission_organisation WHERE submission_id = ${compared.submissionId}::uuid AND folded_name <> ''
      ORDER BY position LIMIT ${OWN}) p
    CROSS JOIN LATERAL ${candidates(compared, 'submission_organisation', alike, similarity)} f
    JOIN submission_organisation o ON o.id = f.id`;
  const judge = (pair: Pair) => {
    const business = pair as Pair & { similarity: number; same_number: boolean };
    return businessesAgree({ similarity: business.similarity, sameNumber: business.same_number });
  };
  return { thing: 'business', pairs, judge };
}
