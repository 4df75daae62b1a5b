import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { areasOf, isForceSpoc, type Actor } from '../../kernel/actor.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid, NotFound } from '../../kernel/failures.ts';
import { readableBy } from '../../submission/readable.server.ts';
import { isFib } from '../../kernel/actor.ts';
import type { Status } from '../../kernel/statuses.ts';
import { LESS_THAN, MARK_END, MARK_START, piecesOf, type Piece } from './marked.ts';
import { kindOf, longestQuery, readQuery, shortestQuery, type Query } from './read-query.ts';
import { mentionedSql } from './mentioned-sql.server.ts';
import { addedTexts, commonPartsSql, hitsSql, partsOf, textQuery } from './search-sql.server.ts';

export const HITS_PER_PAGE = 20;
/** The most that is counted and can be paged through; whoever finds more has to say more. */
export const MOST_HITS = 1000;

/**
 * The limits on what a search may cost, however many reports there are. `rows`: how many one way of finding may give
 * before it counts as common; what is common is looked for in as many of the newest reports. `milliseconds`: when a
 * server gives up.
 */
const LIMITS = { rows: 5000, milliseconds: 5000 };

export type Hit = {
  id: string;
  /** A report that may be opened in the original, or an item that was disseminated to the actor. */
  kind: 'submission' | 'dissemination';
  reference: string;
  at: Date;
  status: Status | null;
  /** Somebody has claimed it. */
  held: boolean;
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
  /** Set where too many reports hold what was typed: only those received since were looked through. Null when all were. */
  since: Date | null;
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
  held: boolean;
  area: string | null;
  restricted: boolean;
  found: { thing: string; value: string }[];
  rank: number;
};

/**
 * Searches reference, record elsewhere, vehicle, phone, name, address and text of what the actor may read: originals, and,
 * sanitised, what was disseminated to their queues. Restriction wins, and a withdrawn report is not found. Of what is in
 * too many reports only the newest are looked through. Recorded without the words. @throws NotFound, Invalid
 */
export async function search(
  ctx: Ctx,
  input: { typed: string; page: number },
  limits = LIMITS,
): Promise<SearchResult> {
  if (ctx.actor.side !== 'police') throw new NotFound();
  const query = readQuery(input.typed);
  if (query.text.replace(/[^\p{L}\p{N}?]/gu, '').length < shortestQuery)
    throw new Invalid({ query: `Enter at least ${shortestQuery} letters or numbers` });
  if (input.typed.trim().length > longestQuery)
    throw new Invalid({ query: `Search must be ${longestQuery} characters or less` });
  try {
    return await inTime(ctx, query, input.page, limits);
  } catch (failure) {
    if (!wasGivenUp(failure)) throw failure;
    // Nothing was shown, and it was looked for all the same.
    await transaction(ctx.db, (tx) =>
      record(tx, ctx, { type: 'search.made', data: { kind: kindOf(query), found: 0, page: 1, shown: [] } }),
    );
    throw new Invalid({
      query: 'The search took too long: too much is like what you typed. Add a word or write it in full',
    });
  }
}

/** The server's own word for a statement that took longer than it may. */
const wasGivenUp = (failure: unknown): boolean =>
  failure instanceof Error && 'meta' in failure && JSON.stringify(failure.meta).includes('"57014"');

function inTime(ctx: Ctx, query: Query, wanted: number, limits: typeof LIMITS): Promise<SearchResult> {
  return transaction(ctx.db, async (tx) => {
    await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(limits.milliseconds)}, true)`;
    const { rows: all, since } = await found(tx, ctx, query, limits.rows);
    const count = Math.min(all.length, MOST_HITS);
    const pages = Math.max(1, Math.ceil(count / HITS_PER_PAGE));
    const page = Number.isInteger(wanted) && wanted >= 1 && wanted <= pages ? wanted : 1;
    const shown = all.slice((page - 1) * HITS_PER_PAGE, Math.min(page * HITS_PER_PAGE, count));
    const headlines = await headlinesOf(tx, query, shown);
    await record(tx, ctx, {
      type: 'search.made',
      data: {
        // Only what is found shows that a number is one of a record.
        kind: all[0]?.rank === 0 ? 'reference' : kindOf(query),
        found: count,
        page,
        shown: shown.map(({ id }) => id),
      },
    });
    return {
      query: query.text,
      count,
      more: all.length > MOST_HITS,
      since,
      page,
      pages,
      hits: shown.map(({ rank: _, ...row }) => ({ ...row, headline: headlines.get(row.id) ?? [] })),
    };
  });
}

/** Finds out first which parts are common, by counting up to `mostRows` in each index. */
async function found(
  tx: Tx,
  ctx: Ctx,
  query: Query,
  mostRows: number,
): Promise<{ rows: Row[]; since: Date | null }> {
  const parts = partsOf(query);
  // The planner takes no account of what it costs to read the words of a whole report, and would read them all.
  await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
  const common = await tx.$queryRaw<{ part: number }[]>`${commonPartsSql(parts, mostRows)}`;
  const readable = readableBy(ctx);
  const since = common.length > 0 ? await newestSince(tx, mostRows) : null;
  const hits = hitsSql(parts, new Set(common.map(({ part }) => part)));
  // Reports are looked up by id, one for each hit (OFFSET 0): the planner would rather read every report there is.
  const rows = await tx.$queryRaw<Row[]>`
    WITH newest AS MATERIALIZED (
      SELECT s.id FROM (SELECT * FROM submission ORDER BY submitted_at DESC LIMIT ${mostRows}) s JOIN queue q ON q.id = s.primary_queue_id
      WHERE ${readable}),
    hit AS (${hits}),
    best AS (
      SELECT s.id, min(h.rank) AS rank,
        (array_agg(DISTINCT jsonb_build_object('thing', h.thing, 'value', h.value)))[1:5] AS found
      FROM hit h CROSS JOIN LATERAL (SELECT s.id FROM submission s JOIN queue q ON q.id = s.primary_queue_id
        WHERE s.id = h.submission_id AND ${readable} OFFSET 0) s
      GROUP BY s.id)
    SELECT * FROM (
      SELECT s.id, 'submission' AS kind, s.reference, s.submitted_at AS at, s.status, s.claimed_by IS NOT NULL AS held, a.name AS area, s.restricted, to_jsonb(b.found) AS found, b.rank
      FROM best b CROSS JOIN LATERAL (SELECT * FROM submission WHERE id = b.id OFFSET 0) s LEFT JOIN area a ON a.id = s.area_id
      UNION ALL ${disseminatedSql(ctx.actor, query, since)}
      ${mentionedSql(ctx.actor, query, Prisma.sql`text_lexemes(t.text) @@ ${textQuery(query)}`, mostRows)}
    ) f ORDER BY f.rank, f.at DESC, f.id LIMIT ${MOST_HITS + 1}`;
  return { rows, since };
}

/** When the oldest of the newest reports was received; null where there are no older ones. */
async function newestSince(tx: Tx, count: number): Promise<Date | null> {
  const [oldest, older] = await tx.submission.findMany({
    orderBy: { submittedAt: 'desc' },
    skip: count - 1,
    take: 2,
    select: { submittedAt: true },
  });
  return oldest && older ? oldest.submittedAt : null;
}

/** Items disseminated to the actor's queues and not recalled, for those who may not read the original. */
function disseminatedSql(actor: Actor, query: Query, since: Date | null): Prisma.Sql {
  const areas = areasOf(actor, 'spoc');
  const queues = [Prisma.sql`false`];
  if (areas.length > 0) queues.push(Prisma.sql`(q.kind = 'area' AND q.area_id = ANY(${areas}::uuid[]))`);
  if (isForceSpoc(actor)) queues.push(Prisma.sql`q.kind = 'force_spoc'`);
  if (isFib(actor)) queues.push(Prisma.sql`q.kind = 'fib'`);
  const sent = Prisma.sql`dissemination d JOIN queue q ON q.id = d.queue_id JOIN submission s ON s.id = d.submission_id`;
  const columns = Prisma.sql`d.id, d.sanitised_text_id, d.disseminated_at, s.id AS submission_id, s.reference, s.area_id`;
  const mine = Prisma.sql`(${Prisma.join(queues, ' OR ')})`;
  const found = Prisma.sql`text_lexemes(t.text) @@ ${textQuery(query)}`;
  // From the index of the words, or from the newest reports where the words are common.
  const lines = since
    ? Prisma.sql`(SELECT ${columns} FROM ${sent} WHERE s.submitted_at >= ${since} AND ${mine} OFFSET 0) d
        CROSS JOIN LATERAL (SELECT 1 FROM sanitised_text t WHERE t.id = d.sanitised_text_id AND ${found} OFFSET 0) t`
    : Prisma.sql`(SELECT ${columns} FROM ${sent} JOIN sanitised_text t ON t.id = d.sanitised_text_id WHERE ${found} AND ${mine}) d`;
  return Prisma.sql`
    SELECT d.id, 'dissemination', d.reference, d.disseminated_at, NULL, false, a.name, false, '[]'::jsonb, 6
    FROM ${lines} LEFT JOIN area a ON a.id = d.area_id
    WHERE NOT EXISTS (SELECT 1 FROM dissemination_recall r WHERE r.dissemination_id = d.id)
      AND NOT EXISTS (SELECT 1 FROM best b WHERE b.id = d.submission_id)`;
}

/**
 * A few words around what was found, for the rows of one page: of the report itself, else of what was added, answered or
 * noted. The marks are taken out of the text before it is read.
 */
async function headlinesOf(tx: Tx, query: Query, rows: readonly Row[]): Promise<Map<string, Piece[]>> {
  const ids = (kind: Hit['kind']) => rows.filter((row) => row.kind === kind).map(({ id }) => id);
  const marks = `StartSel=${MARK_START}, StopSel=${MARK_END}, MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "`;
  const headline = (text: Prisma.Sql) =>
    Prisma.sql`ts_headline('portal_english', translate(${text}, ${`<${MARK_START}${MARK_END}${LESS_THAN}`}, ${LESS_THAN}), ${textQuery(query)}, ${marks})`;
  const added = addedTexts.map(
    ({ from, where }, rank) => Prisma.sql`
    UNION ALL SELECT o.submission_id, ${rank + 1}, ${headline(Prisma.sql`o.text`)} FROM ${from}
    WHERE o.submission_id = ANY(${ids('submission')}::uuid[]) AND ${where} AND text_lexemes(o.text) @@ ${textQuery(query)}`,
  );
  const lines = await tx.$queryRaw<{ id: string; headline: string | null }[]>`
    SELECT DISTINCT ON (id) id, headline FROM (
    SELECT c.submission_id AS id, 0 AS rank, ${headline(Prisma.sql`(SELECT string_agg(answer, ' · ') FROM jsonb_array_elements_text(report_answers(c.document)) AS answer)`)} AS headline
    FROM submission_content c WHERE c.submission_id = ANY(${ids('submission')}::uuid[]) AND report_lexemes(c.document) @@ ${textQuery(query)}
    ${Prisma.join(added, ' ')}
    UNION ALL SELECT d.id, 0, ${headline(Prisma.sql`t.text`)} FROM dissemination d JOIN sanitised_text t ON t.id = d.sanitised_text_id
    WHERE d.id = ANY(${ids('dissemination')}::uuid[])) l
    ORDER BY id, rank`;
  return new Map(lines.map((line) => [line.id, piecesOf(line.headline ?? '')] as const));
}
