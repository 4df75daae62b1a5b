import { email, type Email, type PortalLink } from '#emails/frame.ts';

/** To FIB supervisors: that an officer asks for something that one person may not do alone. What it is stands in the portal. */
export function requestWaiting(link: PortalLink): Email {
  return email({
    subject: 'A request waits for your decision',
    paragraphs: [
      'An officer asks for something that takes a second person. Nothing changes until one has decided.',
      'Sign in to read what is asked, and why.',
    ],
    link: { ...link, label: 'Open what is to be approved' },
  });
}
