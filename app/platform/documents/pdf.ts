import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { drawBlock } from './draw-block.ts';
import { page, type Pdf } from './page.ts';
import type { PrintedDocument } from './printed-document.ts';

const require = createRequire(import.meta.url);
/** Fonts that write the letters of all European languages, so that a name is not lost in print. */
const fonts = {
  regular: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
};

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
    font: fonts.regular,
    info: {
      Title: document.title,
      Creator: document.creator,
      Producer: document.creator,
      CreationDate: document.at,
    },
  });
  pdf.registerFont('regular', fonts.regular);
  pdf.registerFont('bold', fonts.bold);
  const written = collected(pdf);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  for (const block of document.blocks) {
    drawBlock(pdf, root, block);
    // A long document takes its time; others are served meanwhile.
    await setImmediate();
  }
  root.end();
  drawMargins(pdf, document);
  pdf.end();
  return written;
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
    pdf.font('regular').fontSize(8.5).fillColor(page.ink);
    line(foot, footY, 'left');
    line(pageOf(number + 1, count), footY, 'right');
    if (marking !== null) {
      pdf.font('bold').fontSize(10);
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
