import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { NotFound } from '../../kernel/failures.ts';

import type { SubmittedDocument } from '../../form/document.ts';
import { formOfVersion } from '../../form/forms.server.ts';
import { kindsShared, type KindShared } from '../../form/kinds-shared.ts';
import { agreedFor } from '../../people/organisations/organisation.server.ts';
import { promiseParts, reportPromise, type ReportPromise } from '../../submission/partner-promise.server.ts';
import { latestAnswer } from '../../submission/promise.ts';
import { toldPriority } from '../../submission/told-starts.ts';
import { requireWriter } from '../drafts/drafts.server.ts';

export type Receipt = {
  reference: string;
  /** The partner's own, by which they find the report in their file; null where they gave none. */
  partnerReference: string | null;
  submittedAt: Date;
  /** The partner said that somebody may be in danger. */
  high: boolean;
  /** Who has it, what comes next and by when. */
  promise: ReportPromise;
  /** By when the sender of any report then is told the outcome: it tells nothing of this one. */
  latestAnswer: Date;
  /** Only what suffices was asked: everything else can be added. */
  sentAtOnce: boolean;
  /** Whether the organisation's agreement lets the reporter keep a full copy. */
  fullCopy: boolean;
  /** For the partner's own record of what they shared: kinds of information, and the agreement with the police. */
  shared: KindShared[];
  agreement: { reference: string; agreedOn: Date | null } | null;
  /** The organisation for which an officer entered it; null for the partner. */
  enteredFor: string | null;
};

/**
 * What the confirmation page and the receipt say of a report: reference, times and kinds of information, no content. An officer has it of what they entered,
 * to read out. @throws NotFound
 */
export async function openOwnReceipt(ctx: Ctx, input: { submissionId: Id<'Submission'> }): Promise<Receipt> {
  const { accountId, assists } = requireWriter(ctx);
  const { organisationId } = ctx.actor;
  const found = await ctx.db.submission.findFirst({
    where: {
      id: input.submissionId,
      ...(assists || organisationId === null
        ? { enteredBy: accountId }
        : { OR: [{ submittedBy: accountId }, { organisationId, organisation: { agreementCover: true } }] }),
    },
    select: {
      ...promiseParts,
      reference: true,
      partnerReference: true,
      sentAtOnce: true,
      formVersion: true,
      concernsChild: true,
      submissionContent: { select: { document: true } },
      organisation: { select: { name: true, agreementReference: true, agreementAgreedOn: true } },
    },
  });
  if (!found) throw new NotFound();
  const { reference, partnerReference, submittedAt, sentAtOnce, priority, submissionEvents, organisation } =
    found;
  const form = await formOfVersion(ctx.db, found.formVersion);
  const document = found.submissionContent?.document as SubmittedDocument;
  const { agreementReference, agreementAgreedOn } = organisation;
  const { fullCopy } = await agreedFor(ctx.db, organisationId);
  const force = await currentForce(ctx.db, ctx);
  return {
    reference,
    partnerReference,
    submittedAt,
    sentAtOnce,
    high: toldPriority(submittedAt, priority, submissionEvents) === 'high',
    promise: reportPromise(found, force, ctx.clock.now()),
    latestAnswer: latestAnswer(submittedAt, force),
    fullCopy,
    shared: kindsShared(form, document, found.concernsChild),
    agreement:
      agreementReference === null ? null : { reference: agreementReference, agreedOn: agreementAgreedOn },
    enteredFor: assists ? organisation.name : null,
  };
}
