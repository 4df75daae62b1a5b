import { data, redirect } from 'react-router';
import { Conflict, NotFound } from '#app/domain/kernel/failures.ts';
import { sealKept } from '#app/domain/people/accounts/kept-text.server.ts';
import { laneQuestions } from '#app/domain/form/danger-lane.ts';
import type { Form } from '#app/domain/form/held-forms.ts';
import { formOfVersion } from '#app/domain/form/forms.server.ts';
import { everyQuestionOf } from '#app/domain/form/parts-to-add.ts';
import type { Question } from '#app/domain/form/question.ts';
import type { Posted } from '#app/domain/form/read-posted.ts';
import { fieldsInWords } from '#app/domain/form/two-versions.ts';
import { questionWords, type FormWords } from '#app/domain/form/words.ts';
import type { Words } from '#app/messages/words.ts';
import { draftFate } from '#app/domain/intake/drafts/draft-fate.server.ts';
import { ownDraft, ownDraftOf } from '#app/domain/intake/drafts/drafts.server.ts';
import { TooManyDrafts } from '#app/domain/intake/drafts/too-many-drafts.ts';
import { submissionOfDraft } from '#app/domain/intake/submitting/submit.server.ts';
import { formVersionOf, submitterOf } from '#app/domain/intake/submitting/submitter-of.server.ts';
import type { NotSaved, TypedAnswer } from '#app/ui/layout/not-saved-kinds.ts';
import { link } from '../link.ts';
import { messagesOf } from '../messages.ts';
import { ctxOf, draftContext, draftRowContext } from '../server/context.ts';
import { idsOf } from '../server/ids-of.ts';
import { postedValues } from './form-fields.ts';
import { questionNames } from './question-form.ts';
import type { Pairs } from './read-form.ts';

type Args = Parameters<typeof ctxOf>[0] & Parameters<typeof messagesOf>[0] & { request: Request; url: URL };

const statuses = {
  sent: 409,
  deleted: 410,
  taken_over: 409,
  refused: 409,
  not_sent: 409,
  too_many: 409,
  not_own: 404,
} as const;

/** Answers with the page that gives back what was typed. Thrown, as what the page's loader would show is not there. */
function notSaved(page: NotSaved): never {
  throw data(page, { status: statuses[page.kind] });
}

type DraftArgs = Args & { params: { draftId: string; pageId?: string; sectionId?: string } };

/**
 * For forms of a draft: where it was sent, deleted or taken over meanwhile, or is somebody else's, everything typed comes
 * back: shown question by question to whoever wrote it, sealed for its writer to anybody else.
 */
export const lostWithDraft = async (failure: unknown, args: DraftArgs, pairs: Pairs): Promise<void> =>
  answerWithFate(args, failure, pairs);

/** The same for the page that sends at once, also where another tab has answered since that nobody is in danger. */
export const lostWithLane = async (failure: unknown, args: DraftArgs, pairs: Pairs): Promise<void> => {
  const draft = args.context.get(draftContext);
  if (!(failure instanceof Conflict) || draft === null)
    return answerWithFate(args, failure, pairs, (form) => laneQuestions(form, {}));
  const questions = laneQuestions(draft.definition, draft.answers);
  const answers = typedAnswers(questions, pairs, messagesOf(args).form);
  notSaved({ kind: 'not_sent', why: failure.message, answers, draftId: draft.id });
};

/** The same where nothing is typed: whoever wrote the draft is told what became of it. */
export const toldOfDraft = async (failure: unknown, args: DraftArgs): Promise<void> =>
  answerWithFate(args, failure, null);

/**
 * The draft whose page is opened. One that was sent leads to the page which says so: who goes back in the browser after
 * sending, or opens an old tab, must not think that the report is gone. Of one that was deleted or taken over, whoever
 * wrote it is told so. What is posted stays refused, and is given back. An action reads its draft once; the page that is
 * shown again reads anew what is saved by then.
 */
export async function openedDraft(args: DraftArgs) {
  const ctx = ctxOf(args);
  const { draftId } = idsOf(args);
  const posted = args.request.method === 'POST';
  const known = posted ? args.context.get(draftContext) : null;
  if (known !== null) return known;
  try {
    const read = args.context.get(draftRowContext);
    const draft = await (read?.posted === posted
      ? ownDraftOf(ctx.db, ctx, read.row)
      : ownDraft(ctx.db, ctx, draftId));
    if (posted) args.context.set(draftContext, draft);
    return draft;
  } catch (failure) {
    if (posted) throw failure;
    const sent = failure instanceof NotFound ? await submissionOfDraft(ctx, { draftId }) : null;
    if (sent !== null) throw redirect(link('reports/sent', { submissionId: sent }));
    await toldOfDraft(failure, args);
    throw failure;
  }
}

/** `asked` are the questions of the page, by the form of the draft. */
async function answerWithFate(
  args: DraftArgs,
  failure: unknown,
  pairs: Pairs | null,
  asked: (form: Form) => Question[] = (form) =>
    everyQuestionOf(form, args.params.pageId ?? args.params.sectionId ?? ''),
): Promise<void> {
  const ctx = ctxOf(args);
  const enteredFor = ctx.actor.side === 'police';
  if (failure instanceof TooManyDrafts) return notSaved({ kind: 'too_many', enteredFor });
  if (!(failure instanceof NotFound)) return;
  const fate = await draftFate(ctx, idsOf(args));
  if (fate.kind === 'there' || (fate.kind === 'not_own' && pairs === null)) return;
  if (fate.kind === 'not_own') return sealedFor(args, fate.writer, pairs ?? []);
  const form = await formOfVersion(ctx.db, fate.formVersion);
  const answers = typedAnswers(asked(form), pairs ?? [], messagesOf(args).form);
  if (fate.kind === 'taken_over') {
    const { kind, by, now, covers, submissionId } = fate;
    return notSaved({ kind, by, now, covers, answers, addTo: submissionId });
  }
  const addTo = fate.kind === 'sent' && ctx.actor.side === 'partner' ? fate.submissionId : null;
  return notSaved({ kind: fate.kind, answers, addTo, enteredFor });
}

/** The same for what is posted to a report that was sent: `fields` are what is typed in it, with the words over each. */
export const lostWithReport =
  (fields: readonly { name: string; label: (t: Words) => string }[]) =>
  async (
    failure: unknown,
    args: Args & { params: { submissionId: string } },
    pairs: Pairs,
  ): Promise<void> => {
    if (failure instanceof NotFound)
      return sealedFor(args, await submitterOf(ctxOf(args), idsOf(args)), pairs);
    if (!(failure instanceof Conflict)) return;
    const answers = fields
      .map(({ name, label }) => ({
        label: label(messagesOf(args)),
        words: pairs.find(([posted]) => posted === name)?.[1] ?? '',
      }))
      .filter(({ words }) => words.trim() !== '');
    notSaved({ kind: 'refused', why: failure.message, answers, addTo: null, enteredFor: false });
  };

/** The same for a part of the form that is added to a report. */
export const lostWithPart = async (
  failure: unknown,
  args: Args & { params: { submissionId: string; part: string } },
  pairs: Pairs,
): Promise<void> => {
  const ctx = ctxOf(args);
  const { submissionId } = idsOf(args);
  if (failure instanceof NotFound) return sealedFor(args, await submitterOf(ctx, { submissionId }), pairs);
  if (!(failure instanceof Conflict)) return;
  const { part } = args.params;
  const form = await formOfVersion(ctx.db, await formVersionOf(ctx, { submissionId }));
  const answers = typedAnswers(everyQuestionOf(form, part), pairs, messagesOf(args).form);
  notSaved({ kind: 'refused', why: failure.message, answers, addTo: submissionId, enteredFor: false });
};

function sealedFor(args: Args, writer: string | null, pairs: Pairs): never {
  const to = `${args.url.pathname}${args.url.search}`;
  const kept = { to, pairs: pairs.map(([name, value]): [string, string] => [name, value]) };
  return notSaved({ kind: 'not_own', sealed: sealKept(ctxOf(args), writer, kept), to });
}

const typedAnswers = (questions: readonly Question[], pairs: Pairs, t: FormWords): TypedAnswer[] =>
  answersTyped(questions, postedValues(pairs, questionNames(questions)), t);

/** What names the source is not sent back to the browser; what was only chosen from entries of the draft is gone with it. */
const shown = (question: Question) =>
  question.dataClass !== 'source_identity' && question.kind !== 'entry' && question.kind !== 'site';

/** What was typed, question by question, for whoever typed it to read and copy. */
export function answersTyped(questions: readonly Question[], values: Posted, t: FormWords): TypedAnswer[] {
  return questions.filter(shown).flatMap((question) => {
    const lines = fieldsInWords(question, values, t);
    return lines.length > 0 ? [{ label: questionWords(question, t).label, words: lines.join('\n') }] : [];
  });
}
