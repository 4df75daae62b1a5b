import type { Notice } from '#emails/notices.ts';

/** What is told of partner organisations: their access to the portal, and their agreements. */
export const organisationNotices = {
  /** To the people of an organisation that was suspended. */
  'organisation-suspended': {
    subject: 'Access to the portal is suspended',
    paragraphs: [
      'The force has suspended your organisation’s access to the partner portal. You were signed out. The police keep what your organisation has sent and carry on working on it. Nothing that you started is deleted.',
      'If someone is in danger, call 999. You can still sign in to send a report about danger, but nothing else.',
    ],
    place: 'sign-in',
    label: 'Sign in',
    after: ['If you do not know why, ask your organisation’s lead, or the force.'],
  },
  /** To the people of an organisation that was closed. */
  'organisation-closed': {
    subject: 'Access to the portal has ended',
    paragraphs: [
      'The force has closed your organisation’s access to the partner portal, and your account with it. The police keep what your organisation has sent and carry on working on it.',
      'If someone is in danger, call 999. For anything else, call 101.',
    ],
    place: 'sign-in',
    label: 'Open the portal',
    after: ['If you do not know why, ask your organisation’s lead, or the force.'],
  },
  /** To the people of an organisation whose suspension was lifted. */
  'organisation-restored': {
    subject: 'Your organisation can use the portal again',
    paragraphs: [
      'The force has restored your organisation’s access to the partner portal. What you had started is still there.',
      'Sign in to see what has happened since. The police may have asked you something.',
    ],
    place: 'sign-in',
    label: 'Sign in',
  },
  /** To FIB supervisors: something that says danger was begun in an organisation whose people can no longer sign in. */
  'danger-not-sent': {
    subject: 'A partner has not sent something urgent',
    paragraphs: [
      'A partner organisation was suspended or closed after one of its people started something urgent and before they sent it. Nobody in the police can read it.',
      'We have told the person who started it. Sign in to see which organisation it is, and call them now.',
    ],
    place: 'organisations',
    label: 'Open the organisations',
  },
  /** To administrators and to the leads of that partner. */
  'agreement-ends': {
    subject: 'A sharing agreement ends soon',
    paragraphs: [
      'The agreement under which an organisation shares information with the force ends soon. Reports can still be sent, before it ends and after.',
      'Sign in to see when. Agree a new one in good time.',
    ],
    place: 'sign-in',
    label: 'Sign in',
  },
  'agreement-ended': {
    subject: 'A sharing agreement has ended',
    paragraphs: [
      'The agreement under which an organisation shares information with the force has ended. Nothing has been switched off: reports still arrive.',
      'Agree a new one now, or close the organisation. Sign in to see which one it is.',
    ],
    place: 'sign-in',
    label: 'Sign in',
  },
  /** To FIB supervisors. */
  'agreement-ended-for-police': {
    subject: 'A sharing agreement has ended',
    paragraphs: [
      'The agreement under which an organisation shares information with the force has ended. Nothing has been switched off: its reports still arrive, and are marked.',
      'We have told an administrator and the organisation. Sign in to see which one it is.',
    ],
    place: 'organisations',
    label: 'Open the organisations',
  },
} satisfies Record<string, Notice>;
