import { email, type Email, type PortalLink } from '#emails/frame.ts';

/** `path` leads to what is to be approved. `sent`: it has gone out at once, on one person's word. */
export type ApprovalWaitingInput = PortalLink & { sent: boolean };

/** To FIB supervisors: that something needs a second person. What it is stands in the portal. */
export function approvalWaiting({ sent, ...link }: ApprovalWaitingInput): Email {
  return email({
    subject: sent ? 'Approve this now: an item was sent at once' : 'A text waits for your approval',
    paragraphs: [
      sent
        ? 'An item was sent at once, on one person’s word. A second person must approve it now.'
        : 'A sanitised text waits for a second person. It cannot be sent before one has approved it.',
      'Sign in to compare it with the original.',
    ],
    link: { ...link, label: 'Open what is to be approved' },
  });
}
