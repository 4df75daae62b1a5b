import { drawRows, type Cell } from './draw-rows.ts';
import { drawLines, linesHeight, linesOf, type Style } from './lines.ts';
import { keepTogether, page, type Pdf, type Structure } from './page.ts';
import type { PrintedBlock } from './printed-document.ts';

const { margins } = page;

const headings = {
  1: { size: 20, before: 0, after: 12 },
  2: { size: 14, before: 14, after: 6 },
  3: { size: 11.5, before: 10, after: 4 },
} as const;

const body: Style = { size: 10, weight: 'regular', lineGap: 2 };

/** Draws a block below the one before, with its place in the document's structure. */
export function drawBlock(pdf: Pdf, parent: Structure, block: PrintedBlock): void {
  pdf.fillColor(page.ink);
  switch (block.kind) {
    case 'heading':
      drawHeading(pdf, parent, block.level, block.text);
      return;
    case 'paragraph':
      drawParagraph(pdf, parent, block.text);
      return;
    case 'bullets':
      drawBullets(pdf, parent, block.items);
      return;
    case 'summary':
      drawSummary(pdf, parent, block.rows);
      return;
    case 'table':
      drawTable(pdf, parent, block);
      return;
  }
}

function drawHeading(pdf: Pdf, parent: Structure, level: 1 | 2 | 3, text: string): void {
  const { size, before, after } = headings[level];
  const style: Style = { size, weight: 'bold', lineGap: 0 };
  const lines = linesOf(pdf, printable(text), page.width, style);
  // A heading is not left behind at the foot of a page.
  keepTogether(pdf, before + linesHeight(lines, style) + after + 40);
  if (pdf.y > margins.top) pdf.y += before;
  const { y } = pdf;
  parent.add(pdf.struct(`H${level}`, {}, () => drawLines(pdf, lines, margins.left, y, style)));
  pdf.y += after;
}

/** Draws text from where the pen is, over as many pages as it needs, into one element of the structure. */
function drawText(
  pdf: Pdf,
  element: Structure,
  text: string,
  { left, style }: { left: number; style: Style },
): void {
  for (const line of linesOf(pdf, printable(text), page.width - left, style)) {
    keepTogether(pdf, line.above + line.below);
    const { y } = pdf;
    element.add(() => drawLines(pdf, [line], margins.left + left, y, style));
  }
}

function drawParagraph(pdf: Pdf, parent: Structure, text: string): void {
  keepTogether(pdf, 28);
  const element = pdf.struct('P');
  parent.add(element);
  drawText(pdf, element, text, { left: 0, style: body });
  element.end();
  pdf.y += 8;
}

function drawBullets(pdf: Pdf, parent: Structure, items: readonly string[]): void {
  const list = pdf.struct('L');
  parent.add(list);
  for (const item of items) {
    keepTogether(pdf, 28);
    const entry = pdf.struct('LI');
    list.add(entry);
    const { y } = pdf;
    const bullet = linesOf(pdf, '•', page.width, body);
    entry.add(pdf.struct('Lbl', {}, () => drawLines(pdf, bullet, margins.left, y, body)));
    pdf.y = y;
    const text = pdf.struct('LBody');
    entry.add(text);
    drawText(pdf, text, item, { left: 14, style: body });
    text.end();
    entry.end();
    pdf.y += 3;
  }
  list.end();
  pdf.y += 6;
}

function drawSummary(
  pdf: Pdf,
  parent: Structure,
  rows: Extract<PrintedBlock, { kind: 'summary' }>['rows'],
): void {
  if (rows.length === 0) return;
  const list = pdf.struct('L');
  parent.add(list);
  drawRows(
    pdf,
    rows.map(({ key, value }): Cell[] => [
      { text: printable(key), bold: true, tag: 'Lbl' },
      { text: printable(value.join('\n')), bold: false, tag: 'LBody' },
    ]),
    { parent: list, rowTag: 'LI', widths: [0.34, 0.66] },
  );
  list.end();
  pdf.y += 8;
}

function drawTable(pdf: Pdf, parent: Structure, block: Extract<PrintedBlock, { kind: 'table' }>): void {
  const table = pdf.struct('Table');
  parent.add(table);
  keepTogether(pdf, 60);
  const caption = linesOf(pdf, printable(block.caption), page.width, { ...body, weight: 'bold' });
  const { y } = pdf;
  table.add(
    pdf.struct('Caption', {}, () => drawLines(pdf, caption, margins.left, y, { ...body, weight: 'bold' })),
  );
  pdf.y += 4;
  const head = block.columns.map((text): Cell => ({
    text: printable(text),
    bold: true,
    tag: 'TH',
    scope: 'Column',
  }));
  const rows = block.rows.map((row) =>
    row.map((text, index): Cell =>
      index === 0
        ? { text: printable(text), bold: true, tag: 'TH', scope: 'Row' }
        : { text: printable(text), bold: false, tag: 'TD' },
    ),
  );
  const widths = block.widths ?? block.columns.map(() => 1 / block.columns.length);
  drawRows(pdf, [head, ...rows], { parent: table, rowTag: 'TR', widths });
  table.end();
  pdf.y += 8;
}

/** Without characters that print nothing or move other text about: controls, and marks that turn the direction. */
function printable(text: string): string {
  return text
    .replaceAll('\t', '    ')
    .replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (each) => (each === '\n' ? '\n' : ''));
}
