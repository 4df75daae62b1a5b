import { exploitationWords } from '../form/exploitation-words.ts';
import { smallest } from '../kernel/counted.ts';
import { exploitationKeys, noArea, notSure } from '../kernel/report-labels.ts';
import type { PublishedTable, Range } from './disclosure.ts';

/** What each published table is called, and what its rows are. */
export const publishedTitles: Record<PublishedTable, { title: string; of: string }> = {
  area: { title: 'By area', of: 'Area' },
  came_of_it: { title: 'By what came of it', of: 'What came of it' },
  exploitation: { title: 'By type of exploitation', of: 'Type' },
};

/** What became of a report, as far as readers outside FIB are told: no outcome is so rare that it stands alone. */
const cameOfIt = {
  led_to_something: 'Used, a crime recorded, safeguarding, or passed on',
  nothing_further: 'Nothing further: more needed, no further use, already known, rejected or withdrawn',
  open: 'Not answered by then',
} as const;

const led = ['used', 'crime_recorded', 'safeguarding_action', 'passed_on'];

/** The row of a submission by its outcome and status. */
export function cameOfItOf(outcome: string | null, status: string): keyof typeof cameOfIt {
  if (outcome !== null) return led.includes(outcome) ? 'led_to_something' : 'nothing_further';
  return status === 'rejected' || status === 'withdrawn' ? 'nothing_further' : 'open';
}

/** Its own head for each type that is not rare; what names two types is in one row all the same. */
const rare = 'organ_removal';
const several = 'several';

export function exploitationOf(types: readonly string[]): string {
  const named = [...new Set(types)].filter((type) => type !== notSure);
  if (named.length > 1) return several;
  const [only] = named;
  if (only === undefined) return notSure;
  return only !== rare && exploitationKeys.some((key) => key === only) ? only : 'other';
}

const exploitationRows: readonly string[] = [
  ...exploitationKeys.filter((key) => key !== rare && key !== notSure),
  several,
  notSure,
];

/** The rows of each table, those with nothing too. `areas` by their keys. */
export const publishedKeys = (areas: readonly string[]): Record<PublishedTable, readonly string[]> => ({
  area: [...areas, noArea],
  came_of_it: Object.keys(cameOfIt),
  exploitation: exploitationRows,
});

/** The words of a row. The name of an area is the force's; `areas` has it by key. */
export function publishedLabel(
  table: PublishedTable,
  key: string,
  areas: ReadonlyMap<string, string>,
): string {
  if (table === 'area') return areas.get(key) ?? 'No area, several areas or outside the force';
  if (table === 'came_of_it') return (cameOfIt as Record<string, string>)[key] ?? key;
  return key === several ? 'More than one of these' : (exploitationWords([key])[0] ?? key);
}

/** Kept with each quarter as it is frozen: what was counted, in the words of that day. */
export const publishedDefinition =
  'Submissions received in the quarter by the whole force, in British time, each counted once, without those restricted to the Force Intelligence Bureau, as they stood when the quarter was frozen. Area: in which the places of the submission lie. What came of it: the answer that the partner had had by then. Type: what the partner named.';

/**
 * A published figure in words. Too few, withheld and none are three things; null is withheld, undefined was not counted of
 * that quarter.
 */
export function figureWords(figure: Range | null | undefined): string {
  if (figure === undefined) return 'Not counted';
  if (figure === null) return 'Withheld';
  const { least, most } = figure;
  if (most === 0) return 'None';
  if (most < smallest) return least === 0 ? `Fewer than ${smallest}` : 'Too few';
  return least === most ? String(least) : `${least} to ${most}`;
}
