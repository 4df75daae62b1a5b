import { Prisma } from '#app/platform/db/generated/client.ts';
import { agesAgree } from './ages.ts';
import { namesAgree, similarName, similarPart } from './agree.ts';
import { alikeFrom, candidates, OWN, type Compared, type Pair, type Search } from './candidates.server.ts';

type PeoplePair = Pair & {
  similarity: number;
  in_parts: boolean;
  sounds_alike: boolean;
  shares_nickname: boolean;
  words: number;
  own_birth: string | null;
  own_range: string | null;
  own_sent: string;
  other_birth: string | null;
  other_range: string | null;
  other_sent: string;
};

/** A name as shown: forename, surname and, where there is one, the nickname. */
const shownName = (person: Prisma.Sql) =>
  Prisma.sql`concat_ws(' ', ${person}.forename, ${person}.surname, '“' || ${person}.alias || '”')`;

const forename = Prisma.sql`place_words(o.forename)`;
const surname = Prisma.sql`place_words(o.surname)`;
const soundsAlike = Prisma.sql`name_sounds(o.folded_name) && p.surname_sounds AND name_sounds(o.folded_name) && p.forename_sounds`;

/**
 * Candidates of each name by forename and surname in either order, by the whole name, by sound, by date of birth and by
 * nickname. Each is as narrow as the rule that judges it (`namesAgree`): a forename alone is shared by thousands.
 */
export function people(compared: Compared): Search {
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
  const pairs = Prisma.sql`
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
        name_sounds(place_words(own.forename)) AS forename_sounds, name_sounds(place_words(own.surname)) AS surname_sounds,
        ${alikeFrom(similarPart)}, set_config('pg_trgm.strict_word_similarity_threshold', ${`${similarName}`}, true) AS names_alike_from
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
  const judge = (pair: Pair) => {
    const person = pair as PeoplePair;
    const ages = agesAgree(
      { birth: person.own_birth, range: person.own_range, on: new Date(person.own_sent) },
      { birth: person.other_birth, range: person.other_range, on: new Date(person.other_sent) },
    );
    return namesAgree({
      similarity: person.similarity,
      inParts: person.in_parts,
      soundsAlike: person.sounds_alike,
      sharesNickname: person.shares_nickname,
      words: person.words,
      ages,
    });
  };
  return { thing: 'person', pairs, judge };
}
