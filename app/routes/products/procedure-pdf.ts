import { procedure } from '#app/domain/desks/products/procedure.server.ts';
import { pdfDownload } from '#app/http/download/pdf-download.ts';
import { procedureProduct } from '#app/http/download/procedure.ts';
import { printedProduct } from '#app/http/download/products.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { markingOf } from '#app/http/server/marking.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/procedure-pdf.ts';

export const handle = { access: 'products.read', marking: 'aggregate' } satisfies RouteHandle;

/** The same as a tagged PDF. */
export async function loader(args: Route.LoaderArgs) {
  const since = args.url.searchParams.get('since');
  const product = procedureProduct(await procedure(ctxOf(args), { since, as: 'pdf' }));
  return pdfDownload(args, printedProduct(product, markingOf(args)), 'written-procedure');
}
