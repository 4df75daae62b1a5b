import type { Ctx } from '#app/domain/kernel/context.ts';
import { saveDraftItem } from '#app/domain/intake/drafts/save-item.server.ts';
import { findPage } from '#app/domain/form/definition.ts';
import { savePage } from '#app/domain/intake/drafts/save-page.server.ts';
import { startDraft } from '#app/domain/intake/drafts/start-draft.server.ts';
import { submit } from '#app/domain/intake/submitting/submit.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { currentDefinition } from './published-forms.ts';
import { entryId, fullPosts } from './full-report.ts';

async function savePages(
  ctx: Ctx,
  draftId: Id<'Draft'>,
  pages: typeof fullPosts.pagesBeforeLists,
): Promise<void> {
  for (const [pageId, posted] of Object.entries(pages))
    if (findPage(currentDefinition, pageId)) await savePage(ctx, { draftId, pageId, posted });
}

/** Every field, written page by page and entry by entry, as its reporter would. */
export async function fullDraft(ctx: Ctx): Promise<Id<'Draft'>> {
  const { draftId } = await startDraft(ctx);
  await savePages(ctx, draftId, fullPosts.pagesBeforeLists);
  for (const [index, [sectionId, posted]] of fullPosts.items.entries())
    await saveDraftItem(ctx, { draftId, sectionId, itemId: entryId(index + 1), posted });
  await savePages(ctx, draftId, fullPosts.pagesAfterLists);
  return draftId;
}

/** The same, sent, from the first site of the reporter's organisation. */
export async function submittedInFull(ctx: Ctx): Promise<Id<'Submission'>> {
  const site = await ctx.db.organisationSite.findFirstOrThrow({
    where: { organisationId: ctx.actor.organisationId ?? '' },
    orderBy: { name: 'asc' },
  });
  const draftId = await fullDraft(ctx);
  const declaration = { ...fullPosts.sending, reportingSite: site.id };
  return (await submit(ctx, { draftId, declaration })).submissionId;
}
