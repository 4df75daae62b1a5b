import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Form } from '../../form/held-forms.ts';
import type { Meaning } from '../../form/meanings.ts';
import type { Question } from '../../form/question.ts';
import { smallest } from '../../kernel/counted.ts';

/** Codes of options by question id, those chosen most often first. */
export type OftenChosen = Readonly<Record<string, readonly string[]>>;

const asks: Partial<Record<Meaning, 'nationality' | 'language'>> = {
  'person.nationality': 'nationality',
  'person.otherNationalities': 'nationality',
  'person.language': 'language',
  'person.otherLanguages': 'language',
  'victim.language': 'language',
};

/** Of the newest reports of an organisation, so that looking costs the same however many it has sent. */
const newest = 200;
const most = 6;

/**
 * The nationalities and languages that an organisation's own reports name most often, for the questions of a page that ask for
 * them. Only what at least five reports name: a list says nothing of what one colleague wrote.
 */
export async function oftenChosen(
  db: Ctx['db'] | Tx,
  organisationId: string,
  { meanings }: Form,
  questions: readonly Question[],
): Promise<OftenChosen> {
  const asked = Object.entries(asks).flatMap(([meaning, kind]) => {
    const id = meanings[meaning as Meaning];
    return id !== undefined && questions.some((question) => question.id === id) ? [{ id, kind }] : [];
  });
  if (asked.length === 0) return {};
  const rows = await db.$queryRaw<{ kind: string; code: string }[]>`
    WITH own AS (SELECT id FROM submission WHERE organisation_id = ${organisationId}::uuid
      ORDER BY submitted_at DESC, id LIMIT ${newest}),
    named AS (
      SELECT DISTINCT submission_id, 'nationality' AS kind, unnest(nationalities) AS code
      FROM submission_person WHERE submission_id IN (SELECT id FROM own)
      UNION
      SELECT DISTINCT submission_id, 'language', unnest(languages)
      FROM submission_person WHERE submission_id IN (SELECT id FROM own))
    SELECT kind, code FROM named GROUP BY kind, code HAVING count(*) >= ${smallest}
    ORDER BY count(*) DESC, code`;
  return Object.fromEntries(
    asked.map(({ id, kind }) => [
      id,
      rows
        .filter((row) => row.kind === kind)
        .slice(0, most)
        .map(({ code }) => code),
    ]),
  );
}
