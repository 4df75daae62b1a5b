import { readEdition } from '#app/domain/plan/editions/editions.server.ts';
import { printedEdition } from '#app/http/download/edition.ts';
import { pdfDownload } from '#app/http/download/pdf-download.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/edition-pdf.ts';

export const handle = { access: 'plan.read' } satisfies RouteHandle;

/** An edition as a tagged PDF. */
export async function loader(args: Route.LoaderArgs) {
  const edition = await readEdition(ctxOf(args), { ...idsOf(args), as: 'pdf' });
  return pdfDownload(args, printedEdition(edition), `plan-edition-${edition.number}`);
}
