import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { record } from '../audit/record.server.ts';
import { questionsOf, sectionQuestions } from '../form/definition.ts';
import { everyForm } from '../form/forms.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { reportAs, type FileKind } from '../kernel/file-kinds.ts';
import { NotFound } from '../kernel/failures.ts';
import { may } from '../kernel/permissions.ts';
import { filterSql, filterWords, type FigureFilter } from './figure-filter.server.ts';
import { receivedIn } from './measures.server.ts';
import { spanOf, type Period } from './period.ts';

/** Reports by one question: `asked` had it in their version, `known` say more than that it is not known. */
export type QuestionFill = {
  id: string;
  label: string;
  /** The title of the section of the form in which it stands. */
  section: string;
  asked: number;
  filled: number;
  notKnown: number;
  /** Of those that are known, how many reports were of use: used, a crime, safeguarding, or passed on. */
  ofUse: number;
};

/**
 * Of a possible victim, how many reports in a hundred know it; `before` is what the Gangmasters and Labour Abuse Authority had
 * of the reports that it received (Intelligence Picture, quarter 4 of 2023-24).
 */
export type KnownOfVictims = { label: string; known: number; before: number };

export type QuestionFigures = {
  reports: number;
  narrowedTo: Awaited<ReturnType<typeof filterWords>>;
  questions: QuestionFill[];
  victims: KnownOfVictims[];
};

/** The codes of options by which a partner says that they do not know. */
const doNotKnow = ['not_known', 'not_sure', 'unsure'];

/**
 * How often each question of the form was filled and known, of the reports received in a period and still kept as they were
 * sent; what was added later is left out. For the MDS lead and FIB supervisors. @throws NotFound
 */
export async function questionFigures(
  ctx: Ctx,
  period: Period,
  filter: FigureFilter = {},
  as: FileKind | null = null,
): Promise<QuestionFigures> {
  if (!may(ctx.actor, 'figures.read')) throw new NotFound();
  const among = Prisma.sql`${receivedIn(spanOf(period))} AND ${filterSql(filter)}`;
  return transaction(ctx.db, async (tx) => {
    await record(tx, ctx, {
      type: 'report.viewed',
      data: { report: reportAs('questions', as), months: `${period.first} to ${period.last}` },
    });
    const versions = await tx.$queryRaw<{ version: number; count: number }[]>`
      SELECT s.form_version AS version, count(*)::integer AS count FROM submission s WHERE ${among} GROUP BY 1`;
    const reports = versions.reduce((all, { count }) => all + count, 0);
    const said = new Map((await answered(tx, among)).map((row) => [row.question, row]));
    const forms = await everyForm(tx);
    // By the newest form that has it, in its order and its words.
    const questions = new Map<string, { label: string; section: string }>();
    for (const section of [...forms].reverse().flatMap(({ sections }) => sections))
      for (const { id, label } of sectionQuestions(section))
        if (!questions.has(id)) questions.set(id, { label, section: section.title });
    return {
      reports,
      narrowedTo: await filterWords(tx, filter),
      questions: [...questions].flatMap(([id, words]): QuestionFill[] => {
        const askedIn = forms
          .filter((form) => questionsOf(form).some((question) => question.id === id))
          .map(({ version }) => version);
        const asked = versions
          .filter(({ version }) => askedIn.includes(version))
          .reduce((all, { count }) => all + count, 0);
        const { filled = 0, known = 0, ofUse = 0 } = said.get(id) ?? {};
        return asked === 0 ? [] : [{ id, ...words, asked, filled, notKnown: filled - known, ofUse }];
      }),
      victims: await knownOfVictims(tx, among, reports),
    };
  });
}

type Answered = { question: string; filled: number; known: number; ofUse: number };

/** By question: reports that answer it at all, in any entry of a list, and those that know. One pass over the answers. */
const answered = (tx: Tx, among: Prisma.Sql): Promise<Answered[]> => tx.$queryRaw<Answered[]>`
  SELECT question, count(*)::integer AS filled, (count(*) FILTER (WHERE known))::integer AS known,
    (count(*) FILTER (WHERE known AND of_use))::integer AS "ofUse"
  FROM (
    SELECT s.id, given.key AS question, bool_or(NOT (given.value <@ ${JSON.stringify(doNotKnow)}::jsonb)) AS known,
      coalesce(s.outcome IN ('used', 'crime_recorded', 'safeguarding_action', 'passed_on'), false) AS of_use
    FROM submission s JOIN submission_content c ON c.submission_id = s.id
      CROSS JOIN LATERAL jsonb_each(c.answers) AS top (key, value)
      CROSS JOIN LATERAL (
        SELECT top.key, top.value WHERE jsonb_typeof(top.value) <> 'array' OR jsonb_typeof(top.value -> 0) <> 'object'
        UNION ALL SELECT inner_.key, inner_.value
        FROM jsonb_array_elements(CASE WHEN jsonb_typeof(top.value) = 'array' THEN top.value ELSE '[]' END) AS entry (value)
          CROSS JOIN LATERAL jsonb_each(CASE WHEN jsonb_typeof(entry.value) = 'object' THEN entry.value ELSE '{}' END) AS inner_ (key, value)
      ) AS given (key, value)
    WHERE ${among} AND given.value NOT IN ('""', '[]', 'null', '{}')
    GROUP BY 1, 2, 4) each_report
  GROUP BY 1`;

async function knownOfVictims(tx: Tx, among: Prisma.Sql, reports: number): Promise<KnownOfVictims[]> {
  const [row = { sex: 0, nationality: 0, age: 0 }] = await tx.$queryRaw<
    { sex: number; nationality: number; age: number }[]
  >`
    SELECT (count(DISTINCT s.id) FILTER (WHERE p.sex <> 'not_known'))::integer AS sex,
      (count(DISTINCT s.id) FILTER (WHERE cardinality(p.nationalities) > 0))::integer AS nationality,
      (count(DISTINCT s.id) FILTER (WHERE p.date_of_birth IS NOT NULL OR p.age_range <> 'not_known'))::integer AS age
    FROM submission s JOIN submission_person p ON p.submission_id = s.id AND p.part IN ('possible_victim', 'both') WHERE ${among}`;
  const ofHundred = (count: number) => (reports === 0 ? 0 : Math.round((100 * count) / reports));
  return [
    { label: 'Sex or gender', known: ofHundred(row.sex), before: 19 },
    { label: 'Nationality', known: ofHundred(row.nationality), before: 33 },
    { label: 'Age', known: ofHundred(row.age), before: 4 },
  ];
}
