import type { Place } from '#app/domain/kernel/place.ts';
import { accountNotices } from '#emails/account-notices.ts';
import { organisationNotices } from '#emails/organisation-notices.ts';
import { email, type Email, type PortalLink } from '#emails/frame.ts';

export type Notice = {
  /** Short, names nobody and no reference: it is read on a locked screen. */
  subject: string;
  paragraphs: string[];
  /** Where the link leads. "submission" is its own page, or the queues where even that would tell something. */
  place: Extract<Place, string> | 'submission';
  label: string;
  /** What stands after the link. */
  after?: string[];
};

/** Messages of fixed words, by kind: they say that something waits in the portal, and everything else stands there. */
export const notices = {
  ...accountNotices,
  ...organisationNotices,
  /** To whoever wrote that somebody is in danger, and did not send it. */
  'draft-in-danger': {
    subject: 'You have not sent something in the portal',
    paragraphs: [
      'You started something in the portal and have not sent it. Nobody else can read it until you send it.',
      'Sign in now to send it or to delete it. If someone is in danger now, call 999.',
    ],
    place: 'own-reports',
    label: 'Open it now',
  },
  /** To whoever was given what a colleague had begun who can no longer sign in. */
  'drafts-given': {
    subject: 'You now have what a colleague started',
    paragraphs: [
      'A colleague can no longer sign in. You now have what they started in the portal and did not send.',
      'Sign in now to send it or to delete it.',
    ],
    place: 'own-reports',
    label: 'Open it now',
  },
  /** To the leads of that partner. */
  'draft-in-danger-of-partner': {
    subject: 'Your organisation has not sent something urgent',
    paragraphs: [
      'Somebody in your organisation started something urgent in the portal and has not sent it.',
      'Ask your colleagues at once whether they have something to send. The portal does not show you what it is.',
    ],
    place: 'organisation',
    label: 'Open your organisation',
  },
  /** To whoever owns an item of the plan, and to the MDS lead. */
  'plan-review-due': {
    subject: 'Part of the delivery plan is due for review',
    paragraphs: [
      'Something in the delivery plan that you own or lead is to be looked at again, within a week or today.',
      'Sign in to see what it is and to say how it stands.',
    ],
    place: 'plan',
    label: 'Open the plan',
  },
  /** To FIB supervisors. */
  'approval-waiting': {
    subject: 'A text is waiting for your approval',
    paragraphs: [
      'A sanitised text is waiting for a second person. It cannot be sent until they have approved it.',
      'Sign in to compare it with the original.',
    ],
    place: 'approvals',
    label: 'Open what is to be approved',
  },
  /** To FIB supervisors: it has gone out at once, on one person's word. */
  'approval-due': {
    subject: 'Approve this now: an item was sent at once',
    paragraphs: [
      'An item was sent at once, on one person’s word. A second person must approve it now.',
      'Sign in to compare it with the original.',
    ],
    place: 'approvals',
    label: 'Open what is to be approved',
  },
  /** To FIB supervisors: an officer asks for something that one person may not do alone. */
  'request-waiting': {
    subject: 'A request is waiting for your decision',
    paragraphs: [
      'An officer asks for something that takes a second person. Nothing changes until one has decided.',
      'Sign in to read what is asked, and why.',
    ],
    place: 'approvals',
    label: 'Open what is to be approved',
  },
  /** To whoever asked. */
  'request-decided': {
    subject: 'Your request was decided',
    paragraphs: [
      'A second person has decided on something that you asked for.',
      'Sign in to read the decision and the reason.',
    ],
    place: 'submission',
    label: 'Sign in to read it',
  },
  /** To FIB supervisors, and to whoever proposed one: the report may be gone. */
  'disposal-proposed': {
    subject: 'A request is waiting for your decision',
    paragraphs: [
      'Somebody has proposed that something is disposed of. We keep it until a second person has decided.',
    ],
    place: 'retention',
    label: 'Open “Retention”',
  },
  'disposal-decided': {
    subject: 'Your request was decided',
    paragraphs: ['A second person has decided on something that you proposed for disposal.'],
    place: 'retention',
    label: 'Open “Retention”',
  },
  /** To source custodians. */
  'source-asked': {
    subject: 'A request is waiting for your decision',
    paragraphs: [
      'Somebody asks to open a sealed record. It stays closed until a source custodian has decided.',
      'Sign in to read what is asked, and why.',
    ],
    place: 'source-requests',
    label: 'Open the requests',
  },
  /** To source custodians and FIB supervisors. */
  'source-opened-at-once': {
    subject: 'Look at this now: a sealed record was opened',
    paragraphs: [
      'A sealed record was opened at once, because someone is said to be in danger.',
      'Sign in to see who opened it, and why. A source custodian says whether it was right.',
    ],
    place: 'source-requests',
    label: 'Open the requests',
  },
  /** To auditors. */
  'source-opened-at-once-trail': {
    subject: 'Look at this now: a sealed record was opened',
    paragraphs: [
      'A sealed record was opened at once, because someone is said to be in danger. Custodians and supervisors were told.',
    ],
    place: 'trail',
    label: 'Open the audit trail',
  },
  /** To FIB supervisors: a promise that has not happened, or an outcome that no record supports any more. */
  'task-for-supervisors': {
    subject: 'A task is waiting for you',
    paragraphs: [
      'A task was given to the supervisors of FIB. It has a date by which somebody must deal with it.',
      'Sign in to read it, under “Tasks”.',
    ],
    place: 'submission',
    label: 'Sign in to read it',
  },
  /** To FIB supervisors. */
  'roster-gap': {
    subject: 'The duty roster has a gap within a day',
    paragraphs: [
      'At some time in the next 24 hours nobody is on duty at one or more steps of the duty list.',
      'Until somebody is, we tell everyone whose role allows it about High submissions instead.',
    ],
    place: 'duty',
    label: 'Open the duty roster',
  },
  /** To the officers of FIB: another queue accepted something, of which only FIB may write what leaves. */
  'to-sanitise': {
    subject: 'Another queue accepted a submission',
    paragraphs: [
      'Another queue has accepted a submission and graded its items.',
      'Sign in to write the sanitised text and to disseminate what should go further.',
    ],
    place: 'submission',
    label: 'Open the submission',
  },
  /** To officers: a partner added something to a report after sending it and nobody has read it yet. */
  'new-information': {
    subject: 'Something was added to a report',
    paragraphs: [
      'Something was added to a report after it was sent.',
      'Nobody has marked it as read yet. Sign in, read it and mark it as read.',
    ],
    place: 'submission',
    label: 'Sign in to read it',
  },
  'new-danger': {
    subject: 'Read this now: something was added',
    paragraphs: [
      'Something was added to a report after it was sent. It says that someone may be in danger.',
      'Nobody has marked it as read yet. Sign in, read it and mark it as read.',
    ],
    place: 'submission',
    label: 'Sign in to read it',
  },
  /** To an officer to whom a colleague or a supervisor has given a report. */
  'work-given': {
    subject: 'A report was given to you',
    paragraphs: [
      'Somebody has given you a report to work on. You hold it now.',
      'If you cannot work on it, hand it over or release it, so that it does not wait for you.',
    ],
    place: 'held',
    label: 'Sign in to see what you hold',
  },
  /** To whoever holds a report, or held it until then. */
  'held-changed': {
    subject: 'A report that you hold has changed',
    paragraphs: [
      'A colleague has changed or added to a report that you hold, or held until then.',
      'Sign in to see what you hold now, and read its history.',
    ],
    place: 'held',
    label: 'Sign in to see what you hold',
  },
  /** To the officers of a queue. */
  'moved-here': {
    subject: 'A report was moved to your queue',
    paragraphs: [
      'A report was moved by hand to a queue that you work on. Nobody holds it yet.',
      'Claim it to accept it, or send it back with the reason.',
    ],
    place: 'queues',
    label: 'Sign in to see your queues',
  },
  /** To whoever has what fell from a queue of which nobody is here. */
  'queue-without-people': {
    subject: 'Reports have come to you: nobody of their queue is here',
    paragraphs: [
      'Everyone who works on a queue is away, suspended or gone. What is waiting there has come to you.',
      'Claim it, or move it to a queue in which somebody is here.',
    ],
    place: 'queues',
    label: 'Sign in to see your queues',
  },
  /** To the MDS lead, as all who are told of it may be away. */
  'fib-without-people': {
    subject: 'Nobody of FIB is here',
    paragraphs: [
      'Everybody in the Force Intelligence Bureau is away, suspended or gone, and reports wait there.',
      'The duty list, the deputy and the duty inspector have been told. Make sure that somebody comes.',
    ],
    place: 'high',
    label: 'Sign in to see what is High',
  },
  /** To the officers of a queue. */
  'item-sent': {
    subject: 'An item was sent to your queue',
    paragraphs: [
      'An item was disseminated to your queue. Acknowledge it once you have read it.',
      'Sign in to see what is waiting for you. The most urgent comes first.',
    ],
    place: 'queues',
    label: 'Open what waits',
  },
  /** To the officers of a queue and to those who answer for them. */
  'acknowledge-late': {
    subject: 'Items are waiting to be acknowledged',
    paragraphs: [
      'Something that was disseminated to your queue, role or area was not acknowledged in time.',
      'Sign in to see what is waiting for you. The most urgent comes first.',
    ],
    place: 'queues',
    label: 'Open what waits',
  },
  'acknowledge-high': {
    subject: 'Acknowledge this now: a High item waits',
    paragraphs: [
      'A High item that was disseminated to a queue was not acknowledged in its hour.',
      'Sign in to see which one it is, under “Urgent submissions”.',
    ],
    place: 'urgent',
    label: 'Open what waits',
  },
  /** To the officers of a queue. */
  'dissemination-recalled': {
    subject: 'An item sent to your queue was recalled',
    paragraphs: [
      'An item that was disseminated to your queue has been recalled. Do not use it any more.',
      'Sign in to see which one it is, under “Disseminated to us”.',
    ],
    place: 'queues',
    label: 'Open your queues',
  },
  /** To the MDS lead. */
  'significant-item': {
    subject: 'A significant item is waiting for you',
    paragraphs: [
      'An item has been sent to you as significant. Sign in to read it, with the conditions under which it may be used, and to acknowledge it.',
    ],
    place: 'significant',
    label: 'Open the significant items',
  },
  'significant-recalled': {
    subject: 'An item sent to you was recalled',
    paragraphs: [
      'An item that was sent to you as significant has been recalled. Do not use it any more.',
      'Sign in to see which one it is.',
    ],
    place: 'significant',
    label: 'Open the significant items',
  },
  'significant-late': {
    subject: 'Items are waiting to be acknowledged',
    paragraphs: [
      'Something that was sent to you as significant was not acknowledged in time.',
      'Sign in to see what is waiting for you. The most urgent comes first.',
    ],
    place: 'significant',
    label: 'Open what waits',
  },
  /** To the recipients of an item: FIB has replied to them. */
  'fib-replied': {
    subject: 'A reply about an item is waiting for you',
    paragraphs: ['FIB has replied about an item that was sent to you. Sign in and open the item to read it.'],
    place: 'queues',
    label: 'Open the portal',
  },
  'fib-replied-to-lead': {
    subject: 'A reply about an item is waiting for you',
    paragraphs: ['FIB has replied about an item that was sent to you. Sign in and open the item to read it.'],
    place: 'significant',
    label: 'Open the portal',
  },
  /** To whoever wrote a report until a colleague took it over. */
  'draft-taken-over': {
    subject: 'A colleague has taken over something you started',
    paragraphs: [
      'You started a report and have not sent it. A colleague has taken it over, so it is no longer in your list.',
      'None of it was sent under your name. If it cannot wait, speak to your colleague now. If someone is in danger, call 999.',
    ],
    place: 'own-reports',
    label: 'Sign in to see your reports',
  },
  /** Sent by `npm run admin -- test-mail`, to see whether mail of the portal arrives. */
  test: {
    subject: 'Test: mail from the partner portal arrives',
    paragraphs: [
      'Somebody who runs the portal is checking that its mail reaches you. You do not need to do anything.',
    ],
    place: 'sign-in',
    label: 'Open the portal',
  },
} satisfies Record<string, Notice>;

export type NoticeKind = keyof typeof notices;

export function isNotice(kind: string): kind is NoticeKind {
  return Object.hasOwn(notices, kind);
}

export function notice(kind: NoticeKind, link: PortalLink): Email {
  const { subject, paragraphs, label, after }: Notice = notices[kind];
  return email({ subject, paragraphs, link: { ...link, label }, after });
}
