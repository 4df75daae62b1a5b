import { transaction } from '#app/platform/db/transaction.ts';
import { has } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { NotFound } from '../failures.ts';
import { record } from './record.server.ts';

export type TrailLine = {
  id: string;
  recordedAt: Date;
  happenedAt: Date;
  type: string;
  actor: string;
  subjectType: string | null;
  subjectId: string | null;
  data: unknown;
};
export type Trail = { lines: TrailLine[]; olderThan: string | null };

const PAGE = 100;

/**
 * The audit trail, newest first, a page at a time. The auditor reads it and nothing else; reading it is an event too.
 * `before` is the id of the last line of the page before; filters match exactly. @throws NotFound
 */
export async function readTrail(
  ctx: Ctx,
  input: { before: string | null; type: string | null; subjectId: string | null; actorId: string | null },
): Promise<Trail> {
  if (!has(ctx.actor, 'auditor')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const rows = await tx.auditEvent.findMany({
      where: {
        ...(input.before ? { id: { lt: BigInt(input.before) } } : {}),
        ...(input.type ? { type: input.type } : {}),
        ...(input.subjectId ? { subjectId: input.subjectId } : {}),
        ...(input.actorId ? { actorId: input.actorId } : {}),
      },
      orderBy: { id: 'desc' },
      take: PAGE + 1,
    });
    await record(tx, ctx, {
      type: 'audit.read',
      data: { filter: [input.type, input.subjectId, input.actorId].filter(Boolean).join(' ') },
    });
    const page = rows.slice(0, PAGE);
    return {
      lines: page.map((row) => ({
        id: String(row.id),
        recordedAt: row.recordedAt,
        happenedAt: row.happenedAt,
        type: row.type,
        actor: row.actorLabel,
        subjectType: row.subjectType,
        subjectId: row.subjectId,
        data: row.data,
      })),
      olderThan: rows.length > PAGE ? String(page.at(-1)?.id) : null,
    };
  });
}
