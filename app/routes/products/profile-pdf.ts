import { publishedFigures } from '#app/domain/figures/published-figures.server.ts';
import { pdfDownload } from '#app/http/download/pdf-download.ts';
import { printedProduct, profileProduct } from '#app/http/download/products.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { markingOf } from '#app/http/server/marking.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/profile-pdf.ts';

export const handle = { access: 'figures.read-published', marking: 'aggregate' } satisfies RouteHandle;

/** The same as a tagged PDF. */
export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  const product = profileProduct(await publishedFigures(ctx), ctx.clock.now());
  return pdfDownload(args, printedProduct(product, markingOf(args)), 'problem-profile-extract');
}
