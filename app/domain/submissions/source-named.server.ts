import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import { sourceNamedInOpenText } from '../intelligence-form/source-identity.ts';
import type { Draft } from './drafts.server.ts';
import { openSealed } from './seal-source.server.ts';

/** A question in whose answer the source may be named; `pageId` is null where it is asked of each entry of a list. */
export type NamingPlace = { questionId: string; sectionId: string; pageId: string | null };

/**
 * Where a report that is not sent yet names in open text what its writer has sealed. The writer is told the place and
 * never the word; that the record was held against the text is an event.
 */
export async function placesNamingSource(ctx: Ctx, draft: Draft): Promise<NamingPlace[]> {
  return transaction(ctx.db, async (tx) => {
    const sealed = await openSealed(tx, ctx, draft.id);
    if (!sealed) return [];
    const found = sourceNamedInOpenText(draft.definition, draft.answers, sealed);
    await record(tx, ctx, {
      type: 'source.words_checked',
      data: { found: found.length },
      subject: { type: 'draft', id: draft.id },
    });
    return draft.definition.sections.flatMap((section): NamingPlace[] => {
      const asked =
        section.kind === 'list'
          ? section.questions.map(({ id }) => ({ id, pageId: null }))
          : section.pages.flatMap((page) => page.questions.map(({ id }) => ({ id, pageId: page.id })));
      return asked
        .filter(({ id }) => found.includes(id))
        .map(({ id, pageId }) => ({ questionId: id, sectionId: section.id, pageId }));
    });
  });
}
