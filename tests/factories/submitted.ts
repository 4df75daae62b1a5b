import type { Answers } from '#app/domain/form/answers.ts';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { startDraft } from '#app/domain/intake/drafts/start-draft.server.ts';
import { submit } from '#app/domain/intake/submitting/submit.server.ts';
import { todayOf } from '#app/domain/intake/drafts/drafts.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { minimalAnswers, nobodySpeaks, sendingPosts } from './form-answers.ts';

/**
 * A report sent by the reporter of `ctx` at its clock's time about that day, with what a test changes of the shortest
 * valid answers. Gives the id of the submission.
 */
export async function submitted(ctx: Ctx, changes: Answers = {}): Promise<Id<'Submission'>> {
  const { draftId } = await startDraft(ctx);
  const day = { precision: 'exact', date: todayOf(ctx) } as const;
  const answers = { ...minimalAnswers, ...nobodySpeaks, informationDate: day, learnedDate: day, ...changes };
  await ctx.db.draft.update({ where: { id: draftId }, data: { answers } });
  return sendDraft(ctx, draftId, changes);
}

/** Sends a draft that is written, from the site at which its writer works, with the wishes that `changes` names. */
export async function sendDraft(
  ctx: Ctx,
  draftId: Id<'Draft'>,
  changes: Answers = {},
): Promise<Id<'Submission'>> {
  const { siteId } = await ctx.db.draft.findUniqueOrThrow({ where: { id: draftId } });
  const declaration = sendingPosts({ reportingSite: siteId ?? '', ...changes });
  return (await submit(ctx, { draftId, declaration })).submissionId;
}
