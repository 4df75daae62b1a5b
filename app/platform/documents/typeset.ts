import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Done, Job } from './pdf.ts';
import { families, loadFonts } from './fonts.ts';
import { unprinted, type PrintedDocument } from './printed-document.ts';

const template = readFileSync(new URL('./document.typ', import.meta.url), 'utf8');
const { fontBlobs, prints } = await loadFonts();
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] });

/** The process that `renderPdf` starts. */
process.on('message', (job) => {
  const { id, document } = job as Job;
  const done: Done = { id, pdf: typeset(document) };
  process.send?.(done);
});

/** What was typed goes to the template as data and is never part of its source. */
function typeset({ at, ...document }: PrintedDocument): Uint8Array | null {
  let missing = 0;
  const shown = (text: string) =>
    Array.from(segmenter.segment(printable(text)), ({ segment }) => {
      if (prints(segment)) return segment;
      missing += 1;
      return unprinted;
    }).join('');
  const inputs = {
    families: JSON.stringify(families),
    document: JSON.stringify(document, (_, value: unknown) =>
      typeof value === 'string' ? shown(value) : value,
    ),
    notice: '',
  };
  if (missing > 0) inputs.notice = document.unprinted.replace('%{count}', String(missing));
  try {
    const { result } = compiler.compile({ mainFileContent: template, inputs });
    return (
      result &&
      compiler.pdf(result, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(at.getTime() / 1000) })
    );
  } catch {
    return null;
  } finally {
    compiler.evictCache(0);
  }
}

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/** Controls, marks that turn the direction of other text, tags and what is no character. */
const leftOut =
  /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e0fff}\p{Noncharacter_Code_Point}]/gu;

/** Without what prints nothing. A mark with which a line begins has no letter to stand on: print has a circle for it. */
function printable(text: string): string {
  return text
    .replaceAll('\t', '    ')
    .replaceAll(leftOut, (each) => (each === '\n' ? '\n' : ''))
    .replace(/^[\s\p{Default_Ignorable_Code_Point}]+$/u, '')
    .replaceAll(/\n(?=\p{M})/gu, '\n\u25cc');
}
