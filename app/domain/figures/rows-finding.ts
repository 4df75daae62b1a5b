import { noArea, notTold } from '../kernel/report-labels.ts';
import { holdsNearlyEvery, type ShownRow } from './item-rows.ts';

/** More rows than this with nothing are counted and not named. */
const mostNamed = 4;
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/**
 * What a table of volumes says, as a sentence: which row has most of the total, and which have none. An item of the plan that
 * holds nearly every submission tells nothing about any, so it is named after those that do.
 */
export function rowsFinding(rows: readonly ShownRow[], total: number): string {
  if (total === 0) return 'No submission was received.';
  const named = rows.filter(({ key }) => key !== noArea && key !== notTold);
  const untelling = named.filter((row) => row.codes && holdsNearlyEvery(row.total, total));
  const [most] = named
    .filter((row) => row.total > 0 && !untelling.includes(row))
    .sort((one, other) => other.total - one.total);
  const none = named.filter((row) => row.total === 0);
  const without = none.length > mostNamed ? `${none.length}` : list.format(none.map(({ label }) => label));
  const outside = rows
    .filter((row) => !named.includes(row) && row.total > 0)
    .map((row) => `${row.total} of ${row.label.charAt(0).toLowerCase()}${row.label.slice(1)}`);
  const nearlyAll = list.format(untelling.map(({ label }) => label));
  return [
    ...(most ? [`${most.label} has most: ${most.total} of ${total}.`] : []),
    ...(untelling.length > 0
      ? [`${nearlyAll} ${untelling.length === 1 ? 'holds' : 'hold'} nearly all.`]
      : []),
    ...(!most && untelling.length === 0 ? ['None has any.'] : []),
    ...(none.length > 0 && none.length < named.length
      ? [`${without} ${none.length === 1 ? 'has' : 'have'} none.`]
      : []),
    ...(outside.length > 0 ? [`Besides, ${list.format(outside)}.`] : []),
  ].join(' ');
}
