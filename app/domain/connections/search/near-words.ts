import { foldedName } from '#app/domain/kernel/normalise.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
/** Shorter words have too many neighbours: "van" would be "man", "fan" and "can". */
const shortest = 4;
/** So many words of a query may be mistyped: each is some hundred others. */
const mostWords = 3;

/** A word of a query, and what one slip of a finger makes of it, itself among them; null where it is meant as it stands. */
export type NearWord = { word: string; slips: string[] | null };

/**
 * The words of a query with the slips that they may be: a letter too many or too few, another, or two that changed places.
 * Null where nothing of it could be a slip, and for what was typed with quotation marks or an operator, which is meant as it
 * stands.
 */
export function nearWords(text: string): NearWord[] | null {
  if (/["“”]|(^|\s)-|\s(or|OR)\s/.test(text)) return null;
  const words = foldedName(text)
    .split(' ')
    .filter((word) => word !== '');
  const mistypable = words
    .filter((word) => word.length >= shortest && /^[a-z]+$/.test(word))
    .slice(0, mostWords);
  if (mistypable.length === 0) return null;
  return words.map((word) => ({ word, slips: mistypable.includes(word) ? slipsOf(word) : null }));
}

/**
 * As a text search writes them: each word as it was typed or as any of its slips that stand somewhere. Null where none does,
 * as that would find again what the words themselves found.
 */
export function nearQuery(words: readonly NearWord[], standing: ReadonlySet<string>): string | null {
  const found = words.map(({ word, slips }) => ({
    word,
    slips: (slips ?? []).filter((slip) => slip !== word && standing.has(slip)),
  }));
  if (found.every(({ slips }) => slips.length === 0)) return null;
  return found
    .map(({ word, slips }) => (slips.length === 0 ? `'${word}'` : `(${[word, ...slips].join(' | ')})`))
    .join(' & ');
}

function slipsOf(word: string): string[] {
  const slips = new Set([word]);
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    for (const letter of letters) slips.add(before + letter + after);
    if (after === '') continue;
    slips.add(before + after.slice(1));
    for (const letter of letters) slips.add(before + letter + after.slice(1));
    if (after.length > 1) slips.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
  }
  return [...slips];
}
