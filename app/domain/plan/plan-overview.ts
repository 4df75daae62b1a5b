import { itemStatuses, type ItemStatus } from './item-status.ts';

/** How one activity or action stands. `openTasks` is null for who does not work with tasks. */
export type OverviewLine = {
  code: string;
  /** The beginning of what the plan says. */
  text: string;
  status: ItemStatus | null;
  /** In words, `ownerWords`. */
  owner: string | null;
  /** The newest day of the evidence that stands, as far as it has one: what a pack brought need not. */
  evidenceOn: Date | null;
  /** The day on which it is looked at again, and whether nobody has done so since that came near. */
  review: { on: Date; due: boolean } | null;
  openTasks: number | null;
};

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const order: ItemStatus[] = ['delivered', 'on_track', 'at_risk', 'not_started'];

/** How many stand how, as a sentence; what none is, is left out. */
export function overviewFinding(lines: readonly OverviewLine[]): string {
  const counted = order
    .map((status) => ({ status, count: lines.filter((line) => line.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(
      ({ status, count }) => `${count} ${count === 1 ? 'is' : 'are'} ${itemStatuses[status].toLowerCase()}`,
    );
  const unset = lines.filter((line) => line.status === null).length;
  const said = unset === 0 ? counted : [...counted, `${unset} ${unset === 1 ? 'has' : 'have'} no status yet`];
  return `Of ${lines.length} items, ${list.format(said)}.`;
}
