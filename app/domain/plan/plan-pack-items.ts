import type { PlanAction, PlanAim, PlanFile, PlanTheme } from './plan-pack-schema.ts';

export type PlanItemKind = 'aim' | 'activity' | 'theme' | 'action' | 'gap';

/**
 * One line of the plan's outline. `code` is unique: "PCC 1.2" (aim), "PCC 1.2.1" (activity), "Prepare" (theme),
 * "Prepare 1" (action). A `gap` stands where the source's numbers jump; its text says what is known of it. `position`
 * counts from 1 among items with the same parent; `redacted` means that the source withholds the whole text.
 */
export type PlanItemRow = {
  code: string;
  kind: PlanItemKind;
  parentCode: string | null;
  number: string;
  position: number;
  text: string;
  redacted: boolean;
  attributes: Record<string, unknown>;
};

type Unplaced = Omit<PlanItemRow, 'position'>;

const withheld = '[REDACTED]';
export const isWithheld = (text: string): boolean => text.trim() === withheld;

export const aimCode = (ref: string): string => `PCC ${ref}`;

/** An activity numbered outside its own aim is a slip of the source; its code keeps both, so that it stays unique. */
export function activityCode(aimRef: string, number: string): string {
  return number.startsWith(`${aimRef}.`) ? `PCC ${number}` : `PCC ${aimRef}.x(${number})`;
}

const withDash = (number: string): string => number.replace('-', '–');

/** The parts of an item beside its text; those that the source leaves out are left out. */
function attributesOf(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

const placed = (items: Unplaced[]): PlanItemRow[] =>
  items.map((item, index) => ({ ...item, position: index + 1 }));

function gap(code: string, parentCode: string | null, number: string, note: string): Unplaced {
  return {
    code,
    kind: 'gap',
    parentCode,
    number: withDash(number),
    text: note,
    redacted: false,
    attributes: {},
  };
}

const lastNumber = (number: string): number => Number(/(\d+)$/.exec(number)?.[1]);
const firstOfRange = (number: string): number => lastNumber(number.split('-')[0] ?? number);

export type NumberingGap = PlanFile['pccNumberingGaps'][number];

/** The gaps within one aim: "1.2.2", "3.3.1-3.3.4". */
const gapsOfAim = (ref: string, gaps: NumberingGap[]): NumberingGap[] =>
  gaps.filter(({ number }) => !number.includes(',') && number.startsWith(`${ref}.`));

/** Gaps that belong to no aim of the document: the aims themselves that are not in it. */
function gapsAmongAims(file: PlanFile): NumberingGap[] {
  const activities = new Set(file.pccAims.flatMap((aim) => aim.activities.map(({ number }) => number)));
  return file.pccNumberingGaps.filter(({ number }) => {
    const first = number.split(',')[0] ?? number;
    return number.includes(',') && !activities.has(first);
  });
}

/** Notes of the source's numbering on items that are there, so that they stand at no gap. */
export function numberingNotes(file: PlanFile): NumberingGap[] {
  const atGaps = new Set([
    ...gapsAmongAims(file),
    ...file.pccAims.flatMap(({ ref }) => gapsOfAim(ref, file.pccNumberingGaps)),
  ]);
  return file.pccNumberingGaps.filter((note) => !atGaps.has(note));
}

function insertInOrder(items: Unplaced[], added: Unplaced, first: number): Unplaced[] {
  const before = items.findIndex((item) => lastNumber(item.number) > first);
  return before === -1 ? [...items, added] : items.toSpliced(before, 0, added);
}

function activityItems(aim: PlanAim, gaps: NumberingGap[]): PlanItemRow[] {
  const parentCode = aimCode(aim.ref);
  const activities = aim.activities.map((activity): Unplaced => ({
    code: activityCode(aim.ref, activity.number),
    kind: 'activity',
    parentCode,
    number: activity.number,
    text: activity.text,
    redacted: isWithheld(activity.text),
    attributes: attributesOf({
      measure: activity.measure ?? undefined,
      hasEvidence: activity.hasEvidence,
      note: activity.note,
    }),
  }));
  const withGaps = gapsOfAim(aim.ref, gaps).reduce(
    (items, { number, note }) =>
      insertInOrder(items, gap(`PCC ${number}`, parentCode, number, note), firstOfRange(number)),
    activities,
  );
  return placed(withGaps);
}

/** 3, 4, 5, 7 → "3-5", "7". */
function ranges(numbers: number[]): string[] {
  const runs: [number, number][] = [];
  for (const number of numbers.toSorted((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
}

function actionItems(theme: PlanTheme, actions: PlanAction[]): PlanItemRow[] {
  const present = actions
    .filter((action) => action.theme === theme.name)
    .map((action): Unplaced => ({
      code: action.ref,
      kind: 'action',
      parentCode: theme.name,
      number: String(action.number),
      text: action.what,
      redacted: isWithheld(action.what),
      attributes: attributesOf({
        measure: action.measure ?? undefined,
        howIntro: action.howIntro,
        strategicLinkVerbatim: action.strategicLinkVerbatim,
        note: action.note,
      }),
    }));
  const withGaps = ranges(theme.actionsMissing).reduce(
    (items, range) =>
      insertInOrder(
        items,
        gap(`${theme.name} ${range}`, theme.name, range, theme.missingReason),
        firstOfRange(range),
      ),
    present,
  );
  return placed(withGaps);
}

function topItems(file: PlanFile): PlanItemRow[] {
  const aims = file.pccAims.map((aim): Unplaced => ({
    code: aimCode(aim.ref),
    kind: 'aim',
    parentCode: null,
    number: aim.ref,
    text: aim.aim,
    redacted: isWithheld(aim.aim),
    attributes: attributesOf({
      sourceHeading: aim.sourceHeading,
      whatAreYouGoingToDo: aim.whatAreYouGoingToDo,
      emphasisInAim: aim.emphasisInAim,
      joinedAcrossPageBreak: aim.joinedAcrossPageBreak,
    }),
  }));
  const gaps = gapsAmongAims(file).map(({ number, note }) => gap(`PCC ${number}`, null, number, note));
  const themes = file.themes
    .toSorted((one, other) => one.order - other.order)
    .map((theme): Unplaced => ({
      code: theme.name,
      kind: 'theme',
      parentCode: null,
      number: theme.name,
      text: theme.name,
      redacted: false,
      attributes: attributesOf({ sourceHeading: theme.sourceHeading, note: theme.missingReason }),
    }));
  return placed([...aims, ...gaps, ...themes]);
}

/** The outline of the plan, every parent before its children. */
export function planItems(file: PlanFile): PlanItemRow[] {
  return [
    ...topItems(file),
    ...file.pccAims.flatMap((aim) => activityItems(aim, file.pccNumberingGaps)),
    ...file.themes.flatMap((theme) => actionItems(theme, file.localActions)),
  ];
}
