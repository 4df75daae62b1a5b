import { email, type Email, type PortalLink } from '#emails/frame.ts';

/** To whoever wrote a report until a colleague took it over. `path` leads to their reports. */
export function draftTakenOver(link: PortalLink): Email {
  return email({
    subject: 'A colleague has taken over something you started',
    paragraphs: [
      'You started a report and have not sent it. A colleague has taken it over, so it is not in your list any more.',
      'Nothing of it was sent under your name. If it cannot wait, speak to your colleague now. If someone is in danger, call 999.',
    ],
    link: { ...link, label: 'Sign in to see your reports' },
  });
}
