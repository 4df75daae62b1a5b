import { openReceivedReport } from '#app/domain/triage/intelligence-report/open-intelligence-report.server.ts';
import { printedReports } from '#app/http/download/intelligence-report.ts';
import { pdfDownload } from '#app/http/download/pdf-download.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { markingOf } from '#app/http/server/marking.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/received-pdf.ts';

export const handle = { access: 'disseminations.receive', recentProof: true } satisfies RouteHandle;

/** The intelligence report as its recipient has it, to keep in a file. */
export async function loader(args: Route.LoaderArgs) {
  const { disseminationId } = idsOf(args);
  const opened = await openReceivedReport(ctxOf(args), { disseminationId, as: 'pdf' });
  return pdfDownload(
    args,
    printedReports(opened, markingOf(args)),
    `intelligence-report-${opened.reference}`,
  );
}
