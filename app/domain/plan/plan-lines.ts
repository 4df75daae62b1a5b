import { forceDay } from '../kernel/postcode-rules.ts';
import { citedWords } from './cited.ts';
import { isMeasured, measureName } from './item-measure.ts';
import { dayText } from './plan-years.ts';
import type { PlanEntry, PlanItem } from './plan-tree.ts';
import type { PlanView } from './read-whole.server.ts';

/**
 * One line of a plan as a table. `line` says what it is, `item` to which item it belongs and `under` what that stands
 * under; `more` is what belongs beside the text: what the force will do, the words before the steps, the note of a status.
 */
export type PlanLine = {
  line: LineKind;
  item: string;
  under: string;
  number: string;
  text: string;
  more: string;
  mark: string;
  date: string;
  by: string;
};
export type LineKind =
  | 'plan'
  | 'aim'
  | 'activity'
  | 'theme'
  | 'action'
  | 'gap'
  | 'step'
  | 'responsible'
  | 'link'
  | 'measure'
  | 'owner'
  | 'status'
  | 'evidence'
  | 'event'
  | 'abbreviation';

export const lineColumns = [
  'line',
  'item',
  'under',
  'number',
  'text',
  'more',
  'mark',
  'date',
  'by',
] as const satisfies readonly (keyof PlanLine)[];

export type StatusLine = { code: string; text: string; note: string; by: string; at: Date };
export type OwnerLine = { code: string; name: string; reviewOn: string | null; at: Date };

type Beside = {
  statuses: readonly StatusLine[];
  owners: readonly OwnerLine[];
  events: readonly { title: string; on: string }[];
};

const blank = { item: '', under: '', number: '', text: '', more: '', mark: '', date: '', by: '' };

/** A whole plan in its order, each item followed by what belongs to it. The same plan gives the same lines. */
export function planLines(view: PlanView, beside: Beside): PlanLine[] {
  const { plan } = view;
  return [
    {
      ...blank,
      line: 'plan',
      text: plan.title,
      more: `${dayText(plan.firstDay)} to ${dayText(plan.lastDay)}`,
    },
    ...view.tree.flatMap((item) => itemLines(item, null, beside)),
    ...beside.events.map(({ title, on }): PlanLine => ({ ...blank, line: 'event', text: title, date: on })),
    ...Object.entries(view.glossary).map(([short, long]): PlanLine => ({
      ...blank,
      line: 'abbreviation',
      text: long,
      number: short,
    })),
  ];
}

function itemLines(item: PlanItem, parent: PlanItem | null, beside: Beside): PlanLine[] {
  const of = { ...blank, item: item.code };
  const lines = (line: LineKind, texts: readonly string[]) =>
    texts.map((text): PlanLine => ({ ...of, line, text }));
  return [
    {
      ...of,
      line: item.kind,
      under: parent?.code ?? '',
      number: item.number,
      text: item.text,
      more: item.intent ?? item.stepsIntro ?? '',
    },
    ...lines(
      'step',
      item.steps.map(({ text }) => text),
    ),
    ...lines('responsible', item.responsibleRoles),
    ...lines(
      'link',
      item.links.map(({ label }) => label),
    ),
    ...lines('measure', isMeasured(item.kind) ? [measureName(item.measure)] : []),
    ...beside.owners
      .filter(({ code }) => code === item.code)
      .map(({ name, reviewOn, at }): PlanLine => ({
        ...of,
        line: 'owner',
        text: name,
        more: reviewOn === null ? '' : `To be reviewed on ${reviewOn}`,
        date: forceDay(at),
      })),
    ...beside.statuses
      .filter(({ code }) => code === item.code)
      .map(({ text, note, by, at }): PlanLine => ({
        ...of,
        line: 'status',
        text,
        more: note,
        date: forceDay(at),
        by,
      })),
    ...item.evidence.map((entry): PlanLine => ({ ...of, line: 'evidence', ...evidenceOf(entry) })),
    ...item.children.flatMap((child) => itemLines(child, item, beside)),
  ];
}

const evidenceOf = ({ text, update, style, datedOn, author, cites, superseded }: PlanEntry) => ({
  text,
  more: [
    cites ? `Rests on ${citedWords(cites)}` : null,
    superseded ? `Superseded on ${forceDay(superseded.at)}: ${superseded.why}` : null,
  ]
    .filter((part) => part !== null)
    .join('. '),
  mark: [update ? 'update' : null, update ? style : null, superseded ? 'superseded' : null]
    .filter((part) => part !== null)
    .join(' '),
  date: datedOn ? dayText(datedOn) : '',
  by: author ?? '',
});
