import { smallest } from '../kernel/counted.ts';

/** The tables that are published of a quarter. Each divides the same reports, so that its rows add up to their total. */
export const publishedTables = ['area', 'came_of_it', 'exploitation'] as const;
export type PublishedTable = (typeof publishedTables)[number];

/** A figure as it is published: one of the whole numbers from `least` to `most`. */
export type Range = { least: number; most: number };
/** By the key of its row. Null: withheld. */
export type Rows = Map<string, Range | null>;
export type Tables = Record<PublishedTable, Rows>;

/** Reports of a quarter that are in the same row of each table, and of one organisation. */
export type Group = Record<PublishedTable, string> & { organisation: string; count: number };

/**
 * Who knows reports of their own besides what is published: whole areas, as a lead or SPOC knows them from the lists, or
 * what their organisation sent. Somebody who knows nothing has neither.
 */
export type Insider = { areas: readonly string[]; organisation: string | null };

/** A row of a table, or what is in several rows at once, each of another table. */
export type Crossing = { table: PublishedTable; key: string }[];

/**
 * Of a count of one to four so many values stay possible to whoever does the sums, "too few" alone leaves four. Fewer would
 * name it, or all but.
 */
const fewestPossible = 3;

/** The reports that the insider does not know. */
export const unknownTo = (insider: Insider, groups: readonly Group[]): Group[] =>
  groups.filter((group) => !knows(insider, group));

const knows = ({ areas, organisation }: Insider, group: Group): boolean =>
  areas.includes(group.area) || group.organisation === organisation;

/**
 * The first count of one to four, of a row or of what is in several rows at once, that the insider can tell from all tables
 * together and the total, which is published as it is. Null where there is none.
 *
 * The tables have the total in common and nothing else: within its ranges each can be filled however the others are. So the
 * bounds of a row follow from its own table, and those of several rows at once from theirs (Fréchet's bounds): no whole
 * number between them can be ruled out, and none outside them is left.
 */
export function firstRecovered(tables: Tables, groups: readonly Group[], insider: Insider): Crossing | null {
  const unknown = unknownTo(insider, groups);
  const all = sum(unknown.map(({ count }) => count));
  const bounds = Object.fromEntries(
    publishedTables.map((table) => [table, boundsOf(tables[table], table, groups, insider, all)]),
  ) as Record<PublishedTable, Map<string, Range>>;
  for (const { crossing, count } of crossingsOf(unknown)) {
    if (count >= smallest) continue;
    const ranges = crossing.map(({ table, key }) => bounds[table].get(key) ?? { least: 0, most: all });
    const most = Math.min(...ranges.map((range) => range.most));
    const least = Math.max(0, sum(ranges.map((range) => range.least)) - (ranges.length - 1) * all);
    if (most - least + 1 < fewestPossible) return crossing;
  }
  return null;
}

/** Between which numbers what the insider does not know of each row lies, as the rows add up to `all` of it. */
function boundsOf(
  rows: Rows,
  table: PublishedTable,
  groups: readonly Group[],
  insider: Insider,
  all: number,
): Map<string, Range> {
  const ranges = [...rows].map(([key, range]) => {
    if (table === 'area' && insider.areas.includes(key)) return { key, least: 0, most: 0 };
    const own = sum(
      groups.filter((group) => group[table] === key && knows(insider, group)).map(({ count }) => count),
    );
    return range === null
      ? { key, least: 0, most: all }
      : { key, least: Math.max(0, range.least - own), most: Math.min(all, range.most - own) };
  });
  const least = sum(ranges.map((range) => range.least));
  const most = sum(ranges.map((range) => range.most));
  return new Map(
    ranges.map((range) => [
      range.key,
      {
        least: Math.max(range.least, all - (most - range.most)),
        most: Math.min(range.most, all - (least - range.least)),
      },
    ]),
  );
}

/** How many reports are in each row of each table, in each two rows of two tables, and so on. */
function crossingsOf(groups: readonly Group[]): { crossing: Crossing; count: number }[] {
  const found = new Map<string, { crossing: Crossing; count: number }>();
  for (const group of groups) {
    for (const tables of subsets) {
      const crossing = tables.map((table) => ({ table, key: group[table] }));
      const name = JSON.stringify(crossing);
      const known = found.get(name);
      if (known) known.count += group.count;
      else found.set(name, { crossing, count: group.count });
    }
  }
  return [...found.values()];
}

const subsets = publishedTables.reduce<PublishedTable[][]>(
  (before, table) => [...before, ...before.map((chosen) => [...chosen, table]), [table]],
  [],
);

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
