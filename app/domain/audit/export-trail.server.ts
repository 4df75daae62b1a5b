import { transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { may } from '../kernel/permissions.ts';
import { filterText, matching, subjectsOf } from './read-trail.server.ts';
import { record } from './record.server.ts';
import type { TrailFilter, TrailPlace } from './trail-filter.ts';

type Exported = {
  id: bigint;
  transaction: string;
  recordedAt: Date;
  happenedAt: Date;
  type: string;
  actorId: string | null;
  actor: string;
  sessionId: string | null;
  requestId: string;
  subjectType: string | null;
  subjectId: string | null;
  data: unknown;
  mark: string | null;
};

/**
 * The events that match, newest first, one line of JSON each, read a page at a time while they are taken. An event holds no
 * content, so neither does a line. That they were exported is on the trail before the first is given.
 * @throws NotFound, Invalid for a reference that no report has
 */
export async function exportTrail(
  ctx: Ctx,
  filter: TrailFilter,
  page = 1000,
): Promise<AsyncIterable<string>> {
  if (!may(ctx.actor, 'audit.read')) throw new NotFound();
  const subjects = await transaction(ctx.db, async (tx) => {
    const found = await subjectsOf(tx, filter);
    await record(tx, ctx, { type: 'audit.exported', data: { filter: filterText(filter) } });
    return found;
  });
  return lines(ctx, filter, subjects, page);
}

async function* lines(
  ctx: Ctx,
  filter: TrailFilter,
  subjects: readonly string[] | null,
  page: number,
): AsyncGenerator<string> {
  for (let before: TrailPlace | null = null; ;) {
    const rows: Exported[] = await ctx.db.$queryRaw<Exported[]>`
      SELECT e.id, e.transaction_id::text AS transaction, e.recorded_at AS "recordedAt", e.happened_at AS "happenedAt",
        e.type, e.actor_id AS "actorId", e.actor_label AS actor, e.session_id AS "sessionId", e.request_id AS "requestId",
        e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.data, encode(e.mark, 'hex') AS mark
      FROM (${matching({ ...filter, before }, subjects, page)}) e ORDER BY e.happened_at DESC, e.id DESC LIMIT ${page}`;
    for (const row of rows) yield `${JSON.stringify({ ...row, id: String(row.id) })}\n`;
    const last = rows.at(-1);
    if (rows.length < page || last === undefined) return;
    before = last;
  }
}
