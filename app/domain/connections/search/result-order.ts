import type { QueueCursor } from '../../kernel/queue-cursor.ts';
import type { SearchSort } from './sought.ts';

/** What a result is put in order by. */
export type Ordered = { rank: number; at: Date; id: string };

/** The place after which the next page begins. Where it does not count how something was found, the rank is 0. */
export const placeOf = ({ rank, at, id }: Ordered, sort: SearchSort): QueueCursor => ({
  priorityRank: sort === 'best' ? rank : 0,
  at,
  id,
});

/** How two results stand to each other; the database has the same order in `orderSql`. */
export const inOrder =
  (sort: SearchSort) =>
  (one: Ordered, other: Ordered): number => {
    const [a, b] = [placeOf(one, sort), placeOf(other, sort)];
    const later = b.at.getTime() - a.at.getTime();
    return (
      a.priorityRank - b.priorityRank ||
      (sort === 'oldest' ? -later : later) ||
      (a.id < b.id ? -1 : Number(a.id > b.id))
    );
  };

export const isAfter = (
  row: Ordered,
  { priorityRank: rank, at, id }: QueueCursor,
  sort: SearchSort,
): boolean => inOrder(sort)(row, { rank, at, id }) > 0;
