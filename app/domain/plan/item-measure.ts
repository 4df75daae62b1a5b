/**
 * What of an item of the plan the portal can count, by the code that a pack and a plan name it with. An item has one of
 * these, or none: then its evidence speaks for it and no number does. All count links of submissions, each submission once;
 * they differ in who makes the links, and so in what a number means.
 */
export const itemMeasures = {
  linked: {
    name: 'Submissions linked to it',
    definition: 'Submissions that a routing rule linked to it when they were sent, or an officer by hand.',
  },
  disseminated: {
    name: 'Submissions disseminated to an area',
    definition:
      'Submissions of which an intelligence item was disseminated to an area: a rule links them then, or an officer by hand.',
  },
  by_hand: {
    name: 'Submissions linked by hand',
    definition: 'Submissions that officers linked to it by hand. No rule does.',
  },
} as const satisfies Record<string, { name: string; definition: string }>;

export type ItemMeasure = keyof typeof itemMeasures;
export const itemMeasureCodes = Object.keys(itemMeasures) as [ItemMeasure, ...ItemMeasure[]];
export const isItemMeasure = (code: unknown): code is ItemMeasure =>
  typeof code === 'string' && Object.hasOwn(itemMeasures, code);

/** Said where an item without a measure would have a number: nought would read as a finding. */
export const evidenceOnly = 'Evidence only: the portal does not measure this';

/** The kinds of items that are measured; what stands above them holds what they hold. */
export const isMeasured = (kind: string): boolean => kind === 'activity' || kind === 'action';

/** The measure among what is kept beside the text of an item. */
export function measureIn(attributes: unknown): ItemMeasure | null {
  const kept = (attributes as Record<string, unknown> | null)?.['measure'];
  return isItemMeasure(kept) ? kept : null;
}

/** How a table names it; the other way round, undefined for words that name none. */
export const measureName = (measure: ItemMeasure | null): string =>
  measure === null ? 'Evidence only' : itemMeasures[measure].name;

export const measureNamed = (words: string): ItemMeasure | null | undefined =>
  [null, ...itemMeasureCodes].find(
    (measure) => measureName(measure).toLowerCase() === words.trim().toLowerCase(),
  );
