import { noArea, notTold } from '../kernel/report-labels.ts';
import type { VolumeRow } from './volume-rows.ts';

/** More rows than this with nothing are counted and not named. */
const mostNamed = 4;
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** What a table of volumes says, as a sentence: which row has most of the total, and which have none. */
export function rowsFinding(rows: readonly VolumeRow[], total: number): string {
  if (total === 0) return 'No submission was received.';
  const named = rows.filter(({ key }) => key !== noArea && key !== notTold);
  const [most] = [...named].sort((one, other) => other.total - one.total);
  const none = named.filter((row) => row.total === 0);
  const without = none.length > mostNamed ? `${none.length}` : list.format(none.map(({ label }) => label));
  const outside = rows
    .filter((row) => !named.includes(row) && row.total > 0)
    .map((row) => `${row.total} of ${row.label.charAt(0).toLowerCase()}${row.label.slice(1)}`);
  return [
    most && most.total > 0 ? `${most.label} has most: ${most.total} of ${total}.` : 'None has any.',
    ...(none.length > 0 && most?.total ? [`${without} ${none.length === 1 ? 'has' : 'have'} none.`] : []),
    ...(outside.length > 0 ? [`Besides, ${list.format(outside)}.`] : []),
  ].join(' ');
}
