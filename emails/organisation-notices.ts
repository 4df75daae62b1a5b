import type { Notice } from '#emails/notices.ts';

/** What is told of partner organisations: their access to the portal, and their agreements. */
export const organisationNotices = {
  /** To the people of an organisation that was suspended. */
  'organisation-suspended': {
    subject: 'Access to the portal is suspended',
    paragraphs: [
      'The force has suspended your organisation’s access to the partner portal. You were signed out. What your organisation has sent stays with the police, who go on working on it, and nothing that you have begun is deleted.',
      'If somebody is in danger, call 999. When you sign in you can still send a report about danger, and nothing else.',
    ],
    place: 'sign-in',
    label: 'Sign in',
    after: ['If you do not know why, ask whoever leads for your organisation, or the force.'],
  },
  /** To the people of an organisation that was closed. */
  'organisation-closed': {
    subject: 'Access to the portal has ended',
    paragraphs: [
      'The force has closed your organisation’s access to the partner portal, and your account with it. What your organisation has sent stays with the police, who go on working on it.',
      'If somebody is in danger, call 999. For anything else, call 101.',
    ],
    place: 'sign-in',
    label: 'Open the portal',
    after: ['If you do not know why, ask whoever leads for your organisation, or the force.'],
  },
  /** To the people of an organisation whose suspension was lifted. */
  'organisation-restored': {
    subject: 'Your organisation can use the portal again',
    paragraphs: [
      'The force has restored your organisation’s access to the partner portal. What you had begun is still there.',
      'Sign in to see what came meanwhile. The police may have asked you something.',
    ],
    place: 'sign-in',
    label: 'Sign in',
  },
  /** To FIB supervisors: something that says danger was begun in an organisation whose people can no longer sign in. */
  'danger-not-sent': {
    subject: 'Something urgent of a partner is not sent',
    paragraphs: [
      'A partner organisation was suspended or closed while something urgent of it was begun and not sent. Nobody of the police can read it.',
      'Its writer was told. Sign in to see which organisation it is, and ring them now.',
    ],
    place: 'organisations',
    label: 'Open the organisations',
  },
  /** To administrators and to the leads of that partner. */
  'agreement-ends': {
    subject: 'A sharing agreement ends soon',
    paragraphs: [
      'The agreement under which an organisation shares with the force ends soon. Reports arrive as before, until it ends and after.',
      'Sign in to see when. Speak to each other about a new one in time.',
    ],
    place: 'sign-in',
    label: 'Sign in',
  },
  'agreement-ended': {
    subject: 'A sharing agreement has ended',
    paragraphs: [
      'The agreement under which an organisation shares with the force has ended. Nothing was switched off: reports arrive as before.',
      'It needs a new agreement now, or the organisation is to be closed. Sign in to see which one it is.',
    ],
    place: 'sign-in',
    label: 'Sign in',
  },
  /** To FIB supervisors. */
  'agreement-ended-for-police': {
    subject: 'A sharing agreement has ended',
    paragraphs: [
      'The agreement under which an organisation shares with the force has ended. Nothing was switched off: its reports arrive as before, and say so.',
      'An administrator and the organisation were told. Sign in to see which one it is.',
    ],
    place: 'organisations',
    label: 'Open the organisations',
  },
} satisfies Record<string, Notice>;
