import type { PlanExemption } from '#app/platform/db/generated/enums.ts';
import { exemptions } from './exemptions.ts';

/** Words that no edition shows, and why. */
export type Withheld = { words: string; exemption: PlanExemption };

/** A piece of a text: `on` is empty for what is shown, otherwise the exemptions on which it is withheld. */
export type Piece = { text: string; on: PlanExemption[] };

/** The fewest letters and digits that words have: fewer would take pieces out of other words. */
export const fewestLetters = 4;
export const lettersIn = (words: string): number => words.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/**
 * Cuts a text at what is withheld of it: the words wherever they stand, in capitals or not, however they are spaced. Words
 * that overlap are one piece.
 */
export function piecesOf(text: string, withheld: readonly Withheld[]): Piece[] {
  const whole = text.normalize('NFC');
  const found = withheld
    .flatMap(({ words, exemption }) =>
      [...whole.matchAll(patternOf(words))].map((match) => ({
        from: match.index,
        to: match.index + match[0].length,
        on: [exemption],
      })),
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

function patternOf(words: string): RegExp {
  const parts = words.normalize('NFC').trim().split(/\s+/);
  return new RegExp(parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('\\s+'), 'giu');
}
