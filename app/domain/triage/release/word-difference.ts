import { diffWordsWithSpace } from 'diff';

/** A stretch of two texts read as one: in both, in the later one only, or in the earlier one only. */
export type ChangedStretch = { text: string; kind: 'kept' | 'added' | 'removed' };

/** A stretch of a text. `differs`: the other text does not have it at this place. */
export type Stretch = { text: string; differs: boolean };

/** Beyond this many changes a comparison says nothing: the texts have little in common. */
const mostChanges = 1000;

/**
 * The changes from one text to another, word by word. Without what was added the stretches are the earlier text, without
 * what was removed the later one.
 */
export function changedWords(before: string, after: string): ChangedStretch[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostChanges });
  if (!changes)
    return [
      { text: before, kind: 'removed' },
      { text: after, kind: 'added' },
    ];
  return inRuns(
    changes.map(({ value, added, removed }) => ({
      text: value,
      kind: added ? 'added' : removed ? 'removed' : 'kept',
    })),
  );
}

/** Words that were replaced one after the other read as one passage, not as pairs with the same space between them. */
function inRuns(changes: readonly ChangedStretch[]): ChangedStretch[] {
  const runs: ChangedStretch[] = [];
  let run = { removed: '', added: '' };
  const end = () => {
    for (const kind of ['removed', 'added'] as const) if (run[kind]) runs.push({ text: run[kind], kind });
    run = { removed: '', added: '' };
  };
  changes.forEach(({ text, kind }, index) => {
    const next = changes[index + 1];
    if (kind !== 'kept') run[kind] += text;
    else if (/^[^\S\n]+$/.test(text) && run.removed && run.added && next)
      run = { removed: run.removed + text, added: run.added + text };
    else {
      end();
      runs.push({ text, kind });
    }
  });
  end();
  return runs;
}

/**
 * Two texts, each as stretches of words that stand in both and of words that stand in this one only. Put together, the
 * stretches of a text are that text.
 */
export function wordDifference(one: string, other: string): { one: Stretch[]; other: Stretch[] } {
  const changes = changedWords(one, other);
  const side = (left: ChangedStretch['kind']) =>
    changes.flatMap(({ text, kind }) => (kind === left ? [] : [{ text, differs: kind !== 'kept' }]));
  return { one: side('added'), other: side('removed') };
}
