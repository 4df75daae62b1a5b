import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { exploitationWords } from '../form/exploitation-words.ts';
import {
  channelWords,
  noArea,
  notSure,
  organisationKindWords,
  outcomeRowWords,
  priorityWords,
} from '../kernel/report-labels.ts';

/** By what figures can be narrowed, each to one value. No organisation, nationality or language: they never meet. */
export const dimensions = ['area', 'channel', 'kind', 'priority', 'outcome', 'type'] as const;
export type Dimension = (typeof dimensions)[number];
/** By key: the code of an area, or the key of a row of the table. */
export type FigureFilter = Partial<Record<Dimension, string>>;

/** What is asked for in an address; what is no key is left out. */
export function readFilter(asked: URLSearchParams): FigureFilter {
  return Object.fromEntries(
    dimensions.flatMap((dimension) => {
      const value = asked.get(dimension) ?? '';
      return /^[\w-]{1,40}$/.test(value) ? [[dimension, value]] : [];
    }),
  );
}

const conditions: Record<Dimension, (value: string) => Prisma.Sql> = {
  area: (value) =>
    value === noArea
      ? Prisma.sql`s.area_id IS NULL`
      : Prisma.sql`s.area_id = (SELECT id FROM area WHERE code = ${value})`,
  channel: (value) => Prisma.sql`s.channel::text = ${value}`,
  kind: (value) => Prisma.sql`s.organisation_kind::text = ${value}`,
  priority: (value) => Prisma.sql`s.priority::text = ${value}`,
  outcome: (value) => Prisma.sql`${endOf} = ${value}`,
  type: (value) =>
    value === notSure
      ? Prisma.sql`(cardinality(s.exploitation_types) = 0 OR ${value} = ANY(s.exploitation_types))`
      : Prisma.sql`${value} = ANY(s.exploitation_types)`,
};

/** What has become of `submission s`: its outcome, "rejected", "withdrawn", or "open" while none is known. */
export const endOf = Prisma.sql`coalesce(s.outcome::text, CASE WHEN s.status IN ('rejected', 'withdrawn') THEN s.status::text ELSE 'open' END)`;

/** Whether `submission s` is among what the figures are narrowed to. */
export const filterSql = (filter: FigureFilter): Prisma.Sql =>
  Prisma.join(
    [
      Prisma.sql`true`,
      ...dimensions.flatMap((each) => (filter[each] === undefined ? [] : [conditions[each](filter[each])])),
    ],
    ' AND ',
  );

const words: Record<Dimension, { name: string; of: (value: string) => string }> = {
  area: { name: 'Area', of: (value) => (value === noArea ? 'No single area' : value) },
  channel: { name: 'Channel', of: (value) => wordOf(channelWords, value) },
  kind: { name: 'Kind of organisation', of: (value) => wordOf(organisationKindWords, value) },
  priority: { name: 'Priority', of: (value) => wordOf(priorityWords, value) },
  outcome: { name: 'Outcome so far', of: (value) => wordOf(outcomeRowWords, value) },
  type: { name: 'Type of exploitation', of: (value) => exploitationWords([value])[0] ?? value },
};

const wordOf = (of: Readonly<Record<string, string>>, value: string) => of[value] ?? value;

/** What the figures are narrowed to, in words. */
export async function filterWords(
  tx: Tx,
  filter: FigureFilter,
): Promise<{ dimension: Dimension; name: string; value: string }[]> {
  const { area } = filter;
  const named =
    area === undefined || area === noArea
      ? null
      : await tx.area.findUnique({ where: { code: area }, select: { name: true } });
  return dimensions.flatMap((dimension) => {
    const value = filter[dimension];
    if (value === undefined) return [];
    const shown = dimension === 'area' && named ? named.name : words[dimension].of(value);
    return [{ dimension, name: words[dimension].name, value: shown }];
  });
}
