import { crowdedPlaces } from '#app/domain/desks/products/crowded-places.server.ts';
import { placesProduct } from '#app/http/download/products.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { ProductPage } from './ProductPage.tsx';
import type { Route } from './+types/places.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { product: placesProduct(await crowdedPlaces(ctxOf(args), { as: 'page' })) };
}

export default function Places({ loaderData: { product } }: Route.ComponentProps) {
  return <ProductPage product={product} pdfHref={link('products/places-pdf')} />;
}
