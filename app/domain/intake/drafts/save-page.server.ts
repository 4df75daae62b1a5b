import { randomUUID } from 'node:crypto';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid } from '../../kernel/failures.ts';
import type { Checking } from '../../form/answer-schema.ts';
import { findPage } from '../../form/definition.ts';
import { isPastGate, withPage, type Step } from '../../form/journey.ts';
import type { Posted } from '../../form/read-posted.ts';
import { parsePage, valuesOf } from '../../form/schema.ts';
import { splitSourceIdentity, type OpenAnswers } from '../../form/source-identity.ts';
import type { FormWords } from '../../form/words.ts';
import { draftChecking } from './draft-sites.server.ts';
import { keepDraft, lockWithSource, savedElsewhere, type Draft } from './drafts.server.ts';
import { draftWithFound, foundInDraft, tellsOn } from './found-in-draft.server.ts';
import { nextStep } from './next-step.server.ts';
import { keepUnfinished } from './keep-unfinished.server.ts';
import { NotFinished } from './not-finished.ts';
import { differingQuestions, withSavedAnswers } from '../../form/two-versions.ts';
import { isStale, pageAsSaved } from './page-version.server.ts';
import { saysDangerInDraft } from '../submitting/says-danger.ts';
import { sealSource } from '../sources/seal-source.server.ts';
import { mostDrafts, TooManyDrafts } from './too-many-drafts.ts';
import { withoutPart } from './unfinished.ts';
import { warnOfLoss } from './warn-of-loss.ts';

/**
 * Saves one page of a draft and says where the journey goes on, and whether something was read in the text that the page
 * there offers; `t` words the errors. `expectedVersion` is the version
 * that the form was made from: where the page was saved differently meanwhile, nothing is saved. What cannot be saved
 * as answers is kept as unfinished.
 * @throws NotFound, NotFinished, Invalid, Conflict, TooManyDrafts
 */
export async function savePage(
  ctx: Ctx,
  input: {
    draftId: Id<'Draft'>;
    /** As this request has read it, so that it is read once. */
    draft?: Draft;
    pageId: string;
    posted: Posted;
    /** The questions of which the answer that is saved is kept, after two versions were shown. */
    taken?: readonly string[];
    expectedVersion?: string;
    /** The person has been told which answers elsewhere go with this one, and saves it. */
    drops?: boolean;
    /** What was ticked of what the portal read in the text. */
    found?: readonly string[];
    t?: FormWords;
  },
): Promise<{ next: Step; pastGate: boolean; offers: boolean }> {
  const { pageId } = input;
  const saved = await transaction(ctx.db, async (tx) => {
    const { draft: locked, source } = await lockWithSource(tx, ctx, input.draft ?? input.draftId);
    const draft = await draftWithFound(tx, ctx, locked, input.found);
    const page = findPage(draft.definition, pageId)?.page;
    const questions = page?.questions ?? [];
    const checking = {
      ...(await draftChecking(tx, ctx, draft, questions)),
      newEntryId: randomUUID(),
      t: input.t,
    };
    const before = page ? pageAsSaved(draft, page, source) : null;
    const posted = withSavedAnswers(questions, input.taken ?? [], before?.values ?? {}, input.posted);
    const parsed = parsePage(draft.definition, pageId, posted, draft.answers, checking);
    if (page && before && isStale(before, input.expectedVersion)) {
      const typed = parsed.ok ? valuesOf(page, parsed.answers) : posted;
      const typedSource = questions.some(
        ({ id, dataClass }) => dataClass === 'source_identity' && posted[id],
      );
      if (typedSource || differingQuestions(questions, before.values, typed).length > 0)
        throw new Conflict(savedElsewhere);
    }
    if (!parsed.ok) {
      const atOnce = parsed.atOnce && withPage(draft.definition, draft.answers, pageId, parsed.atOnce);
      if (atOnce) {
        // Somebody is in danger: what is right goes on to be sent, and the rest is kept as it was typed.
        const { open } = splitSourceIdentity(draft.definition, atOnce);
        const begun = { ...draft, answers: open };
        if (await keepUnfinished(tx, ctx, begun, { pageId }, questions, posted, before?.values ?? {}))
          return { next: { kind: 'send_now' }, pastGate: false, offers: false } as const;
      }
      const kept = await keepUnfinished(tx, ctx, draft, { pageId }, questions, posted, before?.values ?? {});
      if (kept) return new NotFinished(parsed.errors);
      throw new Invalid(parsed.errors);
    }
    const { open, sealed } = splitSourceIdentity(
      draft.definition,
      withPage(draft.definition, draft.answers, pageId, parsed.answers),
    );
    if (!input.drops) warnOfLoss(draft.definition, pageId, draft.answers, open, input.t);
    await refuseOneTooMany(tx, ctx, draft, open, checking);
    await sealSource(tx, ctx, draft, source, open, sealed);
    await keepDraft(tx, ctx, draft, { answers: open, unfinished: withoutPart(draft.unfinished, { pageId }) });
    const told = tellsOn(draft, pageId);
    return {
      offers: told && (await foundInDraft(tx, ctx, { ...draft, answers: open })).length > 0,
      next: await nextStep(tx, draft, open, pageId, checking),
      pastGate: isPastGate(draft.definition, open, checking),
    };
  });
  if (saved instanceof NotFinished) throw saved;
  return saved;
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
  if (!passes || saysDangerInDraft({ ...draft, answers })) return;
  if ((await tx.draft.count({ where: { accountId: ctx.actor.accountId } })) > mostDrafts)
    throw new TooManyDrafts();
}
