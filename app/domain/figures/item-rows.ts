import type { VolumeRow } from './volume-rows.ts';

/** A row of a table by item of the plan. `codes` are all those that hold the same submissions, `note` what is said beside. */
export type ItemRow = VolumeRow & { codes: string[]; note: string | null };

/** A row of any table of volumes, with what one by item has besides. */
export type ShownRow = VolumeRow & Partial<Pick<ItemRow, 'codes' | 'note'>>;

/** Rows as they are shown, and the codes of those that are not, as the portal does not measure them. */
export type ItemRows = { rows: ItemRow[]; evidenceOnly: string[] };

/** Beyond this share of all submissions an item tells nothing about any. */
const nearlyAll = 0.95;
export const holdsNearlyEvery = (count: number, all: number): boolean => count > nearlyAll * all;
export const nearlyEvery = 'nearly every submission: says nothing by itself';

const linkedAllTheSame = 'evidence only, linked all the same';

/**
 * What is not measured and holds nothing has no row: nought would read as a finding. Rows of which `sameAs` says the same are
 * one, with both codes named. `all` is how many submissions there are.
 */
export function itemRows(
  rows: readonly VolumeRow[],
  {
    isMeasured,
    sameAs,
    all,
  }: { isMeasured: (code: string) => boolean; sameAs: (code: string) => string; all: number },
): ItemRows {
  const shown = rows.filter(({ key, total }) => total > 0 || isMeasured(key));
  const notes = ({ key, total }: VolumeRow) =>
    [isMeasured(key) ? null : linkedAllTheSame, holdsNearlyEvery(total, all) ? nearlyEvery : null].filter(
      (note) => note !== null,
    );
  return {
    rows: shownOnce(shown, ({ key }) => sameAs(key)).map(([row, ...same]) => ({
      ...row,
      label: [row, ...same].map(({ label }) => label).join(' and '),
      codes: [row, ...same].map(({ key }) => key),
      note: notes(row).join('; ') || null,
    })),
    evidenceOnly: rows.filter((row) => !shown.includes(row)).map(({ key }) => key),
  };
}

/** Those of which the same is said together, in the place of the first. */
export function shownOnce<Row>(rows: readonly Row[], sameAs: (row: Row) => string): [Row, ...Row[]][] {
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const same = groups.get(sameAs(row));
    if (same) same.push(row);
    else groups.set(sameAs(row), [row]);
  }
  return [...groups.values()];
}
