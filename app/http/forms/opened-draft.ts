import { link } from '../link.ts';
import { redirect } from 'react-router';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { ownDraft } from '#app/domain/intake/drafts/drafts.server.ts';
import { submissionOfDraft } from '#app/domain/intake/submitting/submit.server.ts';
import { ctxOf } from '../server/context.ts';
import { toldOfDraft } from './not-saved.ts';

/**
 * The draft whose page is opened. One that was sent leads to the page which says so: who goes back in the browser after
 * sending, or opens an old tab, must not think that the report is gone. Of one that was deleted or taken over, whoever
 * wrote it is told so. What is posted stays refused, and is given back.
 */
export async function openedDraft(args: Parameters<typeof toldOfDraft>[1]) {
  const ctx = ctxOf(args);
  const { draftId } = args.params;
  try {
    return await ownDraft(ctx.db, ctx, draftId);
  } catch (failure) {
    if (args.request.method === 'POST') throw failure;
    const sent = failure instanceof NotFound ? await submissionOfDraft(ctx, { draftId }) : null;
    if (sent !== null) throw redirect(link('reports/sent', { submissionId: sent }));
    await toldOfDraft(failure, args);
    throw failure;
  }
}
