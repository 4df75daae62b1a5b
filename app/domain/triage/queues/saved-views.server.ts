import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import { filterSql } from './queue-filter-sql.server.ts';
import { readFilter } from '../../submission/queue-filter.ts';
import { viewSql } from '../../submission/queue-sql.server.ts';
import { queueViewOf, type QueueView } from '../../submission/queue-views.ts';
import { listedIn, type HeldQueue } from '../../submission/queues-held.server.ts';

/** A view of a queue under a name. `query` is the end of its address; `more` says that there are more than `count`. */
export type SavedView = {
  id: string;
  name: string;
  query: string;
  shared: boolean;
  own: boolean;
  count: number;
  more: boolean;
};

/** Counting stops here: more than this is a long list, whatever the number. */
const countedUpTo = 99;
/** A person, and all officers of a queue together, have at most so many each. */
export const mostSavedViews = 10;

/** The view that a kept query is of. Filters are laid over work lists only, so others are not kept. */
export function savedViewOf(query: URLSearchParams): QueueView | null {
  const view = queueViewOf(query.get('view') ?? 'unassigned');
  return view?.order === 'working' ? view : null;
}

/** The named views of a queue that the actor may open, shared ones first, each with how much it holds. */
export async function savedViews(tx: Tx, ctx: Ctx, queue: HeldQueue): Promise<SavedView[]> {
  if (queue.hold !== 'holder') return [];
  const rows = await tx.savedView.findMany({
    where: { queueId: queue.id, OR: [{ shared: true }, { ownerId: ctx.actor.accountId, shared: false }] },
    orderBy: [{ shared: 'desc' }, { name: 'asc' }, { id: 'asc' }],
    take: 2 * mostSavedViews,
  });
  const kept = rows.flatMap((row) => {
    const query = new URLSearchParams(row.query);
    const view = savedViewOf(query);
    return view ? [{ row, view, filter: readFilter(query) }] : [];
  });
  if (kept.length === 0) return [];
  const now = ctx.clock.now();
  const parts = kept.map(
    ({ row, view, filter }) => Prisma.sql`
      SELECT ${row.id}::text AS id, (SELECT count(*)::int FROM (SELECT 1 FROM submission s
        WHERE ${listedIn(ctx, queue)} AND ${viewSql(view, ctx.actor.accountId, now)}
          AND ${filterSql(filter, now)}
        LIMIT ${countedUpTo + 1}) found) AS count`,
  );
  const counts = await tx.$queryRaw<{ id: string; count: number }[]>`${Prisma.join(parts, ' UNION ALL ')}`;
  const countOf = new Map(counts.map(({ id, count }) => [id, count]));
  return kept.map(({ row }) => {
    const count = countOf.get(row.id) ?? 0;
    return {
      id: row.id,
      name: row.name,
      query: row.query,
      shared: row.shared,
      own: row.ownerId === ctx.actor.accountId,
      count: Math.min(count, countedUpTo),
      more: count > countedUpTo,
    };
  });
}
