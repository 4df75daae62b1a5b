import { email, type Email } from '#emails/frame.ts';

/** `path` ends in the secret of the link, which opens once. */
export type InvitationInput = { portalUrl: string; path: string };

/** To a person for whom an account was made. It names neither the person nor the organisation. */
export function invitation({ portalUrl, path }: InvitationInput): Email {
  return email({
    subject: 'Your invitation to the partner portal',
    paragraphs: [
      'An account on the partner portal has been made for you.',
      'Use the link to set a password. It works once and for 7 days. After that, ask the person who invited you for a new one.',
    ],
    link: { portalUrl, path, label: 'Set your password' },
    after: ['If you did not expect this invitation, you do not need to do anything.'],
  });
}
