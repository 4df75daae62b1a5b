import { data } from 'react-router';
import { Conflict, NotFound } from '#app/domain/kernel/failures.ts';
import { sealKept } from '#app/domain/people/accounts/kept-text.server.ts';
import { findListSection, findPage } from '#app/domain/form/definition.ts';
import type { FormDefinition } from '#app/domain/form/definition.ts';
import { formOfVersion } from '#app/domain/form/forms.server.ts';
import type { FormWords } from '#app/domain/form/words.ts';
import type { Words } from '#app/messages/words.ts';
import { draftFate } from '#app/domain/intake/drafts/draft-fate.server.ts';
import { TooManyDrafts } from '#app/domain/intake/drafts/too-many-drafts.ts';
import { submitterOf } from '#app/domain/intake/submitting/submitter-of.server.ts';
import type { NotSaved, TypedAnswer } from '#app/ui/layout/not-saved-kinds.ts';
import { answersTyped } from './answers-typed.ts';
import { messagesOf } from '../messages.ts';
import { ctxOf } from '../server/context.ts';
import { formFieldNames } from './form-field-names.ts';
import type { Pairs } from './form-action.ts';
import { postedForm } from './posted-form.ts';

type Args = Parameters<typeof ctxOf>[0] & Parameters<typeof messagesOf>[0] & { request: Request; url: URL };

const statuses = {
  sent: 409,
  deleted: 410,
  taken_over: 409,
  refused: 409,
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

/** The same where nothing is typed: whoever wrote the draft is told what became of it. */
export const toldOfDraft = async (failure: unknown, args: DraftArgs): Promise<void> =>
  answerWithFate(args, failure, null);

async function answerWithFate(args: DraftArgs, failure: unknown, pairs: Pairs | null): Promise<void> {
  const ctx = ctxOf(args);
  const enteredFor = ctx.actor.side === 'police';
  if (failure instanceof TooManyDrafts) return notSaved({ kind: 'too_many', enteredFor });
  if (!(failure instanceof NotFound)) return;
  const fate = await draftFate(ctx, args.params);
  if (fate.kind === 'there' || (fate.kind === 'not_own' && pairs === null)) return;
  if (fate.kind === 'not_own') return sealedFor(args, fate.writer, pairs ?? []);
  const form = await formOfVersion(ctx.db, fate.formVersion);
  const answers = typedAnswers(form, args.params, pairs ?? [], messagesOf(args).form);
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
      return sealedFor(args, await submitterOf(ctxOf(args), args.params), pairs);
    if (!(failure instanceof Conflict)) return;
    const form = postedForm(
      pairs,
      fields.map(({ name }) => name),
    );
    const answers = fields
      .map(({ name, label }) => ({ label: label(messagesOf(args)), words: form.get(name) }))
      .filter(({ words }) => words.trim() !== '');
    notSaved({ kind: 'refused', why: failure.message, answers, addTo: null, enteredFor: false });
  };

function sealedFor(args: Args, writer: string | null, pairs: Pairs): never {
  const to = `${args.url.pathname}${args.url.search}`;
  const kept = { to, pairs: pairs.map(([name, value]): [string, string] => [name, value]) };
  return notSaved({ kind: 'not_own', sealed: sealKept(ctxOf(args), writer, kept), to });
}

function typedAnswers(
  definition: FormDefinition,
  { pageId, sectionId }: { pageId?: string; sectionId?: string },
  pairs: Pairs,
  t: FormWords,
): TypedAnswer[] {
  const questions =
    (pageId ? findPage(definition, pageId)?.page.questions : undefined) ??
    (sectionId ? findListSection(definition, sectionId)?.questions : undefined) ??
    [];
  return answersTyped(questions, postedForm(pairs, formFieldNames(questions)).toRecord(), t);
}
