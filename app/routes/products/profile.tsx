import { publishedFigures } from '#app/domain/figures/published-figures.server.ts';
import { profileProduct } from '#app/http/download/products.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { ProductPage } from './ProductPage.tsx';
import type { Route } from './+types/profile.ts';

export const handle = { access: 'figures.read-published', marking: 'aggregate' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  return { product: profileProduct(await publishedFigures(ctx), ctx.clock.now()) };
}

export default function Profile({ loaderData: { product } }: Route.ComponentProps) {
  return <ProductPage product={product} pdfHref={link('products/profile-pdf')} />;
}
