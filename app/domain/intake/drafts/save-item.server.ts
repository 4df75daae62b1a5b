import { transaction } from '#app/platform/db/transaction.ts';
import { type Id, isId } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid, NotFound } from '../../kernel/failures.ts';
import { removeItem, itemsOf, saveItem, type Answers } from '../../form/answers.ts';
import { findListSection, type ListSection } from '../../form/definition.ts';
import type { Posted } from '../../form/read-posted.ts';
import { itemValues, parseItem, type ItemParsed } from '../../form/schema.ts';
import { splitSourceIdentity } from '../../form/source-identity.ts';
import type { Step } from '../../form/journey.ts';
import { differingQuestions, withSavedAnswers } from '../../form/two-versions.ts';
import { pruneAnswers } from '../../form/visible.ts';
import { type FormWords, formWords } from '../../form/words.ts';
import { keepDraft, lockOwnDraft, savedElsewhere, todayOf, type Draft } from './drafts.server.ts';
import { draftWithFound } from './found-in-draft.server.ts';
import { nextStep } from './next-step.server.ts';
import { keepUnfinished } from './keep-unfinished.server.ts';
import { NotFinished } from './not-finished.ts';
import { isStale, savedItem, type SavedFields } from './page-version.server.ts';
import { withoutPart } from './unfinished.ts';
import { warnOfLoss } from './warn-of-loss.ts';

/** `t` words the errors; `expectedVersion` is the version that the form was made from. */
export type ItemInput = {
  draftId: Id<'Draft'>;
  /** As this request has read it, so that it is read once. */
  draft?: Draft;
  sectionId: string;
  itemId: string;
  posted: Posted;
  /** The questions of which the answer that is saved is kept, after two versions were shown. */
  taken?: readonly string[];
  expectedVersion?: string;
  /** The person has been told which answers elsewhere go with this entry, and saves it. */
  drops?: boolean;
  /** What was ticked of what the portal read in the text. */
  found?: readonly string[];
  t?: FormWords;
};

/**
 * Adds a person, a place, a link and so on, or changes the one with this id: the page gives the id, so posting twice is
 * one item. Instead of the first item the reporter may say that nothing is known. Where the item was changed or removed
 * meanwhile, nothing is saved. What cannot be saved as answers is kept as unfinished. Gives where the journey goes on.
 * @throws NotFound, NotFinished, Invalid, Conflict
 */
export async function saveDraftItem(ctx: Ctx, input: ItemInput): Promise<{ next: Step }> {
  if (!isId(input.itemId)) throw new NotFound();
  const part = { sectionId: input.sectionId, itemId: input.itemId };
  const saved = await transaction(ctx.db, async (tx) => {
    const locked = await lockOwnDraft(tx, ctx, input.draft ?? input.draftId);
    const draft = await draftWithFound(tx, ctx, locked, input.found);
    const section = findListSection(draft.definition, input.sectionId);
    if (!section) throw new NotFound();
    const today = todayOf(ctx);
    const before = savedItem(draft, section, input.itemId);
    const posted = withSavedAnswers(section.questions, input.taken ?? [], before.values, input.posted);
    const parsed = parsedItem(draft, section, { ...input, posted }, before, today);
    // Whoever ticked what was read in the text, and typed nothing, adds no other entry.
    const typedNothing = Object.values(posted).every((value) => value.length === 0);
    if (draft !== locked && (typedNothing || (parsed.ok && parsed.kind === 'not_known'))) {
      await keepDraft(tx, ctx, draft, {});
      return { next: await nextStep(tx, draft, draft.answers, section.id, { today }) };
    }
    if (!parsed.ok) {
      const questions = section.notKnown ? [...section.questions, section.notKnown] : section.questions;
      const kept = await keepUnfinished(tx, ctx, draft, part, questions, posted, before.values);
      if (kept) return new NotFinished(parsed.errors);
      throw new Invalid(parsed.errors);
    }
    const answers = pruneAnswers(
      draft.definition,
      withItem(section, draft.answers, input.itemId, parsed, input.t),
    );
    if (!input.drops) warnOfLoss(draft.definition, section.id, draft.answers, answers, input.t);
    await keepDraft(tx, ctx, draft, {
      answers: splitSourceIdentity(draft.definition, answers).open,
      unfinished: withoutPart(draft.unfinished, part),
    });
    return {
      next: await nextStep(tx, draft, answers, section.id, { today }),
    };
  });
  if (saved instanceof NotFinished) throw saved;
  return saved;
}

/** Removes an item; one that is already gone changes nothing. @throws NotFound */
export async function removeDraftItem(
  ctx: Ctx,
  input: Pick<ItemInput, 'draftId' | 'sectionId' | 'itemId'>,
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const draft = await lockOwnDraft(tx, ctx, input.draftId);
    if (!findListSection(draft.definition, input.sectionId)) throw new NotFound();
    // What names the removed item goes, too.
    const answers = pruneAnswers(draft.definition, removeItem(draft.answers, input.sectionId, input.itemId));
    await keepDraft(tx, ctx, draft, {
      answers: splitSourceIdentity(draft.definition, answers).open,
      unfinished: withoutPart(draft.unfinished, { sectionId: input.sectionId, itemId: input.itemId }),
    });
  });
}

/** What the form of an entry says. @throws Conflict where the entry was saved differently meanwhile */
function parsedItem(
  draft: Draft,
  section: ListSection,
  input: ItemInput,
  now: SavedFields,
  today: string,
): ItemParsed {
  const parsed = parseItem(draft.definition, section.id, input.posted, {
    today,
    answers: draft.answers,
    t: input.t,
  });
  if (isStale(now, input.expectedVersion)) {
    const typed = parsed.ok && parsed.kind === 'item' ? itemValues(section, parsed.item) : input.posted;
    if (differingQuestions(section.questions, now.values, typed).length > 0)
      throw new Conflict(savedElsewhere);
  }
  return parsed;
}

/**
 * The answers after one entry of a list was saved. Whoever adds an entry does know of one: what was said instead goes.
 * @throws Invalid for an entry too many
 */
function withItem(
  section: ListSection,
  answers: Answers,
  itemId: string,
  parsed: Extract<ItemParsed, { ok: true }>,
  t: FormWords = formWords,
): Answers {
  if (parsed.kind === 'not_known') return { ...answers, [section.id]: [], ...parsed.answers };
  const items = itemsOf(answers, section.id);
  if (items.length >= section.max && !items.some((item) => item.id === itemId))
    throw new Invalid({ '': t.error.tooMany({ max: section.max }) });
  const saved = saveItem(answers, section.id, { ...parsed.item, id: itemId });
  return section.notKnown
    ? Object.fromEntries(Object.entries(saved).filter(([id]) => id !== section.notKnown?.id))
    : saved;
}
