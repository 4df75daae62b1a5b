import { email, type Email, type PortalLink } from '#emails/frame.ts';

/** To the owner of an account for which somebody has entered wrong passwords too many times. `path` leads to sign-in. */
export function accountLocked(link: PortalLink): Email {
  return email({
    subject: 'Somebody keeps trying to sign in to your account',
    paragraphs: [
      'Somebody entered a wrong password for your account too many times. Signing in is limited for up to an hour.',
      'On a computer that you have signed in with before, you can still sign in.',
    ],
    link: { ...link, label: 'Sign in' },
    after: ['If this was not you, tell the administrator of the portal.'],
  });
}
