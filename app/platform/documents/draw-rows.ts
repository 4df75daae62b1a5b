import { drawLines, lineHeight, linesHeight, linesOf, type Line, type Style } from './lines.ts';
import { keepTogether, page, type Pdf, type Structure } from './page.ts';

export type Cell = {
  text: string;
  bold: boolean;
  tag: 'Lbl' | 'LBody' | 'TH' | 'TD';
  scope?: 'Column' | 'Row';
};

type Layout = {
  parent: Structure;
  rowTag: 'LI' | 'TR';
  /** The columns' shares of the page's width. */
  widths: readonly number[];
};

const gap = 12;
const padding = 5;
const styles: Record<'regular' | 'bold', Style> = {
  regular: { size: 9.5, weight: 'regular', lineGap: 1.5 },
  bold: { size: 9.5, weight: 'bold', lineGap: 1.5 },
};

/** Draws rows of cells side by side, with a rule under each. A row that is longer than a page goes on over the next. */
export function drawRows(pdf: Pdf, rows: readonly (readonly Cell[])[], layout: Layout): void {
  for (const row of rows) drawRow(pdf, row, layout);
}

function drawRow(pdf: Pdf, row: readonly Cell[], { parent, rowTag, widths }: Layout): void {
  const element = pdf.struct(rowTag);
  parent.add(element);
  const cells = row.map((cell, index) => {
    const left = widths.slice(0, index).reduce((sum, share) => sum + share, 0);
    const own = pdf.struct(cell.tag, scopeOf(cell));
    element.add(own);
    const style = styles[cell.bold ? 'bold' : 'regular'];
    const width = (widths[index] ?? 0) * page.width - gap;
    return {
      own,
      style,
      x: page.margins.left + left * page.width,
      rest: cell.text === '' ? [] : linesOf(pdf, cell.text, width, style),
    };
  });
  const whole = Math.max(...cells.map(({ rest, style }) => linesHeight(rest, style)));
  // What no page holds begins where it is.
  keepTogether(pdf, whole < page.height ? whole + 2 * padding : 60);
  for (;;) {
    const top = pdf.y + padding;
    const room = pdf.page.height - page.margins.bottom - top - padding;
    let bottom = top;
    for (const cell of cells) {
      const now = fitting(cell.rest, cell.style, room);
      cell.rest = cell.rest.slice(now.length);
      if (now.length === 0) continue;
      cell.own.add(() => {
        drawLines(pdf, now, cell.x, top, cell.style);
        bottom = Math.max(bottom, pdf.y);
      });
    }
    pdf.y = bottom + padding;
    if (cells.every(({ rest }) => rest.length === 0)) break;
    pdf.addPage();
  }
  for (const { own } of cells) own.end();
  element.end();
  drawRule(pdf);
}

/** The types of pdfkit do not know of the scope of a heading yet. */
function scopeOf({ scope }: Cell): PDFKit.Mixins.StructureElementOptions {
  return scope === undefined ? {} : ({ scope } as PDFKit.Mixins.StructureElementOptions);
}

/** The first lines that fit into this height. At least one goes. */
function fitting(lines: readonly Line[], style: Style, height: number): readonly Line[] {
  let used = 0;
  const over = lines.findIndex((line) => {
    used += lineHeight(line, style);
    return used > height;
  });
  return over === -1 ? lines : lines.slice(0, Math.max(1, over));
}

function drawRule(pdf: Pdf): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .moveTo(page.margins.left, pdf.y)
    .lineTo(page.margins.left + page.width, pdf.y)
    .lineWidth(0.5)
    .strokeColor(page.rule)
    .stroke();
  pdf.endMarkedContent();
}
