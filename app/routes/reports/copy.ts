import { openFullCopy } from '#app/domain/intake/own-reports/open-full-copy.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { markingOf } from '#app/http/server/marking.ts';
import { messagesOf } from '#app/http/messages.ts';
import { printedFullCopy } from '#app/http/download/full-copy.ts';
import { pdfDownload } from '#app/http/download/pdf-download.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/copy.ts';

export const handle = { access: 'reports.write', marking: 'submission' } satisfies RouteHandle;

/** One’s own report in full as a PDF, where the organisation’s agreement allows it. */
export async function loader(args: Route.LoaderArgs) {
  const copy = await openFullCopy(ctxOf(args), { submissionId: idsOf(args).submissionId });
  const printed = printedFullCopy(copy, markingOf(args), messagesOf(args));
  return pdfDownload(args, printed, `copy-${copy.reference}`);
}
