import { quarterlyReport } from '#app/domain/desks/products/quarterly-report.server.ts';
import { pdfDownload } from '#app/http/download/pdf-download.ts';
import { printedProduct, quarterlyProduct } from '#app/http/download/products.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { markingOf } from '#app/http/server/marking.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/quarterly-pdf.ts';

export const handle = { access: 'figures.read', marking: 'aggregate' } satisfies RouteHandle;

/** The same as a tagged PDF. */
export async function loader(args: Route.LoaderArgs) {
  const product = quarterlyProduct(await quarterlyReport(ctxOf(args), { as: 'pdf' }));
  return pdfDownload(args, printedProduct(product, markingOf(args)), 'quarterly-report');
}
