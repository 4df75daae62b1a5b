import type { Month } from '../kernel/months.ts';
import { noArea } from '../kernel/report-labels.ts';

/** One line of a table: a count for each month that has one. `key` is stable, `label` and `detail` are shown. */
export type VolumeRow = {
  key: string;
  label: string;
  detail: string | null;
  byMonth: Record<Month, number>;
  total: number;
};

/** The count of one key in one month. No key is `noArea`. */
export type Cell = { key: string | null; month: Month; count: number };
export type Name = { key: string; label: string; detail?: string };
/** The instants from the first up to and without the second. */
export type Span = { from: Date; to: Date };

export function named<Key extends string>(keys: readonly Key[], words: Record<Key, string>): Name[] {
  return keys.map((key) => ({ key, label: words[key] }));
}

/** A key that has counts and no name gets a row too: nothing that was counted is left out. */
export function rowsOf(names: Name[], cells: Cell[]): VolumeRow[] {
  const counted = cells.map((cell) => ({ ...cell, key: cell.key ?? noArea }));
  const known = new Set(names.map(({ key }) => key));
  const unnamed = [...new Set(counted.map(({ key }) => key))].filter((key) => !known.has(key));
  return [...names, ...unnamed.map((key) => ({ key, label: key }))].map((name) =>
    rowOf(
      name,
      counted.filter(({ key }) => key === name.key),
    ),
  );
}

/** Cells of the same month add up: two areas of the past may be one today. */
export function rowOf({ key, label, detail }: Name, cells: Cell[]): VolumeRow {
  const byMonth: Record<Month, number> = {};
  for (const { month, count } of cells) byMonth[month] = (byMonth[month] ?? 0) + count;
  return {
    key,
    label,
    detail: detail ?? null,
    byMonth,
    total: cells.reduce((sum, { count }) => sum + count, 0),
  };
}
