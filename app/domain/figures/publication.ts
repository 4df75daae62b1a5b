import { smallest } from '../kernel/counted.ts';
import {
  firstRecovered,
  sum,
  unknownTo,
  type Crossing,
  type Group,
  type Insider,
  type PublishedTable,
  type Range,
  type Rows,
  type Tables,
} from './disclosure.ts';

/** What is published of a quarter: the total as it is, and of each row in which five it lies. */
export type Publication = { total: Range | null; tables: Tables };

/**
 * What of a quarter's reports is published. `keys` are the rows of each table, those with nothing too. From all of it
 * together nobody can tell a count of one to four, not even who knows an area, several areas (`heldTogether`) or an
 * organisation: what would let them is withheld, row by row, the smallest first. Of fewer than five reports in all, or
 * where fewer than five are not somebody's own, there are no tables.
 */
export function publish(
  groups: readonly Group[],
  keys: Record<PublishedTable, readonly string[]>,
  heldTogether: readonly (readonly string[])[],
): Publication {
  const total = sum(groups.map(({ count }) => count));
  const insiders = insidersOf(groups, heldTogether);
  const left = insiders.map((insider) => sum(unknownTo(insider, groups).map(({ count }) => count)));
  const tables = tablesOf(groups, keys);
  if (total < smallest) return { total: rangeOf(total), tables: withheldWhole(tables) };
  if (left.some((count) => count > 0 && count < smallest))
    return { total: null, tables: withheldWhole(tables) };
  for (let found = recovery(); found !== null; found = recovery()) withholdOne(tables, found);
  return { total: { least: total, most: total }, tables };

  function recovery(): Crossing | null {
    for (const insider of insiders) {
      const found = firstRecovered(tables, groups, insider);
      if (found) return found;
    }
    return null;
  }
}

/** A reader who knows nothing, and everybody who knows reports of their own. */
export function insidersOf(
  groups: readonly Group[],
  heldTogether: readonly (readonly string[])[],
): Insider[] {
  const areas = [...new Set(groups.map(({ area }) => area))];
  const organisations = [...new Set(groups.map(({ organisation }) => organisation))];
  return [
    { areas: [], organisation: null },
    ...[...areas.map((area) => [area]), ...heldTogether].map((known) => ({
      areas: known,
      organisation: null,
    })),
    ...organisations.map((organisation) => ({ areas: [], organisation })),
  ];
}

/** None, too few to show, or the five in which it lies: 5 to 9, 10 to 14 and so on. */
export function rangeOf(count: number): Range {
  if (count === 0) return { least: 0, most: 0 };
  const least = count - (count % smallest);
  return { least: Math.max(1, least), most: least + smallest - 1 };
}

function tablesOf(groups: readonly Group[], keys: Record<PublishedTable, readonly string[]>): Tables {
  const rowsOf = (table: PublishedTable): Rows =>
    new Map(
      [...new Set([...keys[table], ...groups.map((group) => group[table])])].map((key) => [
        key,
        rangeOf(sum(groups.filter((group) => group[table] === key).map(({ count }) => count))),
      ]),
    );
  return { area: rowsOf('area'), came_of_it: rowsOf('came_of_it'), exploitation: rowsOf('exploitation') };
}

function withheldWhole(tables: Tables): Tables {
  const withheld = (rows: Rows): Rows => new Map([...rows.keys()].map((key) => [key, null]));
  return {
    area: withheld(tables.area),
    came_of_it: withheld(tables.came_of_it),
    exploitation: withheld(tables.exploitation),
  };
}

/** Withholds a row of the crossing; where all of them are withheld, another of their tables, which would give them away. */
function withholdOne(tables: Tables, crossing: Crossing): void {
  const shownOf = (table: PublishedTable, only?: string) =>
    [...tables[table]].flatMap(([key, range]) =>
      range === null || (only !== undefined && key !== only) ? [] : [{ table, key, most: range.most }],
    );
  const own = crossing.flatMap(({ table, key }) => shownOf(table, key));
  const shown = own.length > 0 ? own : crossing.flatMap(({ table }) => shownOf(table));
  const [smallestRow] = shown.sort((one, other) => one.most - other.most);
  if (!smallestRow) throw new Error('Tables of which everything is withheld tell nothing.');
  tables[smallestRow.table].set(smallestRow.key, null);
}
