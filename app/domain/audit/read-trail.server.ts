import { transaction } from '#app/platform/db/transaction.ts';
import { has } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { NotFound } from '../failures.ts';
import { record } from './record.server.ts';
import type { TrailFilter } from './trail-filter.ts';

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
 * The audit trail, newest first, a page at a time: `olderThan` is the next page's `before`. The auditor reads it and
 * nothing else; reading it is an event too, with what was asked for. @throws NotFound
 */
export async function readTrail(ctx: Ctx, filter: TrailFilter): Promise<Trail> {
  if (!has(ctx.actor, 'auditor')) throw new NotFound();
  const { before, type, subjectId, actorId } = filter;
  return transaction(ctx.db, async (tx) => {
    const rows = await tx.auditEvent.findMany({
      where: {
        ...(before === null ? {} : { id: { lt: before } }),
        ...(type === null ? {} : { type }),
        ...(subjectId === null ? {} : { subjectId }),
        ...(actorId === null ? {} : { actorId }),
      },
      orderBy: { id: 'desc' },
      take: PAGE + 1,
    });
    await record(tx, ctx, { type: 'audit.read', data: { filter: filterText(filter) } });
    const page = rows.slice(0, PAGE);
    return {
      lines: page.map((row) => ({
        id: String(row.id),
        recordedAt: row.recordedAt,
        happenedAt: row.happenedAt,
        type: row.type,
        actorId: row.actorId,
        actor: row.actorLabel,
        subjectType: row.subjectType,
        subjectId: row.subjectId,
        data: row.data,
      })),
      olderThan: rows.length > PAGE ? String(page.at(-1)?.id) : null,
    };
  });
}

function filterText({ type, subjectId, actorId, before }: TrailFilter): string {
  const parts = [
    type === null ? null : `type ${type}`,
    subjectId === null ? null : `subject ${subjectId}`,
    actorId === null ? null : `actor ${actorId}`,
    before === null ? null : `before ${before}`,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(', ') : 'everything';
}
