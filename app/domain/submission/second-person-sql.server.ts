import { Prisma } from '#app/platform/db/generated/client.ts';

/** The twin of `needsSecondPerson` (second-person.ts) for a statement that knows `item_grade g` and `submission s`. */
export const needsSecondPersonSql = Prisma.sql`(g.handling_code = 'C' OR s.restricted)`;

/** That nobody has judged `sanitised_text t` with that grade, as far as it needs somebody. */
export const awaitsSecondPersonSql = Prisma.sql`${needsSecondPersonSql}
  AND NOT EXISTS (SELECT 1 FROM item_approval p WHERE p.sanitised_text_id = t.id AND p.item_grade_id = g.id)`;
