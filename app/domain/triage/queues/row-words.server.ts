import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Ctx } from '../../kernel/context.ts';
import { clearedFor } from '../../submission/queue-sql.server.ts';
import { mostMatches } from './listed-line.ts';

/** Of a mark or number that very many reports have, so many are looked at. */
const looked = 300;

/**
 * The columns of `RowWords` of `submission s`, for the rows of one page only: `may` says of which. Each looks into the rows
 * of that report, and by index for others that have the same.
 */
export const wordsColumns = (ctx: Ctx, may: Prisma.Sql): Prisma.Sql => Prisma.sql`
  CASE WHEN ${may} THEN left(c.answers ->> (f.meanings ->> 'narrative'), 240) END AS words,
  CASE WHEN ${may} THEN (SELECT left(concat_ws(', ', coalesce(p.business, p.landmark, p.address), p.town, p.postcode), 80)
    FROM submission_place p WHERE p.submission_id = s.id ORDER BY p.position LIMIT 1) END AS place,
  CASE WHEN ${may} THEN coalesce(
    (SELECT v.registration FROM submission_vehicle v WHERE v.submission_id = s.id AND v.registration IS NOT NULL
      ORDER BY v.position LIMIT 1),
    (SELECT left(n.value, 40) FROM submission_contact n WHERE n.submission_id = s.id ORDER BY n.position LIMIT 1)) END AS mark,
  CASE WHEN ${may} THEN ${sameElsewhere(ctx)} ELSE 0 END AS matches`;

export const wordsJoins = Prisma.sql`LEFT JOIN submission_content c ON c.submission_id = s.id
  JOIN form_version f ON f.version = s.form_version`;

/** `s` is the other report in here, and `c.submission_id` the one of the row. */
const sameElsewhere = (ctx: Ctx): Prisma.Sql => Prisma.sql`(
  SELECT count(*)::int FROM (SELECT DISTINCT o.submission_id FROM (
      (SELECT o.submission_id FROM submission_vehicle v JOIN submission_vehicle o USING (registration_normalised)
        WHERE v.submission_id = c.submission_id LIMIT ${looked})
      UNION ALL
      (SELECT o.submission_id FROM submission_contact n JOIN submission_contact o USING (kind, value_normalised)
        WHERE n.submission_id = c.submission_id LIMIT ${looked})) o
    JOIN submission s ON s.id = o.submission_id
    WHERE s.id <> c.submission_id AND s.status <> 'withdrawn' AND ${clearedFor(ctx)} LIMIT ${mostMatches}) found)`;

/** On one line, as a row has it. */
export const onOneLine = (written: string | null): string | null =>
  written?.replaceAll(/\s+/g, ' ').trim() || null;
