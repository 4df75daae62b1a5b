import { z } from 'zod';
import { optionalDay, shownAtTimes, dateValues } from '#app/domain/kernel/fields.ts';
import { charactersOrLess } from '#app/domain/kernel/text-limits.ts';
import { longestQuery, readQuery, shortestQuery } from './read-query.ts';

/** How long a search is kept, in hours: the longest shift. Whoever comes back the next day searches again. */
export const searchKeptHours = 12;

/** What whoever comes back to a search reads that is not there: too late, or to one of somebody else’s. */
export const searchGone = `This search is not here any more. A search is kept for ${searchKeptHours} hours, and only for whoever made it.`;

/** The orders of results: by how surely they are what was looked for, or by when they were received. */
export const searchSorts = ['best', 'newest', 'oldest'] as const;
export type SearchSort = (typeof searchSorts)[number];

const kinds = ['report', 'disseminated'] as const;
const standings = ['open', 'ended'] as const;

/**
 * What somebody looks for. `from` and `until` are days on which it was received, "2016-01-18"; `area` a code, or `none` for what
 * counts to no area. Null narrows nothing.
 */
export type Sought = {
  typed: string;
  from: string | null;
  until: string | null;
  area: string | null;
  standing: (typeof standings)[number] | null;
  kind: (typeof kinds)[number] | null;
  sort: SearchSort;
};

const narrowed = <const Codes extends readonly string[]>(codes: Codes) =>
  shownAtTimes().transform((posted): Codes[number] | null => codes.find((code) => code === posted) ?? null);
const received = (wrong: string) =>
  optionalDay(wrong)
    .optional()
    .transform((day) => day ?? null);

/** The form of a search. The box in the frame sends the words alone. */
export const searchForm = z
  .object({
    query: z
      .string()
      .trim()
      .refine(
        (typed) => readQuery(typed).text.replace(/[^\p{L}\p{N}?]/gu, '').length >= shortestQuery,
        `Enter at least ${shortestQuery} letters or numbers`,
      )
      .max(longestQuery, `Search must be ${charactersOrLess(longestQuery)}`),
    from: received('The day from which it was received must be a real date'),
    until: received('The day until which it was received must be a real date'),
    area: shownAtTimes().transform((posted) => (/^[A-Za-z0-9-]{1,40}$/.test(posted) ? posted : null)),
    standing: narrowed(standings),
    kind: narrowed(kinds),
    sort: narrowed(searchSorts).transform((sort) => sort ?? 'best'),
  })
  .transform(({ query, ...narrowing }): Sought => ({ typed: query, ...narrowing }));

/** As a search is kept. */
export const keptSought: z.ZodType<Sought> = z.object({
  typed: z.string(),
  from: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
  area: z.string().nullable(),
  standing: z.enum(standings).nullable(),
  kind: z.enum(kinds).nullable(),
  sort: z.enum(searchSorts),
});

/** What the form holds for a search that was made. */
export const searchValues = (sought: Sought): Record<string, string> => ({
  query: sought.typed,
  ...dateValues('from', sought.from),
  ...dateValues('until', sought.until),
  area: sought.area ?? '',
  standing: sought.standing ?? '',
  kind: sought.kind ?? '',
  sort: sought.sort,
});

/** Whether anything but the words narrows or orders it. */
export const isNarrowed = ({ typed: _, sort, ...narrowing }: Sought): boolean =>
  sort !== 'best' || Object.values(narrowing).some((value) => value !== null);
