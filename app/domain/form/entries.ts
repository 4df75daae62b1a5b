import { itemsOf, type Answers, type ItemAnswers } from './answers.ts';

/** How one entry of a report names another: the list section and the entry's id, "people:6f0c…". */
export function entryKey(sectionId: string, itemId: string): string {
  return `${sectionId}:${itemId}`;
}

export type Entry = {
  key: string;
  sectionId: string;
  /** From 1, in the order in which the entries of the section were added. */
  position: number;
  item: ItemAnswers;
};

/** Every entry of these list sections, in their order: what an answer of the kind "entry" may name. */
export function entriesOf(answers: Answers, sectionIds: readonly string[]): Entry[] {
  return sectionIds.flatMap((sectionId) =>
    itemsOf(answers, sectionId).map((item, index) => ({
      key: entryKey(sectionId, item.id),
      sectionId,
      position: index + 1,
      item,
    })),
  );
}

/** The entry that an answer names; null for one that is gone. */
export function namedEntry(answers: Answers, key: unknown): Entry | null {
  if (typeof key !== 'string') return null;
  const [sectionId = ''] = key.split(':', 1);
  return entriesOf(answers, [sectionId]).find((entry) => entry.key === key) ?? null;
}
