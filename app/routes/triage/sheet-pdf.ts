import { openSheet } from '#app/domain/triage/dissemination/open-sheet.server.ts';
import { ctxOf, portalContext } from '#app/http/server/context.ts';
import { submissionMarking } from '#app/http/server/marking.ts';
import { pdfDownload } from '#app/http/download/pdf-download.ts';
import { printedSheet } from '#app/http/download/sheet.ts';
import type { Route } from './+types/sheet-pdf.ts';

/** The sheet of a dissemination outside the force as a PDF. */
export async function loader(args: Route.LoaderArgs) {
  const { disseminationId } = args.params;
  const sheet = await openSheet(ctxOf(args), { disseminationId, as: 'pdf' });
  const force = args.context.get(portalContext).force.force.name;
  return pdfDownload(args, printedSheet(sheet, submissionMarking(args), force), `sheet-${sheet.reference}`);
}
