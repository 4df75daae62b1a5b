import { openOwnReceipt } from '#app/domain/intake/own-reports/open-own-receipt.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { markingOf } from '#app/http/server/marking.ts';
import { messagesOf } from '#app/http/messages.ts';
import { pdfDownload } from '#app/http/download/pdf-download.ts';
import { printedReceipt } from '#app/http/download/receipt.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/receipt.ts';

export const handle = { access: 'drafts.write', marking: 'aggregate' } satisfies RouteHandle;

/** The receipt of one's own report as a PDF. */
export async function loader(args: Route.LoaderArgs) {
  const receipt = await openOwnReceipt(ctxOf(args), { submissionId: idsOf(args).submissionId });
  const printed = printedReceipt(receipt, markingOf(args), messagesOf(args));
  return pdfDownload(args, printed, `receipt-${receipt.reference}`);
}
