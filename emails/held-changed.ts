import { email, type Email, type PortalLink } from '#emails/frame.ts';

/** To whoever holds a report, or held it until then: that a colleague has changed it. What has changed stands in the portal. */
export function heldChanged(link: PortalLink): Email {
  return email({
    subject: 'A report that you hold has changed',
    paragraphs: [
      'A colleague has changed or added to a report that you hold, or held until then.',
      'Sign in to see what you hold now, and read its history.',
    ],
    link: { ...link, label: 'Sign in to see what you hold' },
  });
}
