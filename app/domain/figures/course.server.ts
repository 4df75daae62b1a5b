import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { reportAs, type FileKind } from '../kernel/file-kinds.ts';
import { NotFound } from '../kernel/failures.ts';
import { may } from '../kernel/permissions.ts';
import { endOf, filterSql, filterWords, type FigureFilter } from './figure-filter.server.ts';
import {
  chain,
  clocks,
  measureCodes,
  measureOf,
  measures,
  measuredIn,
  receivedIn,
  results,
  steps,
  usefulness,
  type MeasureCode,
  type Step,
} from './measures.server.ts';
import { partnersOf, type Partner } from './partners.server.ts';
import { spanOf, type Period } from './period.ts';
import { silentCommunities, type SilentCommunities } from './silent-communities.server.ts';
import type { Span } from './volume-rows.ts';

/** `people` of a measure that has a number: how many, in `count` submissions. */
export type Counted = { code: MeasureCode; question: string; count: number; people: number | null };

/** Why reports of a step did not go on to the next: by outcome, "rejected", "withdrawn", or "open" while it may still. */
export type Loss = { reason: string; count: number };

/** How long until something was done, with what was not yet: it counts as longer than all that was. */
export type Pace = {
  /** Hours within which half of all were; null while fewer than half are. */
  halfWithin: number | null;
  open: number;
  /** Of those open, when the oldest was received. */
  oldest: Date | null;
  late: number;
  /** What counts them, and opens their rows. */
  openMeasure: MeasureCode;
  lateMeasure: MeasureCode;
};

export type Course = {
  narrowedTo: Awaited<ReturnType<typeof filterWords>>;
  chain: (Counted & { losses: Loss[] })[];
  results: Counted[];
  pace: { seen: Pace; assessed: Pace; answered: Pace };
  /** What partners said of their answers. */
  usefulness: { judged: Counted; said: Counted[]; wishes: Counted[] };
  /** Whatever the figures are narrowed to: active organisations that have sent something before and nothing for `silentDays`, the longest silent first. */
  silent: Partner[];
  /** Those whose first report ever was received in the period. */
  firstTime: Partner[];
  communities: SilentCommunities;
};

/**
 * What became of the reports of a period, how fast, and which partners fell silent or wrote for the first time: of the moment,
 * for the MDS lead and FIB supervisors, who see organisations by name for silence and service (product.md, "What must
 * never happen" 7). @throws NotFound
 */
export async function course(
  ctx: Ctx,
  period: Period,
  filter: FigureFilter = {},
  as: FileKind | null = null,
): Promise<Course> {
  if (!may(ctx.actor, 'figures.read')) throw new NotFound();
  const span = spanOf(period);
  const now = ctx.clock.now();
  const among = Prisma.sql`${receivedIn(span)} AND ${filterSql(filter)}`;
  return transaction(ctx.db, async (tx) => {
    // Otherwise a report that arrives between two statements stands in one figure and not in the next.
    await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`;
    await record(tx, ctx, {
      type: 'report.viewed',
      data: { report: reportAs('what became of it', as), months: `${period.first} to ${period.last}` },
    });
    const counts = await countMeasures(tx, span, among, now);
    const losses = await lossesOf(tx, span, among, now);
    const partners = await partnersOf(tx, now);
    const counted = (code: MeasureCode) => ({ code, question: measures[code].question, ...counts[code] });
    return {
      narrowedTo: await filterWords(tx, filter),
      chain: chain.map((code, step) => ({ ...counted(code), losses: losses[step] ?? [] })),
      results: results.map(counted),
      pace: await paceOf(tx, among, now),
      usefulness: {
        judged: counted(usefulness.judged),
        said: usefulness.said.map(counted),
        wishes: usefulness.wishes.map(counted),
      },
      silent: partners.filter(({ silent }) => silent),
      firstTime: partners
        .filter(({ first }) => first >= span.from && first < span.to)
        .toSorted((one, other) => one.name.localeCompare(other.name)),
      communities: await silentCommunities(tx, span),
    };
  });
}

/** Every measure in one pass. */
async function countMeasures(
  tx: Tx,
  span: Span,
  among: Prisma.Sql,
  now: Date,
): Promise<Record<MeasureCode, Pick<Counted, 'count' | 'people'>>> {
  const columns = measureCodes.map((code) => {
    const { counts, people } = measureOf(code);
    const sum = people ? Prisma.sql`coalesce(sum(${people}), 0)` : Prisma.sql`NULL`;
    return Prisma.sql`'${Prisma.raw(code)}', jsonb_build_object('count', count(*) FILTER (WHERE ${counts}), 'people', ${sum})`;
  });
  const [row] = await tx.$queryRaw<{ counts: Record<MeasureCode, Pick<Counted, 'count' | 'people'>> }[]>`
    SELECT jsonb_build_object(${Prisma.join(columns)}) AS counts FROM ${measuredIn(span, now)} WHERE ${among}`;
  if (!row) throw new Error('A count has a row.');
  return row.counts;
}

/** Of each step of the chain, where those stand that are not in the next one. */
async function lossesOf(tx: Tx, span: Span, among: Prisma.Sql, now: Date): Promise<Loss[][]> {
  const reached = chain.map((code) => Prisma.sql`(${measures[code].counts})::integer`);
  const rows = await tx.$queryRaw<{ step: number; reason: string; count: number }[]>`
    SELECT ${Prisma.join(reached, ' + ')} - 1 AS step, ${endOf} AS reason, count(*)::integer AS count
    FROM ${measuredIn(span, now)} WHERE ${among} GROUP BY 1, 2 ORDER BY 3 DESC, 2`;
  return chain.map((_, index) =>
    index === chain.length - 1
      ? []
      : rows.filter(({ step }) => step === index).map(({ reason, count }) => ({ reason, count })),
  );
}

const stepNames = Object.keys(steps) as Step[];
export type PaceRow = { step: Step; half: number | null; open: number; oldest: Date | null; late: number };

export const timesOfSteps = Prisma.raw(
  stepNames.map((step) => `('${step}', s.${steps[step].at}, s.${steps[step].due})`).join(', '),
);

/** What ended without the step waits for it no more and was never done: it is left out. */
async function paceOf(tx: Tx, among: Prisma.Sql, now: Date): Promise<Course['pace']> {
  const rows = await tx.$queryRaw<PaceRow[]>`
    SELECT p.step, nullif(percentile_disc(0.5) WITHIN GROUP (
        ORDER BY coalesce(extract(epoch FROM p.at - s.submitted_at)::float8, 'Infinity')), 'Infinity') AS half,
      (count(*) FILTER (WHERE p.at IS NULL))::integer AS open, min(s.submitted_at) FILTER (WHERE p.at IS NULL) AS oldest,
      (count(*) FILTER (WHERE coalesce(p.at, ${now}) > p.due))::integer AS late
    FROM submission s CROSS JOIN LATERAL (VALUES ${timesOfSteps}) AS p (step, at, due)
    WHERE ${among} AND (p.at IS NOT NULL OR s.closed_at IS NULL)
    GROUP BY 1`;
  return paceFrom(rows);
}

/** A step that nothing reached or waits for has no row. */
export function paceFrom(rows: readonly PaceRow[]): Course['pace'] {
  const of = (step: Step): Pace => {
    const { half = null, open = 0, oldest = null, late = 0 } = rows.find((row) => row.step === step) ?? {};
    const measuresOf = { openMeasure: clocks[step].open, lateMeasure: clocks[step].late };
    return { halfWithin: half === null ? null : half / 3600, open, oldest, late, ...measuresOf };
  };
  return { seen: of('seen'), assessed: of('assessed'), answered: of('answered') };
}
