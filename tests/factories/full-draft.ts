import type { Ctx } from '#app/domain/kernel/context.ts';
import { saveDraftItem } from '#app/domain/intake/drafts/save-item.server.ts';
import { savePage } from '#app/domain/intake/drafts/save-page.server.ts';
import { startDraft } from '#app/domain/intake/drafts/start-draft.server.ts';
import { submit } from '#app/domain/intake/submitting/submit.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { entryId, fullPosts } from './full-report.ts';

async function savePages(
  ctx: Ctx,
  draftId: Id<'Draft'>,
  siteId: string,
  pages: typeof fullPosts.pagesBeforeLists,
): Promise<void> {
  for (const [pageId, fields] of Object.entries(pages)) {
    if (pageId === 'declaration') continue;
    const posted = pageId === 'centre' ? { ...fields, reportingSite: siteId } : fields;
    await savePage(ctx, { draftId, pageId, posted });
  }
}

/** Every field, written page by page and entry by entry, as its reporter would. `siteId` is one of their organisation. */
export async function fullDraft(ctx: Ctx, siteId: string): Promise<Id<'Draft'>> {
  const { draftId } = await startDraft(ctx);
  await savePages(ctx, draftId, siteId, fullPosts.pagesBeforeLists);
  for (const [index, [sectionId, posted]] of fullPosts.items.entries())
    await saveDraftItem(ctx, { draftId, sectionId, itemId: entryId(index + 1), posted });
  await savePages(ctx, draftId, siteId, fullPosts.pagesAfterLists);
  return draftId;
}

/** The same, sent, from the first site of the reporter's organisation. */
export async function submittedInFull(ctx: Ctx): Promise<Id<'Submission'>> {
  const site = await ctx.db.organisationSite.findFirstOrThrow({
    where: { organisationId: ctx.actor.organisationId ?? '' },
    orderBy: { name: 'asc' },
  });
  const draftId = await fullDraft(ctx, site.id);
  const declaration = fullPosts.pagesAfterLists['declaration'] ?? {};
  return (await submit(ctx, { draftId, declaration })).submissionId;
}
