import { Prisma } from '#app/platform/db/generated/client.ts';
import type { QueueCursor } from '../kernel/queue-cursor.ts';
import type { QueueSort } from './queue-filter.ts';
import type { QueueView } from './queue-views.ts';

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

/** By `working` a queue stands and “take next” takes: the highest priority first, then whoever waits longest. */
export const orderSql: Readonly<Record<ListOrder, Prisma.Sql>> = {
  received: Prisma.sql`s.submitted_at, s.id`,
  newest: Prisma.sql`s.submitted_at DESC, s.id DESC`,
  due: Prisma.sql`${dueSql}, s.id`,
  working: Prisma.sql`s.priority_rank, s.submitted_at, s.id`,
  waiting_information: Prisma.sql`s.new_information_at, s.id`,
  latest_closed: Prisma.sql`s.closed_at DESC, s.id`,
  unclaimed: Prisma.sql`s.claimed_by IS NOT NULL, ${dueSql}, s.id`,
};

/** The same read from its end. */
export const backwardsSql: Readonly<Record<ListOrder, Prisma.Sql>> = {
  received: Prisma.sql`s.submitted_at DESC, s.id DESC`,
  newest: Prisma.sql`s.submitted_at, s.id`,
  due: Prisma.sql`${dueSql} DESC, s.id DESC`,
  working: Prisma.sql`s.priority_rank DESC, s.submitted_at DESC, s.id DESC`,
  waiting_information: Prisma.sql`s.new_information_at DESC, s.id DESC`,
  latest_closed: Prisma.sql`s.closed_at, s.id DESC`,
  unclaimed: Prisma.sql`s.claimed_by IS NOT NULL DESC, ${dueSql} DESC, s.id DESC`,
};

/** The rows after the cursor in the view's order, or those before it. */
export function afterSql(
  order: ListOrder,
  cursor: QueueCursor | null,
  side: 'after' | 'before' = 'after',
): Prisma.Sql {
  if (!cursor) return Prisma.sql`true`;
  const { priorityRank, at, id } = cursor;
  const [later, earlier] = side === 'after' ? [Prisma.sql`>`, Prisma.sql`<`] : [Prisma.sql`<`, Prisma.sql`>`];
  switch (order) {
    case 'working':
      return Prisma.sql`(s.priority_rank, s.submitted_at, s.id) ${later} (${priorityRank}::smallint, ${at}, ${id}::uuid)`;
    case 'received':
      return Prisma.sql`(s.submitted_at, s.id) ${later} (${at}, ${id}::uuid)`;
    case 'newest':
      return Prisma.sql`(s.submitted_at, s.id) ${earlier} (${at}, ${id}::uuid)`;
    case 'due':
      return Prisma.sql`(${dueSql}, s.id) ${later} (${at}, ${id}::uuid)`;
    case 'waiting_information':
      return Prisma.sql`(s.new_information_at, s.id) ${later} (${at}, ${id}::uuid)`;
    case 'latest_closed':
      return Prisma.sql`s.closed_at ${earlier}= ${at} AND (s.closed_at ${earlier} ${at} OR s.id ${later} ${id}::uuid)`;
    case 'unclaimed':
      return Prisma.sql`(s.claimed_by IS NOT NULL, ${dueSql}, s.id) ${later} (${priorityRank > 0}, ${at}, ${id}::uuid)`;
  }
}
