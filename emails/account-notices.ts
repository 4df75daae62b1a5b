import type { Notice } from '#emails/notices.ts';

/** What is told of accounts: their passwords, addresses, roles and second factors. */
export const accountNotices = {
  /** To the owner of an account for which somebody has entered wrong passwords too many times. */
  'account-locked': {
    subject: 'Somebody keeps trying to sign in to your account',
    paragraphs: [
      'Somebody entered a wrong password for your account too many times, so we have limited signing in for up to an hour.',
      'You can still sign in on a computer that you have used before.',
    ],
    place: 'sign-in',
    label: 'Sign in',
    after: ['If this was not you, tell the administrator of the portal.'],
  },
  /** To administrators and auditors. */
  'emergency-account-used': {
    subject: 'An emergency account of the portal was used',
    paragraphs: [
      'Somebody signed in with one of the two accounts that are kept for when nobody can sign in with their force account.',
      'Find out now who it was and why. Each use is in the audit trail.',
    ],
    place: 'sign-in',
    label: 'Sign in',
    after: ['If nobody can say who it was, have the account ended on the server and its password changed.'],
  },
  /** To the administrators who may decide. */
  'roles-asked': {
    subject: 'A request about an account is waiting for your decision',
    paragraphs: [
      'An administrator has asked for a role or another address for somebody in the police. Nothing changes until a second administrator has decided.',
      'Sign in to see for whom, and what.',
    ],
    place: 'role-requests',
    label: 'Open the requests',
  },
  /** To the administrators who may decide. */
  'setting-asked': {
    subject: 'A change of the settings is waiting for your decision',
    paragraphs: [
      'An administrator has asked for other times or alert steps. Nothing changes until a second administrator has decided.',
      'Sign in to see what would change, and from when.',
    ],
    place: 'settings',
    label: 'Open the settings',
  },
  /** To the old and to the new address of an account. */
  'address-changed': {
    subject: 'The email address of your account was changed',
    paragraphs: [
      'An administrator of the portal has changed the email address of your account. This message goes to the old address and the new one.',
      'Everyone signed in to the account has been signed out. From now on, sign in with the new address.',
    ],
    place: 'sign-in',
    label: 'Sign in',
    after: ['If you did not expect this, tell the administrator of the portal at once.'],
  },
  /** To the owner of an account. */
  'password-changed': {
    subject: 'The password of your account was changed',
    paragraphs: [
      'The password of your account on the partner portal was changed, and your other devices were signed out.',
      'If this was you, you do not need to do anything.',
    ],
    place: 'sign-in',
    label: 'Sign in',
    after: [
      'If this was not you, choose “I have forgotten my password” where you sign in, set a new one, and tell the administrator of the portal.',
    ],
  },
  /** To the owner of an account: whoever tries knows the password. */
  'factor-locked': {
    subject: 'Somebody keeps trying to sign in to your account',
    paragraphs: [
      'Somebody knows the password of your account, and entered a wrong code too many times. They could not get in.',
    ],
    place: 'sign-in',
    label: 'Sign in',
    after: ['If this was not you, change your password at once, and tell the administrator of the portal.'],
  },
  /** To the owner of an account. */
  'factor-added': {
    subject: 'A second factor was added to your account',
    paragraphs: ['A passkey or an authenticator app was added to your account on the partner portal.'],
    place: 'sign-in',
    label: 'Sign in',
    after: ['If this was not you, tell the administrator of the portal at once.'],
  },
  /** To the owner of an account. */
  'factor-removed': {
    subject: 'A second factor was removed from your account',
    paragraphs: ['A passkey or an authenticator app was removed from your account on the partner portal.'],
    place: 'sign-in',
    label: 'Sign in',
    after: ['If this was not you, tell the administrator of the portal at once.'],
  },
  /** To the owner of an account. */
  'recovery-code-used': {
    subject: 'A recovery code for your account was used',
    paragraphs: [
      'Somebody used a recovery code to sign in to your account. That code does not work again.',
      'If this was you, check how many codes you have left.',
    ],
    place: 'sign-in',
    label: 'Sign in',
    after: ['If this was not you, tell the administrator of the portal at once.'],
  },
  /** To the owner of an account. */
  'factor-starts-anew': {
    subject: 'The second factor of your account was removed',
    paragraphs: [
      'Two people agreed that you have lost your second factor. We have removed it and signed you out everywhere.',
      'Somebody will tell you a code in person or by phone, so that you can set up another. Nobody emails it.',
    ],
    place: 'sign-in',
    label: 'Sign in',
    after: ['If you did not ask for this, tell the administrator of the portal at once.'],
  },
  /** To the administrators who may decide. */
  'factor-lost': {
    subject: 'A lost second factor is waiting for your decision',
    paragraphs: [
      'We were told that somebody has lost their second factor. Nothing changes until a second person has decided.',
      'Sign in to see who, and why.',
    ],
    place: 'role-requests',
    label: 'Open the requests',
  },
} satisfies Record<string, Notice>;
