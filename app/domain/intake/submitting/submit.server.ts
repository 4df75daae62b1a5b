import { randomBytes, randomUUID } from 'node:crypto';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { filesOfDraft, sendFiles } from '../attachments/draft-files.server.ts';
import { withSentFiles } from '../attachments/files-section.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { isId } from '../../kernel/is-id.ts';
import { questionsOf } from '../../form/definition.ts';
import { renderDocument } from '../../form/document.ts';
import type { Posted } from '../../form/read-posted.ts';
import type { OpenAnswers } from '../../form/source-identity.ts';
import { asWritten, type Translate } from '../../form/words.ts';
import { tellPartner } from '../../notify/tell-partner.server.ts';
import { currentRules } from '../../routing/current-rules.server.ts';
import { forceQueues } from '../../force/force-queues.server.ts';
import { resolvePlaces } from '../../routing/resolve-places.server.ts';
import { route } from '../../routing/route.ts';
import { chosenSite, deriveFacts, placePostcodes } from '../../routing/derive-facts.ts';
import { draftSites } from '../drafts/draft-sites.server.ts';
import { lockOwnDraft, requireWriter, todayOf, type Draft } from '../drafts/drafts.server.ts';
import { extract } from './extract.ts';
import type { OrganisationKind } from '../../kernel/report-labels.ts';
import { generateReference } from '../../kernel/reference.ts';
import { unfinishedParts } from '../drafts/unfinished.ts';
import { submissionRows } from './submission-rows.ts';
import { notWhole, wholeAnswers } from './whole-answers.ts';
import { writeSubmission } from './write-submission.server.ts';

/** `declaration` is what the page under check answers posted; `t` words its errors. */
export type SubmitInput = { draftId: string; declaration: Posted; t?: Translate };

/**
 * Turns a draft into a submission, in one transaction: snapshot, extraction, routing, plan links, audit and jobs. The
 * same draft submitted twice (a double click, a retry after a lost answer) gives the same submission.
 * @throws Invalid when an answer is missing, NotFound
 */
export async function submit(ctx: Ctx, input: SubmitInput): Promise<{ submissionId: string }> {
  return transaction(ctx.db, async (tx) => {
    const earlier = await alreadySubmitted(tx, ctx, input.draftId);
    if (earlier) return { submissionId: earlier };
    const draft = await lockOwnDraft(tx, ctx, input.draftId).catch(async (failure: unknown) => {
      const sentMeanwhile =
        failure instanceof NotFound ? await alreadySubmitted(tx, ctx, input.draftId) : null;
      if (sentMeanwhile) return sentMeanwhile;
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
export function submissionOfDraft(ctx: Ctx, input: { draftId: string }): Promise<string | null> {
  return alreadySubmitted(ctx.db, ctx, input.draftId);
}

async function alreadySubmitted(tx: Tx | Ctx['db'], ctx: Ctx, draftId: string): Promise<string | null> {
  const { accountId, assists } = requireWriter(ctx);
  if (!isId(draftId)) return null;
  const sent = await tx.submission.findFirst({
    where: { draftId, ...(assists ? { enteredBy: accountId } : { submittedBy: accountId }) },
    select: { id: true },
  });
  return sent?.id ?? null;
}

async function submitDraft(tx: Tx, ctx: Ctx, draft: Draft, answers: OpenAnswers): Promise<string> {
  const now = ctx.clock.now();
  const extracted = extract(answers);
  const places = await resolvePlaces(tx, placePostcodes(answers), now);
  const organisation = await tx.organisation.findUniqueOrThrow({
    where: { id: draft.organisationId },
    select: { kind: true, networkMember: true },
  });
  const kind = organisation.kind as OrganisationKind;
  const facts = deriveFacts(answers, {
    organisation: { kind, networkMember: organisation.networkMember },
    channel: draft.channel,
    places,
    repeatVehicle: await isRepeatVehicle(
      tx,
      extracted.vehicles.map((vehicle) => vehicle.registration_normalised),
    ),
  });
  const queues = await forceQueues(tx);
  const decision = route(facts, await currentRules(tx), queues);
  const planItems = await tx.planItem.findMany({
    where: { code: { in: decision.planItems.map((link) => link.item) } },
    select: { id: true, code: true },
  });
  const id = randomUUID();
  const rows = submissionRows({
    id,
    reference: generateReference(randomBytes),
    now,
    draft,
    submittedBy: draft.reportedBy ?? ctx.actor.accountId,
    enteredBy: draft.enteredFor ? ctx.actor.accountId : null,
    organisationKind: kind,
    channel: draft.channel,
    exploitationTypes: facts.exploitationTypes,
    decision,
    queues,
    planItemIds: new Map(planItems.map((item) => [item.code, item.id])),
    places,
    settings: await currentForce(tx),
    answers,
    document: withSentFiles(
      renderDocument(draft.definition, answers, asWritten, await chosenSites(tx, draft, answers)),
      await filesOfDraft(tx, draft.id),
    ),
    extracted,
    newId: randomUUID,
  });
  await writeSubmission(tx, rows);
  await tx.sourceRecord.updateMany({ where: { draftId: draft.id }, data: { submissionId: id } });
  await sendFiles(tx, draft.id, id);
  await tx.draft.delete({ where: { id: draft.id } });
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
  await tellPartner(tx, 'received', id);
  if (decision.priority === 'high') await enqueue(tx, { name: 'tell-high', data: { submissionId: id } });
  return id;
}

/** Sites by which the document names the one that was chosen. */
function chosenSites(tx: Tx, draft: Draft, answers: OpenAnswers) {
  return chosenSite(answers) === null ? [] : draftSites(tx, draft, questionsOf(draft.definition));
}

/** Whether one of these whole registration marks is in an earlier submission (plan, Pursue 1). */
async function isRepeatVehicle(tx: Tx, marks: (string | null)[]): Promise<boolean> {
  const whole = marks.filter((mark) => mark !== null && !mark.includes('?')) as string[];
  if (whole.length === 0) return false;
  return (
    (await tx.submissionVehicle.findFirst({
      where: { registrationNormalised: { in: whole } },
      select: { id: true },
    })) !== null
  );
}
