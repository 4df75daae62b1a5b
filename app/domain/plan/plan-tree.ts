import type { Cited } from './cited.ts';
import { measureIn, type ItemMeasure } from './item-measure.ts';
import type { ItemStatus } from './item-status.ts';
import type { PlanItemKind } from './plan-pack-items.ts';

/** One entry of the evidence log. `update` marks what came after the plan's first version. */
export type PlanEntry = {
  id: string;
  text: string;
  update: boolean;
  /** How the source sets it apart; null where it does not. */
  style: 'red' | 'bold' | 'italic' | null;
  datedOn: Date | null;
  author: string | null;
  /** What it rests on, as that was when the entry was written. */
  cites: Cited | null;
  /** Where it was wrong: what was, who said so and when. It stays as it is. */
  superseded: { why: string; by: string | null; at: Date } | null;
};

export type PlanStep = { text: string; strategy: string | null };

/** A strategic link as printed; `target` is the code of the item it names, null for a strategy or a missing item. */
export type PlanLink = { label: string; target: string | null };

/**
 * An item with what belongs to it, as a page shows it. Texts are the plan's own, with its "[REDACTED]" where it has
 * them.
 */
export type PlanItem = {
  code: string;
  kind: PlanItemKind;
  number: string;
  text: string;
  /** How it stands; null while nobody has said so. */
  status: ItemStatus | null;
  /** How the portal measures it; null where only evidence tells. */
  measure: ItemMeasure | null;
  /** A note on what the source says or leaves out around the item. */
  note: string | null;
  /** The heading in the source, where it has one of its own. */
  sourceHeading: string | null;
  /** The words of the text that the source sets in bold. */
  emphasis: string | null;
  /** Parts of an aim that a page break of the source runs through: `aim`, `whatAreYouGoingToDo`, `activities[0]`. */
  acrossPages: string[];
  /** The strategic links in one piece, as printed. */
  linksAsPrinted: string | null;
  /** "What are you going to do", of an aim. */
  intent: string | null;
  /** The words before the steps of an action, such as "We will:". */
  stepsIntro: string | null;
  steps: PlanStep[];
  responsibleRoles: string[];
  links: PlanLink[];
  /** Codes of the actions whose strategic links name this item. */
  citedBy: string[];
  evidence: PlanEntry[];
  children: PlanItem[];
};

/** An item as its row has it; `attributes` is what the source says beside the text. */
export type PlanItemRecord = {
  id: string;
  parentId: string | null;
  code: string;
  kind: PlanItemKind;
  number: string;
  position: number;
  text: string;
  attributes: unknown;
  status: ItemStatus | null;
  steps: PlanStep[];
  responsibleRoles: string[];
  links: PlanLink[];
};

/** `activityId` is set where an entry of an aim belongs to one of its activities. */
export type PlanEntryRecord = PlanEntry & { itemId: string; activityId: string | null };

/**
 * Puts the plan together: children under their parents in the plan's order, entries at their activity, and strategic
 * links also from the other end. A link to an item that the source leaves out is found at its gap.
 */
export function planTree(items: PlanItemRecord[], entries: PlanEntryRecord[]): PlanItem[] {
  const citing = citations(items);
  const below = (parentId: string | null): PlanItem[] =>
    items
      .filter((item) => item.parentId === parentId)
      .toSorted((one, other) => one.position - other.position)
      .map((item) => ({
        code: item.code,
        kind: item.kind,
        number: item.number,
        text: item.text,
        status: item.status,
        measure: measureIn(item.attributes),
        note: attribute(item, 'note'),
        sourceHeading: attribute(item, 'sourceHeading'),
        emphasis: emphasisIn(attribute(item, 'emphasisInAim')),
        acrossPages: attributeList(item, 'joinedAcrossPageBreak'),
        linksAsPrinted: attribute(item, 'strategicLinkVerbatim'),
        intent: attribute(item, 'whatAreYouGoingToDo'),
        stepsIntro: attribute(item, 'howIntro'),
        steps: item.steps,
        responsibleRoles: item.responsibleRoles,
        links: item.links,
        citedBy: citing.get(item.code) ?? [],
        evidence: entries.filter((entry) => (entry.activityId ?? entry.itemId) === item.id).map(entryOf),
        children: below(item.id),
      }));
  return below(null);
}

/** The item of a code with the item above it, or null. */
export function findItem(
  tree: PlanItem[],
  code: string,
  parent: PlanItem | null = null,
): { item: PlanItem; parent: PlanItem | null } | null {
  for (const item of tree) {
    if (item.code === code) return { item, parent };
    const found = findItem(item.children, code, item);
    if (found) return found;
  }
  return null;
}

/** Evidence is about what the force does; a theme is a heading and a gap is nothing. */
export const takesEvidence = (kind: string): boolean =>
  kind === 'aim' || kind === 'activity' || kind === 'action';

function citations(items: PlanItemRecord[]): Map<string, string[]> {
  const citing = new Map<string, string[]>();
  for (const item of items) {
    for (const { label, target } of item.links) {
      const cited = target ?? label;
      citing.set(cited, [...(citing.get(cited) ?? []), item.code]);
    }
  }
  return citing;
}

function valueOf({ attributes }: PlanItemRecord, name: string): unknown {
  if (typeof attributes !== 'object' || attributes === null) return null;
  return (attributes as Record<string, unknown>)[name];
}

function attribute(item: PlanItemRecord, name: string): string | null {
  const value = valueOf(item, name);
  return typeof value === 'string' ? value : null;
}

function attributeList(item: PlanItemRecord, name: string): string[] {
  const value = valueOf(item, name);
  return Array.isArray(value) ? value.filter((part) => typeof part === 'string') : [];
}

/** "One, two (bold in the source)" → "One, two": the words as they stand in the text. */
const emphasisIn = (note: string | null): string | null =>
  note?.replace(/ \(bold in the source\)$/, '') ?? null;

function entryOf({ itemId: _item, activityId: _activity, ...entry }: PlanEntryRecord): PlanEntry {
  return entry;
}
