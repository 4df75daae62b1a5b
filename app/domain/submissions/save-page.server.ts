import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../context.ts';
import { Conflict, Invalid } from '../failures.ts';
import type { Checking } from '../intelligence-form/answer-schema.ts';
import { findPage } from '../intelligence-form/definition.ts';
import { isPastGate, nextPage, withPage, type Step } from '../intelligence-form/journey.ts';
import type { Posted } from '../intelligence-form/read-posted.ts';
import { parsePage, valuesOf } from '../intelligence-form/schema.ts';
import { splitSourceIdentity, type OpenAnswers } from '../intelligence-form/source-identity.ts';
import type { Translate } from '../intelligence-form/words.ts';
import { draftChecking } from './draft-sites.server.ts';
import { keepAnswers, lockOwnDraft, type Draft } from './drafts.server.ts';
import { differingQuestions } from '../intelligence-form/two-versions.ts';
import { isStale, savedPage } from './page-version.server.ts';
import { saysDangerInDraft } from './says-danger.ts';
import { sealSource } from './seal-source.server.ts';
import { mostDrafts, TooManyDrafts } from './too-many-drafts.ts';
import { warnOfLoss } from './warn-of-loss.ts';

/**
 * Saves one page of a draft and says where the journey goes on; `t` words the errors. `seen` is the version that the form
 * was made from: where the page was saved differently meanwhile, nothing is saved.
 * @throws NotFound, Invalid, Conflict, TooManyDrafts
 */
export async function savePage(
  ctx: Ctx,
  input: {
    draftId: string;
    pageId: string;
    posted: Posted;
    seen?: string;
    /** The person has been told which answers elsewhere go with this one, and saves it. */
    drops?: boolean;
    t?: Translate;
  },
): Promise<{ next: Step; pastGate: boolean }> {
  return transaction(ctx.db, async (tx) => {
    const draft = await lockOwnDraft(tx, ctx, input.draftId);
    const page = findPage(draft.definition, input.pageId)?.page;
    const questions = page?.questions ?? [];
    const checking = { ...(await draftChecking(tx, ctx, draft, questions)), t: input.t };
    const parsed = parsePage(draft.definition, input.pageId, input.posted, draft.answers, checking);
    const saved = page ? await savedPage(tx, draft, page) : null;
    if (page && saved && isStale(saved, input.seen)) {
      const typed = parsed.ok ? valuesOf(page, parsed.answers) : input.posted;
      const source = questions.some(
        ({ id, dataClass }) => dataClass === 'source_identity' && input.posted[id],
      );
      if (source || differingQuestions(questions, saved.values, typed).length > 0) throw new Conflict();
    }
    if (!parsed.ok) throw new Invalid(parsed.errors);
    const { open, sealed } = splitSourceIdentity(
      draft.definition,
      withPage(draft.definition, draft.answers, input.pageId, parsed.answers),
    );
    if (!input.drops) warnOfLoss(draft.definition, input.pageId, draft.answers, open, input.t);
    await refuseOneTooMany(tx, ctx, draft, open, checking);
    await sealSource(tx, ctx, draft, open, sealed);
    await keepAnswers(tx, ctx, draft, open);
    return {
      next: nextPage(draft.definition, open, input.pageId, checking),
      pastGate: isPastGate(draft.definition, open, checking),
    };
  });
}

/** A report too many is refused when the danger screening is behind it, and only where nobody is in danger. */
async function refuseOneTooMany(
  tx: Tx,
  ctx: Ctx,
  draft: Draft,
  answers: OpenAnswers,
  checking: Checking,
): Promise<void> {
  const passes =
    !isPastGate(draft.definition, draft.answers, checking) && isPastGate(draft.definition, answers, checking);
  if (!passes || saysDangerInDraft(answers)) return;
  if ((await tx.draft.count({ where: { accountId: ctx.actor.accountId } })) > mostDrafts)
    throw new TooManyDrafts();
}
