import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Actor } from '../kernel/actor.ts';
import { type QueueView, type ViewCondition, periodOf } from './queue-views.ts';
import type { QueueCursor } from '../kernel/queue-cursor.ts';
import type { QueueSort } from './queue-filter.ts';
import { isFib } from '../kernel/actor.ts';
import { finalStatuses } from '../kernel/statuses.ts';

/**
 * The views of a queue as SQL on `submission s`. Constants are written as literals, since only then can the planner use
 * the partial indexes of open submissions.
 */
const literals = (codes: readonly string[]): Prisma.Sql => {
  if (!codes.every((code) => /^[a-z_]+$/.test(code))) throw new Error('Only codes are written as literals.');
  return Prisma.raw(codes.map((code) => `'${code}'`).join(', '));
};

export const isOpen = Prisma.sql`s.status NOT IN (${literals(finalStatuses)})`;

/** Restriction wins: outside FIB a restricted submission is in no list. */
export const clearedFor = (actor: Actor): Prisma.Sql =>
  isFib(actor) ? Prisma.sql`true` : Prisma.sql`NOT s.restricted`;

function conditionSql(condition: ViewCondition, me: string, now: Date): Prisma.Sql {
  switch (condition.field) {
    case 'status':
      return Prisma.sql`s.status IN (${literals(condition.in)})`;
    case 'priority':
      return Prisma.sql`s.priority = ${literals([condition.is])}`;
    case 'newInformation':
      return Prisma.sql`s.new_information_at IS NOT NULL`;
    case 'claimedBy':
      return condition.is === 'nobody'
        ? Prisma.sql`s.claimed_by IS NULL`
        : Prisma.sql`s.claimed_by = ${me}::uuid`;
    default: {
      const column = condition.field === 'dueAt' ? Prisma.sql`s.due_at` : Prisma.sql`s.closed_at`;
      const { from, before } = periodOf(condition.within, now);
      const bounds = [Prisma.sql`${column} IS NOT NULL`];
      if (from) bounds.push(Prisma.sql`${column} >= ${from}`);
      if (before) bounds.push(Prisma.sql`${column} < ${before}`);
      return Prisma.join(bounds, ' AND ');
    }
  }
}

/** The condition that a submission in the view's scope belongs to it. */
export function viewSql(view: QueueView, me: string, now: Date): Prisma.Sql {
  const conditions = view.where.map((condition) => conditionSql(condition, me, now));
  const all = view.order === 'working' ? [isOpen, ...conditions] : conditions;
  return all.length === 0 ? Prisma.sql`true` : Prisma.join(all, ' AND ');
}

/** The order of a list: a view's own, or another that somebody chose for a work list. */
export type ListOrder =
  Exclude<QueueView['order'], 'disseminated'> | Exclude<QueueSort, 'priority'> | 'unclaimed';

export const listOrder = (view: Pick<QueueView, 'id' | 'order'> | null, sort: QueueSort): ListOrder => {
  const own = view?.order ?? 'working';
  if (own === 'disseminated') throw new Error('What was disseminated is no list of submissions.');
  if (own !== 'working') return own;
  // All of them are High: what nobody has comes first, then what is due first.
  if (sort === 'priority') return view?.id === 'urgent' ? 'unclaimed' : own;
  return sort;
};

/** Submissions without a running clock come last. Written as the index has it. */
const dueSql = Prisma.sql`coalesce(s.due_at, '9999-12-31T00:00:00Z'::timestamptz)`;
export const noClock = new Date('9999-12-31T00:00:00Z');

export const orderSql: Readonly<Record<ListOrder, Prisma.Sql>> = {
  received: Prisma.sql`s.submitted_at, s.id`,
  newest: Prisma.sql`s.submitted_at DESC, s.id DESC`,
  due: Prisma.sql`${dueSql}, s.id`,
  working: Prisma.sql`s.priority_rank, s.submitted_at, s.id`,
  waiting_information: Prisma.sql`s.new_information_at, s.id`,
  latest_closed: Prisma.sql`s.closed_at DESC, s.id`,
  unclaimed: Prisma.sql`s.claimed_by IS NOT NULL, ${dueSql}, s.id`,
};

/** The rows after the cursor in the view's order. */
export function afterSql(order: ListOrder, cursor: QueueCursor | null): Prisma.Sql {
  if (!cursor) return Prisma.sql`true`;
  const { priorityRank, at, id } = cursor;
  switch (order) {
    case 'working':
      return Prisma.sql`(s.priority_rank, s.submitted_at, s.id) > (${priorityRank}::smallint, ${at}, ${id}::uuid)`;
    case 'received':
      return Prisma.sql`(s.submitted_at, s.id) > (${at}, ${id}::uuid)`;
    case 'newest':
      return Prisma.sql`(s.submitted_at, s.id) < (${at}, ${id}::uuid)`;
    case 'due':
      return Prisma.sql`(${dueSql}, s.id) > (${at}, ${id}::uuid)`;
    case 'waiting_information':
      return Prisma.sql`(s.new_information_at, s.id) > (${at}, ${id}::uuid)`;
    case 'latest_closed':
      return Prisma.sql`s.closed_at <= ${at} AND (s.closed_at < ${at} OR s.id > ${id}::uuid)`;
    case 'unclaimed':
      return Prisma.sql`(s.claimed_by IS NOT NULL, ${dueSql}, s.id) > (${priorityRank > 0}, ${at}, ${id}::uuid)`;
  }
}
