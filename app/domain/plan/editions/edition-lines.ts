import { lineColumns, planLines, type PlanLine } from '../plan-lines.ts';
import type { PlanView } from '../read-whole.server.ts';
import { placesWithheld, withoutWithheld, type Withheld } from './withhold.ts';

/**
 * One line of an edition, as a line of the plan's table: what it says, with what is withheld already taken out. `change` is
 * what became of it since the edition before; of a line that is gone only its place is told, as its text may be withheld now.
 */
export type EditionLine = Pick<PlanLine, 'item' | 'under' | 'number' | 'text' | 'more' | 'mark' | 'date'> & {
  line: PlanLine['line'] | 'heading' | 'strategy';
  change: '' | 'new' | 'changed' | 'removed';
};

/** Those of the plan’s table, without who wrote a line. */
export const editionColumns: readonly (keyof EditionLine)[] = [
  ...lineColumns.filter((column) => column !== 'by'),
  'change',
];

/**
 * What a plan tells the public: what it says and its evidence, word for word but for what is withheld. Inside stay who wrote
 * an entry and what it rests on, entries that were wrong, measures, status, owners and events, and notes on how the source is
 * printed.
 * `before` is the edition before, null where there is none.
 */
export function editionLines(
  view: PlanView,
  withheld: readonly Withheld[],
  before: readonly EditionLine[] | null,
): EditionLine[] {
  const shown = (line: EditionLine): EditionLine => ({
    ...line,
    item: withoutWithheld(line.item, withheld),
    under: withoutWithheld(line.under, withheld),
    number: withoutWithheld(line.number, withheld),
    text: withoutWithheld(line.text, withheld),
    more: withoutWithheld(line.more, withheld),
  });
  const lines = publicLines(view).map(shown);
  if (before === null) return lines;
  const { now, gone } = compared(lines, before);
  return [...now, ...gone.map(shown)];
}

/** A text of a plan that an edition would show, as it is; `item` is empty for what belongs to the whole plan. */
export type PublicText = { item: string; ofEvidence: boolean; text: string };

export const publicTexts = (view: PlanView): PublicText[] =>
  publicLines(view).flatMap(({ line, item, number, text, more }) =>
    [line === 'abbreviation' || line === 'strategy' ? number : '', text, more]
      .filter((part) => part !== '')
      .map((part) => ({ item, ofEvidence: line === 'evidence', text: part })),
  );

const blank = {
  item: '',
  under: '',
  number: '',
  text: '',
  more: '',
  mark: '',
  date: '',
  change: '',
} as const;

function publicLines(view: PlanView): EditionLine[] {
  const headings: [string, string | null][] = [
    ['Organisation', view.organisation],
    ['Part of', view.secondTitle],
    ['Local plan', view.localTitle],
    ['Priority', view.priority],
    ['Lead', view.lead],
  ];
  const lines = planLines(view, { statuses: [], owners: [], events: [] })
    .filter(({ line, mark }) => line !== 'gap' && line !== 'measure' && !mark.includes('superseded'))
    .map(({ line, item, under, number, text, more, mark, date }): EditionLine => ({
      line,
      item,
      under,
      number,
      text,
      more: line === 'evidence' ? '' : more,
      mark,
      date,
      change: '',
    }));
  const [plan, ...items] = lines;
  return [
    ...(plan ? [plan] : []),
    ...headings.flatMap(([number, text]): EditionLine[] =>
      text === null ? [] : [{ ...blank, line: 'heading', number, text }],
    ),
    ...items,
    ...Object.entries(view.linkKeys).map(([number, text]): EditionLine => ({
      ...blank,
      line: 'strategy',
      number,
      text,
    })),
  ];
}

const placeOf = ({ line, item }: EditionLine): string => `${line} ${item}`;
const saysOf = ({ number, text, more, mark, date }: EditionLine): string =>
  JSON.stringify([number, text, more, mark, date]);

/** Marks what is new or changed since the edition before, and finds the places of what is gone. */
function compared(lines: readonly EditionLine[], before: readonly EditionLine[]) {
  const left = before.filter(({ change }) => change !== 'removed');
  const take = (fits: (earlier: EditionLine) => boolean) => {
    const at = left.findIndex(fits);
    return at !== -1 && left.splice(at, 1).length > 0;
  };
  const same = lines.map((line) =>
    take((earlier) => placeOf(earlier) === placeOf(line) && saysOf(earlier) === saysOf(line)),
  );
  const now = lines.map((line, index): EditionLine => {
    if (same[index]) return line;
    const said = take((earlier) => placeOf(earlier) === placeOf(line));
    return { ...line, change: said ? 'changed' : 'new' };
  });
  const gone = left.map(({ line, item, under }): EditionLine => ({
    ...blank,
    line,
    item,
    under,
    change: 'removed',
  }));
  return { now, gone };
}

/** How many places of an edition are withheld, the source's own among them. */
export const countWithheld = (lines: readonly EditionLine[]): number =>
  lines.reduce((sum, { text, more }) => sum + placesWithheld(text) + placesWithheld(more), 0);
