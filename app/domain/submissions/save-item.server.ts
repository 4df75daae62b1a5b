import { transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../context.ts';
import { Conflict, Invalid, NotFound } from '../failures.ts';
import { isId } from '../is-id.ts';
import { removeItem, type Answers } from '../intelligence-form/answers.ts';
import { findListSection } from '../intelligence-form/definition.ts';
import type { Posted } from '../intelligence-form/read-posted.ts';
import { itemValues, parseItem } from '../intelligence-form/schema.ts';
import { splitSourceIdentity } from '../intelligence-form/source-identity.ts';
import { differingQuestions } from '../intelligence-form/two-versions.ts';
import { pruneAnswers } from '../intelligence-form/visible.ts';
import { withItem } from '../intelligence-form/with-item.ts';
import type { Translate } from '../intelligence-form/words.ts';
import { keepAnswers, lockOwnDraft, todayOf, type Draft } from './drafts.server.ts';
import { isStale, savedItem } from './page-version.server.ts';

/** `t` words the errors; `seen` is the version that the form was made from. */
export type ItemInput = {
  draftId: string;
  sectionId: string;
  itemId: string;
  posted: Posted;
  seen?: string;
  t?: Translate;
};

/**
 * Adds a person, a place, a link and so on, or changes the one with this id: the page gives the id, so posting twice is one item.
 * Instead of the first item the reporter may say that nothing is known. Where the item was changed or removed meanwhile,
 * nothing is saved. @throws NotFound, Invalid, Conflict
 */
export async function saveDraftItem(ctx: Ctx, input: ItemInput): Promise<void> {
  if (!isId(input.itemId)) throw new NotFound();
  await transaction(ctx.db, async (tx) => {
    const draft = await lockOwnDraft(tx, ctx, input.draftId);
    const answers = withPosted(draft, input, todayOf(ctx));
    await keepAnswers(tx, ctx, draft, splitSourceIdentity(draft.definition, answers).open);
  });
}

/** Removes an item; one that is already gone changes nothing. @throws NotFound */
export async function removeDraftItem(
  ctx: Ctx,
  input: Omit<ItemInput, 'posted' | 'seen' | 't'>,
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const draft = await lockOwnDraft(tx, ctx, input.draftId);
    if (!findListSection(draft.definition, input.sectionId)) throw new NotFound();
    // What names the removed item goes, too.
    const answers = pruneAnswers(draft.definition, removeItem(draft.answers, input.sectionId, input.itemId));
    await keepAnswers(tx, ctx, draft, splitSourceIdentity(draft.definition, answers).open);
  });
}

function withPosted(draft: Draft, input: ItemInput, today: string): Answers {
  const section = findListSection(draft.definition, input.sectionId);
  if (!section) throw new NotFound();
  const parsed = parseItem(draft.definition, section.id, input.posted, {
    today,
    answers: draft.answers,
    t: input.t,
  });
  const now = savedItem(draft, section, input.itemId);
  if (isStale(now, input.seen)) {
    const typed = parsed.ok && parsed.kind === 'item' ? itemValues(section, parsed.item) : input.posted;
    if (differingQuestions(section.questions, now.values, typed).length > 0) throw new Conflict();
  }
  if (!parsed.ok) throw new Invalid(parsed.errors);
  return withItem(section, draft.answers, input.itemId, parsed, input.t);
}
