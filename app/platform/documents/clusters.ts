import { printingFont, unprinted, type FontName } from './fonts.ts';

/** What is read as one character, where it begins in its text, and the font that prints it. */
export type Cluster = { text: string; at: number; font: FontName };

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });
/** The most of a text: letters that `base` is known to have, none of which joins with another. */
const plain = /^[\x20-\x7e\u00a0-\u017f\u2010-\u2026\u200b]*$/;
const simple = /^[\s\u200b]$/;

/** The characters of a text with the font of each. What no font prints is replaced by a sign that says so. */
export function clustersOf(text: string): Cluster[] {
  if (plain.test(text)) return Array.from(text, (letter, at) => ({ text: letter, at, font: 'base' }));
  const clusters: Cluster[] = [];
  let at = 0;
  for (const { segment } of segmenter.segment(text)) {
    const font = simple.test(segment) ? 'base' : printingFont(segment);
    const shown = font === null ? unprinted : segment;
    clusters.push({ text: shown, at, font: font ?? 'base' });
    at += shown.length;
  }
  return clusters;
}

/** How many characters of a text no font prints. */
export function countUnprinted(text: string): number {
  if (plain.test(text)) return 0;
  return [...segmenter.segment(text)].filter(
    ({ segment }) => !/^\s+$/.test(segment) && segment !== '\u200b' && printingFont(segment) === null,
  ).length;
}

export const textOf = (clusters: readonly Cluster[]): string => clusters.map(({ text }) => text).join('');
