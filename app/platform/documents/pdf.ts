import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { countUnprinted } from './clusters.ts';
import { drawBlock } from './draw-block.ts';
import { fontFiles, type FontName } from './fonts.ts';
import { fontKey, page, type Pdf } from './page.ts';
import type { PrintedBlock, PrintedDocument } from './printed-document.ts';

/**
 * Lays a document out as PDF on A4: tagged for screen readers (PDF/UA), in British English, with its title shown.
 * The bytes follow from the document alone.
 */
export async function renderPdf(document: PrintedDocument): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: page.margins,
    bufferPages: true,
    tagged: true,
    // The types of pdfkit do not know of this standard yet.
    subset: 'PDF/UA' as PDFKit.Mixins.PDFSubsets,
    pdfVersion: '1.7',
    lang: 'en-GB',
    displayTitle: true,
    // None until one is used: one that is opened here under another name would be opened again at each use.
    font: '',
    info: {
      Title: document.title,
      Creator: document.creator,
      Producer: document.creator,
      CreationDate: document.at,
    },
  });
  for (const [name, files] of Object.entries(fontFiles))
    for (const weight of ['regular', 'bold'] as const)
      pdf.registerFont(fontKey(name as FontName, weight), files[weight]);
  const written = collected(pdf);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  for (const block of withNotice(document)) {
    drawBlock(pdf, root, block);
    // A long document takes its time; others are served meanwhile.
    await setImmediate();
  }
  root.end();
  drawMargins(pdf, document);
  pdf.end();
  return written;
}

/** A document that does not print everything says so under its title. */
function withNotice({ blocks, unprinted }: PrintedDocument): readonly PrintedBlock[] {
  const count = blocks.flatMap(textsOf).reduce((sum, text) => sum + countUnprinted(text), 0);
  if (count === 0) return blocks;
  return [...blocks.slice(0, 1), { kind: 'paragraph', text: unprinted(count) }, ...blocks.slice(1)];
}

function textsOf(block: PrintedBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'bullets':
      return block.items;
    case 'summary':
      return block.rows.flatMap(({ key, value }) => [key, ...value]);
    case 'table':
      return [block.caption, ...block.columns, ...block.rows.flat()];
  }
}

/** Marking, foot and page number are for the eye: a screen reader would hear them between two lines of each page. */
function drawMargins(pdf: Pdf, { marking, foot, pageOf }: PrintedDocument): void {
  const { count } = pdf.bufferedPageRange();
  const { left, bottom } = page.margins;
  for (let number = 0; number < count; number += 1) {
    pdf.switchToPage(number);
    // Text below the bottom margin would start a page of its own.
    pdf.page.margins.bottom = 0;
    const line = (text: string, y: number, align: 'left' | 'center' | 'right') =>
      pdf.text(text, left, y, { width: page.width, align, lineBreak: false, height: 12, ellipsis: true });
    const footY = pdf.page.height - bottom + 22;
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.font(fontKey('base', 'regular')).fontSize(8.5).fillColor(page.ink);
    line(foot, footY, 'left');
    line(pageOf(number + 1, count), footY, 'right');
    if (marking !== null) {
      pdf.font(fontKey('base', 'bold')).fontSize(10);
      line(marking, 28, 'center');
      line(marking, footY, 'center');
    }
    pdf.endMarkedContent();
    pdf.page.margins.bottom = bottom;
  }
}

async function collected(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of pdf as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
