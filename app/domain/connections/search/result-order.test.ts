import { expect, it } from 'vitest';
import { inOrder, isAfter, placeOf } from './result-order.ts';

const found = (id: string, rank: number, day: number) => ({ id, rank, at: new Date(Date.UTC(2016, 0, day)) });
const rows = [found('b', 1, 3), found('a', 0, 1), found('c', 1, 5), found('d', 7, 5), found('e', 1, 3)];

it.each([
  ['best', 'acbed'],
  ['newest', 'cdbea'],
  ['oldest', 'abecd'],
] as const)('has %s in order, and after each place the rest', (sort, order) => {
  const sorted = [...rows].sort(inOrder(sort));
  expect(sorted.map(({ id }) => id).join('')).toBe(order);
  for (const [index, row] of sorted.entries())
    expect(sorted.filter((other) => isAfter(other, placeOf(row, sort), sort))).toEqual(
      sorted.slice(index + 1),
    );
});
