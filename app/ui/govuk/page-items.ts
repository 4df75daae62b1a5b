import type { AnchorHTMLAttributes } from 'react';

/** A numbered page, or the gap between two of them. */
export type PageItem =
  | {
      number: number | string;
      href: string;
      current?: boolean | undefined;
      /** What a screen reader says; "Page 3" when left out. */
      label?: string | undefined;
      attributes?: AnchorHTMLAttributes<HTMLAnchorElement> | undefined;
    }
  | { ellipsis: true };

/**
 * The page numbers worth showing: the first, the last, the current one and its neighbours, with gaps between.
 * Pages count from 1; `current` outside 1..total is taken as the nearest page.
 */
export function pageItems(current: number, total: number, hrefOf: (page: number) => string): PageItem[] {
  const here = Math.min(Math.max(current, 1), Math.max(total, 1));
  const items: PageItem[] = [];
  let last = 0;
  for (let page = 1; page <= total; page += 1) {
    if (page !== 1 && page !== total && Math.abs(page - here) > 1) continue;
    if (page - last > 1) items.push({ ellipsis: true });
    items.push({ number: page, href: hrefOf(page), current: page === here });
    last = page;
  }
  return items;
}
