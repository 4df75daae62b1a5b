import { dailyList } from '#app/domain/desks/products/daily-list.server.ts';
import { dailyProduct } from '#app/http/download/products.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { ProductPage } from './ProductPage.tsx';
import type { Route } from './+types/daily.ts';

export const handle = { access: 'queues.read' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { areaId } = idsOf(args);
  return { areaId, product: dailyProduct(await dailyList(ctxOf(args), { areaId, as: 'page' })) };
}

export default function Daily({ loaderData: { areaId, product } }: Route.ComponentProps) {
  return <ProductPage product={product} pdfHref={link('products/daily-pdf', { areaId })} />;
}
