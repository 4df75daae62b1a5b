import { newId, type Id } from '../../kernel/id.ts';
import { charactersOrLess, textLimits } from '../../kernel/text-limits.ts';
import { longestRole } from '../item-owner.ts';
import { isMeasured, itemMeasureCodes, measureIn, measureName, measureNamed } from '../item-measure.ts';
import { lineColumns, type LineKind, type PlanLine } from '../plan-lines.ts';
import type { PlanItemRecord } from '../plan-tree.ts';
import {
  blankItem,
  codeOf,
  isWrittenKind,
  itemFaults,
  kindUnder,
  strategyOf,
  type WrittenKind,
} from '../written-item.ts';
import { readTable } from './read-table.ts';

/** What is wrong in a table, at its line and column; without a line it is about the whole table. */
export type TableFault = { line: number | null; column: string; message: string };

export type TableItem = PlanItemRecord & {
  id: Id<'PlanItem'>;
  parentId: Id<'PlanItem'> | null;
  kind: WrittenKind;
  carriedFromId: Id<'PlanItem'> | null;
  /** Where it stands in the table. */
  line: number;
};

export type PlanOfTable = {
  title: string;
  firstDay: string;
  lastDay: string;
  items: TableItem[];
  glossary: Record<string, string>;
  /** Lines that an import takes nothing of, by what they are: they belong to the plan of their day. */
  leftOut: Partial<Record<LineKind, number>>;
  faults: TableFault[];
};

/** The most lines that a table may have. */
const mostLines = 5000;
/** What belongs to an action. */
const parts = ['step', 'responsible', 'link'] as const;
const isPart = (line: string) => parts.some((part) => part === line);
/** What belongs to the plan of its day, or to a printed source. */
const staysBehind: readonly LineKind[] = ['gap', 'owner', 'status', 'evidence', 'event'];
const period = /^(\d{4}-\d{2}-\d{2}) to (\d{4}-\d{2}-\d{2})$/;
const isDay = (text: string) =>
  new Date(`${text}T00:00:00Z`).toString() !== 'Invalid Date' &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

type Line = Pick<PlanLine, 'item' | 'under' | 'number' | 'text' | 'more'> & { line: string; at: number };
type Before = {
  id: Id<'PlanItem'>;
  code: string;
  kind: string;
  links: { label: string }[];
  attributes: unknown;
}[];

/**
 * Reads a plan from the table that `/plans/:planId/export` writes, or one like it. `before` are the items of the plan that it
 * follows, from which those with the same number go on; `strategies` the keys that links may name beside items.
 */
export function planOfTable(text: string, before: Before, strategies: readonly string[]): PlanOfTable {
  const plan: PlanOfTable = {
    title: '',
    firstDay: '',
    lastDay: '',
    items: [],
    glossary: {},
    leftOut: {},
    faults: [],
  };
  const lines = linesOf(text, plan.faults);
  const fault = (line: Line, column: keyof PlanLine, message: string) =>
    plan.faults.push({ line: line.at, column, message });
  // A link may name a number that the plan leaves out, as one of the plan before does.
  const gaps = [
    ...lines.filter(({ line }) => line === 'gap').map(({ item }) => item),
    ...before.flatMap(({ links }) => links.map(({ label }) => label)),
  ];
  const codes = new Map<string, Id<'PlanItem'>>();
  for (const line of lines) {
    if (line.line === 'plan') readHead(line, plan, fault);
    else if (line.line === 'abbreviation') plan.glossary[line.number] = line.text;
    else if (isWrittenKind(line.line)) readItem(line, line.line, plan, { before, codes }, fault);
    else if (staysBehind.includes(line.line as LineKind))
      plan.leftOut[line.line as LineKind] = (plan.leftOut[line.line as LineKind] ?? 0) + 1;
    else if (!isPart(line.line) && line.line !== 'measure')
      fault(
        line,
        'line',
        `“${line.line}” is nothing that a plan has. Enter aim, activity, theme, action, ${parts.join(', ')}, measure or abbreviation`,
      );
  }
  for (const line of lines) readPart(line, plan, { codes, gaps, strategies }, fault);
  for (const line of lines) readMeasure(line, plan, fault);
  if (plan.faults.length === 0 && plan.title === '')
    plan.faults.push({
      line: null,
      column: '',
      message: 'Add a line “plan” with the title in “text” and the period in “more”',
    });
  if (plan.faults.length === 0 && !plan.items.some(({ kind }) => kind === 'activity' || kind === 'action'))
    plan.faults.push({ line: null, column: '', message: 'A plan needs an activity or an action' });
  return plan;
}

function linesOf(text: string, faults: TableFault[]): Line[] {
  const whole = (message: string): Line[] => {
    faults.push({ line: null, column: '', message });
    return [];
  };
  const rows = readTable(text);
  if (rows === null) return whole('A quotation mark is wrong or not closed. Save the table as CSV once more');
  const [head, ...others] = rows;
  const places = new Map(lineColumns.map((column) => [column, head?.cells.indexOf(column) ?? -1]));
  const missing = (['line', 'item', 'text'] as const).filter((column) => places.get(column) === -1);
  if (missing.length > 0)
    return whole(`The first line must name the columns. Missing: ${missing.join(', ')}`);
  if (others.length > mostLines) return whole(`A table has ${mostLines} lines at most`);
  return others.map(({ line: at, cells }) => {
    const of = (column: keyof PlanLine) => cells[places.get(column) ?? -1] ?? '';
    return {
      at,
      line: of('line'),
      item: of('item'),
      under: of('under'),
      number: of('number'),
      text: of('text'),
      more: of('more'),
    };
  });
}

type Fault = (line: Line, column: keyof PlanLine, message: string) => void;

function readHead(line: Line, plan: PlanOfTable, fault: Fault): void {
  if (plan.title !== '') {
    fault(line, 'line', 'There is a line “plan” already');
    return;
  }
  plan.title = line.text;
  if (line.text === '') fault(line, 'text', 'Enter the title of the plan');
  const [, firstDay = '', lastDay = ''] = period.exec(line.more) ?? [];
  if (isDay(firstDay) && isDay(lastDay)) Object.assign(plan, { firstDay, lastDay });
  else fault(line, 'more', 'Enter the period as two days, like 2016-04-01 to 2017-03-31');
}

function readItem(
  line: Line,
  kind: WrittenKind,
  plan: PlanOfTable,
  { before, codes }: { before: Before; codes: Map<string, Id<'PlanItem'>> },
  fault: Fault,
): void {
  const parent = line.under === '' ? null : plan.items.find(({ code }) => code === line.under);
  const top = kind === 'aim' || kind === 'theme';
  if (top !== (line.under === '') || parent === undefined || (parent && kindUnder(parent.kind) !== kind)) {
    fault(
      line,
      'under',
      top
        ? 'Leave this empty: it stands under nothing'
        : `Enter the ${kind === 'activity' ? 'aim' : 'theme'} that it stands under, which has a line above`,
    );
    return;
  }
  const code = codeOf(kind, line.number, parent?.number ?? '');
  const text = kind === 'theme' ? line.number : line.text;
  const faults = itemFaults(
    kind,
    code,
    { ...blankItem, number: line.number, text, intent: line.more },
    { codes, strategies: [], had: [] },
  );
  const columns: Readonly<Record<string, keyof PlanLine>> = {
    number: 'number',
    text: 'text',
    intent: 'more',
  };
  for (const [field, message] of Object.entries(faults)) fault(line, columns[field] ?? 'text', message);
  if (Object.keys(faults).length === 0 && code !== line.item)
    fault(line, 'item', `Enter ${code}: so it is called by its number and what it stands under`);
  const id = newId<'PlanItem'>();
  const from = before.find((each) => each.code === code && each.kind === kind);
  const measured = measureIn(from?.attributes);
  codes.set(code, id);
  plan.items.push({
    id,
    line: line.at,
    parentId: parent?.id ?? null,
    code,
    kind,
    number: line.number,
    position: plan.items.filter(({ parentId }) => parentId === (parent?.id ?? null)).length + 1,
    text,
    attributes: {
      ...(measured === null ? {} : { measure: measured }),
      ...(line.more === ''
        ? {}
        : kind === 'aim'
          ? { whatAreYouGoingToDo: line.more }
          : kind === 'action'
            ? { howIntro: line.more }
            : {}),
    },
    status: null,
    steps: [],
    responsibleRoles: [],
    links: [],
    carriedFromId: from?.id ?? null,
  });
}

/** How an activity or an action is measured; one without such a line is measured as in the plan before. */
function readMeasure(line: Line, plan: PlanOfTable, fault: Fault): void {
  if (line.line !== 'measure') return;
  const item = plan.items.find(({ code, kind }) => isMeasured(kind) && code === line.item);
  const measure = measureNamed(line.text);
  if (!item) fault(line, 'item', 'Enter the activity or action that this measures, as on its own line');
  else if (measure === undefined)
    fault(
      line,
      'text',
      `“${line.text}” is no measure. Enter ${[...itemMeasureCodes, null].map(measureName).join(', ')}`,
    );
  else item.attributes = { ...(item.attributes as object), measure };
}

type Around = {
  codes: ReadonlyMap<string, Id<'PlanItem'>>;
  gaps: readonly string[];
  strategies: readonly string[];
};

/** A step, a role or a strategic link, which belongs to an action. */
function readPart(line: Line, plan: PlanOfTable, { codes, gaps, strategies }: Around, fault: Fault): void {
  if (!isPart(line.line)) return;
  const action = plan.items.find(({ code, kind }) => kind === 'action' && code === line.item);
  const longest = line.line === 'step' ? textLimits.evidence : longestRole;
  if (!action) fault(line, 'item', 'Enter the action that this belongs to, as it is called on its own line');
  else if (line.text === '') fault(line, 'text', 'Enter what it says');
  else if (line.text.length > longest) fault(line, 'text', `Text must be ${charactersOrLess(longest)}`);
  else if (/\n/.test(line.text)) fault(line, 'text', 'Put each on a line of the table of its own');
  else if (line.line === 'step')
    action.steps.push({ text: line.text, strategy: strategyOf(line.text, strategies) });
  else if (line.line === 'responsible') action.responsibleRoles.push(line.text);
  else if (codes.has(line.text) || gaps.includes(line.text) || strategies.includes(line.text))
    action.links.push({ label: line.text, target: codes.has(line.text) ? line.text : null });
  else
    fault(
      line,
      'text',
      `“${line.text}” is no item of this table. Enter ${[...strategies, 'the number of an item'].join(', ')}`,
    );
}
