import { transaction } from '#app/platform/db/transaction.ts';
import { may } from '../../kernel/permissions.ts';
import { attachmentsOf, type Attachment } from '../attachments/attachments-of.server.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import type { SubmittedDocument } from '../../form/document.ts';
import { agreedFor } from '../../people/organisations/organisation.server.ts';
import { sealedBy } from '../sources/sealed-by.server.ts';
import { transitionsFor } from '../../submission/move.ts';
import { partnerOutcome, partnerStatus, type PartnerStatus } from '../../kernel/outcomes.ts';
import { isSubmitter } from '../../submission/standing.ts';
import { readSupplements, type Supplement } from '../../submission/supplements.server.ts';
import { readHandled, standingTo } from '../../submission/subject.server.ts';
import type { Action } from '../../submission/actions.ts';

export type OwnReport = {
  id: string;
  reference: string;
  submittedAt: Date;
  status: PartnerStatus;
  priority: string;
  outcome: string | null;
  /** Null once withdrawn: police keep a tombstone and the partner keeps the reference. */
  document: SubmittedDocument | null;
  /** What became of the files that were sent with it. */
  files: Pick<Attachment, 'id' | 'number' | 'name' | 'description' | 'kind' | 'size' | 'state'>[];
  messages: { id: string; direction: string; kind: string; text: string; sentAt: Date }[];
  /** What the partner added after sending, oldest first; nothing once withdrawn. */
  supplements: Supplement[];
  mayAdd: boolean;
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
  /** How it reached police, where an officer entered it; null for what was sent in the portal. */
  enteredFrom: 'telephone' | 'paper' | null;
};

/**
 * One of the reporter's own submissions as sent, with its neutral status and the messages; or a colleague's, where the
 * organisation's agreement lets one stand in. Reading it is recorded. @throws NotFound
 */
export async function openOwnReport(ctx: Ctx, input: { submissionId: string }): Promise<OwnReport> {
  return transaction(ctx.db, async (tx) => {
    const handled = await readHandled(tx, ctx, input.submissionId);
    if (!isSubmitter(ctx.actor, handled.subject, handled.circumstances)) throw new NotFound();
    const { status, withdrawalRequested, priority } = handled.subject;
    const own = handled.subject.submittedBy === ctx.actor.accountId;
    const content =
      status === 'withdrawn'
        ? null
        : await tx.submissionContent.findUnique({
            where: { submissionId: handled.id },
            select: { document: true },
          });
    const submission = await tx.submission.findUniqueOrThrow({
      where: { id: handled.id },
      select: {
        outcome: true,
        channel: true,
        enteredBy: true,
        submittedByAccount: { select: { displayName: true } },
      },
    });
    const messages = await tx.partnerMessage.findMany({
      where: { submissionId: handled.id },
      orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
      select: { id: true, direction: true, kind: true, text: true, sentAt: true },
    });
    await record(tx, ctx, {
      type: 'submission.read',
      data: { part: own ? 'own' : 'cover' },
      subject: { type: 'submission', id: handled.id },
    });
    return {
      id: handled.id,
      reference: handled.reference,
      submittedAt: handled.submittedAt,
      status: partnerStatus(status),
      priority,
      outcome: partnerOutcome(status, submission.outcome),
      document: content ? (content.document as SubmittedDocument) : null,
      files: await attachmentsOf(tx, ctx, handled),
      messages,
      supplements: status === 'withdrawn' ? [] : await readSupplements(tx, handled.id),
      sealedByOthers: (await sealedBy(tx, ctx, { submissionId: handled.id })) === 'others',
      mayAdd: status !== 'withdrawn' && may(ctx.actor, 'reports.write'),
      listed: may(ctx.actor, 'reports.write') ? 'reports' : 'organisation',
      own,
      actions: transitionsFor(handled.subject, ctx.actor, standingTo(ctx, handled))
        .map((transition) => transition.action)
        .filter((action) => own || action === 'partner_replies'),
      withdrawalRequested,
      sentBy:
        own || handled.subject.submittedBy === submission.enteredBy
          ? null
          : submission.submittedByAccount.displayName,
      enteredFrom: submission.channel === 'web' ? null : submission.channel,
      mayCopy: own && status !== 'withdrawn' && (await agreedFor(tx, ctx.actor.organisationId)).fullCopy,
    };
  });
}
