import type { Id } from '#app/domain/kernel/id.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { may } from '../kernel/permissions.ts';
import { decodeCursor, encodeCursor } from '../kernel/queue-cursor.ts';
import type { Status } from '../kernel/statuses.ts';
import { readableBy } from '../submission/readable.server.ts';
import { filterSql, filterWords, type FigureFilter } from './figure-filter.server.ts';
import { isMeasure, measuredIn, measureOf, receivedIn } from './measures.server.ts';
import { spanOf, type Period } from './period.ts';
import type { Sample } from './sample.ts';

export type MeasureRow = {
  id: Id<'Submission'>;
  reference: string;
  receivedAt: Date;
  area: string | null;
  status: Status;
  held: boolean;
};

export type OpenedMeasure = {
  question: string;
  definition: string;
  narrowedTo: Awaited<ReturnType<typeof filterWords>>;
  count: number;
  /** Of a measure that has a number: how many people, in those submissions. */
  people: number | null;
  /** Null for who reads no submissions. */
  rows: { lines: MeasureRow[]; next: string | null; later: boolean } | null;
};

const pageSize = 25;

/**
 * A figure with its definition and, for who may read submissions, those that it counts and that they may open, the newest
 * first. Looking is recorded. @throws NotFound for no measure
 */
export async function openMeasure(
  ctx: Ctx,
  {
    code,
    period,
    filter = {},
    after,
    sample = null,
  }: {
    code: string;
    period: Period;
    filter?: FigureFilter;
    after: string | null;
    sample?: Sample | null;
  },
): Promise<OpenedMeasure> {
  if (!may(ctx.actor, 'figures.read') || !isMeasure(code)) throw new NotFound();
  const { question, definition, counts, people } = measureOf(code);
  const span = spanOf(period);
  const counted = Prisma.sql`${receivedIn(span)} AND ${counts} AND ${filterSql(filter)}`;
  const cursor = decodeCursor(after);
  return transaction(ctx.db, async (tx) => {
    await record(tx, ctx, {
      type: 'report.viewed',
      data: {
        report: `measure ${code}${sample ? `, sample of ${sample.size}, draw ${sample.draw}` : ''}`,
        months: `${period.first} to ${period.last}`,
      },
    });
    const [figures = { count: 0, people: null }] = await tx.$queryRaw<
      { count: number; people: number | null }[]
    >`
      SELECT count(*)::integer AS count, ${people ? Prisma.sql`coalesce(sum(${people}), 0)::integer` : Prisma.sql`NULL::integer`} AS people
      FROM ${measuredIn(span, ctx.clock.now())} WHERE ${counted}`;
    const figure = { question, definition, ...figures, narrowedTo: await filterWords(tx, filter) };
    if (!may(ctx.actor, 'triage.work')) return { ...figure, rows: null };
    const found = await tx.$queryRaw<MeasureRow[]>`
      SELECT s.id, s.reference, s.submitted_at AS "receivedAt", a.name AS area, s.status, s.claimed_by IS NOT NULL AS held
      FROM ${measuredIn(span, ctx.clock.now())} JOIN queue q ON q.id = s.primary_queue_id LEFT JOIN area a ON a.id = s.area_id
      WHERE ${counted} AND ${readableBy(ctx)}
        AND (${cursor === null} OR (s.submitted_at, s.id) < (${cursor?.at ?? span.to}, ${cursor?.id ?? null}::uuid))
      ORDER BY ${sample ? Prisma.sql`sha256(convert_to(${`${sample.draw}`} || s.id::text, 'UTF8')),` : Prisma.empty} s.submitted_at DESC, s.id DESC
      LIMIT ${sample ? sample.size : pageSize + 1}`;
    if (sample) return { ...figure, rows: { lines: found, next: null, later: false } };
    const lines = found.slice(0, pageSize);
    const last = lines.at(-1);
    const next =
      found.length > pageSize && last
        ? encodeCursor({ priorityRank: 0, at: last.receivedAt, id: last.id })
        : null;
    return { ...figure, rows: { lines, next, later: cursor !== null } };
  });
}
