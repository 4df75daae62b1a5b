import type { FontName, Weight } from './fonts.ts';

export type Pdf = PDFKit.PDFDocument;
export type Structure = PDFKit.PDFStructureElement;

const size = { width: 595.28, height: 841.89 };
const margins = { top: 62, bottom: 68, left: 56, right: 56 };

/** An A4 page in points: `width` and `height` are those of the text. */
export const page = {
  margins,
  width: size.width - margins.left - margins.right,
  height: size.height - margins.top - margins.bottom,
  ink: '#0b0c0c',
  rule: '#b1b4b6',
};

/** The name under which a document knows a font. */
export const fontKey = (font: FontName, weight: Weight): string => `${font}-${weight}`;

/** Starts a new page where less than this is left of the present one. */
export function keepTogether(pdf: Pdf, height: number): void {
  if (pdf.y + height > pdf.page.height - margins.bottom) pdf.addPage();
}
