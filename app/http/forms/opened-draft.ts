import { redirect } from 'react-router';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { ownDraft } from '#app/domain/intake/drafts/drafts.server.ts';
import { submissionOfDraft } from '#app/domain/intake/submitting/submit.server.ts';
import { ctxOf } from '../server/context.ts';
import { onDraft } from './not-saved.ts';
import { link } from '../link.ts';

/**
 * The draft whose page is opened. One that was sent leads to the page which says so: who goes back in the browser after
 * sending, or opens an old tab, must not think that the report is gone. Of one that was deleted or taken over, whoever
 * wrote it is told so. What is posted stays refused, and is given back.
 */
export async function openedDraft(args: Parameters<typeof onDraft>[0]) {
  const ctx = ctxOf(args);
  const { draftId } = args.params;
  const open = () => ownDraft(ctx.db, ctx, draftId);
  if (args.request.method === 'POST') return open();
  return onDraft(args, async () => {
    try {
      return await open();
    } catch (failure) {
      const sent = failure instanceof NotFound ? await submissionOfDraft(ctx, { draftId }) : null;
      throw sent === null ? failure : redirect(link('reports/sent', { submissionId: sent }));
    }
  });
}
