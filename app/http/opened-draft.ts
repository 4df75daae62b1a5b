import { redirect } from 'react-router';
import { NotFound } from '#app/domain/failures.ts';
import { ownDraft } from '#app/domain/submissions/drafts.server.ts';
import { submissionOfDraft } from '#app/domain/submissions/submit.server.ts';
import { ctxOf } from './context.ts';
import { reportAddresses } from './report-addresses.ts';

/**
 * The draft whose page is opened. One that was sent leads to the page which says so: who goes back in the browser after
 * sending, or opens an old tab, must not think that the report is gone. What is posted stays refused, and is given back.
 */
export async function openedDraft(
  args: Parameters<typeof ctxOf>[0] & { request: Request; params: { draftId: string } },
) {
  const ctx = ctxOf(args);
  const { draftId } = args.params;
  try {
    return await ownDraft(ctx.db, ctx, draftId);
  } catch (failure) {
    const opened = failure instanceof NotFound && args.request.method !== 'POST';
    const sent = opened ? await submissionOfDraft(ctx, { draftId }) : null;
    throw sent === null ? failure : redirect(reportAddresses.sent(sent));
  }
}
