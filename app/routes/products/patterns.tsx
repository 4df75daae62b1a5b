import { patternSheet } from '#app/domain/desks/products/pattern-sheet.server.ts';
import { patternProduct } from '#app/http/download/products.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { ProductPage } from './ProductPage.tsx';
import type { Route } from './+types/patterns.ts';

export const handle = { access: 'products.patterns' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { product: patternProduct(await patternSheet(ctxOf(args), { as: 'page' })) };
}

export default function Patterns({ loaderData: { product } }: Route.ComponentProps) {
  return <ProductPage product={product} pdfHref={link('products/patterns-pdf')} />;
}
