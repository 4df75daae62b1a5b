import { randomUUID } from 'node:crypto';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { holds } from '#app/domain/form/answers.ts';
import type { Posted } from '#app/domain/form/read-posted.ts';
import { ownDraft } from '#app/domain/intake/drafts/drafts.server.ts';
import { saveDraftItem } from '#app/domain/intake/drafts/save-item.server.ts';
import { savePage } from '#app/domain/intake/drafts/save-page.server.ts';
import { startDraft } from '#app/domain/intake/drafts/start-draft.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { minimalPosts } from './form-answers.ts';

/**
 * A draft written page by page as its reporter would, complete but for the declaration. `posts` adds to or replaces the
 * fields of a page or of the first place or vehicle. Gives the draft's id.
 */
export async function writtenDraft(ctx: Ctx, posts: Record<string, Posted> = {}): Promise<Id<'Draft'>> {
  const { draftId } = await startDraft(ctx);
  await writePages(ctx, draftId, posts);
  return draftId;
}

/** Writes a draft that is begun, as above: the pages of its own version that ask any of it. */
export async function writePages(
  ctx: Ctx,
  draftId: Id<'Draft'>,
  posts: Record<string, Posted> = {},
): Promise<void> {
  const { danger, information, places, vehicles, source } = minimalPosts;
  // A version asks on its own page what another asks elsewhere: each page takes what it asks.
  const typed = Object.assign(
    {},
    ...Object.entries({ danger, information, source }).map(([id, posted]) => ({ ...posted, ...posts[id] })),
  ) as Posted;
  const { definition } = await ownDraft(ctx.db, ctx, draftId);
  for (const section of definition.sections) {
    if (section.kind === 'list' || section.atCheckAnswers) continue;
    for (const { id, questions, showWhen } of section.pages)
      if (holds(showWhen, typed) && questions.some((question) => Object.hasOwn(typed, question.id)))
        await savePage(ctx, { draftId, pageId: id, posted: typed });
  }
  for (const [sectionId, posted] of Object.entries({ places, vehicles })) {
    await saveDraftItem(ctx, {
      draftId,
      sectionId,
      itemId: randomUUID(),
      posted: { ...posted, ...posts[sectionId] },
    });
  }
}
