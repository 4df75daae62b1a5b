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
const lineGap = 1.5;

/** Draws rows of cells side by side, with a rule under each. A row that is longer than a page goes on over the next. */
export function drawRows(pdf: Pdf, rows: readonly (readonly Cell[])[], layout: Layout): void {
  pdf.fontSize(9.5);
  for (const row of rows) drawRow(pdf, row, layout);
}

function drawRow(pdf: Pdf, row: readonly Cell[], { parent, rowTag, widths }: Layout): void {
  const element = pdf.struct(rowTag);
  parent.add(element);
  const cells = row.map((cell, index) => {
    const left = widths.slice(0, index).reduce((sum, share) => sum + share, 0);
    const own = pdf.struct(cell.tag, scopeOf(cell));
    element.add(own);
    return {
      ...cell,
      own,
      x: page.margins.left + left * page.width,
      width: (widths[index] ?? 0) * page.width - gap,
      rest: cell.text,
    };
  });
  const whole = Math.max(...cells.map((cell) => textHeight(pdf, cell, cell.rest)));
  // What no page holds begins where it is.
  keepTogether(pdf, whole < page.height ? whole + 2 * padding : 60);
  for (;;) {
    const top = pdf.y + padding;
    const room = pdf.page.height - page.margins.bottom - top - padding;
    let bottom = top;
    for (const cell of cells) {
      const [now, later] = fitting(pdf, cell, room);
      cell.rest = later;
      if (now === '') continue;
      cell.own.add(() => {
        pdf.font(cell.bold ? 'bold' : 'regular').text(now, cell.x, top, { width: cell.width, lineGap });
      });
      bottom = Math.max(bottom, pdf.y);
    }
    pdf.y = bottom + padding;
    if (cells.every(({ rest }) => rest === '')) break;
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

type Sized = { bold: boolean; width: number; rest: string };

/** In points; infinite where even the narrowest letters would not fit on a page, which is quicker to say than to measure. */
function textHeight(pdf: Pdf, { bold, width }: Sized, text: string): number {
  if (text.length > mostLetters(width, page.height)) return Infinity;
  return text === '' ? 0 : pdf.font(bold ? 'bold' : 'regular').heightOfString(text, { width, lineGap });
}

/** No letter is narrower than 2.5 points, no line lower than 10. */
const mostLetters = (width: number, height: number) => Math.ceil((width / 2.5) * (height / 10));

/** Parts off as much of a cell as fits into this height, at a space where there is one. At least one character goes. */
function fitting(pdf: Pdf, cell: Sized, height: number): [now: string, later: string] {
  const { rest } = cell;
  const fits = (length: number) => textHeight(pdf, cell, rest.slice(0, length)) <= height;
  if (fits(rest.length)) return [rest, ''];
  let most = 1;
  let tooMany = Math.min(rest.length, mostLetters(cell.width, height) + 1);
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2);
    if (fits(middle)) most = middle;
    else tooMany = middle;
  }
  const space = Math.max(rest.lastIndexOf(' ', most), rest.lastIndexOf('\n', most));
  const cut = space > 0 ? space : most;
  return [rest.slice(0, cut), rest.slice(cut).replace(/^[ \n]/, '')];
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
