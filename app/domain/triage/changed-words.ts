import { diffWordsWithSpace } from 'diff';

/** A stretch of two texts read as one: in both, in the later one only, or in the earlier one only. */
export type ChangedStretch = { text: string; kind: 'kept' | 'added' | 'removed' };

/** Beyond this many changes a comparison says nothing: the texts have little in common. */
const mostChanges = 1000;

/**
 * What changed from one text to another, word by word. Without what was added the stretches are the earlier text, without
 * what was removed the later one.
 */
export function changedWords(before: string, after: string): ChangedStretch[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostChanges });
  if (!changes)
    return [
      { text: before, kind: 'removed' },
      { text: after, kind: 'added' },
    ];
  return changes.map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'kept',
  }));
}
