import type { Id } from '../kernel/id.ts';
import { charactersOrLess, textLimits } from '../kernel/text-limits.ts';
import { isItemMeasure } from './item-measure.ts';
import { activityCode, aimCode } from './plan-pack-items.ts';

/** What of a plan is written on screen: gaps are of a printed source. */
export const writtenKinds = ['aim', 'activity', 'theme', 'action'] as const;
export type WrittenKind = (typeof writtenKinds)[number];
export const isWrittenKind = (kind: string): kind is WrittenKind => writtenKinds.some((one) => one === kind);

/** What stands under an aim and under a theme; null for what has nothing under it. */
export const kindUnder = (kind: string): WrittenKind | null =>
  kind === 'aim' ? 'activity' : kind === 'theme' ? 'action' : null;

/**
 * An item as it is typed. `number` is the name of a theme, which has no text. Steps, roles and links have a line each, and
 * are an action's. `measure` is the code of one, empty for evidence only; what is neither activity nor action has none.
 * `after` is the neighbour behind which it stands, empty for the first place.
 */
export type WrittenItem = {
  number: string;
  text: string;
  intent: string;
  howIntro: string;
  steps: string;
  roles: string;
  links: string;
  measure: string;
  after: string;
};

export const blankItem: WrittenItem = {
  number: '',
  text: '',
  intent: '',
  howIntro: '',
  steps: '',
  roles: '',
  links: '',
  measure: '',
  after: '',
};

/** The longest number of an item and the longest name of a theme, in characters. */
const longestNumber = 40;

export const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** How the plan calls an item: "PCC 1.4.1", "Prepare 1". `above` is the number of what it stands under. */
export function codeOf(kind: WrittenKind, number: string, above: string): string {
  switch (kind) {
    case 'aim':
      return aimCode(number);
    case 'activity':
      return activityCode(above, number);
    case 'theme':
      return number;
    case 'action':
      return `${above} ${number}`;
  }
}

/** The key of a strategy that a step names in brackets: "Develop partnership arrangements (NS)." → "NS". */
export const strategyOf = (step: string, keys: readonly string[]): string | null =>
  keys.find((key) => step.includes(`(${key})`)) ?? null;

/** What else the plan has that an item is held against. */
export type Around = {
  /** Codes of its other items, and their ids. */
  codes: ReadonlyMap<string, Id<'PlanItem'>>;
  /** The keys of the strategies that links name. */
  strategies: readonly string[];
  /** Links that it had already, which may name a number that the plan leaves out. */
  had: readonly string[];
};

/** What is wrong with an item, by field. */
export function itemFaults(
  kind: WrittenKind,
  code: string,
  item: WrittenItem,
  { codes, strategies, had }: Around,
): Record<string, string> {
  const faults: Record<string, string> = {};
  const name = kind === 'theme' ? 'Name' : 'Number';
  if (item.number === '') faults.number = kind === 'theme' ? 'Enter its name' : 'Enter its number';
  else if (item.number.length > longestNumber)
    faults.number = `${name} must be ${charactersOrLess(longestNumber)}`;
  else if (codes.has(code)) faults.number = `${code} is in this plan already`;
  if (kind !== 'theme' && item.text === '')
    faults.text = kind === 'aim' ? 'Enter the aim' : 'Enter what is to be done';
  for (const [field, words] of Object.entries(longTexts))
    if (item[field as keyof WrittenItem].length > textLimits.evidence)
      faults[field] = `${words} must be ${charactersOrLess(textLimits.evidence)}`;
  if (item.measure !== '' && !isItemMeasure(item.measure))
    faults.measure = 'Select how the portal measures it, or evidence only';
  const [example] = codes.keys();
  const unknown = linesOf(item.links).find(
    (label) => !strategies.includes(label) && !codes.has(label) && !had.includes(label),
  );
  if (unknown !== undefined)
    faults.links = `“${unknown}” is no item of this plan. Enter ${strategies.join(', ')} or the numbers of items${example === undefined ? '' : `, such as ${example}`}`;
  return faults;
}

const longTexts = {
  text: 'Text',
  intent: 'What the force will do',
  howIntro: 'Words before the steps',
  steps: 'How',
  roles: 'Who is responsible',
  links: 'Strategic links',
};
