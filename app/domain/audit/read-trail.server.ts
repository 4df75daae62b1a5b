import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { may } from '../kernel/permissions.ts';
import type { Ctx } from '../kernel/context.ts';
import { Invalid, NotFound } from '../kernel/failures.ts';
import { record } from './record.server.ts';
import { writePlace, type TrailFilter } from './trail-filter.ts';

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
export type Trail = { lines: TrailLine[]; olderThan: string | null };

const PAGE = 100;

/**
 * The audit trail, newest first by the portal's time, a page at a time: `olderThan` is the next page's `before`. The
 * auditor reads it and nothing else; reading it is an event too, with what was asked for.
 * @throws NotFound, Invalid for a reference that no report has
 */
export async function readTrail(ctx: Ctx, filter: TrailFilter): Promise<Trail> {
  if (!may(ctx.actor, 'audit.read')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const rows = await tx.$queryRaw<(TrailLine & { id: bigint })[]>(
      trailSql(filter, await subjectsOf(tx, filter)),
    );
    await record(tx, ctx, { type: 'audit.read', data: { filter: filterText(filter) } });
    const page = rows.slice(0, PAGE);
    const last = page.at(-1);
    return {
      lines: page.map((row) => ({ ...row, id: String(row.id) })),
      olderThan: rows.length > PAGE && last ? writePlace(last) : null,
    };
  });
}

/** One more than a page. Each subject is read from its own index, and never the whole trail for the few events of one. */
export function trailSql(filter: TrailFilter, subjects: readonly string[] | null): Prisma.Sql {
  const { type, actorId, from, to, before } = filter;
  const conditions = [
    type === null ? null : Prisma.sql`e.type = ${type}`,
    actorId === null ? null : Prisma.sql`e.actor_id = ${actorId}::uuid`,
    from === null ? null : Prisma.sql`e.happened_at >= ${from}`,
    to === null ? null : Prisma.sql`e.happened_at < ${to}`,
    before === null ? null : Prisma.sql`(e.happened_at, e.id) < (${before.happenedAt}, ${before.id})`,
  ].filter((condition) => condition !== null);
  const events = (also: Prisma.Sql) => Prisma.sql`
    SELECT e.* FROM audit_event e WHERE ${Prisma.join([also, ...conditions], ' AND ')}
    ORDER BY e.happened_at DESC, e.id DESC LIMIT ${PAGE + 1}`;
  const found =
    subjects === null
      ? events(Prisma.sql`true`)
      : Prisma.sql`SELECT e.* FROM unnest(${[...subjects]}::uuid[]) AS about (id)
          CROSS JOIN LATERAL (${events(Prisma.sql`e.subject_id = about.id`)}) e`;
  return Prisma.sql`
    SELECT e.id, e.recorded_at AS "recordedAt", e.happened_at AS "happenedAt", e.type, e.actor_id AS "actorId", e.actor_label AS actor,
      e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.data
    FROM (${found}) e ORDER BY e.happened_at DESC, e.id DESC LIMIT ${PAGE + 1}`;
}

/** The subjects of the events: one thing, or a report with all that belongs to it, or both at once; null for anything. */
async function subjectsOf(tx: Tx, { subjectId, reference }: TrailFilter): Promise<string[] | null> {
  if (reference === null) return subjectId === null ? null : [subjectId];
  const report = await tx.submission.findUnique({
    where: { reference },
    select: { id: true, draftId: true },
  });
  if (!report) throw new Invalid({ reference: 'No report has this reference' });
  const { id: submissionId, draftId } = report;
  const only = { select: { id: true } } as const;
  const belonging = [
    await tx.attachment.findMany({ where: { draftId }, ...only }),
    await tx.intelligenceItem.findMany({ where: { submissionId }, ...only }),
    await tx.dissemination.findMany({ where: { submissionId }, ...only }),
    await tx.task.findMany({ where: { submissionId }, ...only }),
  ];
  const all = [submissionId, draftId, ...belonging.flat().map(({ id }) => id)];
  return subjectId === null ? all : all.filter((id) => id === subjectId);
}

function filterText({ type, subjectId, reference, actorId, from, to, before }: TrailFilter): string {
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
