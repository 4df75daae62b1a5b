import { randomUUID } from 'node:crypto';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { isId } from '../../kernel/id.ts';
import { readFilter, writeFilter } from '../../submission/queue-filter.ts';
import { queuesHeld, type HeldQueue } from '../../submission/queues-held.server.ts';
import { mostSavedViews, savedViewOf, savedViews, type SavedView } from './saved-views.server.ts';
import { isFibSupervisor } from '../../kernel/actor.ts';

const longestName = 60;

export type SavedViewsPage = {
  queue: HeldQueue;
  views: SavedView[];
  /** The query that would be saved, as the portal writes it, in words. */
  query: string;
  view: string;
  mayShare: boolean;
};

/** The named views of a queue, and the one that is about to get a name. @throws NotFound, Forbidden */
export async function openSavedViews(
  ctx: Ctx,
  input: { queueCode: string; query: string },
): Promise<SavedViewsPage> {
  return transaction(ctx.db, async (tx) => {
    const queue = await holdingQueue(tx, ctx, input.queueCode);
    const query = new URLSearchParams(input.query);
    return {
      queue,
      views: await savedViews(tx, ctx, queue),
      query: canonical(query) ?? '',
      view: savedViewOf(query)?.label ?? '',
      mayShare: mayShare(ctx.actor, queue),
    };
  });
}

/**
 * Keeps a view of a queue under a name: for oneself, or, by those who may share, for every officer of the queue. A name
 * is visible to others, so the page asks for none of a person. @throws NotFound, Forbidden, Invalid
 */
export async function saveView(
  ctx: Ctx,
  input: { queueCode: string; query: string; name: string; shared: boolean },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const queue = await holdingQueue(tx, ctx, input.queueCode);
    if (input.shared && !mayShare(ctx.actor, queue))
      throw new Forbidden('Only an FIB supervisor shares a view');
    const name = input.name.trim().replace(/\s+/g, ' ');
    const query = canonical(new URLSearchParams(input.query));
    if (name === '') throw new Invalid({ name: 'Enter a name for the view' });
    if (name.length > longestName)
      throw new Invalid({ name: `The name must be ${longestName} characters or fewer` });
    if (query === null) throw new Invalid({ name: 'Only lists of open submissions can be kept as a view' });
    // Whoever saves waits for the other, so that the limit holds.
    await tx.$queryRaw`SELECT 1 FROM queue WHERE id = ${queue.id}::uuid FOR NO KEY UPDATE`;
    const kin = {
      queueId: queue.id,
      ...(input.shared ? { shared: true } : { shared: false, ownerId: ctx.actor.accountId }),
    };
    const same = await tx.savedView.findFirst({
      where: { ...kin, name: { equals: name, mode: 'insensitive' } },
      select: { id: true },
    });
    if (same) throw new Invalid({ name: 'There is a view of this name already' });
    if ((await tx.savedView.count({ where: kin })) >= mostSavedViews)
      throw new Invalid({ name: `There are ${mostSavedViews} views already. Remove one first` });
    await tx.savedView.create({
      data: {
        id: randomUUID(),
        queueId: queue.id,
        ownerId: ctx.actor.accountId,
        shared: input.shared,
        name,
        query,
        savedAt: ctx.clock.now(),
      },
    });
    await record(tx, ctx, {
      type: 'view.saved',
      data: { queue: queue.code, shared: input.shared },
      subject: { type: 'queue', id: queue.id },
    });
  });
}

/** Removes one's own view, or a shared one where one may share. @throws NotFound, Forbidden */
export async function removeView(ctx: Ctx, input: { queueCode: string; viewId: string }): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const queue = await holdingQueue(tx, ctx, input.queueCode);
    const row = isId(input.viewId)
      ? await tx.savedView.findFirst({ where: { id: input.viewId, queueId: queue.id } })
      : null;
    const own = row?.ownerId === ctx.actor.accountId;
    if (!row || (!row.shared && !own)) throw new NotFound();
    if (row.shared && !mayShare(ctx.actor, queue))
      throw new Forbidden('Only an FIB supervisor removes a shared view');
    await tx.savedView.delete({ where: { id: row.id } });
    await record(tx, ctx, {
      type: 'view.removed',
      data: { queue: queue.code, shared: row.shared },
      subject: { type: 'queue', id: queue.id },
    });
  });
}

/** In FIB its supervisors share; an area's queue and the force SPOC's have none, so there every officer does. */
const mayShare = (actor: Actor, queue: HeldQueue): boolean =>
  queue.kind === 'fib' ? isFibSupervisor(actor) : queue.hold === 'holder';

async function holdingQueue(tx: Tx, ctx: Ctx, code: string): Promise<HeldQueue> {
  const queue = (await queuesHeld(tx, ctx.actor)).find((each) => each.code === code);
  if (!queue) throw new NotFound();
  if (queue.hold !== 'holder') throw new Forbidden();
  return queue;
}

/** Only what the portal would write itself is kept; null for a list that is not kept. */
function canonical(query: URLSearchParams): string | null {
  const view = savedViewOf(query);
  if (!view) return null;
  return new URLSearchParams([['view', view.id], ...writeFilter(readFilter(query))]).toString();
}
