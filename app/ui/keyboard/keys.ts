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
  addItem: { key: 'i', where: 'submission', does: 'Work on a further item' },
  source1: { key: '1', where: 'submission', does: 'Source 1' },
  source2: { key: '2', where: 'submission', does: 'Source 2' },
  source3: { key: '3', where: 'submission', does: 'Source 3' },
  assessmentA: { key: 'a', where: 'submission', does: 'Assessment A' },
  assessmentB: { key: 'b', where: 'submission', does: 'Assessment B' },
  assessmentC: { key: 'c', where: 'submission', does: 'Assessment C, once you have claimed it' },
  assessmentD: { key: 'd', where: 'submission', does: 'Assessment D' },
  assessmentE: { key: 'e', where: 'submission', does: 'Assessment E' },
  handlingP: { key: 'p', where: 'submission', does: 'Handling P' },
  handlingC: { key: 'l', where: 'submission', does: 'Handling C, with limits' },
  mopiGroup1: { key: '6', where: 'submission', does: 'MoPI group 1' },
  mopiGroup2: { key: '7', where: 'submission', does: 'MoPI group 2' },
  mopiGroup3: { key: '8', where: 'submission', does: 'MoPI group 3' },
  mopiGroup4: { key: '9', where: 'submission', does: 'MoPI group 4' },
  used: { key: 'u', where: 'submission', does: 'Outcome: used' },
  write: { key: 'w', where: 'submission', does: 'Go to the sanitised text; Esc leaves it' },
  save: { key: 's', where: 'submission', does: 'Save' },
  send: { key: 'f', where: 'submission', does: 'Send and close; Ctrl and Enter from within a text' },
  before: { key: '[', where: 'submission', does: 'Open the previous submission of the list' },
  after: { key: ']', where: 'submission', does: 'Open the next submission of the list' },
  queues: { key: 'q', where: 'submission', does: 'Go back to the queues' },
  search: { key: '/', where: 'both', does: 'Search' },
  help: { key: '?', where: 'both', does: 'Open this page' },
} as const satisfies Record<string, Key>;

export type KeyName = keyof typeof keys;

export const keyNames = Object.keys(keys) as KeyName[];

/** The key of one code of a row of codes, where it has one: "source" and "2". */
export const codeKey = (row: string, code: string | number): KeyName | undefined =>
  keyNames.find((name) => name === `${row}${code}`);
