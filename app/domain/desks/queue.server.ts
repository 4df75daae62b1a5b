import { areaChoices, type AreaChoice } from '../force/area-choices.server.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { bulkActions, type BulkAction } from '../triage/queues/bulk.ts';
import { decodeCursor } from '../kernel/queue-cursor.ts';
import {
  disseminationLines,
  type DisseminationLine,
} from '../triage/dissemination/queue-disseminations.server.ts';
import { isNarrowed, noFilter, type QueueFilter } from '../submission/queue-filter.ts';
import { cameSince, matching, queuePageSize, submissionLines } from '../triage/queues/queue-list.server.ts';
import type { ListedLine } from '../triage/queues/listed-line.ts';
import { queueViewOf, queueViews, type QueueView, type QueueViewId } from '../submission/queue-views.ts';
import { countsOf, queuesHeld, type HeldQueue, type QueueCounts } from '../submission/queues-held.server.ts';
import { isFibSupervisor } from '../kernel/actor.ts';
import { savedViews, type SavedView } from '../triage/queues/saved-views.server.ts';
import { linkableItems } from '../triage/actions/link-plan-item.server.ts';

/** A view of the rules, or one of what other queues hold. */
export type ListId = QueueViewId | 'watching' | 'to-sanitise';

/** `parts`: of a view that is shown in parts as well. */
export type PageView = { id: ListId; label: string; count: number; parts: Omit<PageView, 'parts'>[] };

export type QueuePage = {
  queue: HeldQueue;
  now: Date;
  views: PageView[];
  view: { id: ListId; label: string; empty: string };
  lines: ListedLine[];
  disseminations: DisseminationLine[];
  counts: QueueCounts;
  filter: QueueFilter;
  /** What the list can be narrowed to; null where it is not narrowed, as for who sees figures only. */
  choices: QueueChoices | null;
  /** How many a narrowed list holds, and whether there are more than that. */
  matching: { count: number; more: boolean } | null;
  saved: SavedView[];
  /** What the actor may do with several at once. */
  bulk: BulkAction[];
  /** Whether they are among the second persons who approve. */
  approves: boolean;
  /** How many came to this list's queue since the moment that the reader asked about; null where none was. */
  cameSince: { at: Date; count: number } | null;
  /** The cursor of the next page; null on the last. */
  next: string | null;
  later: boolean;
};

export type QueueQuery = {
  queueCode: string;
  view: string | null;
  cursor: string | null;
  filter?: QueueFilter;
  /** The moment at which the reader last loaded the list. */
  since?: Date | null;
};

/** Not among the views of the rules: other queues hold what these show. */
const elsewhere = [
  { id: 'to-sanitise', label: 'To sanitise', empty: 'Nothing that other queues accepted waits for FIB.' },
  { id: 'watching', label: 'Watching', empty: 'This queue watches nothing that is open.' },
] as const;

/**
 * One page of a queue: those who hold it see its lines; the lead of its area what counts to the area, and FIB supervisors
 * what other queues hold, with clocks, states and holders. Without a view, or with one that it does not have, it opens on
 * the first that needs somebody. Looking is recorded, with that of which the first words were shown. @throws NotFound
 */
export async function queuePage(ctx: Ctx, input: QueueQuery): Promise<QueuePage> {
  return transaction(ctx.db, async (tx) => {
    const queue = (await queuesHeld(tx, ctx.actor)).find(({ code }) => code === input.queueCode);
    if (!queue) throw new NotFound();
    const counts = (await countsOf(tx, ctx, [queue])).get(queue.id);
    if (!counts) throw new NotFound();
    const views = viewsFor(queue, counts);
    const offered = views.flatMap(({ parts, ...each }) => [each, ...parts]);
    const wanted = offered.find(({ id }) => id === input.view)?.id ?? needsSomebody(queue, counts);
    const view = [...queueViews, ...elsewhere].find(({ id }) => id === wanted);
    if (!view) throw new NotFound();
    const cursor = decodeCursor(input.cursor);
    // Who may not read a submission learns nothing of it by narrowing the list to what it says.
    const narrows = queue.hold === 'holder' && queueViewOf(view.id)?.order === 'working';
    const filter = (narrows ? input.filter : undefined) ?? noFilter;
    const page =
      view.id === 'disseminated-to-us'
        ? { lines: [], ...(await disseminationLines(tx, queue.id, cursor, queuePageSize)) }
        : { disseminations: [], ...(await submissionLines(tx, ctx, queue, view.id, cursor, filter)) };
    const shown = [...page.lines, ...page.disseminations].flatMap(({ id, words }) => (words ? [id] : []));
    await record(tx, ctx, {
      type: 'submission.listed',
      data: { queue: queue.code, view: view.id, shown },
      subject: { type: 'queue', id: queue.id },
    });
    const { id, label, empty } = view;
    const approves = isFibSupervisor(ctx.actor);
    return {
      queue,
      now: ctx.clock.now(),
      views,
      view: { id, label, empty },
      counts,
      later: cursor !== null,
      filter,
      choices: narrows ? await queueChoices(tx, ctx) : null,
      matching: isNarrowed(filter) ? await matching(tx, ctx, queue, view.id, filter) : null,
      saved: await savedViews(tx, ctx, queue),
      bulk: bulkActions.filter((action) => action !== 'assign' || approves),
      approves,
      cameSince:
        narrows && input.since ? await cameSince(tx, ctx, queue, view.id, filter, input.since) : null,
      ...page,
    };
  });
}

/** Leads and overseers claim nothing and read no dissemination; only FIB sanitises what others accept. */
function viewsFor(queue: HeldQueue, counts: QueueCounts): PageView[] {
  const counted = ({ id, label }: { id: ListId; label: string }) => ({ id, label, count: counts[id] });
  const all: readonly (QueueView & { id: QueueViewId })[] = queueViews;
  const own = all
    .filter(({ id }) => queue.hold === 'holder' || (id !== 'mine' && id !== 'disseminated-to-us'))
    .filter(({ partOf }) => partOf === undefined)
    .map((view) => ({
      ...counted(view),
      parts: all.filter(({ partOf }) => partOf === view.id).map(counted),
    }));
  if (queue.hold !== 'holder') return own;
  const others = elsewhere
    .filter(({ id }) => id === 'watching' || queue.kind === 'fib')
    .map((view) => ({ ...counted(view), parts: [] }));
  // What is closed needs nobody, and stands last.
  return [...own.slice(0, -1), ...others, ...own.slice(-1)];
}

/** The view on which a queue opens: what is High first, and what nobody has before what somebody works on. */
function needsSomebody({ hold }: HeldQueue, counts: QueueCounts): ListId {
  if (hold !== 'holder') return 'open';
  if (counts['unclaimed-high'] > 0) return 'unassigned';
  if (counts['acknowledge-now'] > 0) return 'disseminated-to-us';
  const next = ['unassigned', 'disseminated-to-us', 'new-information', 'to-sanitise', 'mine'] as const;
  return next.find((id) => counts[id] > 0) ?? 'open';
}

/** What a queue can be narrowed to besides what the code knows: the force's areas and the items of its plan. */
export type QueueChoices = {
  areas: AreaChoice[];
  items: { code: string; text: string }[];
};

/** A dozen areas and some sixty items. */
async function queueChoices(tx: Tx, ctx: Ctx): Promise<QueueChoices> {
  const areas = await areaChoices(tx);
  const items = await linkableItems(tx, ctx);
  return {
    areas,
    items: items.map(({ code, text, redacted }) => ({ code, text: redacted ? '' : text })),
  };
}
