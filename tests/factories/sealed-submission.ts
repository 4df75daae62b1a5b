import type { Ctx } from '#app/domain/kernel/context.ts';
import type { Answers } from '#app/domain/form/answers.ts';
import { savePage } from '#app/domain/intake/drafts/save-page.server.ts';
import { startDraft } from '#app/domain/intake/drafts/start-draft.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { minimalAnswers, minimalPosts, nobodySpeaks, sendingPosts } from './form-answers.ts';
import { sendDraft } from './submitted.ts';

/** A report of a colleague whose name and contact the reporter gave: they go to the sealed record only. */
export async function submittedWithSource(
  ctx: Ctx,
  source: { name: string; contact: string },
  changes: Answers = {},
): Promise<Id<'Submission'>> {
  const { draftId } = await startDraft(ctx);
  const answers = { ...minimalAnswers, ...nobodySpeaks, sourceKind: 'colleague', ...changes };
  await ctx.db.draft.update({ where: { id: draftId }, data: { answers } });
  const posted = {
    ...minimalPosts.source,
    ...sendingPosts(changes),
    sourceKind: 'colleague',
    sourceName: source.name,
    sourceContact: source.contact,
  };
  await savePage(ctx, { draftId, pageId: 'source', posted });
  return sendDraft(ctx, draftId, changes);
}
