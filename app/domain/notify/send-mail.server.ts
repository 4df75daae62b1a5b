import { answerWaiting, draftExpiring, highHeld, newDevice, received } from '#emails/messages.ts';
import { isNotice, notice, notices } from '#emails/notices.ts';
import type { Email } from '#emails/frame.ts';
import type { Jobs } from '#app/platform/jobs/job.ts';
import { MailNotSent, type Mailer } from '#app/platform/mail/mailer.ts';
import type { SystemCtx } from '../kernel/context.ts';
import type { Id } from '../kernel/id.ts';
import type { AddressOf, Place } from '../kernel/place.ts';

/** How mail goes out, and what every message says of where it comes from: the portal's address and its force's name. */
export type Post = { mailer: Mailer; force: string; portalUrl: string; addressOf: AddressOf };

/** Sends one mail of a named kind. A mail whose account or submission is gone, or whose address is refused, is dropped. */
export async function sendMail(ctx: SystemCtx, post: Post, data: Jobs['send-mail']): Promise<void> {
  const account = await ctx.db.account.findFirst({
    where: {
      id: data.accountId,
      // Whoever is told that their organisation was closed was suspended with it.
      status: { in: data.kind === 'organisation-closed' ? ['active', 'suspended'] : ['active'] },
    },
    select: {
      id: true,
      email: true,
      side: true,
      accountRoles: { select: { role: true } },
      organisation: { select: { status: true } },
    },
  });
  // Nobody of a suspended organisation can read it. They are told to look once that is lifted.
  if (data.kind === 'answer-waiting' && account?.organisation?.status === 'suspended') return;
  const message = account ? await messageOf(ctx, post, data, account) : null;
  if (!account || !message) return;
  await deliver(post, account.email, message);
}

/** Tells the old and the new address of an account, in the same words, that it was changed. */
export async function tellAddressChanged(post: Post, { to }: Jobs['tell-address-changed']): Promise<void> {
  const { force, portalUrl, addressOf } = post;
  await deliver(post, to, notice('address-changed', { force, portalUrl, path: addressOf('sign-in') }));
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
  { force, portalUrl, addressOf }: Post,
  { kind, draftId, submissionId, sessionId }: Jobs['send-mail'],
  to: Addressee,
): Promise<Email | null> {
  const leadingTo = (place: Place) => ({ force, portalUrl, path: addressOf(place) });
  if (kind === 'new-device') {
    const session = await readSession(ctx, sessionId);
    return session && newDevice({ ...leadingTo('own-sessions'), ...session });
  }
  if (kind === 'draft-expiring') {
    const draft = await readDraft(ctx, draftId);
    // Sent or deleted meanwhile: there is nothing to warn of.
    if (!draft) return null;
    const place = draft.channel === 'web' ? 'own-reports' : 'reports-for-partners';
    return draftExpiring({ ...leadingTo(place), deletedOn: draft.expiresAt });
  }
  if (kind === 'draft-in-danger' || kind === 'draft-in-danger-of-partner' || kind === 'drafts-given') {
    const draft = await readDraft(ctx, draftId);
    // Sent or deleted meanwhile: nobody waits any more.
    if (!draft) return null;
    const lead = kind === 'draft-in-danger-of-partner';
    const place = lead ? 'organisation' : draft.channel === 'web' ? 'own-reports' : 'reports-for-partners';
    return notice(kind, leadingTo(place));
  }
  if (isNotice(kind) && kind !== 'work-given') {
    const { place } = notices[kind];
    if (place !== 'submission') return notice(kind, leadingTo(place));
  }
  const submission = await readSubmission(ctx, submissionId);
  if (!submission) return null;
  const { reference, submittedAt: receivedAt } = submission;
  switch (kind) {
    case 'received':
      return received({ ...leadingTo(partnerPlace(submission, to)), reference, receivedAt });
    case 'answer-waiting':
      return answerWaiting({ ...leadingTo(partnerPlace(submission, to)), reference });
    case 'high-held':
      return highHeld({ ...leadingTo('high'), holder: submission.claimedByAccount?.displayName ?? null });
    case 'work-given':
      // Given to somebody else meanwhile, or put down: there is nothing to tell.
      return submission.claimedBy === to.id ? notice(kind, leadingTo(notices[kind].place)) : null;
    default:
      // Of a restricted submission a message does not even say which one it is.
      return notice(kind, leadingTo(submission.restricted ? 'queues' : { submission: submission.id }));
  }
}

async function readSession(ctx: SystemCtx, id?: string) {
  const session = id ? await ctx.db.session.findUnique({ where: { id } }) : null;
  if (!session) return null;
  const { createdAt: at, browser, operatingSystem: system, sharedComputer: shared } = session;
  return { at, browser, system, shared };
}

function readDraft(ctx: SystemCtx, id?: Id<'Draft'>) {
  return id ? ctx.db.draft.findUnique({ where: { id }, select: { expiresAt: true, channel: true } }) : null;
}

function readSubmission(ctx: SystemCtx, id?: Id<'Submission'>) {
  return id
    ? ctx.db.submission.findUnique({
        where: { id },
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
      })
    : null;
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
