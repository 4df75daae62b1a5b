import { quarterlyReport } from '#app/domain/desks/products/quarterly-report.server.ts';
import { quarterlyProduct } from '#app/http/download/products.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { ProductPage } from './ProductPage.tsx';
import type { Route } from './+types/quarterly.ts';

export const handle = { access: 'figures.read', marking: 'aggregate' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { product: quarterlyProduct(await quarterlyReport(ctxOf(args), { as: 'page' })) };
}

export default function Quarterly({ loaderData: { product } }: Route.ComponentProps) {
  return <ProductPage product={product} pdfHref={link('products/quarterly-pdf')} />;
}
