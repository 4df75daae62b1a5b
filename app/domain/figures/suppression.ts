/** Cells below this are not published (product.md, "What must never happen" 7). */
export const smallest = 5;

export type Cell = { key: string; count: number };
/** `count` null: suppressed, "fewer than 5" or withheld so that another cannot be worked out. */
export type PublishedCell = { key: string; count: number | null };

/**
 * The cells of one month and one dimension as an audience outside FIB may see them, with the month's total.
 *
 * A cell below five is suppressed, and so is one whose complement (the total less the cell) is between one and four,
 * because the total stands beside it. Where the cells add up to the total (`partition`), what is suppressed together
 * must be five or more and two cells or more, or it could be subtracted: then the smallest published cells go as well.
 * A total below five suppresses everything.
 */
export function suppress(
  total: number,
  cells: readonly Cell[],
  partition: boolean,
): { total: number | null; cells: PublishedCell[] } {
  const hidden = new Set<string>();
  if (total < smallest) for (const { key } of cells) hidden.add(key);
  for (const { key, count } of cells) {
    const complement = total - count;
    if (count < smallest || (complement > 0 && complement < smallest)) hidden.add(key);
  }
  if (partition) hideEnough(cells, hidden);
  return {
    total: total < smallest ? null : total,
    cells: cells.map(({ key, count }) => ({ key, count: hidden.has(key) ? null : count })),
  };
}

/** Adds the smallest published cells until what is hidden together cannot be worked out from the total. */
function hideEnough(cells: readonly Cell[], hidden: Set<string>): void {
  const bySize = [...cells].sort((one, other) => one.count - other.count);
  const sum = () => cells.reduce((all, { key, count }) => all + (hidden.has(key) ? count : 0), 0);
  while (hidden.size > 0 && sum() > 0 && (sum() < smallest || hidden.size < 2)) {
    const next = bySize.find(({ key }) => !hidden.has(key));
    if (!next) return;
    hidden.add(next.key);
  }
}
