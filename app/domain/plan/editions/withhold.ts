import type { PlanExemption } from '#app/platform/db/generated/enums.ts';
import { foldedName } from '../../kernel/normalise.ts';
import { exemptions } from './exemptions.ts';

/** Words that no edition shows, and why. */
export type Withheld = { words: string; exemption: PlanExemption };

/** A piece of a text: `on` is empty for what is shown, otherwise the exemptions on which it is withheld. */
export type Piece = { text: string; on: PlanExemption[] };

/** The fewest letters and digits that words have: fewer would take pieces out of other words. */
export const fewestLetters = 4;
export const lettersIn = (words: string): number => words.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/**
 * Cuts a text at what is withheld of it: the words wherever they stand, and however they are typed (`comparable`). Words that
 * overlap are one piece.
 */
export function piecesOf(text: string, withheld: readonly Withheld[]): Piece[] {
  const whole = text.normalize('NFC');
  const compared = comparable(whole);
  const found = withheld
    .flatMap(({ words, exemption }) =>
      placesOf(compared, words).map((place) => ({ ...place, on: [exemption] })),
    )
    .toSorted((one, other) => one.from - other.from);
  const spans: typeof found = [];
  for (const next of found) {
    const last = spans.at(-1);
    if (last && next.from < last.to) {
      last.to = Math.max(last.to, next.to);
      last.on = [...new Set([...last.on, ...next.on])];
    } else spans.push({ ...next });
  }
  const pieces = spans.flatMap(({ from, to, on }, index) => [
    { text: whole.slice(spans[index - 1]?.to ?? 0, from), on: [] },
    { text: whole.slice(from, to), on },
  ]);
  return [...pieces, { text: whole.slice(spans.at(-1)?.to ?? 0), on: [] }].filter(
    (piece) => piece.text !== '',
  );
}

/** A text as an edition shows it: "NRM referrals rose to [REDACTED, s.31] this year". */
export const withoutWithheld = (text: string, withheld: readonly Withheld[]): string =>
  piecesOf(text, withheld)
    .map((piece) => (piece.on.length === 0 ? piece.text : placeholder(piece.on)))
    .join('');

export const standsIn = (text: string, withheld: Withheld): boolean =>
  piecesOf(text, [withheld]).some(({ on }) => on.length > 0);

/** Places at which a text says that something is withheld, by the force's plan itself or by an edition of it. */
export const placesWithheld = (text: string): number => text.match(/\[REDACTED\b/g)?.length ?? 0;

function placeholder(on: readonly PlanExemption[]): string {
  const sections = on.map((name) => `s.${exemptions[name].section}`).toSorted();
  return `[REDACTED, ${sections.join(', ')}]`;
}

/** A text as words are looked for in it, and where in the text each character of that stands. */
type Comparable = { folded: string; from: number[]; to: number[] };

/** What stands in the middle of a word, for some who type it: an apostrophe, a full stop, a dash. */
const joiner = /^['‘’ʼ`´.\p{Pd}]$/u;
/** Belongs to the character before it, or is not seen. */
const unseen = /^[\p{M}\p{Cf}]$/u;

/**
 * Letters and digits as names are compared (`foldedName`: without capitals, accents, ligatures and what is not seen), "-" for
 * what may stand in a word and a space for anything else between two of them.
 */
function comparable(text: string): Comparable {
  const read: Comparable = { folded: '', from: [], to: [] };
  let at = 0;
  for (const character of text) {
    const [start, end] = [at, at + character.length];
    at = end;
    const letters = foldedName(character).replaceAll(' ', '');
    if (letters === '' && unseen.test(character)) {
      // An accent is withheld with its letter.
      if (read.to.length > 0 && !/[- ]$/.test(read.folded)) read.to[read.to.length - 1] = end;
      continue;
    }
    for (const letter of letters || (joiner.test(character) ? '-' : ' ')) {
      read.folded += letter;
      for (let unit = 0; unit < letter.length; unit += 1) {
        read.from.push(start);
        read.to.push(end);
      }
    }
  }
  return read;
}

function placesOf({ folded, from, to }: Comparable, words: string): { from: number; to: number }[] {
  return [...folded.matchAll(patternOf(words))].map(({ index, 0: { length } }) => ({
    from: from[index] ?? 0,
    to: to[index + length - 1] ?? 0,
  }));
}

/** "O’Brien" is found as "O'Brien", "O-Brien", "OBrien" and "O Brien", and "safe house" as "safe-house" and "safehouse". */
function patternOf(words: string): RegExp {
  const parts = comparable(words.normalize('NFC'))
    .folded.split(/[- ]+/)
    .filter((part) => part !== '');
  return new RegExp(parts.map((part) => Array.from(part).join('-*')).join('[- ]*') || '(?!)', 'giu');
}
