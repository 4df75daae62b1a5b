import type { Place } from '#app/domain/kernel/text-patterns.ts';
import type { Word } from '#app/domain/kernel/words-of-text.ts';
import type { Form } from '#app/domain/form/held-forms.ts';
import type { DocumentEntry, SubmittedDocument } from '#app/domain/form/document.ts';

/** From how many words in a row on a passage counts as copied. A name, a vehicle and an address stay below it. */
const copiedWords = 12;
const shingleLength = 8;
/** Texts share this much of their pairs of neighbouring words before they count as nearly the same. */
const nearlyAll = 0.8;
/** Below this many words a likeness says nothing. */
const enoughWords = 5;

export type Copied = Place & { how: 'identical' | 'nearly_identical' | 'passage' };

function shingles(words: readonly Word[], length: number): string[] {
  const keys: string[] = [];
  for (let index = 0; index + length <= words.length; index += 1) {
    keys.push(
      words
        .slice(index, index + length)
        .map((word) => word.folded)
        .join(' '),
    );
  }
  return keys;
}

function sharedPart(of: readonly string[], within: ReadonlySet<string>): number {
  return of.length === 0 ? 0 : of.filter((key) => within.has(key)).length / of.length;
}

const whole = (words: readonly Word[]): Place => ({
  start: words[0]?.start ?? 0,
  end: words.at(-1)?.end ?? 0,
});

/** The passages of the written text that are the original again, whatever its case, accents, punctuation and spaces. */
export function copiedFrom(original: readonly Word[], written: readonly Word[]): Copied[] {
  if (written.length === 0 || original.length === 0) return [];
  const same =
    written.length === original.length && written.every((word, at) => word.folded === original[at]?.folded);
  if (same) return [{ ...whole(written), how: 'identical' }];
  if (Math.min(written.length, original.length) >= enoughWords) {
    const ours = shingles(written, 2);
    const theirs = shingles(original, 2);
    const likeness = Math.min(sharedPart(ours, new Set(theirs)), sharedPart(theirs, new Set(ours)));
    if (likeness >= nearlyAll) return [{ ...whole(written), how: 'nearly_identical' }];
  }
  return copiedPassages(original, written);
}

function copiedPassages(original: readonly Word[], written: readonly Word[]): Copied[] {
  const known = new Set(shingles(original, shingleLength));
  const found: Copied[] = [];
  let first = -1;
  const keys = shingles(written, shingleLength);
  for (let index = 0; index <= keys.length; index += 1) {
    const key = keys[index];
    const copied = key !== undefined && known.has(key);
    if (copied && first < 0) first = index;
    if (copied || first < 0) continue;
    const passage = written.slice(first, index + shingleLength - 1);
    if (passage.length >= copiedWords) found.push({ ...whole(passage), how: 'passage' });
    first = -1;
  }
  return found;
}

/** Below this length an answer is a choice or a name: to find it again is no sign of copying. */
export const shortestOwnWords = 60;

/** The answers in the partner's own words, the account of what they know first. */
export function ownWords(
  { meanings: { narrative } }: Pick<Form, 'meanings'>,
  document: SubmittedDocument,
): string[] {
  const answered = answeredEntries(document).map((entry) => ({ ...entry, text: entry.answer.join('\n') }));
  const account = answered.filter(({ questionId }) => questionId === narrative);
  const others = answered.filter(
    ({ questionId, text }) => questionId !== narrative && text.length >= shortestOwnWords,
  );
  return [...account, ...others].map(({ text }) => text);
}

function answeredEntries(document: SubmittedDocument): DocumentEntry[] {
  const entries = document.sections.flatMap((section) => [
    ...section.pages.flatMap((page) => page.entries),
    ...section.cards.flatMap((card) => card.entries),
  ]);
  return entries.filter((entry) => entry.state === 'answered');
}
