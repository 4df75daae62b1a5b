import { clustersOf, textOf, type Cluster } from './clusters.ts';
import { featuresFor, reachOf, type FontName, type Weight } from './fonts.ts';
import { fontKey, type Pdf } from './page.ts';
import { visualRuns } from './visual-runs.ts';

export type Style = {
  /** In points. */
  size: number;
  weight: Weight;
  /** Between lines, in points. */
  lineGap: number;
};

/** Text in one font and one direction. */
export type Run = { text: string; font: FontName; rightToLeft: boolean };

/** `text` as it is read, its runs as they stand from left to right; `above` and `below` its base line in points. */
export type Line = { text: string; runs: Run[]; above: number; below: number };

/** A piece of text after which a line may end. `width` is without the space at its end, `whole` with it; in points. */
type Piece = { clusters: Cluster[]; width: number; whole: number };

const space = /^[\s\u200b]+$/;
const breakAfter = /^[\s\u200b-]+$/;

/** Breaks a text into lines that are no wider than this, at spaces where there are any. */
export function linesOf(pdf: Pdf, text: string, width: number, style: Style): Line[] {
  return text.split('\n').flatMap((paragraph) => {
    const clusters = clustersOf(paragraph);
    const written = textOf(clusters);
    const lines = brokenAt(width, piecesOf(pdf, clusters, style), (cluster) =>
      widthOf(pdf, [cluster], style),
    );
    return lines.map((line) => {
      const shown = withoutEndingSpace(line);
      return { text: textOf(shown), runs: visualRuns(written, shown), ...heightOf(shown, style.size) };
    });
  });
}

/** Of a line with the gap below it, in points. */
export const lineHeight = ({ above, below }: Line, { lineGap }: Style): number => above + below + lineGap;

export const linesHeight = (lines: readonly Line[], style: Style): number =>
  lines.reduce((sum, line) => sum + lineHeight(line, style), 0);

/** Draws lines below each other from this corner, and leaves the pen under them. */
export function drawLines(pdf: Pdf, lines: readonly Line[], x: number, y: number, style: Style): void {
  let top = y;
  for (const line of lines) {
    let at = x;
    // Letters that join or change places are other signs than were written: what they say is written down beside them.
    const spoken = line.runs.some(({ font, rightToLeft }) => font !== 'base' || rightToLeft);
    if (spoken) pdf.markContent('Span', { actual: line.text });
    for (const run of line.runs) {
      const layout = layoutOf(run, style.weight);
      pdf.font(fontKey(run.font, style.weight)).fontSize(style.size);
      pdf.text(run.text, at, top + line.above, { lineBreak: false, baseline: 'alphabetic', ...layout });
      at += pdf.widthOfString(run.text, layout);
    }
    if (spoken) pdf.endMarkedContent();
    top += lineHeight(line, style);
  }
  pdf.y = top;
}

/**
 * pdfkit lays a text out word by word, from left to right, unless it is given features. The types of pdfkit do not know
 * that they may be turned off.
 */
function layoutOf({ text, font, rightToLeft }: Run, weight: Weight): PDFKit.Mixins.TextOptions {
  if (font === 'base' && !rightToLeft) return {};
  return { features: featuresFor(font, weight, text) } as unknown as PDFKit.Mixins.TextOptions;
}

function piecesOf(pdf: Pdf, clusters: readonly Cluster[], style: Style): Piece[] {
  const pieces: Piece[] = [];
  let own: Cluster[] = [];
  const end = () => {
    if (own.length === 0) return;
    const width = widthOf(pdf, withoutEndingSpace(own), style);
    pieces.push({ clusters: own, width, whole: widthOf(pdf, own, style) });
    own = [];
  };
  for (const [index, cluster] of clusters.entries()) {
    own.push(cluster);
    const next = clusters[index + 1];
    if (breakAfter.test(cluster.text) && next !== undefined && !space.test(next.text)) end();
  }
  end();
  return pieces;
}

function brokenAt(
  width: number,
  pieces: readonly Piece[],
  widthOfOne: (cluster: Cluster) => number,
): Cluster[][] {
  const lines: Cluster[][] = [];
  let line: Cluster[] = [];
  let used = 0;
  const end = () => {
    lines.push(line);
    line = [];
    used = 0;
  };
  for (const piece of pieces) {
    if (used > 0 && used + piece.width > width) end();
    if (piece.width <= width) {
      line.push(...piece.clusters);
      used += piece.whole;
      continue;
    }
    // A word that no line holds is broken where the line ends.
    for (const cluster of piece.clusters) {
      const own = widthOfOne(cluster);
      if (used > 0 && used + own > width) end();
      line.push(cluster);
      used += own;
    }
  }
  end();
  return lines;
}

function withoutEndingSpace(clusters: readonly Cluster[]): Cluster[] {
  const last = clusters.findLastIndex(({ text }) => !space.test(text));
  return clusters.slice(0, last + 1);
}

function widthOf(pdf: Pdf, clusters: readonly Cluster[], { size, weight }: Style): number {
  let width = 0;
  let start = 0;
  for (let index = 1; index <= clusters.length; index += 1) {
    const font = clusters[start]?.font;
    if (font === undefined || font === clusters[index]?.font) continue;
    const text = textOf(clusters.slice(start, index));
    const layout = layoutOf({ text, font, rightToLeft: false }, weight);
    width += pdf.font(fontKey(font, weight)).fontSize(size).widthOfString(text, layout);
    start = index;
  }
  return width;
}

function heightOf(clusters: readonly Cluster[], size: number): { above: number; below: number } {
  const reaches = ['base' as const, ...new Set(clusters.map(({ font }) => font))].map(reachOf);
  return {
    above: Math.max(...reaches.map(({ above }) => above)) * size,
    below: Math.max(...reaches.map(({ below }) => below)) * size,
  };
}
