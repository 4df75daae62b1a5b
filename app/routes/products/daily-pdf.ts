import { dailyList } from '#app/domain/desks/products/daily-list.server.ts';
import { pdfDownload } from '#app/http/download/pdf-download.ts';
import { dailyProduct, printedProduct } from '#app/http/download/products.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { markingOf } from '#app/http/server/marking.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/daily-pdf.ts';

export const handle = { access: 'queues.read' } satisfies RouteHandle;

/** The same as a tagged PDF. */
export async function loader(args: Route.LoaderArgs) {
  const { areaId } = idsOf(args);
  const product = dailyProduct(await dailyList(ctxOf(args), { areaId, as: 'pdf' }));
  return pdfDownload(args, printedProduct(product, markingOf(args)), 'daily-list');
}
