import { randomBytes, randomUUID } from 'node:crypto';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { leaveBehind, listFiles } from '../attachments/draft-files.server.ts';
import { withSentFiles } from '../attachments/files-section.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid, NotFound } from '../../kernel/failures.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import { laneQuestions, mayBeSentAtOnce, parseLane } from '../../form/danger-lane.ts';
import { declarationOf } from '../../form/declaration.ts';
import { renderDocument } from '../../form/document.ts';
import type { Posted } from '../../form/read-posted.ts';
import { said, textSaid } from '../../form/said.ts';
import { asksAboutChild, childField } from '../../form/says-child.ts';
import { pruneAnswers } from '../../form/visible.ts';
import type { Answers } from '../../form/answers.ts';
import { sealedQuestionIds, splitSourceIdentity, type OpenAnswers } from '../../form/source-identity.ts';
import { formWords, type FormWords } from '../../form/words.ts';
import { partsOf } from '../../people/contact/contact-ways.ts';
import { contactRow, type ReportContact } from '../../submission/contact-record.ts';
import { tellPartner } from '../../notify/tell-partner.server.ts';
import { rulesOf } from '../../routing/current-rules.server.ts';
import { resolvePlaces } from '../../routing/resolve-places.server.ts';
import { route } from '../../routing/route.ts';
import { chosenSite, deriveFacts, placePostcodes } from '../../routing/derive-facts.ts';
import { draftWithFound } from '../drafts/found-in-draft.server.ts';
import { lockOwnDraft, requireWriter, todayOf, type Draft } from '../drafts/drafts.server.ts';
import { draftChecking } from '../drafts/draft-sites.server.ts';
import { addUnfinished, unfinishedInWords } from '../own-reports/unfinished-in-words.server.ts';
import { openSealed } from '../sources/seal-source.server.ts';
import { matcherOf, namesSealedSource } from '../sources/telling-words.ts';
import { contactForReport, type WrittenContact } from './contact-for-report.server.ts';
import { extract } from './extract.ts';
import { mentionsIn, notTheirsOf, withoutTelling, type NotTheirs } from './mentions.ts';
import { reportGround } from './report-ground.server.ts';
import { generateReference } from '../../kernel/reference.ts';
import { unfinishedParts } from '../drafts/unfinished.ts';
import { submissionRows } from './submission-rows.ts';
import { withMentions } from './with-mentions.ts';
import { notWhole, wholeAnswers, withDeclared } from './whole-answers.ts';
import { writeSubmission } from './write-submission.server.ts';

/**
 * `declaration` is what the page under check answers posted; `t` words its errors. `contact`: how to reach whoever sends it,
 * as the page posted it; left out, it is as their account says.
 */
export type SubmitInput = {
  draftId: Id<'Draft'>;
  declaration: Posted;
  contact?: WrittenContact;
  /** What was ticked of what the portal read in the text. */
  found?: readonly string[];
  t?: FormWords;
};

/**
 * Turns a draft into a submission, in one transaction: snapshot, extraction, routing, plan links, audit and jobs. The
 * same draft submitted twice (a double click, a retry after a lost answer) gives the same submission.
 * @throws Invalid when an answer is missing, NotFound
 */
export async function submit(ctx: Ctx, input: SubmitInput): Promise<{ submissionId: Id<'Submission'> }> {
  return onceForDraft(ctx, input.draftId, async (tx, opened) => {
    const draft = await draftWithFound(tx, ctx, opened, input.found);
    const { definition } = draft;
    const asked = declarationOf(definition).page.questions;
    const checking = { ...(await draftChecking(tx, ctx, draft, asked)), t: input.t };
    // Otherwise something that somebody typed would be missing without a word.
    if (unfinishedParts(draft.definition, draft.answers, draft.unfinished).length > 0) throw notWhole();
    const child = withChild(draft, input.declaration[childField], todayOf(ctx));
    const declared = withDeclared(definition, child.answers, input.declaration, checking);
    const contact = contactForReport(ctx, draft, declared.answers, input.contact);
    const wrong = { ...child.errors, ...contact.errors, ...declared.errors };
    const answers = wholeAnswers(definition, declared.answers, checking, wrong);
    return submitDraft(tx, ctx, draft, answers, { contact, atOnce: false });
  });
}

/** Where an age tells of a child and the answer about one does not, the partner is asked once, as they send. */
function withChild(
  { definition, answers }: Draft,
  child: Posted[string] | undefined,
  today: string,
): { answers: Answers; errors: Record<string, string> } {
  if (!asksAboutChild(definition, answers, today)) return { answers, errors: {} };
  if (child !== 'yes' && child !== 'no')
    return { answers, errors: { [childField]: 'Select whether a child is involved' } };
  const given = { ...answers, [definition.meanings.child ?? '']: child };
  return { answers: pruneAnswers(definition, given), errors: {} };
}

/** `posted` are the fields of the lane of the draft's form; `t` words their errors; `contact` as of `submit`. */
export type SendAtOnceInput = {
  draftId: Id<'Draft'>;
  posted: Posted;
  contact?: WrittenContact;
  t?: FormWords;
  /** Whoever sends it is signed in by password alone and owes a second factor. */
  withoutFactor?: boolean;
};

/**
 * Sends a report about danger by the lane of its form: nothing but what the partner knows is needed, and what was answered
 * before goes with it. What they typed elsewhere and did not finish is added to it as it stands, so that nothing holds it
 * up and nothing is lost. @throws Invalid, Conflict where nobody is said to be in danger, NotFound
 */
export async function sendAtOnce(
  ctx: Ctx,
  input: SendAtOnceInput,
): Promise<{ submissionId: Id<'Submission'> }> {
  return onceForDraft(ctx, input.draftId, (tx, draft) => sendLane(tx, ctx, draft, input));
}

/** The same of a draft that is locked. */
export async function sendLane(
  tx: Tx,
  ctx: Ctx,
  draft: Draft,
  input: SendAtOnceInput,
): Promise<Id<'Submission'>> {
  const { definition, unfinished } = draft;
  if (!mayBeSentAtOnce(definition, draft.answers))
    throw new Conflict('You no longer say that someone is in danger. Check your answers and send the report');
  const checking = {
    ...(await draftChecking(tx, ctx, draft, laneQuestions(definition, draft.answers))),
    t: input.t,
  };
  const parsed = parseLane(definition, input.posted, draft.answers, randomUUID(), checking);
  const contact = contactForReport(ctx, draft, draft.answers, input.contact);
  const errors = { ...(parsed.ok ? {} : parsed.errors), ...contact.errors };
  if (!parsed.ok || Object.keys(errors).length > 0) throw new Invalid(errors);
  const { open } = splitSourceIdentity(definition, parsed.answers);
  const { withoutFactor = false } = input;
  const id = await submitDraft(tx, ctx, draft, open, { contact, atOnce: true, withoutFactor });
  const typed = unfinishedInWords(definition, open, unfinished);
  if (typed !== '') await addUnfinished(tx, ctx, id, typed);
  return id;
}

/** What a draft becomes, once: the same draft sent again gives the same submission. */
async function onceForDraft(
  ctx: Ctx,
  draftId: Id<'Draft'>,
  send: (tx: Tx, draft: Draft) => Promise<Id<'Submission'>>,
): Promise<{ submissionId: Id<'Submission'> }> {
  return transaction(ctx.db, async (tx) => {
    const draft = await lockOwnDraft(tx, ctx, draftId).catch(async (failure: unknown) => {
      const sent = failure instanceof NotFound ? await alreadySubmitted(tx, ctx, draftId) : null;
      if (sent) return sent;
      throw failure;
    });
    return { submissionId: typeof draft === 'string' ? draft : await send(tx, draft) };
  });
}

/** The submission that a draft became, for whoever comes back to the draft's address; null while it is none. */
export function submissionOfDraft(
  ctx: Ctx,
  input: { draftId: Id<'Draft'> },
): Promise<Id<'Submission'> | null> {
  return alreadySubmitted(ctx.db, ctx, input.draftId);
}

export async function alreadySubmitted(
  tx: Tx | Ctx['db'],
  ctx: Ctx,
  draftId: Id<'Draft'>,
): Promise<Id<'Submission'> | null> {
  const { accountId, assists } = requireWriter(ctx);
  const sent = await tx.submission.findFirst({
    where: { draftId, ...(assists ? { enteredBy: accountId } : { submittedBy: accountId }) },
    select: { id: true },
  });
  return sent?.id ?? null;
}

async function submitDraft(
  tx: Tx,
  ctx: Ctx,
  draft: Draft,
  answers: OpenAnswers,
  how: { contact: ReportContact; atOnce: boolean; withoutFactor?: boolean },
): Promise<Id<'Submission'>> {
  const now = ctx.clock.now();
  const report = said(draft.definition, answers);
  const settings = await currentForce(tx, ctx);
  const { telephone, anotherWay } = how.contact.ways;
  const notTheirs = notTheirsOf(settings, telephone, anotherWay, draft.madeBy?.email ?? '');
  const { mentions, looked } = await narrativeMentions(tx, ctx, draft, answers, notTheirs);
  const asked = extract(report);
  const extracted = { ...withMentions(asked, mentions), links: asked.links };
  const places = await resolvePlaces(tx, placePostcodes(report), now);
  const marks = extracted.vehicles.map((vehicle) => vehicle.registration_normalised);
  const ground = await reportGround(tx, draft, marks, forceDay(ctx.clock.now()));
  const { organisationKind, networkMember, queues, repeatVehicle } = ground;
  const facts = deriveFacts(report, {
    organisation: { kind: organisationKind, networkMember },
    channel: draft.channel,
    places,
    repeatVehicle,
    today: todayOf(ctx),
  });
  if (ground.rules === null) throw new Error('No routing rules are published.');
  const decision = route(facts, await rulesOf(tx, ground.rules), queues);
  const id = newId<'Submission'>();
  const submittedBy = draft.reportedBy ?? ctx.actor.accountId;
  const enteredBy = draft.enteredFor ? ctx.actor.accountId : null;
  const contact = contactRow(ctx.keyring, id, how.contact);
  const rows = submissionRows({
    id,
    reference: generateReference(randomBytes),
    now,
    draft,
    submittedBy,
    enteredBy,
    organisationKind,
    channel: draft.channel,
    exploitationTypes: facts.exploitationTypes,
    concernsChild: facts.child,
    victimWantsContact: facts.victimWantsContact,
    decision,
    queues,
    planItemIds: new Map(ground.planItems.map((item) => [item.code, item.id])),
    places,
    settings,
    answers,
    site: chosenSite(report),
    partnerReference: textSaid(report, 'partner.reference'),
    document: withSentFiles(
      renderDocument(draft.definition, answers, formWords, ground.sites),
      listFiles(ground.files.filter(({ arrived }) => arrived)),
    ),
    extracted,
    sentAtOnce: how.atOnce,
    withoutFactor: how.withoutFactor ?? false,
    whileSuspended: ground.suspended,
    contact,
    newId,
  });
  await writeSubmission(tx, rows);
  await leaveBehind(
    tx,
    ground.files.flatMap(({ id: fileId, arrived }) => (arrived ? [] : [fileId])),
  );
  await handOver(tx, draft.id, id);
  const subject = { type: 'submission', id } as const;
  await record(
    tx,
    ctx,
    {
      type: 'submission.submitted',
      data: {
        formVersion: draft.definition.version,
        channel: draft.channel,
        priority: decision.priority,
        queue: decision.primaryQueue,
        rule: decision.primaryRule,
        restricted: decision.restricted,
      },
      subject,
    },
    ...(looked ? [{ ...looked, subject }] : []),
    ...(contact === null
      ? []
      : [{ type: 'contact_record.sealed', data: partsOf(how.contact.ways), subject } as const]),
  );
  await tellPartner(tx, 'received', { id, submittedBy, enteredBy, organisationId: draft.organisationId });
  if (decision.priority === 'high') await enqueue(tx, { name: 'tell-high', data: { submissionId: id } });
  return id;
}

/**
 * What stands in the narrative to be matched by; how to reach a sealed source stays out, though the text names it. `looked`
 * is the event of having held the sealed record against it.
 */
async function narrativeMentions(tx: Tx, ctx: Ctx, draft: Draft, answers: OpenAnswers, notTheirs: NotTheirs) {
  const narrative = textSaid(said(draft.definition, answers), 'narrative') ?? '';
  const mentions = mentionsIn(narrative, notTheirs);
  const { phones, postcodes, emails, websites } = mentions;
  const mayTell = phones.length + postcodes.length + emails.length + websites.length > 0;
  const hasSource = sealedQuestionIds(draft.definition, answers).length > 0;
  const sealed = hasSource && mayTell ? await openSealed(tx, ctx, { draftId: draft.id }) : null;
  if (sealed === null) return { mentions, looked: null };
  const matcher = matcherOf(draft.definition, sealed);
  const { open, left } = withoutTelling(mentions, (written) => namesSealedSource(matcher, written));
  return { mentions: open, looked: { type: 'source.words_checked' as const, data: { found: left } } };
}

/** Who told the partner and the files become the submission's, and the draft is gone: one statement. */
async function handOver(tx: Tx, draftId: Id<'Draft'>, submissionId: Id<'Submission'>): Promise<void> {
  await tx.$executeRaw`
    WITH source AS (UPDATE source_record SET submission_id = ${submissionId}::uuid WHERE draft_id = ${draftId}::uuid),
      files AS (UPDATE attachment SET submission_id = ${submissionId}::uuid WHERE draft_id = ${draftId}::uuid)
    DELETE FROM draft WHERE id = ${draftId}::uuid`;
}
