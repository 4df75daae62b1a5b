import { email, type Email, type PortalLink } from '#emails/frame.ts';

/** To the officers of a queue: that a report was moved to it by hand. Which one stands in the portal. */
export function movedHere(link: PortalLink): Email {
  return email({
    subject: 'A report was moved to your queue',
    paragraphs: [
      'A report was moved by hand to a queue that you work on. Nobody holds it yet.',
      'Claim it to accept it, or send it back with the reason.',
    ],
    link: { ...link, label: 'Sign in to see your queues' },
  });
}
