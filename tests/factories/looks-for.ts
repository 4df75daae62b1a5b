import { searchForm } from '#app/domain/connections/search/sought.ts';

/** A search as its form sends it, and the place at which a page of it begins. */
export const looksFor = (
  query: string,
  narrowing: Record<string, unknown> = {},
  after: string | null = null,
) => ({
  sought: searchForm.parse({ query, ...narrowing }),
  after,
});
