import { email, momentText, type Email, type PortalLink } from '#emails/frame.ts';

/** `path` leads to the sign-in page. `lockedUntil` is the moment from which signing in works again. */
export type AccountLockedInput = PortalLink & { lockedUntil: Date };

/** To the owner of an account that was locked after too many wrong passwords. */
export function accountLocked({ lockedUntil, ...link }: AccountLockedInput): Email {
  return email({
    subject: 'Your account is locked for a while',
    paragraphs: [
      'Somebody entered a wrong password for your account too many times.',
      `You can sign in again from ${momentText(lockedUntil)}.`,
    ],
    link: { ...link, label: 'Sign in' },
    after: ['If this was not you, tell the administrator of the portal.'],
  });
}
