import { patternSheet } from '#app/domain/desks/products/pattern-sheet.server.ts';
import { pdfDownload } from '#app/http/download/pdf-download.ts';
import { printedProduct, patternProduct } from '#app/http/download/products.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { markingOf } from '#app/http/server/marking.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/patterns-pdf.ts';

export const handle = { access: 'products.patterns' } satisfies RouteHandle;

/** The same as a tagged PDF. */
export async function loader(args: Route.LoaderArgs) {
  const product = patternProduct(await patternSheet(ctxOf(args), { as: 'pdf' }));
  return pdfDownload(args, printedProduct(product, markingOf(args)), 'pattern-sheet');
}
