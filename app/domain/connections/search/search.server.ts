import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { areasOf, isFib, isForceSpoc } from '../../kernel/actor.ts';
import { record } from '../../audit/record.server.ts';
import type { Id } from '../../kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid, NotFound } from '../../kernel/failures.ts';
import { decodeCursor, encodeCursor } from '../../kernel/queue-cursor.ts';
import { readableBy } from '../../submission/readable.server.ts';
import type { Status } from '../../kernel/statuses.ts';
import { headlinesOf } from './headlines.server.ts';
import type { Piece } from './marked.ts';
import { mentionedSql } from './mentioned-sql.server.ts';
import { nearTextQuery } from './near-text-query.server.ts';
import { inAreaSql, looksForDisseminated, receivedSql, reportsSql } from './narrowing-sql.server.ts';
import { kindOf, readQuery, type Query } from './read-query.ts';
import { inOrder, isAfter, placeOf } from './result-order.ts';
import type { SearchSort, Sought } from './sought.ts';
import {
  commonPartsSql,
  DISSEMINATED_RANK,
  hitsSql,
  NEAR_RANK,
  partsOf,
  textParts,
  textQuery,
  type Part,
} from './search-sql.server.ts';

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
  /** Its words differ by a slip from those that were typed. */
  near: boolean;
  headline: Piece[];
};

export type SearchResult = {
  /** At most `MOST_HITS`; `more` where there are more. */
  count: number;
  more: boolean;
  /** Set where too many reports hold what was typed: only those received since were looked through. Null when all were. */
  since: Date | null;
  hits: Hit[];
  /** Where the next page begins; null on the last one. */
  next: string | null;
};

type Row = Omit<Hit, 'near' | 'headline'> & { rank: number };

type Found = { rows: Row[]; since: Date | null };

/** What is looked for and how, as one search has it. */
type Looking = { ctx: Ctx; query: Query; sought: Sought; mostRows: number };

/**
 * Searches reference, record elsewhere, vehicle, phone, name, address and text of what the actor may read: originals, and,
 * sanitised, what was disseminated to their queues. Restriction wins, and a withdrawn report is not found. Of what is in
 * too many reports only the newest are looked through. Where less than a page is found, words that differ by a slip count
 * too. `after` is where a page begins. Recorded without the words. @throws NotFound, Invalid
 */
export async function search(
  ctx: Ctx,
  { sought, after }: { sought: Sought; after: string | null },
  limits = LIMITS,
): Promise<SearchResult> {
  return lookFor(ctx, sought, limits, async (tx, looking, { rows: all, since, words }) => {
    const count = Math.min(all.length, MOST_HITS);
    const cursor = decodeCursor(after);
    const rest = all.slice(0, count).filter((row) => !cursor || isAfter(row, cursor, sought.sort));
    const shown = rest.slice(0, HITS_PER_PAGE);
    const last = rest.length > HITS_PER_PAGE ? shown.at(-1) : undefined;
    const headlines = await headlinesOf(tx, words, shown);
    await recordSearch(tx, looking, all, shown);
    return {
      count,
      more: all.length > MOST_HITS,
      since,
      hits: shown.map(({ rank, ...row }) => ({
        ...row,
        near: rank === NEAR_RANK,
        headline: headlines.get(row.id) ?? [],
      })),
      next: last ? encodeCursor(placeOf(last, sought.sort)) : null,
    };
  });
}

/**
 * The reports among everything that is found, on whichever page, in its order: at most so many. What was disseminated is none
 * of them. Recorded as a search is. @throws NotFound, Invalid
 */
export async function foundReports(
  ctx: Ctx,
  { sought, most }: { sought: Sought; most: number },
): Promise<Id<'Submission'>[]> {
  return lookFor(ctx, sought, LIMITS, async (tx, looking, { rows }) => {
    const reports = rows.filter(({ kind }) => kind === 'submission').slice(0, most);
    await recordSearch(tx, looking, rows, reports);
    return reports.map(({ id }) => id as Id<'Submission'>);
  });
}

/** Looks for it in one transaction, and gives up in time. @throws NotFound, Invalid */
async function lookFor<Answer>(
  ctx: Ctx,
  sought: Sought,
  limits: typeof LIMITS,
  answer: (tx: Tx, looking: Looking, found: Found & { words: Prisma.Sql }) => Promise<Answer>,
): Promise<Answer> {
  if (ctx.actor.side !== 'police') throw new NotFound();
  const query = readQuery(sought.typed);
  const looking = { ctx, query, sought, mostRows: limits.rows };
  try {
    return await transaction(ctx.db, async (tx) => {
      // The planner takes no account of what it costs to read the words of a whole report, and would read them all. And how
      // many reports hold a word decides how to look for it, so no plan is kept for all words.
      await tx.$executeRaw`
        SELECT set_config('statement_timeout', ${String(limits.milliseconds)}, true), set_config('enable_seqscan', 'off', true),
          set_config('plan_cache_mode', 'force_custom_plan', true)`;
      return answer(tx, looking, await found(tx, looking));
    });
  } catch (failure) {
    if (!wasGivenUp(failure)) throw failure;
    // Nothing was shown, and it was looked for all the same.
    await transaction(ctx.db, (tx) =>
      record(tx, ctx, { type: 'search.made', data: { kind: kindOf(query), found: 0, shown: [] } }),
    );
    throw new Invalid({
      query: 'The search took too long: too much is like what you typed. Add a word or write it in full',
    });
  }
}

/** The server's own word for a statement that took longer than it may. */
const wasGivenUp = (failure: unknown): boolean =>
  failure instanceof Error && 'meta' in failure && JSON.stringify(failure.meta).includes('"57014"');

const recordSearch = (tx: Tx, { ctx, query }: Looking, all: readonly Row[], shown: readonly Row[]) =>
  record(tx, ctx, {
    type: 'search.made',
    data: {
      // Only what is found shows that a number is one of a record.
      kind: all[0]?.rank === 0 ? 'reference' : kindOf(query),
      found: Math.min(all.length, MOST_HITS),
      shown: shown.map(({ id }) => id),
    },
  });

/**
 * Everything that is found, in its order; where that is less than a page, with what differs by a slip. `words` are those that
 * were looked for in texts.
 */
async function found(tx: Tx, looking: Looking): Promise<Found & { words: Prisma.Sql }> {
  const { query, sought } = looking;
  const words = textQuery(query);
  const exact = await lookedUp(tx, looking, partsOf(query), words, DISSEMINATED_RANK);
  const near = exact.rows.length < HITS_PER_PAGE ? await nearTextQuery(tx, query) : null;
  if (near === null) return { ...exact, words };
  const others = await lookedUp(tx, looking, textParts(near, NEAR_RANK), near, NEAR_RANK);
  const known = new Set(exact.rows.map(({ id }) => id));
  const rows = [...exact.rows, ...others.rows.filter(({ id }) => !known.has(id))];
  return {
    rows: rows.sort(inOrder(sought.sort)),
    since: exact.since ?? others.since,
    words: Prisma.sql`(${words} || ${near})`,
  };
}

/** The orders of `inOrder`, of rows `f`. */
const orderSql: Readonly<Record<SearchSort, Prisma.Sql>> = {
  best: Prisma.sql`f.rank, f.at DESC, f.id`,
  newest: Prisma.sql`f.at DESC, f.id`,
  oldest: Prisma.sql`f.at, f.id`,
};

/** Finds out first which parts are common, by counting up to `mostRows` in each index. */
async function lookedUp(
  tx: Tx,
  looking: Looking,
  parts: readonly Part[],
  words: Prisma.Sql,
  disseminatedRank: number,
): Promise<Found> {
  const { ctx, sought, mostRows } = looking;
  const common = await tx.$queryRaw<{ part: number }[]>`${commonPartsSql(parts, mostRows)}`;
  const readable = Prisma.sql`${readableBy(ctx)} AND ${receivedSql(sought)} AND ${inAreaSql(sought)} AND ${reportsSql(sought)}`;
  const since = common.length > 0 ? await newestSince(tx, looking) : null;
  const hits = hitsSql(parts, new Set(common.map(({ part }) => part)), {
    most: MOST_HITS + 1,
    first: sought.sort === 'oldest' ? Prisma.sql`n.at, n.id` : Prisma.sql`n.at DESC, n.id`,
  });
  const disseminated = looksForDisseminated(sought)
    ? Prisma.sql`UNION ALL ${disseminatedSql(looking, words, since, disseminatedRank)} ${mentioned(looking, words, disseminatedRank)}`
    : Prisma.empty;
  // Reports are looked up by id, once for each that was hit (OFFSET 0): the planner would rather read every one there is.
  const rows = await tx.$queryRaw<Row[]>`
    WITH newest AS MATERIALIZED (
      SELECT s.id, s.submitted_at AS at FROM (SELECT * FROM submission s WHERE ${receivedSql(sought)} ORDER BY submitted_at DESC LIMIT ${mostRows}) s JOIN queue q ON q.id = s.primary_queue_id
      WHERE ${readable}),
    hit AS (${hits}),
    best AS (
      SELECT s.*, h.found, h.rank
      FROM (SELECT submission_id, min(rank) AS rank,
          (array_agg(DISTINCT jsonb_build_object('thing', thing, 'value', value)))[1:5] AS found
        FROM hit GROUP BY submission_id) h
      CROSS JOIN LATERAL (SELECT s.id, s.reference, s.submitted_at AS at, s.status, s.claimed_by IS NOT NULL AS held, s.area_id, s.restricted
        FROM submission s JOIN queue q ON q.id = s.primary_queue_id WHERE s.id = h.submission_id AND ${readable} OFFSET 0) s)
    SELECT * FROM (
      SELECT b.id, 'submission' AS kind, b.reference, b.at, b.status, b.held, a.name AS area, b.restricted, to_jsonb(b.found) AS found, b.rank
      FROM best b LEFT JOIN area a ON a.id = b.area_id
      ${disseminated}
    ) f ORDER BY ${orderSql[sought.sort]} LIMIT ${MOST_HITS + 1}`;
  return { rows, since };
}

/** What was disseminated by what its text names; not once more for words with a slip. */
const mentioned = ({ ctx, query, sought, mostRows }: Looking, words: Prisma.Sql, rank: number): Prisma.Sql =>
  rank === DISSEMINATED_RANK
    ? mentionedSql(ctx.actor, query, {
        found: Prisma.sql`text_lexemes(t.text) @@ ${words}`,
        narrowed: Prisma.sql`${receivedSql(sought)} AND ${inAreaSql(sought)}`,
        most: mostRows,
      })
    : Prisma.empty;

/** When the oldest of the newest reports was received; null where there are no older ones. */
async function newestSince(tx: Tx, { sought, mostRows }: Looking): Promise<Date | null> {
  const [oldest, older] = await tx.$queryRaw<{ at: Date }[]>`
    SELECT s.submitted_at AS at FROM submission s WHERE ${receivedSql(sought)}
    ORDER BY s.submitted_at DESC OFFSET ${mostRows - 1} LIMIT 2`;
  return oldest && older ? oldest.at : null;
}

/** Items disseminated to the actor's queues and not recalled, for those who may not read the original. */
function disseminatedSql(
  { ctx: { actor }, sought }: Looking,
  words: Prisma.Sql,
  since: Date | null,
  rank: number,
): Prisma.Sql {
  const areas = areasOf(actor, 'spoc');
  const queues = [Prisma.sql`false`];
  if (areas.length > 0) queues.push(Prisma.sql`(q.kind = 'area' AND q.area_id = ANY(${areas}::uuid[]))`);
  if (isForceSpoc(actor)) queues.push(Prisma.sql`q.kind = 'force_spoc'`);
  if (isFib(actor)) queues.push(Prisma.sql`q.kind = 'fib'`);
  const sent = Prisma.sql`dissemination d JOIN queue q ON q.id = d.queue_id JOIN submission s ON s.id = d.submission_id`;
  const columns = Prisma.sql`d.id, d.sanitised_text_id, d.disseminated_at, s.id AS submission_id, s.reference, s.area_id`;
  const mine = Prisma.sql`(${Prisma.join(queues, ' OR ')}) AND ${receivedSql(sought)} AND ${inAreaSql(sought)}`;
  const found = Prisma.sql`text_lexemes(t.text) @@ ${words}`;
  // From the index of the words, or from the newest reports where the words are common.
  const lines = since
    ? Prisma.sql`(SELECT ${columns} FROM ${sent} WHERE s.submitted_at >= ${since} AND ${mine} OFFSET 0) d
        CROSS JOIN LATERAL (SELECT 1 FROM sanitised_text t WHERE t.id = d.sanitised_text_id AND ${found} OFFSET 0) t`
    : Prisma.sql`(SELECT ${columns} FROM ${sent} JOIN sanitised_text t ON t.id = d.sanitised_text_id WHERE ${found} AND ${mine}) d`;
  return Prisma.sql`
    SELECT d.id, 'dissemination', d.reference, d.disseminated_at, NULL, false, a.name, false, '[]'::jsonb, ${rank}::integer
    FROM ${lines} LEFT JOIN area a ON a.id = d.area_id
    WHERE NOT EXISTS (SELECT 1 FROM dissemination_recall r WHERE r.dissemination_id = d.id)
      AND NOT EXISTS (SELECT 1 FROM best b WHERE b.id = d.submission_id)`;
}
