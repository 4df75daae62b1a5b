import { email, type Email, type PortalLink } from '#emails/frame.ts';

/** To whoever asked: that somebody has decided. What was decided stands in the portal. */
export function requestDecided(link: PortalLink): Email {
  return email({
    subject: 'Your request was decided',
    paragraphs: [
      'A second person has decided on something that you asked for.',
      'Sign in to read the decision and the reason.',
    ],
    link: { ...link, label: 'Sign in to read it' },
  });
}
