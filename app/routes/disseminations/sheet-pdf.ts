import { openSheet } from '#app/domain/triage/dissemination/open-sheet.server.ts';
import { ctxOf, portalContext } from '#app/http/server/context.ts';
import { markingOf } from '#app/http/server/marking.ts';
import { pdfDownload } from '#app/http/download/pdf-download.ts';
import { printedSheet } from '#app/http/download/sheet.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/sheet-pdf.ts';

export const handle = { access: 'disseminations.follow', recentProof: true } satisfies RouteHandle;

/** The sheet of a dissemination outside the force as a PDF. */
export async function loader(args: Route.LoaderArgs) {
  const { disseminationId } = idsOf(args);
  const sheet = await openSheet(ctxOf(args), { disseminationId, as: 'pdf' });
  const force = args.context.get(portalContext).force.force.name;
  return pdfDownload(args, printedSheet(sheet, markingOf(args), force), `sheet-${sheet.reference}`);
}
