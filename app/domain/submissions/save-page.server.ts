import { transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../context.ts';
import { Invalid } from '../failures.ts';
import { findPage } from '../intelligence-form/definition.ts';
import { isPastGate, nextPage, withPage, type Step } from '../intelligence-form/journey.ts';
import type { Posted } from '../intelligence-form/read-posted.ts';
import { parsePage } from '../intelligence-form/schema.ts';
import { splitSourceIdentity } from '../intelligence-form/source-identity.ts';
import type { Translate } from '../intelligence-form/words.ts';
import { draftChecking } from './draft-sites.server.ts';
import { keepAnswers, lockOwnDraft } from './drafts.server.ts';
import { sealSource } from './seal-source.server.ts';

/** Saves one page of a draft and says where the journey goes on; `t` words the errors. @throws NotFound, Invalid */
export async function savePage(
  ctx: Ctx,
  input: { draftId: string; pageId: string; posted: Posted; t?: Translate },
): Promise<{ next: Step; pastGate: boolean }> {
  return transaction(ctx.db, async (tx) => {
    const draft = await lockOwnDraft(tx, ctx, input.draftId);
    const questions = findPage(draft.definition, input.pageId)?.page.questions ?? [];
    const checking = { ...(await draftChecking(tx, ctx, draft, questions)), t: input.t };
    const parsed = parsePage(draft.definition, input.pageId, input.posted, draft.answers, checking);
    if (!parsed.ok) throw new Invalid(parsed.errors);
    const { open, sealed } = splitSourceIdentity(
      draft.definition,
      withPage(draft.definition, draft.answers, input.pageId, parsed.answers),
    );
    await sealSource(tx, ctx, draft, open, sealed);
    await keepAnswers(tx, ctx, draft, open);
    return {
      next: nextPage(draft.definition, open, input.pageId, checking),
      pastGate: isPastGate(draft.definition, open, checking),
    };
  });
}
