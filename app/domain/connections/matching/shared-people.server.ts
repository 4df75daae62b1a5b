import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { agesAgree } from './ages.ts';
import { namesAgree } from './agree.ts';
import { candidates, OWN, shared, type Compared, type Pair, type Shared } from './candidates.server.ts';

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

const forename = Prisma.sql`place_words(o.forename)`;
const surname = Prisma.sql`place_words(o.surname)`;
const soundsAlike = Prisma.sql`name_sounds(o.folded_name) && p.surname_sounds AND name_sounds(o.folded_name) && p.forename_sounds`;

/**
 * Candidates of each name by forename and surname in either order, by the whole name, by sound, by date of birth and by
 * nickname. The thresholds of likeness are set (`findShared`). Each is as narrow as the rule that judges it (`namesAgree`): a forename alone is shared by thousands.
 */
export async function sharedPeople(tx: Tx, compared: Compared): Promise<Shared[]> {
  const candidate = (condition: Prisma.Sql) =>
    candidates(
      compared,
      'submission_person',
      Prisma.sql`o.folded_name <> '' AND ${condition}`,
      Prisma.sql`similarity(o.folded_name, p.folded_name)`,
    );
  const inOrder = Prisma.sql`${forename} % p.forename_words AND ${surname} % p.surname_words`;
  const turned = Prisma.sql`${forename} % p.surname_words AND ${surname} % p.forename_words`;
  // Nothing is like an empty name, and to find that out the index would be read from end to end.
  const known = Prisma.sql`p.forename_words <> '' AND p.surname_words <> ''`;
  const rows = await tx.$queryRaw<PeoplePair[]>`
    SELECT o.submission_id, p.entity_id, ${shownName(Prisma.sql`p`)} AS own, ${shownName(Prisma.sql`o`)} AS other,
      w.in_parts, CASE WHEN w.in_parts THEN
        greatest(least(similarity(w.forename, p.forename_words), similarity(w.surname, p.surname_words)),
          least(similarity(w.forename, p.surname_words), similarity(w.surname, p.forename_words)))
        ELSE similarity(o.folded_name, p.folded_name) END::float8 AS similarity,
      coalesce(${soundsAlike}, false) AS sounds_alike, (o.folded_aliases && p.folded_aliases) AS shares_nickname,
      least(array_length(string_to_array(o.folded_name, ' '), 1), array_length(string_to_array(p.folded_name, ' '), 1)) AS words,
      p.date_of_birth::text AS own_birth, p.age_range AS own_range, p.submitted_at AS own_sent,
      o.date_of_birth::text AS other_birth, o.age_range AS other_range, os.submitted_at AS other_sent
    FROM (SELECT own.*, ownsub.submitted_at, place_words(own.forename) AS forename_words, place_words(own.surname) AS surname_words,
        name_sounds(place_words(own.forename)) AS forename_sounds, name_sounds(place_words(own.surname)) AS surname_sounds
      FROM submission_person own JOIN submission ownsub ON ownsub.id = own.submission_id
      WHERE own.submission_id = ${compared.submissionId}::uuid AND own.folded_name <> '' ORDER BY own.position LIMIT ${OWN}) p
    CROSS JOIN LATERAL (
      ${candidate(Prisma.sql`${known} AND ${inOrder}`)} UNION ${candidate(Prisma.sql`${known} AND ${turned}`)}
      UNION ${candidate(Prisma.sql`position(' ' IN p.folded_name) > 0 AND o.folded_name %>> p.folded_name`)}
      UNION ${candidate(soundsAlike)}
      UNION ${candidate(Prisma.sql`o.date_of_birth = p.date_of_birth`)}
      UNION ${candidate(Prisma.sql`o.folded_aliases && p.folded_aliases`)}) f
    JOIN submission_person o ON o.id = f.id JOIN submission os ON os.id = o.submission_id
    CROSS JOIN LATERAL (SELECT w.*, ${known} AND w.forename <> '' AND w.surname <> '' AS in_parts
      FROM (SELECT ${forename} AS forename, ${surname} AS surname OFFSET 0) w) w`;
  return rows.flatMap((row) => {
    const ages = agesAgree(
      { birth: row.own_birth, range: row.own_range, on: row.own_sent },
      { birth: row.other_birth, range: row.other_range, on: row.other_sent },
    );
    const { similarity, words, in_parts: inParts } = row;
    const [soundsAlike, sharesNickname] = [row.sounds_alike, row.shares_nickname];
    return shared(
      'person',
      row,
      namesAgree({ similarity, inParts, soundsAlike, sharesNickname, words, ages }),
    );
  });
}
