import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { filesOfDraft } from '../attachments/draft-files.server.ts';
import { filesSectionId } from '../attachments/files-section.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { choices, itemsOf, textAnswer, type Answers } from '../../form/answers.ts';
import type { FormDefinition, Question } from '../../form/definition.ts';
import { sealedBy } from './sealed-by.server.ts';
import { sealedMatcher } from './sealed-words.server.ts';
import { matcherOf, namesSealedSource, type SealedMatcher } from './telling-words.ts';
import type { Draft } from '../drafts/drafts.server.ts';
import { openSealed } from './seal-source.server.ts';

/**
 * A question in whose answer the source may be named; `pageId` is null where it is asked of each entry of a list. Both are
 * null for the description of a file.
 */
export type NamingPlace = { questionId: string | null; sectionId: string; pageId: string | null };

/**
 * Where a report that is not sent yet names in open text what its writer has sealed. The writer is told the place and
 * never the word; that the record was held against the text is an event. For a writer to whom somebody else sealed any of
 * it, nothing is looked for: 'not_told'.
 */
export async function placesNamingSource(ctx: Ctx, draft: Draft): Promise<NamingPlace[] | 'not_told'> {
  return transaction(ctx.db, async (tx) => {
    if ((await sealedBy(tx, ctx, { draftId: draft.id })) === 'others') return 'not_told';
    const sealed = await openSealed(tx, ctx, { draftId: draft.id });
    if (!sealed) return [];
    const matcher = matcherOf(draft.definition, sealed);
    const found = questionsNaming(draft.definition, draft.answers, matcher);
    const files = await filesOfDraft(tx, draft.id);
    const inFiles = files.some(({ description }) => namesSealedSource(matcher, description));
    await record(tx, ctx, {
      type: 'source.words_checked',
      data: { found: found.length + Number(inFiles) },
      subject: { type: 'draft', id: draft.id },
    });
    const ofFiles = inFiles ? [{ questionId: null, sectionId: filesSectionId, pageId: null }] : [];
    const ofQuestions = draft.definition.sections.flatMap((section): NamingPlace[] => {
      const asked =
        section.kind === 'list'
          ? section.questions.map(({ id }) => ({ id, pageId: null }))
          : section.pages.flatMap((page) => page.questions.map(({ id }) => ({ id, pageId: page.id })));
      return asked
        .filter(({ id }) => found.includes(id))
        .map(({ id, pageId }) => ({ questionId: id, sectionId: section.id, pageId }));
    });
    return [...ofQuestions, ...ofFiles];
  });
}

/** Questions in whose free text a sealed word stands. Ordinary words may be found too, so it warns and never refuses. */
export function questionsNaming(definition: FormDefinition, open: Answers, matcher: SealedMatcher): string[] {
  const names = (question: Question, answers: Answers) =>
    namesSealedSource(
      matcher,
      [textAnswer(answers, question.id) ?? '', ...choices(answers, question.id)].join('\n'),
    );
  return definition.sections.flatMap((section) => {
    const [questions, sets] =
      section.kind === 'list'
        ? [section.questions, itemsOf(open, section.id)]
        : [section.pages.flatMap((page) => page.questions), [open]];
    const free = questions.filter(({ kind }) => kind === 'text' || kind === 'textarea' || kind === 'texts');
    return free.filter((question) => sets.some((answers) => names(question, answers))).map(({ id }) => id);
  });
}

/**
 * Whether a text that comes after the report names what whoever writes it has sealed with it; that it was looked at is an
 * event. For anybody else nothing is looked for, and the page says so beforehand.
 */
export async function namesSource(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
  text: string,
): Promise<boolean> {
  if ((await sealedBy(tx, ctx, { submissionId })) !== 'self') return false;
  const matcher = await sealedMatcher(tx, ctx, submissionId, matcherOf);
  if (!matcher) return false;
  const found = namesSealedSource(matcher, text);
  await record(tx, ctx, {
    type: 'source.words_checked',
    data: { found: found ? 1 : 0 },
    subject: { type: 'submission', id: submissionId },
  });
  return found;
}
