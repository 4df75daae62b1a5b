import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

/** `base` writes the letters of all European languages, and Hebrew, Georgian and Armenian; the others one script each. */
export type FontName =
  'base' | 'arabic' | 'bengali' | 'devanagari' | 'ethiopic' | 'gurmukhi' | 'tamil' | 'thai';
export type Weight = 'regular' | 'bold';

type Files = Record<Weight, string>;

const require = createRequire(import.meta.url);
const noto = (script: string): Files => {
  const file = (weight: number) =>
    require.resolve(
      `@fontsource/noto-sans-${script}/files/noto-sans-${script}-${script}-${weight}-normal.woff`,
    );
  return { regular: file(400), bold: file(700) };
};

export const fontFiles: Record<FontName, Files> = {
  base: {
    regular: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
    bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  },
  arabic: noto('arabic'),
  bengali: noto('bengali'),
  devanagari: noto('devanagari'),
  ethiopic: noto('ethiopic'),
  gurmukhi: noto('gurmukhi'),
  tamil: noto('tamil'),
  thai: noto('thai'),
};

/** Letters of a script stay in one font, so that those that join do. */
const scripts: readonly (readonly [FontName, RegExp])[] = [
  ['arabic', /\p{Script=Arabic}/u],
  ['bengali', /\p{Script=Bengali}/u],
  ['devanagari', /\p{Script=Devanagari}/u],
  ['ethiopic', /\p{Script=Ethiopic}/u],
  ['gurmukhi', /\p{Script=Gurmukhi}/u],
  ['tamil', /\p{Script=Tamil}/u],
  ['thai', /\p{Script=Thai}/u],
];

/** Stands where no font has a letter. */
export const unprinted = '\ufffd';

const opened = new Map<string, fontkit.Font>();

/** Opened once for all documents. */
function fontOf(name: FontName, weight: Weight = 'regular'): fontkit.Font {
  const file = fontFiles[name][weight];
  const known = opened.get(file);
  if (known) return known;
  const font = fontkit.openSync(file);
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${file} holds several fonts`);
  opened.set(file, font);
  return font;
}

/** Fonts also leave room for marks stacked as names and plain text do not have them. */
const mostReach = { above: 1.05, below: 0.4 };

/** How far letters of this font reach above and below the line that they stand on, as shares of their size. */
export function reachOf(name: FontName): { above: number; below: number } {
  const { ascent, descent, unitsPerEm } = fontOf(name);
  return {
    above: Math.min(ascent / unitsPerEm, mostReach.above),
    below: Math.min(-descent / unitsPerEm, mostReach.below),
  };
}

/** Joiners and variation selectors shape what stands beside them and need no letter of their own. */
const shapesOnly = /\p{Default_Ignorable_Code_Point}/u;

const hasAll = (name: FontName, cluster: string): boolean =>
  Array.from(cluster).every(
    (letter) => shapesOnly.test(letter) || fontOf(name).hasGlyphForCodePoint(letter.codePointAt(0) ?? 0),
  );

/** The font that prints what is read as one character (a letter with its marks); null where none does. */
export function printingFont(cluster: string): FontName | null {
  const own = scripts.find(([, script]) => script.test(cluster))?.[0];
  if (own !== undefined && hasAll(own, cluster)) return own;
  return hasAll('base', cluster) ? 'base' : null;
}

/** How marks are placed on letters. Their font places them well enough without. */
const placingMarks = ['mark', 'mkmk', 'abvm', 'blwm', 'curs'];

/**
 * The features by which a font lays a text out as a whole. fontkit fails at a mark for which a font names no place on
 * its letter, which fonts may do (foliojs/fontkit issue 367): such a text is laid out without placing its marks.
 */
export function featuresFor(name: FontName, weight: Weight, text: string): Record<string, boolean> {
  try {
    fontOf(name, weight).layout(text, {});
    return {};
  } catch {
    return Object.fromEntries(placingMarks.map((feature) => [feature, false]));
  }
}
