import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { areasOf, isForceSpoc, type Actor } from '../actor.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import { Invalid, NotFound } from '../failures.ts';
import { readableBy } from '../matching/readable.server.ts';
import { isOnDuty } from '../triage/on-duty.server.ts';
import { isFib } from '../triage/standing.ts';
import type { Status } from '../triage/statuses.ts';
import { LESS_THAN, MARK_END, MARK_START, piecesOf, type Piece } from './marked.ts';
import { kindOf, longestQuery, readQuery, shortestQuery, type Query } from './read-query.ts';
import { hitsSql, textQuery } from './search-sql.server.ts';

export const HITS_PER_PAGE = 20;
/** What is counted and can be paged through; whoever finds more has to say more. */
export const MOST_HITS = 1000;

export type Hit = {
  id: string;
  /** A report that may be opened in the original, or an item that was disseminated to the actor. */
  kind: 'submission' | 'dissemination';
  reference: string;
  at: Date;
  status: Status | null;
  area: string | null;
  restricted: boolean;
  /** Where it was found: "Vehicle: BX12ABC". */
  found: { thing: string; value: string }[];
  headline: Piece[];
};

export type SearchResult = {
  query: string;
  /** At most `MOST_HITS`; `more` where there are more. */
  count: number;
  more: boolean;
  page: number;
  pages: number;
  hits: Hit[];
};

type Row = {
  id: string;
  kind: Hit['kind'];
  reference: string;
  at: Date;
  status: Status | null;
  area: string | null;
  restricted: boolean;
  found: { thing: string; value: string }[];
};

/**
 * Searches reference, vehicle, phone, name, address and text of what the actor may read: originals, and, sanitised, what
 * was disseminated to their queues. Restriction wins, and a withdrawn report is not found. Recorded without the words.
 * @throws NotFound, Invalid
 */
export async function search(ctx: Ctx, input: { typed: string; page: number }): Promise<SearchResult> {
  if (ctx.actor.side !== 'police') throw new NotFound();
  const query = readQuery(input.typed);
  if (query.text.replace(/[^\p{L}\p{N}?]/gu, '').length < shortestQuery)
    throw new Invalid({ query: `Enter at least ${shortestQuery} letters or numbers` });
  if (input.typed.trim().length > longestQuery)
    throw new Invalid({ query: `Search must be ${longestQuery} characters or less` });
  return transaction(ctx.db, async (tx) => {
    const all = await found(tx, ctx, query);
    const count = Math.min(all.length, MOST_HITS);
    const pages = Math.max(1, Math.ceil(count / HITS_PER_PAGE));
    const page = Number.isInteger(input.page) && input.page >= 1 && input.page <= pages ? input.page : 1;
    const shown = all.slice((page - 1) * HITS_PER_PAGE, Math.min(page * HITS_PER_PAGE, count));
    const headlines = await headlinesOf(tx, query, shown);
    await record(tx, ctx, {
      type: 'search.made',
      data: { kind: kindOf(query), found: count, page, shown: shown.map(({ id }) => id) },
    });
    return {
      query: query.text,
      count,
      more: all.length > MOST_HITS,
      page,
      pages,
      hits: shown.map((row) => ({ ...row, headline: headlines.get(row.id) ?? [] })),
    };
  });
}

/** Reports are looked up by id, one for each hit (OFFSET 0): the planner would rather read every report there is. */
async function found(tx: Tx, ctx: Ctx, query: Query): Promise<Row[]> {
  const readable = readableBy(ctx.actor, await isOnDuty(tx, ctx));
  return tx.$queryRaw<Row[]>`
    WITH hit AS (${hitsSql(query)}),
    best AS (
      SELECT s.id, min(h.rank) AS rank,
        (array_agg(DISTINCT jsonb_build_object('thing', h.thing, 'value', h.value)))[1:5] AS found
      FROM hit h CROSS JOIN LATERAL (SELECT s.id FROM submission s JOIN queue q ON q.id = s.primary_queue_id
        WHERE s.id = h.submission_id AND ${readable} OFFSET 0) s
      GROUP BY s.id)
    SELECT * FROM (
      SELECT s.id, 'submission' AS kind, s.reference, s.submitted_at AS at, s.status, a.name AS area, s.restricted, to_jsonb(b.found) AS found, b.rank
      FROM best b CROSS JOIN LATERAL (SELECT * FROM submission WHERE id = b.id OFFSET 0) s LEFT JOIN area a ON a.id = s.area_id
      UNION ALL ${disseminatedSql(ctx.actor, query)}
    ) f ORDER BY f.rank, f.at DESC, f.id LIMIT ${MOST_HITS + 1}`;
}

/** What was disseminated to the actor's queues and not recalled, for those who may not read its original. */
function disseminatedSql(actor: Actor, query: Query): Prisma.Sql {
  const areas = areasOf(actor, 'spoc');
  const queues = [Prisma.sql`false`];
  if (areas.length > 0) queues.push(Prisma.sql`(q.kind = 'area' AND q.area_id = ANY(${areas}::uuid[]))`);
  if (isForceSpoc(actor)) queues.push(Prisma.sql`q.kind = 'force_spoc'`);
  if (isFib(actor)) queues.push(Prisma.sql`q.kind = 'fib'`);
  return Prisma.sql`
    SELECT d.id, 'dissemination', s.reference, d.disseminated_at, NULL, a.name, false, '[]'::jsonb, 6
    FROM sanitised_text t JOIN dissemination d ON d.sanitised_text_id = t.id JOIN queue q ON q.id = d.queue_id
    JOIN submission s ON s.id = d.submission_id LEFT JOIN area a ON a.id = s.area_id
    WHERE text_lexemes(t.text) @@ ${textQuery(query)} AND (${Prisma.join(queues, ' OR ')})
      AND NOT EXISTS (SELECT 1 FROM dissemination_recall r WHERE r.dissemination_id = d.id)
      AND NOT EXISTS (SELECT 1 FROM best b WHERE b.id = s.id)`;
}

/** A few words around what was found, for the rows of one page. The marks are taken out of the text before it is read. */
async function headlinesOf(tx: Tx, query: Query, rows: readonly Row[]): Promise<Map<string, Piece[]>> {
  const ids = (kind: Hit['kind']) => rows.filter((row) => row.kind === kind).map(({ id }) => id);
  const marks = `StartSel=${MARK_START}, StopSel=${MARK_END}, MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "`;
  const headline = (text: Prisma.Sql) =>
    Prisma.sql`ts_headline('portal_english', translate(${text}, ${`<${MARK_START}${MARK_END}${LESS_THAN}`}, ${LESS_THAN}), ${textQuery(query)}, ${marks})`;
  const lines = await tx.$queryRaw<{ id: string; headline: string | null }[]>`
    SELECT c.submission_id AS id, ${headline(Prisma.sql`(SELECT string_agg(answer, ' · ') FROM jsonb_array_elements_text(report_answers(c.document)) AS answer)`)} AS headline
    FROM submission_content c WHERE c.submission_id = ANY(${ids('submission')}::uuid[]) AND report_lexemes(c.document) @@ ${textQuery(query)}
    UNION ALL SELECT d.id, ${headline(Prisma.sql`t.text`)} FROM dissemination d JOIN sanitised_text t ON t.id = d.sanitised_text_id
    WHERE d.id = ANY(${ids('dissemination')}::uuid[])`;
  return new Map(lines.map((line) => [line.id, piecesOf(line.headline ?? '')] as const));
}
