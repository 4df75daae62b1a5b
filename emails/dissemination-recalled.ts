import { email, type Email, type PortalLink } from '#emails/frame.ts';

/** `path` leads to the queues. */
export type DisseminationRecalledInput = PortalLink;

/** To the officers of a queue: that something which was sent to it counts no more. Which, and why, stands in the portal. */
export function disseminationRecalled(link: DisseminationRecalledInput): Email {
  return email({
    subject: 'An item sent to your queue was recalled',
    paragraphs: [
      'An item that was disseminated to your queue has been recalled. Do not use it any more.',
      'Sign in to see which one it is, under “Disseminated to us”.',
    ],
    link: { ...link, label: 'Open your queues' },
  });
}
