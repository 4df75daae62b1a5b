/** What a key presses. `where`: the pages that have the button or link. */
type Key = { key: string; where: 'queue' | 'submission' | 'both'; does: string };

/**
 * The keys of queue and submission pages. Each is a press on something that stands on the page, or moves between things
 * that Tab reaches too; where the thing is not there the key does nothing. The help page is written from this list.
 */
export const keys = {
  next: { key: 'j', where: 'queue', does: 'Go to the next row' },
  previous: { key: 'k', where: 'queue', does: 'Go to the row before' },
  open: { key: 'o', where: 'queue', does: 'Open the submission of the row, as Enter does' },
  select: { key: 'x', where: 'queue', does: 'Select the row, or take it out again' },
  claim: { key: 'c', where: 'both', does: 'Claim: the selected rows, or this submission' },
  take: { key: 't', where: 'queue', does: 'Take next' },
  release: { key: 'r', where: 'both', does: 'Release: the selected rows, or this submission' },
  handOver: { key: 'h', where: 'submission', does: 'Hand over to a colleague' },
  addItem: { key: 'i', where: 'submission', does: 'Add an item' },
  before: { key: '[', where: 'submission', does: 'Open the previous submission of the list' },
  after: { key: ']', where: 'submission', does: 'Open the next submission of the list' },
  queues: { key: 'q', where: 'submission', does: 'Go back to the queues' },
  search: { key: '/', where: 'both', does: 'Search' },
  help: { key: '?', where: 'both', does: 'Open this page' },
} as const satisfies Record<string, Key>;

export type KeyName = keyof typeof keys;

export const keyNames = Object.keys(keys) as KeyName[];
