import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { valueNames } from '../routing/value-names.server.ts';
import { exploitationWords } from '../form/exploitation-words.ts';
import {
  channelWords,
  noArea,
  notSure,
  organisationKindWords,
  outcomeRowWords,
  priorityWords,
} from '../kernel/report-labels.ts';

/** By what figures can be narrowed to one value, or cross. An organisation is none of them. */
export const dimensions = [
  'aim',
  'item',
  'area',
  'channel',
  'kind',
  'priority',
  'outcome',
  'type',
  'nationality',
  'language',
] as const;
export type Dimension = (typeof dimensions)[number];
/** By key: the code of an area, or the key of a row of the table. */
export type FigureFilter = Partial<Record<Dimension, string>>;

export const isDimension = (name: string | null): name is Dimension =>
  dimensions.some((each) => each === name);

/**
 * Whether these never meet: the kind of an organisation, of which there may be one only, with a nationality or a language,
 * which of some is spoken by few (product.md, "What must never happen" 7).
 */
export const neverMeet = (together: readonly Dimension[]): boolean =>
  together.includes('kind') && (together.includes('nationality') || together.includes('language'));

/** What is asked for in an address; what is no key, and what never meets, is left out. */
export function readFilter(asked: URLSearchParams): FigureFilter {
  const filter: FigureFilter = Object.fromEntries(
    dimensions.flatMap((dimension) => {
      const value = asked.get(dimension) ?? '';
      return /^[\w .()-]{1,40}$/.test(value) ? [[dimension, value]] : [];
    }),
  );
  if (neverMeet(dimensions.filter((each) => filter[each] !== undefined))) delete filter.kind;
  return filter;
}

/** What has become of `submission s`: its outcome, "rejected", "withdrawn", or "open" while none is known. */
export const endOf = Prisma.sql`coalesce(s.outcome::text, CASE WHEN s.status IN ('rejected', 'withdrawn') THEN s.status::text ELSE 'open' END)`;

const planItems = (code: Prisma.Sql) => Prisma.sql`SELECT DISTINCT ${code} FROM submission_plan_link l
  JOIN plan_item i ON i.id = l.plan_item_id LEFT JOIN plan_item above ON above.id = i.parent_id
  WHERE l.submission_id = s.id AND l.unlinked_at IS NULL AND ${code} IS NOT NULL`;
const people = (
  column: 'nationalities' | 'languages',
) => Prisma.sql`SELECT DISTINCT told.value FROM submission_person p
  CROSS JOIN unnest(p.${Prisma.raw(column)}) AS told (value) WHERE p.submission_id = s.id`;

/**
 * The keys of `submission s` in each: the code of an area, a kind, a type. It has one in some, and in others several or none:
 * it then counts for each. By these figures are narrowed and crossed, so that a cell is what its rows are.
 */
export const keysOf: Record<Dimension, Prisma.Sql> = {
  aim: planItems(Prisma.sql`above.code`),
  item: planItems(Prisma.sql`i.code`),
  area: Prisma.sql`SELECT coalesce((SELECT a.code FROM area a WHERE a.id = s.area_id), ${noArea})`,
  channel: Prisma.sql`SELECT s.channel::text`,
  kind: Prisma.sql`SELECT s.organisation_kind::text`,
  priority: Prisma.sql`SELECT s.priority::text`,
  outcome: Prisma.sql`SELECT ${endOf}`,
  type: Prisma.sql`SELECT DISTINCT unnest(CASE WHEN cardinality(s.exploitation_types) = 0 THEN ARRAY[${notSure}] ELSE s.exploitation_types END)`,
  nationality: people('nationalities'),
  language: people('languages'),
};

/** Whether `submission s` is among what the figures are narrowed to. */
export const filterSql = (filter: FigureFilter): Prisma.Sql =>
  Prisma.join(
    [
      Prisma.sql`true`,
      ...dimensions.flatMap((each) =>
        filter[each] === undefined ? [] : [Prisma.sql`${filter[each]} IN (${keysOf[each]})`],
      ),
    ],
    ' AND ',
  );

/** What each is called. */
export const dimensionNames: Record<Dimension, string> = {
  aim: 'Aim or theme',
  item: 'Plan item',
  area: 'Area',
  channel: 'Channel',
  kind: 'Kind of organisation',
  priority: 'Priority',
  outcome: 'Outcome so far',
  type: 'Type of exploitation',
  nationality: 'Nationality',
  language: 'Language',
};

/** How the keys of these read; one without words reads as it is. */
export async function keyWords(
  tx: Tx,
  asked: readonly Dimension[],
): Promise<(dimension: Dimension, key: string) => string> {
  const named = ['area', 'nationality', 'language'].some((each) => asked.includes(each as Dimension));
  const { areas, nationalities, languages } = named
    ? await valueNames(tx)
    : { areas: {}, nationalities: {}, languages: {} };
  const words: Partial<Record<Dimension, Readonly<Record<string, string>>>> = {
    area: { [noArea]: 'No single area', ...areas },
    channel: channelWords,
    kind: organisationKindWords,
    priority: priorityWords,
    outcome: outcomeRowWords,
    nationality: nationalities,
    language: languages,
  };
  return (dimension, key) =>
    dimension === 'type' ? (exploitationWords([key])[0] ?? key) : (words[dimension]?.[key] ?? key);
}

/** What the figures are narrowed to, in words. */
export async function filterWords(
  tx: Tx,
  filter: FigureFilter,
): Promise<{ dimension: Dimension; name: string; value: string }[]> {
  const narrowed = dimensions.filter((each) => filter[each] !== undefined);
  const wordOf = await keyWords(tx, narrowed);
  return narrowed.map((dimension) => ({
    dimension,
    name: dimensionNames[dimension],
    value: wordOf(dimension, filter[dimension] ?? ''),
  }));
}
