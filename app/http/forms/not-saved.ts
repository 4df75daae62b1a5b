import { data } from 'react-router';
import { Conflict, NotFound } from '#app/domain/kernel/failures.ts';
import { longFormBytes } from '#app/domain/kernel/form-limits.ts';
import { sealKept } from '#app/domain/people/accounts/kept-text.server.ts';
import { findListSection, findPage } from '#app/domain/form/definition.ts';
import type { FormDefinition } from '#app/domain/form/definition.ts';
import { formOfVersion } from '#app/domain/form/forms.server.ts';
import type { Translate } from '#app/domain/form/words.ts';
import { draftFate } from '#app/domain/intake/drafts/draft-fate.server.ts';
import { TooManyDrafts } from '#app/domain/intake/drafts/too-many-drafts.ts';
import { submitterOf } from '#app/domain/intake/submitting/submitter-of.server.ts';
import type { NotSaved, TypedAnswer } from '#app/ui/layout/not-saved-kinds.ts';
import { answersTyped } from './answers-typed.ts';
import { ctxOf, postedContext } from '../server/context.ts';
import { sentBack } from './unread-form.ts';
import { formFieldNames } from './form-field-names.ts';
import { formWordsOf } from './form-words.ts';
import { postedForm } from './posted-form.ts';
import { readPairs } from './read-form.ts';

/** What was posted. It is read once, before the action: a copy of a body that is too large would never end. */
export type Pairs = (readonly [string, string])[];
type Args = Parameters<typeof ctxOf>[0] & Parameters<typeof formWordsOf>[0] & { request: Request; url: URL };

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
 * Runs the action of a page of a draft. Where the draft was sent, deleted or taken over meanwhile, or is somebody else's,
 * everything typed comes back: shown question by question to whoever wrote it, sealed for its writer to anybody else.
 */
export async function keepingTyped<Result>(
  args: DraftArgs,
  work: (posted: Pairs) => Promise<Result>,
): Promise<Result> {
  const pairs = await readPairs(args.request, { bytes: longFormBytes });
  args.context.set(postedContext, sentBack(pairs));
  try {
    return await work(pairs);
  } catch (failure) {
    return answerWithFate(args, failure, pairs);
  }
}

/** The same where nothing is typed, or the body is read elsewhere: whoever wrote the draft is told what became of it. */
export async function onDraft<Result>(args: DraftArgs, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (failure) {
    return answerWithFate(args, failure, null);
  }
}

async function answerWithFate(args: DraftArgs, failure: unknown, pairs: Pairs | null): Promise<never> {
  const ctx = ctxOf(args);
  const enteredFor = ctx.actor.side === 'police';
  if (failure instanceof TooManyDrafts) return notSaved({ kind: 'too_many', enteredFor });
  if (!(failure instanceof NotFound)) throw failure;
  const fate = await draftFate(ctx, args.params);
  if (fate.kind === 'there' || (fate.kind === 'not_own' && pairs === null)) throw failure;
  if (fate.kind === 'not_own') return sealedFor(args, fate.writer, pairs ?? []);
  const form = await formOfVersion(ctx.db, fate.formVersion);
  const answers = typedAnswers(form, args.params, pairs ?? [], formWordsOf(args));
  if (fate.kind === 'taken_over') {
    const { kind, by, now, covers, submissionId } = fate;
    return notSaved({ kind, by, now, covers, answers, addTo: submissionId });
  }
  const addTo = fate.kind === 'sent' && ctx.actor.side === 'partner' ? fate.submissionId : null;
  return notSaved({ kind: fate.kind, answers, addTo, enteredFor });
}

/** The same for what is posted to a report that was sent: `fields` are what is typed in it, with the words over each. */
export async function keepingAdded<Result>(
  args: Args & { params: { submissionId: string } },
  fields: readonly { name: string; label: string }[],
  work: (posted: Pairs) => Promise<Result>,
): Promise<Result> {
  const pairs = await readPairs(args.request, { bytes: longFormBytes });
  args.context.set(postedContext, sentBack(pairs));
  try {
    return await work(pairs);
  } catch (failure) {
    const notOwn = failure instanceof NotFound;
    if (!notOwn && !(failure instanceof Conflict)) throw failure;
    if (notOwn) return sealedFor(args, await submitterOf(ctxOf(args), args.params), pairs);
    const form = postedForm(
      pairs,
      fields.map(({ name }) => name),
    );
    const answers = fields
      .map(({ name, label }) => ({ label, words: form.get(name) }))
      .filter(({ words }) => words.trim() !== '');
    return notSaved({ kind: 'refused', why: failure.message, answers, addTo: null, enteredFor: false });
  }
}

function sealedFor(args: Args, writer: string | null, pairs: Pairs): never {
  const to = `${args.url.pathname}${args.url.search}`;
  const kept = { to, pairs: pairs.map(([name, value]): [string, string] => [name, value]) };
  return notSaved({ kind: 'not_own', sealed: sealKept(ctxOf(args), writer, kept), to });
}

function typedAnswers(
  definition: FormDefinition,
  { pageId, sectionId }: { pageId?: string; sectionId?: string },
  pairs: Pairs,
  t: Translate,
): TypedAnswer[] {
  const questions =
    (pageId ? findPage(definition, pageId)?.page.questions : undefined) ??
    (sectionId ? findListSection(definition, sectionId)?.questions : undefined) ??
    [];
  return answersTyped(
    definition.version,
    questions,
    postedForm(pairs, formFieldNames(questions)).toRecord(),
    t,
  );
}
