import { email, type Email, type PortalLink } from '#emails/frame.ts';

/** `path` leads to the page of the submission. `danger`: what was added says that somebody is in danger. */
export type NewInformationInput = PortalLink & { danger: boolean };

/** To officers, when a partner added something to a report after sending it and nobody has read it yet. */
export function newInformation({ danger, ...link }: NewInformationInput): Email {
  return email({
    subject: danger ? 'Read this now: something was added' : 'Something was added to a report',
    paragraphs: [
      danger
        ? 'Something was added to a report after it was sent, and it says that somebody may be in danger.'
        : 'Something was added to a report after it was sent.',
      'Nobody has marked it as read yet. Sign in, read it and mark it as read.',
    ],
    link: { ...link, label: 'Sign in to read it' },
  });
}
