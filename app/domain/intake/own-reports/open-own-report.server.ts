import type { SealedValue } from '#app/platform/crypto/envelope.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import { attachmentsOf, type Attachment } from '../attachments/attachments-of.server.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { currentForce } from '../../force/current-force.server.ts';
import type { SubmittedDocument } from '../../form/document.ts';
import { formOfVersion } from '../../form/forms.server.ts';
import { entriesToAdd, partsToAdd, type PartToAdd } from '../../form/parts-to-add.ts';
import { formWords, type FormWords } from '../../form/words.ts';
import { answersGiven, answersSoFar, type AnswersGiven } from '../../submission/said-of.server.ts';
import { agreedFor } from '../../people/organisations/organisation.server.ts';
import { noWays, type ContactWays } from '../../people/contact/contact-ways.ts';
import { accountPlace, openWays } from '../../people/contact/sealed-ways.ts';
import { answerToJudge, type AnswerUse } from './answer-judgement.ts';
import { sealedBy } from '../sources/sealed-by.server.ts';
import { transitionsFor } from '../../submission/decide-transition.ts';
import {
  partnerOutcome,
  partnerStatus,
  type PartnerOutcome,
  type PartnerStatus,
} from '../../kernel/outcomes.ts';
import { promiseParts, reportPromise, type ReportPromise } from '../../submission/partner-promise.server.ts';
import { isSubmitter } from '../../submission/submission-access.ts';
import { readSupplements, type Supplement } from '../../submission/supplements.server.ts';
import { loadSubmission, accessTo } from '../../submission/load-submission.server.ts';
import type { Action } from '../../submission/actions.ts';

export type OwnReport = {
  id: Id<'Submission'>;
  reference: string;
  submittedAt: Date;
  status: PartnerStatus;
  priority: string;
  outcome: PartnerOutcome | null;
  /** Who has it, what comes next and by when. */
  promise: ReportPromise;
  /** Null once withdrawn: police keep a tombstone and the partner keeps the reference. */
  document: SubmittedDocument | null;
  /** What became of the files that were sent with it. */
  files: Omit<Attachment, 'viewable' | 'mayOpenOriginal'>[];
  messages: { id: string; direction: string; kind: string; text: string; sentAt: Date }[];
  /** What the partner added after sending, oldest first; nothing once withdrawn. */
  supplements: Supplement[];
  mayAdd: boolean;
  /** What they happen to see again: only whoever sent it tells of that. */
  maySeeAgain: boolean;
  /** The newest answer can be called useful or not, and has been; null where nobody is asked. */
  judging: { useful: AnswerUse | null } | null;
  /** The police have asked them to stop looking. */
  stopLooking: boolean;
  /** The entries that can be added; of a report that was sent at once, everything else that the form asks. */
  toAdd: PartToAdd[];
  sentAtOnce: boolean;
  /** Whether somebody else sealed who the source is: then no text is held against the record for whoever reads this. */
  sealedByOthers: boolean;
  /** Where the reader finds it listed: a lead who writes no reports has no list of their own. */
  listed: 'reports' | 'organisation';
  /** Whether whoever reads it sent it, or is who an officer entered it for. */
  own: boolean;
  actions: Action[];
  withdrawalRequested: boolean;
  /** Whether the organisation's agreement lets the reporter keep a full copy of it. */
  mayCopy: boolean;
  /** The colleague who sent it, for whoever stands in for them; null for one's own, and where nobody with an account did. */
  sentBy: string | null;
  /** Null where the report says how whoever sent it is reached; else as the account of whoever adds to it has it. */
  contact: { asks: boolean; ways: ContactWays } | null;
  /** How it reached police, where an officer entered it; null for what was sent in the portal. */
  enteredFrom: 'telephone' | 'paper' | null;
};

/**
 * One of the reporter's own submissions as sent, with its neutral status and the messages; or a colleague's, where the
 * organisation's agreement lets one stand in. Reading it is recorded. @throws NotFound
 */
export async function openOwnReport(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; t?: FormWords },
): Promise<OwnReport> {
  return transaction(ctx.db, async (tx) => {
    const loaded = await loadSubmission(tx, ctx, input.submissionId);
    if (!isSubmitter(ctx.actor, loaded.state, loaded.accessFacts)) throw new NotFound();
    const { status, withdrawalRequested, priority } = loaded.state;
    const own = loaded.state.submittedBy === ctx.actor.accountId;
    const submission = await tx.submission.findUniqueOrThrow({
      where: { id: loaded.id },
      select: {
        ...promiseParts,
        outcome: true,
        channel: true,
        stopLookingAskedAt: true,
        enteredBy: true,
        submittedByAccount: { select: { displayName: true, contactSealed: true } },
        contactRecord: { select: { sealed: true } },
        formVersion: true,
        ...answersGiven,
        submissionContent: { select: { answers: true, document: true } },
      },
    });
    const content = status === 'withdrawn' ? null : submission.submissionContent;
    const mayAdd = status !== 'withdrawn' && may(ctx.actor, 'reports.write');
    const messages = await tx.partnerMessage.findMany({
      where: { submissionId: loaded.id },
      orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        direction: true,
        kind: true,
        text: true,
        sentAt: true,
        answerJudgement: { select: { useful: true } },
      },
    });
    const answer = answerToJudge(messages, {
      own: own && may(ctx.actor, 'reports.write'),
      contactRecord: submission.contactRecord,
    });
    await record(tx, ctx, {
      type: 'submission.read',
      data: { part: own ? 'own' : 'cover' },
      subject: { type: 'submission', id: loaded.id },
    });
    return {
      id: loaded.id,
      reference: loaded.reference,
      submittedAt: loaded.submittedAt,
      status: partnerStatus(status, { held: submission.claimedBy !== null }),
      priority,
      outcome: partnerOutcome(status, submission.outcome),
      promise: reportPromise(submission, await currentForce(tx, ctx), ctx.clock.now()),
      document: content ? (content.document as SubmittedDocument) : null,
      files: await attachmentsOf(tx, ctx, loaded),
      messages: messages.map(({ answerJudgement: _, ...message }) => message),
      judging: answer && { useful: answer.answerJudgement?.useful ?? null },
      supplements: status === 'withdrawn' ? [] : await readSupplements(tx, loaded.id),
      sealedByOthers: (await sealedBy(tx, ctx, { submissionId: loaded.id })) === 'others',
      mayAdd,
      maySeeAgain: mayAdd && own && submission.stopLookingAskedAt === null,
      stopLooking: submission.stopLookingAskedAt !== null,
      toAdd: mayAdd ? await openParts(tx, submission, input.t) : [],
      sentAtOnce: submission.sentAtOnce,
      listed: may(ctx.actor, 'reports.write') ? 'reports' : 'organisation',
      own,
      actions: transitionsFor(loaded.state, ctx.actor, accessTo(ctx, loaded))
        .map((transition) => transition.action)
        .filter((action) => own || action === 'partner_replies'),
      withdrawalRequested,
      contact: submission.contactRecord
        ? null
        : { asks: true, ways: own ? waysOf(ctx, submission.submittedByAccount.contactSealed) : noWays },
      sentBy:
        own || loaded.state.submittedBy === submission.enteredBy
          ? null
          : submission.submittedByAccount.displayName,
      enteredFrom: submission.channel === 'web' ? null : submission.channel,
      mayCopy: own && status !== 'withdrawn' && (await agreedFor(tx, ctx.actor.organisationId)).fullCopy,
    };
  });
}

const waysOf = ({ actor, keyring }: Ctx, sealed: SealedValue | null): ContactWays =>
  sealed === null ? noWays : openWays(keyring, sealed, accountPlace(actor.accountId));

async function openParts(
  tx: Tx,
  given: AnswersGiven & { formVersion: number },
  t: FormWords = formWords,
): Promise<PartToAdd[]> {
  const form = await formOfVersion(tx, given.formVersion);
  const open = given.sentAtOnce ? partsToAdd : entriesToAdd;
  return open(form, answersSoFar(given), t);
}
