import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create } from 'fontkitten';
import wawoff2 from 'wawoff2';

/** A family of fonts that print the same letters. */
type Family = { name: string; files: readonly string[] };

const weights = [400, 700];
const noto = (script: string): Family => {
  const part = script.toLowerCase();
  return {
    name: `Noto Sans ${script}`,
    files: weights.map(
      (weight) => `@fontsource/noto-sans-${part}/files/noto-sans-${part}-${part}-${weight}-normal.woff2`,
    ),
  };
};

/**
 * The first that has a letter prints it. DejaVu writes the letters of all European languages, and of Arabic, Hebrew,
 * Georgian and Armenian; Source Han Sans, in one weight, writes Chinese, Japanese and Korean; the others one script each.
 */
const fonts: readonly Family[] = [
  {
    name: 'DejaVu Sans',
    files: weights.map((weight) => `@fontsource/dejavu-sans/files/dejavu-sans-latin-${weight}-normal.woff2`),
  },
  noto('Arabic'),
  noto('Bengali'),
  noto('Devanagari'),
  noto('Ethiopic'),
  noto('Gujarati'),
  noto('Gurmukhi'),
  noto('Khmer'),
  noto('Malayalam'),
  noto('Myanmar'),
  noto('Sinhala'),
  noto('Tamil'),
  noto('Telugu'),
  noto('Thai'),
  { name: 'Source Han Sans', files: ['@librescore/fonts/SourceHanSansCN.min.woff2'] },
  { name: 'Source Han Sans KR', files: ['@librescore/fonts/SourceHanSansKR.min.woff2'] },
];

/** Their names, in that order. */
export const families = fonts.map(({ name }) => name);

/** Joiners and variation selectors shape what stands beside them and need no letter of their own. */
const needsNoLetter = /[\s\p{Default_Ignorable_Code_Point}]/u;

/** `prints` says whether one of them has all of what is read as one character, a letter with its marks. */
export async function loadFonts(): Promise<{ fontBlobs: Buffer[]; prints: (character: string) => boolean }> {
  const { resolve } = createRequire(import.meta.url);
  const opened: Buffer[][] = [];
  for (const { files } of fonts) {
    const family: Buffer[] = [];
    // One after the other: what was unpacked is overwritten by the next.
    for (const file of files)
      family.push(Buffer.from(await wawoff2.decompress(await readFile(resolve(file)))));
    opened.push(family);
  }
  const letters = opened.map((files) => files.map((file) => new Set(lettersOf(file))));
  return {
    fontBlobs: opened.flat(),
    prints(character) {
      const needed = Array.from(character)
        .filter((letter) => !needsNoLetter.test(letter))
        .map((letter) => letter.codePointAt(0) ?? 0);
      return letters.some((files) => needed.every((point) => files.every((has) => has.has(point))));
    },
  };
}

function lettersOf(file: Buffer): readonly number[] {
  const font = create(file);
  if (!('characterSet' in font)) throw new Error('A file holds several fonts');
  return font.characterSet;
}
