import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { LESS_THAN, MARK_END, MARK_START, piecesOf, quoteOf, type Piece } from './marked.ts';
import { addedTexts } from './search-sql.server.ts';

type Line = { id: string; kind: 'submission' | 'dissemination' };

const marks = `StartSel=${MARK_START}, StopSel=${MARK_END}, HighlightAll=true`;

/**
 * The sentences in which it was found, for the rows of one page: of the answer of the report that holds most of it and, of
 * several, is the longest, which is the story; else of what was added, answered or noted. The marks are taken out of the text
 * before it is read.
 */
export async function headlinesOf(
  tx: Tx,
  words: Prisma.Sql,
  rows: readonly Line[],
): Promise<Map<string, Piece[]>> {
  const ids = (kind: Line['kind']) => rows.filter((row) => row.kind === kind).map(({ id }) => id);
  const headline = (text: Prisma.Sql) =>
    Prisma.sql`ts_headline('portal_english', translate(${text}, ${`<${MARK_START}${MARK_END}${LESS_THAN}`}, ${LESS_THAN}), f.words, ${marks})`;
  const added = addedTexts.map(
    ({ from, where }, rank) => Prisma.sql`
    UNION ALL SELECT o.submission_id, ${rank + 1}, ${headline(Prisma.sql`o.text`)} FROM found f, ${from}
    WHERE o.submission_id = ANY(${ids('submission')}::uuid[]) AND ${where} AND text_lexemes(o.text) @@ f.words`,
  );
  const lines = await tx.$queryRaw<{ id: string; headline: string | null }[]>`
    WITH found AS MATERIALIZED (SELECT w AS words, replace(w::text, '&', '|')::tsquery AS one_of_them FROM (SELECT ${words} AS w) q)
    SELECT DISTINCT ON (id) id, headline FROM (
    SELECT c.submission_id AS id, 0 AS rank, ${headline(Prisma.sql`a.answer`)} AS headline
    FROM found f, submission_content c CROSS JOIN LATERAL (
      SELECT answer FROM jsonb_array_elements_text(report_answers(c.document)) AS answer
      WHERE text_lexemes(answer) @@ f.one_of_them
      ORDER BY ts_rank(text_lexemes(answer), f.one_of_them) DESC, length(answer) DESC LIMIT 1) a
    WHERE c.submission_id = ANY(${ids('submission')}::uuid[]) AND c.lexemes @@ f.words
    ${Prisma.join(added, ' ')}
    UNION ALL SELECT d.id, 0, ${headline(Prisma.sql`t.text`)} FROM found f, dissemination d JOIN sanitised_text t ON t.id = d.sanitised_text_id
    WHERE d.id = ANY(${ids('dissemination')}::uuid[])) l
    ORDER BY id, rank`;
  return new Map(lines.map((line) => [line.id, piecesOf(quoteOf(line.headline ?? ''))] as const));
}
