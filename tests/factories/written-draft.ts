import { randomUUID } from 'node:crypto';
import type { Ctx } from '#app/domain/kernel/context.ts';
import type { Posted } from '#app/domain/form/read-posted.ts';
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

/** Writes a draft that is begun, as above. */
export async function writePages(
  ctx: Ctx,
  draftId: Id<'Draft'>,
  posts: Record<string, Posted> = {},
): Promise<void> {
  const { danger, information, places, vehicles, source } = minimalPosts;
  const pages = Object.entries({ danger, information, source });
  // A version asks on its own page what another asks elsewhere: each page takes what it asks.
  const typed = Object.assign({}, ...pages.map(([id, posted]) => ({ ...posted, ...posts[id] }))) as Posted;
  for (const [pageId] of pages) await savePage(ctx, { draftId, pageId, posted: typed });
  for (const [sectionId, posted] of Object.entries({ places, vehicles })) {
    await saveDraftItem(ctx, {
      draftId,
      sectionId,
      itemId: randomUUID(),
      posted: { ...posted, ...posts[sectionId] },
    });
  }
}
