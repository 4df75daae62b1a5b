import { randomUUID } from 'node:crypto';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Answers } from '../../form/answers.ts';
import type { Checking, Site } from '../../form/answer-schema.ts';
import { withAdded } from '../../form/danger-lane.ts';
import { findListSection } from '../../form/definition.ts';
import { formOfVersion } from '../../form/forms.server.ts';
import type { Form } from '../../form/held-forms.ts';
import {
  isPartOf,
  parsePart,
  partInWords,
  questionsOfPart,
  wasAnsweredSince,
} from '../../form/parts-to-add.ts';
import type { Posted } from '../../form/read-posted.ts';
import { said } from '../../form/said.ts';
import { splitSourceIdentity } from '../../form/source-identity.ts';
import { formWords, type FormWords } from '../../form/words.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid, NotFound } from '../../kernel/failures.ts';
import {
  loadSubmission,
  lockSubmission,
  type LoadedSubmission,
} from '../../submission/load-submission.server.ts';
import { answersGiven, answersSoFar, partsGiven } from '../../submission/said-of.server.ts';
import { isSubmitter } from '../../submission/submission-access.ts';
import { oftenChosen, type OftenChosen } from '../drafts/often-chosen.server.ts';
import { draftSites } from '../drafts/draft-sites.server.ts';
import { todayOf } from '../drafts/drafts.server.ts';
import { sealAfterSending } from '../sources/seal-source.server.ts';
import { namesSource } from '../sources/source-named.server.ts';
import { addLinks } from './add-links.server.ts';
import { keepSupplement } from './keep-supplement.server.ts';
import { mayNameSource } from './supplement.ts';
import { noteToldSince } from './told-since.server.ts';

/** A report that was sent, with everything that its partner has answered since. */
export type ReportToAddTo = {
  definition: Form;
  answers: Answers;
  /** The same part by part: what was sent, and each addition since. */
  given: [Answers, ...Answers[]];
  sites: Site[];
  organisationId: string;
};

/** A page of the form, or an entry of a list, that is added to a report. @throws NotFound, Conflict once withdrawn */
export async function openPart(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; part: string },
): Promise<ReportToAddTo & { often: OftenChosen }> {
  return transaction(ctx.db, async (tx) => {
    const submission = await loadSubmission(tx, ctx, input.submissionId);
    if (!isSubmitter(ctx.actor, submission.state, submission.accessFacts)) throw new NotFound();
    const report = await reportToAddTo(tx, ctx, submission, input.part);
    const { definition, answers, organisationId } = report;
    const questions = questionsOfPart(definition, input.part, answers);
    return { ...report, often: await oftenChosen(tx, organisationId, definition, questions) };
  });
}

async function reportToAddTo(
  tx: Tx,
  ctx: Pick<Ctx, 'clock'>,
  submission: LoadedSubmission,
  part: string,
): Promise<ReportToAddTo> {
  const row = await tx.submission.findUniqueOrThrow({
    where: { id: submission.id },
    select: { formVersion: true, organisationId: true, ...answersGiven },
  });
  if (submission.state.status === 'withdrawn')
    throw new Conflict('You withdrew this report. Start a new one');
  const definition = await formOfVersion(tx, row.formVersion);
  const answers = answersSoFar(row);
  if (!isPartOf(definition, part, row.sentAtOnce)) throw new NotFound();
  const questions = questionsOfPart(definition, part, answers);
  if (questions.length === 0)
    throw findListSection(definition, part) ? new NotFound() : new Conflict(alreadyAdded);
  return {
    definition,
    answers,
    given: partsGiven(row),
    sites: await draftSites(tx, ctx, row, questions),
    organisationId: row.organisationId,
  };
}

const alreadyAdded = 'You have already added this. Add anything else as information to the report';

export type PartInput = {
  submissionId: Id<'Submission'>;
  part: string;
  /** Made by the page, so that pressing the button twice adds once. */
  supplementId: string;
  posted: Posted;
  /** The person has been warned that it may name their source, and sends it all the same. */
  warned: boolean;
  t?: FormWords;
};

/**
 * Adds an entry of a list to a report, or a page of the form to one that was sent at once: it goes to the police as it is
 * saved, is read on the one submission, and matched. Who told the partner is sealed with it.
 * @throws NotFound, Conflict, Invalid
 */
export async function addPart(ctx: Ctx, input: PartInput): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    if (!isSubmitter(ctx.actor, submission.state, submission.accessFacts)) throw new NotFound();
    if (await tx.supplement.findUnique({ where: { id: input.supplementId }, select: { id: true } })) return;
    const { definition, answers, given, sites } = await reportToAddTo(tx, ctx, submission, input.part);
    if (wasAnsweredSince(definition, input.part, input.posted, answers)) throw new Conflict(alreadyAdded);
    const checking: Checking = { today: todayOf(ctx), answers, sites, t: input.t };
    const parsed = parsePart(definition, input.part, input.posted, answers, randomUUID(), checking);
    if (!parsed.ok) throw new Invalid(parsed.errors);
    if (Object.keys(parsed.answers).length === 0) throw new Invalid({ '': 'Enter what you want to add' });
    const list = findListSection(definition, input.part);
    if (list && answersOf(answers, list.id) >= list.max)
      throw new Invalid({ '': (input.t ?? formWords).error.tooMany({ max: list.max }) });
    const { open, sealed } = splitSourceIdentity(definition, parsed.answers);
    await sealAfterSending(tx, ctx, submission.id, sealed);
    const text = partInWords(definition, input.part, open, { answers, sites, t: formWords });
    if (!input.warned && (await namesSource(tx, ctx, submission.id, text)))
      throw new Invalid({ '': mayNameSource });
    await keepSupplement(
      tx,
      ctx,
      submission,
      {
        id: input.supplementId,
        text,
        knownHow: null,
        danger: 'not_asked',
        part: input.part,
        answers: open,
      },
      said(definition, open),
    );
    if (list?.item === 'link') await addLinks(tx, submission.id, definition, given, open);
    await noteToldSince(tx, ctx, submission.id, {
      before: said(definition, answers),
      now: said(definition, withAdded(answers, [open])),
    });
  });
}

const answersOf = (answers: Answers, listId: string): number => {
  const entries = answers[listId];
  return Array.isArray(entries) ? entries.length : 0;
};
