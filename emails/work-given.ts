import { email, type Email, type PortalLink } from '#emails/frame.ts';

/** To an officer to whom a colleague or a supervisor has given a report to work on. */
export function workGiven(link: PortalLink): Email {
  return email({
    subject: 'A report was given to you',
    paragraphs: [
      'Somebody has given you a report to work on. You hold it now.',
      'If you cannot look after it, hand it over or release it, so that it does not wait for you.',
    ],
    link: { ...link, label: 'Sign in to see what you hold' },
  });
}
