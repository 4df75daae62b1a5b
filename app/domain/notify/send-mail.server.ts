import { accountLocked } from '#emails/account-locked.ts';
import { highHeld } from '#emails/high-held.ts';
import { approvalWaiting } from '#emails/approval-waiting.ts';
import { answerWaiting } from '#emails/answer-waiting.ts';
import { draftExpiring } from '#emails/draft-expiring.ts';
import { draftTakenOver } from '#emails/draft-taken-over.ts';
import { newInformation } from '#emails/new-information.ts';
import { heldChanged } from '#emails/held-changed.ts';
import { itemToAcknowledge } from '#emails/item-to-acknowledge.ts';
import { movedHere } from '#emails/moved-here.ts';
import { received } from '#emails/received.ts';
import { disseminationRecalled } from '#emails/dissemination-recalled.ts';
import { fibReplied } from '#emails/fib-replied.ts';
import { toSanitise } from '#emails/to-sanitise.ts';
import { requestDecided } from '#emails/request-decided.ts';
import { requestWaiting } from '#emails/request-waiting.ts';
import { rosterGap } from '#emails/roster-gap.ts';
import { significantItem } from '#emails/significant-item.ts';
import { workGiven } from '#emails/work-given.ts';
import type { Email } from '#emails/frame.ts';
import type { Jobs } from '#app/platform/jobs/job.ts';
import { MailNotSent, type Mailer } from '#app/platform/mail/mailer.ts';
import type { SystemCtx } from '../kernel/context.ts';
import type { AddressOf, Place } from '../kernel/place.ts';

export type Post = { mailer: Mailer; portalUrl: string; addressOf: AddressOf };

/** Sends one mail of a named kind. A mail whose account or submission is gone, or whose address is refused, is dropped. */
export async function sendMail(ctx: SystemCtx, post: Post, data: Jobs['send-mail']): Promise<void> {
  const account = await ctx.db.account.findFirst({
    where: { id: data.accountId, status: 'active' },
    select: { id: true, email: true, side: true, accountRoles: { select: { role: true } } },
  });
  const message = account ? await messageOf(ctx, post, data, account) : null;
  if (!account || !message) return;
  await deliver(post, account.email, message);
}

/** Hands a message over; only a refused address is final, everything else is tried again by the job. */
export async function deliver(post: Post, to: string, message: Email): Promise<void> {
  await post.mailer.send({ to, ...message }).catch((failure: unknown) => {
    if (!(failure instanceof MailNotSent && failure.permanent)) throw failure;
  });
}

type Addressee = { id: string; side: string; accountRoles: { role: string }[] };

async function messageOf(
  ctx: SystemCtx,
  { portalUrl, addressOf }: Post,
  data: Jobs['send-mail'],
  to: Addressee,
): Promise<Email | null> {
  if (data.kind === 'account-locked') return accountLocked({ portalUrl, path: addressOf('sign-in') });
  if (data.kind === 'approval-waiting' || data.kind === 'approval-due')
    return approvalWaiting({ portalUrl, path: addressOf('approvals'), sent: data.kind === 'approval-due' });
  if (data.kind === 'moved-here') return movedHere({ portalUrl, path: addressOf('queues') });
  if (data.kind === 'held-changed') return heldChanged({ portalUrl, path: addressOf('held') });
  if (data.kind === 'request-waiting') return requestWaiting({ portalUrl, path: addressOf('approvals') });
  if (data.kind === 'roster-gap') return rosterGap({ portalUrl, path: addressOf('duty') });
  if (data.kind === 'item-sent')
    return itemToAcknowledge({ portalUrl, path: addressOf('queues'), state: 'sent' });
  if (data.kind === 'acknowledge-late')
    return itemToAcknowledge({ portalUrl, path: addressOf('queues'), state: 'overdue' });
  if (data.kind === 'acknowledge-high')
    return itemToAcknowledge({ portalUrl, path: addressOf('urgent'), state: 'overdue_high' });
  if (data.kind === 'significant-late')
    return itemToAcknowledge({ portalUrl, path: addressOf('significant'), state: 'overdue' });
  if (data.kind === 'dissemination-recalled')
    return disseminationRecalled({ portalUrl, path: addressOf('queues') });
  if (data.kind === 'significant-item' || data.kind === 'significant-recalled')
    return significantItem({
      portalUrl,
      path: addressOf('significant'),
      recalled: data.kind === 'significant-recalled',
    });
  if (data.kind === 'fib-replied') return fibReplied({ portalUrl, path: addressOf('queues') });
  if (data.kind === 'fib-replied-to-lead') return fibReplied({ portalUrl, path: addressOf('significant') });
  if (data.kind === 'draft-taken-over') return draftTakenOver({ portalUrl, path: addressOf('own-reports') });
  if (data.kind === 'draft-expiring') {
    const draft = data.draftId
      ? await ctx.db.draft.findUnique({
          where: { id: data.draftId },
          select: { expiresAt: true, channel: true },
        })
      : null;
    // Sent or deleted meanwhile: there is nothing to warn of.
    return (
      draft &&
      draftExpiring({
        portalUrl,
        path: addressOf(draft.channel === 'web' ? 'own-reports' : 'reports-for-partners'),
        deletedOn: draft.expiresAt,
      })
    );
  }
  if (!data.submissionId) return null;
  const submission = await ctx.db.submission.findUnique({
    where: { id: data.submissionId },
    select: {
      id: true,
      reference: true,
      submittedAt: true,
      restricted: true,
      submittedBy: true,
      claimedBy: true,
      organisation: { select: { agreementCover: true } },
      claimedByAccount: { select: { displayName: true } },
    },
  });
  if (!submission) return null;
  if (data.kind === 'high-held')
    return highHeld({
      portalUrl,
      path: addressOf('high'),
      holder: submission.claimedByAccount?.displayName ?? null,
    });
  // Given to somebody else meanwhile, or put down: there is nothing to tell.
  if (data.kind === 'work-given')
    return submission.claimedBy === to.id ? workGiven({ portalUrl, path: addressOf('held') }) : null;
  if (data.kind === 'request-decided')
    return requestDecided({
      portalUrl,
      path: addressOf(submission.restricted ? 'queues' : { submission: submission.id }),
    });
  if (data.kind === 'to-sanitise')
    return toSanitise({ portalUrl, path: addressOf({ submission: submission.id }) });
  if (data.kind === 'new-information' || data.kind === 'new-danger')
    return newInformation({
      portalUrl,
      // Of a restricted submission a message does not even say which one it is.
      path: addressOf(submission.restricted ? 'queues' : { submission: submission.id }),
      danger: data.kind === 'new-danger',
    });
  const link = { portalUrl, path: addressOf(partnerPlace(submission, to)), reference: submission.reference };
  return data.kind === 'received'
    ? received({ ...link, receivedAt: submission.submittedAt })
    : answerWaiting(link);
}

/** Where the addressee can see what there is to see: the report, how it stands in their organisation, or their queues. */
function partnerPlace(
  submission: { id: string; submittedBy: string; organisation: { agreementCover: boolean } },
  { id, side, accountRoles }: Addressee,
): Place {
  if (side !== 'partner') return 'queues';
  const reads =
    submission.submittedBy === id ||
    (submission.organisation.agreementCover &&
      accountRoles.some(({ role }) => role === 'reporter' || role === 'partner_lead'));
  return reads ? { ownReport: submission.id } : 'organisation';
}
