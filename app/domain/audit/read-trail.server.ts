import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { may } from '../kernel/permissions.ts';
import type { Ctx } from '../kernel/context.ts';
import { Invalid, NotFound } from '../kernel/failures.ts';
import { readingTypes } from './event-words.ts';
import { record } from './record.server.ts';
import { belongingTo, namesOf } from './trail-subjects.server.ts';
import { everyReading, writePlace, type TrailFilter } from './trail-filter.ts';

/** `happenedAt` is the portal's time, which in a demonstration is its own; `recordedAt` is the database's. */
export type TrailLine = {
  id: string;
  recordedAt: Date;
  happenedAt: Date;
  type: string;
  actorId: string | null;
  actor: string;
  subjectType: string | null;
  subjectId: string | null;
  data: unknown;
};
/** `about` is what the subject is called, where it has a name and is still there. `count` is that of all, or of as many as are counted. */
export type Trail = {
  lines: (TrailLine & { about: string | null })[];
  count: { events: number; orMore: boolean };
  olderThan: string | null;
};

const PAGE = 100;
/** To count more would take as long as they are many. */
const mostCounted = 10_000;

/**
 * The audit trail, newest first by the portal's time, a page at a time: `olderThan` is the next page's `before`. The
 * auditor reads it and nothing else; reading it is an event too, with what was asked for.
 * @throws NotFound, Invalid for a reference that no report has
 */
export async function readTrail(ctx: Ctx, filter: TrailFilter): Promise<Trail> {
  if (!may(ctx.actor, 'audit.read')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const subjects = await subjectsOf(tx, filter);
    const rows = await tx.$queryRaw<(TrailLine & { id: bigint })[]>(trailSql(filter, subjects));
    const page = rows.slice(0, PAGE);
    const last = page.at(-1);
    const names = await namesOf(
      tx,
      page.flatMap(({ subjectId }) => subjectId ?? []),
    );
    const count =
      filter.before === null && rows.length <= PAGE ? rows.length : await countOf(tx, filter, subjects);
    await record(tx, ctx, { type: 'audit.read', data: { filter: filterText(filter) } });
    return {
      lines: page.map((row) => ({
        ...row,
        id: String(row.id),
        about: names.get(row.subjectId ?? '') ?? null,
      })),
      count: { events: count, orMore: count >= mostCounted },
      olderThan: rows.length > PAGE && last ? writePlace(last) : null,
    };
  });
}

/** One more than a page. Each subject is read from its own index, and never the whole trail for the few events of one. */
export function trailSql(filter: TrailFilter, subjects: readonly string[] | null): Prisma.Sql {
  return Prisma.sql`
    SELECT e.id, e.recorded_at AS "recordedAt", e.happened_at AS "happenedAt", e.type, e.actor_id AS "actorId", e.actor_label AS actor,
      e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.data
    FROM (${matching(filter, subjects, PAGE + 1)}) e ORDER BY e.happened_at DESC, e.id DESC LIMIT ${PAGE + 1}`;
}

/** The newest events that match, so many of each subject. */
export function matching(
  filter: Pick<TrailFilter, 'type' | 'actorId' | 'from' | 'to' | 'before'>,
  subjects: readonly string[] | null,
  most: number,
): Prisma.Sql {
  const { type, actorId, from, to, before } = filter;
  const conditions = [
    type === null
      ? null
      : type === everyReading
        ? Prisma.sql`e.type = ANY (${[...readingTypes]})`
        : Prisma.sql`e.type = ${type}`,
    actorId === null ? null : Prisma.sql`e.actor_id = ${actorId}::uuid`,
    from === null ? null : Prisma.sql`e.happened_at >= ${from}`,
    to === null ? null : Prisma.sql`e.happened_at < ${to}`,
    before === null ? null : Prisma.sql`(e.happened_at, e.id) < (${before.happenedAt}, ${before.id})`,
  ].filter((condition) => condition !== null);
  const events = (also: Prisma.Sql) => Prisma.sql`
    SELECT e.* FROM audit_event e WHERE ${Prisma.join([also, ...conditions], ' AND ')}
    ORDER BY e.happened_at DESC, e.id DESC LIMIT ${most}`;
  return subjects === null
    ? events(Prisma.sql`true`)
    : Prisma.sql`SELECT e.* FROM unnest(${[...subjects]}::uuid[]) AS about (id)
        CROSS JOIN LATERAL (${events(Prisma.sql`e.subject_id = about.id`)}) e`;
}

async function countOf(tx: Tx, filter: TrailFilter, subjects: readonly string[] | null): Promise<number> {
  const all = matching({ ...filter, before: null }, subjects, mostCounted);
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT FROM (${all}) m LIMIT ${mostCounted}) e`;
  return row?.count ?? 0;
}

/** The subjects of the events: one thing, or a report with all that belongs to it, or both at once; null for anything. */
export async function subjectsOf(
  tx: Tx,
  { subjectId, reference }: Pick<TrailFilter, 'subjectId' | 'reference'>,
): Promise<string[] | null> {
  if (reference === null) return subjectId === null ? null : [subjectId];
  const report = await tx.submission.findUnique({
    where: { reference },
    select: { id: true },
  });
  if (!report) throw new Invalid({ reference: 'No report has this reference' });
  const all = await belongingTo(tx, report.id);
  return subjectId === null ? all : all.filter((id) => id === subjectId);
}

export function filterText({ type, subjectId, reference, actorId, from, to, before }: TrailFilter): string {
  const parts = [
    type === null ? null : `type ${type}`,
    subjectId === null ? null : `subject ${subjectId}`,
    reference === null ? null : `report ${reference}`,
    actorId === null ? null : `actor ${actorId}`,
    from === null ? null : `from ${from.toISOString()}`,
    to === null ? null : `to ${to.toISOString()}`,
    before === null ? null : `before ${writePlace(before)}`,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(', ') : 'everything';
}
