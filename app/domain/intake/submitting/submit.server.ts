import { randomBytes } from 'node:crypto';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { leaveBehind, listFiles } from '../attachments/draft-files.server.ts';
import { withSentFiles } from '../attachments/files-section.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { renderDocument } from '../../form/document.ts';
import type { Posted } from '../../form/read-posted.ts';
import { said } from '../../form/said.ts';
import type { OpenAnswers } from '../../form/source-identity.ts';
import { formWords, type FormWords } from '../../form/words.ts';
import { tellPartner } from '../../notify/tell-partner.server.ts';
import { rulesOf } from '../../routing/current-rules.server.ts';
import { resolvePlaces } from '../../routing/resolve-places.server.ts';
import { route } from '../../routing/route.ts';
import { chosenSite, deriveFacts, placePostcodes } from '../../routing/derive-facts.ts';
import { lockOwnDraft, requireWriter, todayOf, type Draft } from '../drafts/drafts.server.ts';
import { extract } from './extract.ts';
import { reportGround } from './report-ground.server.ts';
import { generateReference } from '../../kernel/reference.ts';
import { unfinishedParts } from '../drafts/unfinished.ts';
import { submissionRows } from './submission-rows.ts';
import { notWhole, wholeAnswers } from './whole-answers.ts';
import { writeSubmission } from './write-submission.server.ts';

/** `declaration` is what the page under check answers posted; `t` words its errors. */
export type SubmitInput = { draftId: Id<'Draft'>; declaration: Posted; t?: FormWords };

/**
 * Turns a draft into a submission, in one transaction: snapshot, extraction, routing, plan links, audit and jobs. The
 * same draft submitted twice (a double click, a retry after a lost answer) gives the same submission.
 * @throws Invalid when an answer is missing, NotFound
 */
export async function submit(ctx: Ctx, input: SubmitInput): Promise<{ submissionId: Id<'Submission'> }> {
  return transaction(ctx.db, async (tx) => {
    const draft = await lockOwnDraft(tx, ctx, input.draftId).catch(async (failure: unknown) => {
      const sent = failure instanceof NotFound ? await alreadySubmitted(tx, ctx, input.draftId) : null;
      if (sent) return sent;
      throw failure;
    });
    if (typeof draft === 'string') return { submissionId: draft };
    const checking = { today: todayOf(ctx), t: input.t };
    // Otherwise something that somebody typed would be missing without a word.
    if (unfinishedParts(draft.definition, draft.answers, draft.unfinished).length > 0) throw notWhole();
    const answers = wholeAnswers(draft.definition, draft.answers, input.declaration, checking);
    return { submissionId: await submitDraft(tx, ctx, draft, answers) };
  });
}

/** The submission that a draft became, for whoever comes back to the draft's address; null while it is none. */
export function submissionOfDraft(
  ctx: Ctx,
  input: { draftId: Id<'Draft'> },
): Promise<Id<'Submission'> | null> {
  return alreadySubmitted(ctx.db, ctx, input.draftId);
}

async function alreadySubmitted(
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

async function submitDraft(tx: Tx, ctx: Ctx, draft: Draft, answers: OpenAnswers): Promise<Id<'Submission'>> {
  const now = ctx.clock.now();
  const report = said(draft.definition, answers);
  const extracted = extract(report);
  const places = await resolvePlaces(tx, placePostcodes(report), now);
  const marks = extracted.vehicles.map((vehicle) => vehicle.registration_normalised);
  const ground = await reportGround(tx, draft, marks);
  const { organisationKind, networkMember, queues, repeatVehicle } = ground;
  const facts = deriveFacts(report, {
    organisation: { kind: organisationKind, networkMember },
    channel: draft.channel,
    places,
    repeatVehicle,
  });
  if (ground.rules === null) throw new Error('No routing rules are published.');
  const decision = route(facts, await rulesOf(tx, ground.rules), queues);
  const id = newId<'Submission'>();
  const submittedBy = draft.reportedBy ?? ctx.actor.accountId;
  const enteredBy = draft.enteredFor ? ctx.actor.accountId : null;
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
    decision,
    queues,
    planItemIds: new Map(ground.planItems.map((item) => [item.code, item.id])),
    places,
    settings: await currentForce(tx, ctx),
    answers,
    site: chosenSite(report),
    document: withSentFiles(
      renderDocument(draft.definition, answers, formWords, ground.sites),
      listFiles(ground.files.filter(({ arrived }) => arrived)),
    ),
    extracted,
    newId,
  });
  await writeSubmission(tx, rows);
  await leaveBehind(
    tx,
    ground.files.flatMap(({ id: fileId, arrived }) => (arrived ? [] : [fileId])),
  );
  await handOver(tx, draft.id, id);
  await record(tx, ctx, {
    type: 'submission.submitted',
    data: {
      formVersion: draft.definition.version,
      channel: draft.channel,
      priority: decision.priority,
      queue: decision.primaryQueue,
      rule: decision.primaryRule,
      restricted: decision.restricted,
    },
    subject: { type: 'submission', id },
  });
  await tellPartner(tx, 'received', { id, submittedBy, enteredBy, organisationId: draft.organisationId });
  if (decision.priority === 'high') await enqueue(tx, { name: 'tell-high', data: { submissionId: id } });
  return id;
}

/** Who told the partner and the files become the submission's, and the draft is gone: one statement. */
async function handOver(tx: Tx, draftId: Id<'Draft'>, submissionId: Id<'Submission'>): Promise<void> {
  await tx.$executeRaw`
    WITH source AS (UPDATE source_record SET submission_id = ${submissionId}::uuid WHERE draft_id = ${draftId}::uuid),
      files AS (UPDATE attachment SET submission_id = ${submissionId}::uuid WHERE draft_id = ${draftId}::uuid)
    DELETE FROM draft WHERE id = ${draftId}::uuid`;
}
