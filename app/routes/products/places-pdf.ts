import { crowdedPlaces } from '#app/domain/desks/products/crowded-places.server.ts';
import { pdfDownload } from '#app/http/download/pdf-download.ts';
import { printedProduct, placesProduct } from '#app/http/download/products.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { markingOf } from '#app/http/server/marking.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/places-pdf.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

/** The same as a tagged PDF. */
export async function loader(args: Route.LoaderArgs) {
  const product = placesProduct(await crowdedPlaces(ctxOf(args), { as: 'pdf' }));
  return pdfDownload(args, printedProduct(product, markingOf(args)), 'places-with-many-people');
}
