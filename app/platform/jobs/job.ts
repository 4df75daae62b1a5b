import type { AlertKind } from '#app/platform/alert.ts';
import type { Id } from '#app/platform/db/id.ts';

/**
 * Every job, by queue name, with its data. Data never carries content of a submission: only identifiers, because a job
 * is kept, retried and read by operations.
 */
export type Jobs = {
  /** One mail of a named kind to one account. */
  'send-mail': {
    kind:
      | 'received'
      | 'answer-waiting'
      | 'account-locked'
      | 'emergency-account-used'
      | 'roles-asked'
      | 'setting-asked'
      | 'password-changed'
      | 'factor-locked'
      | 'factor-added'
      | 'factor-removed'
      | 'factor-lost'
      | 'factor-starts-anew'
      | 'recovery-code-used'
      | 'new-device'
      | 'high-held'
      | 'roster-gap'
      | 'to-sanitise'
      | 'item-sent'
      | 'acknowledge-late'
      | 'acknowledge-high'
      | 'dissemination-recalled'
      | 'significant-item'
      | 'significant-recalled'
      | 'significant-late'
      | 'fib-replied'
      | 'fib-replied-to-lead'
      | 'new-information'
      | 'new-danger'
      | 'work-given'
      | 'moved-here'
      | 'queue-without-people'
      | 'fib-without-people'
      | 'held-changed'
      | 'request-waiting'
      | 'request-decided'
      | 'approval-waiting'
      | 'disposal-proposed'
      | 'disposal-decided'
      | 'approval-due'
      | 'source-asked'
      | 'source-opened-at-once'
      | 'source-opened-at-once-trail'
      | 'task-for-supervisors'
      | 'draft-expiring'
      | 'draft-in-danger'
      | 'draft-in-danger-of-partner'
      | 'organisation-suspended'
      | 'organisation-closed'
      | 'organisation-restored'
      | 'danger-not-sent'
      | 'plan-review-due'
      | 'agreement-ends'
      | 'agreement-ended'
      | 'agreement-ended-for-police'
      | 'draft-taken-over'
      | 'drafts-given';
    accountId: Id<'Account'>;
    submissionId?: Id<'Submission'>;
    draftId?: Id<'Draft'>;
    sessionId?: string;
  };
  /** To one person in the line of a High submission: counts only. */
  'send-high-mail': {
    accountId: Id<'Account'>;
    position: 'duty_officer' | 'deputy' | 'fib_supervisor' | 'duty_inspector';
    /** Told because nobody is on duty at the step. */
    standIn?: boolean;
    submissionId: Id<'Submission'>;
    /** The step that this mail is part of. */
    noticeId: string;
  };
  /** Calls the force's own alert address: for a step of a High submission that waits, or for another kind. */
  'call-alert':
    | { submissionId: Id<'Submission'>; step: string; noticeId: string }
    | {
        submissionId: Id<'Submission'>;
        step: string;
        kind: Exclude<AlertKind, 'high_waiting' | 'emergency_account' | 'test'>;
      };
  /** Makes a fresh invitation and mails it: its token is never stored, so it is made where it is sent. */
  'send-invitation': { accountId: Id<'Account'>; invitedBy: string };
  /** Calls the force's own alert address because an emergency account was used. */
  'call-emergency-alarm': Record<string, never>;
  /** Asks the directory of the force whether whoever signed in with it still is who they were. */
  'check-sign-ons': Record<string, never>;
  /** Tells an address that it is, or was until now, that of an account: the account itself has one address only. */
  'tell-address-changed': { to: string };
  /** The same for a link with which a password is set anew; null where nobody has the address that was asked for. */
  'send-password-reset': { accountId: Id<'Account'> | null };
  /** Takes the steps that are due for one High submission: the duty list, then the next in line. */
  'tell-high': { submissionId: Id<'Submission'> };
  /** Tells officers that something was added to a submission, while nobody has marked it as read. */
  'tell-new-information': { submissionId: Id<'Submission'> };
  /** Tells again of everything that was added and is unread: what says that somebody is in danger, and all of it. */
  'sweep-new-danger': Record<string, never>;
  'sweep-new-information': Record<string, never>;
  /** Reminds of what was written about danger and not sent. */
  'sweep-danger-drafts': Record<string, never>;
  /** Tells again of what was sent at once and has waited too long for a second person. */
  'sweep-approvals': Record<string, never>;
  /** Tells again of High items that a queue did not acknowledge in time, and once a day of all that is late. */
  'sweep-acknowledgements': Record<string, never>;
  'remind-acknowledgements': Record<string, never>;
  /** Sweeps High submissions that nobody who is here holds. */
  'sweep-high': Record<string, never>;
  /** Hands on what lies in queues of which nobody is here. */
  'sweep-queues': Record<string, never>;
  /** Looks for what new texts name that other open reports name. */
  'sweep-watch': Record<string, never>;
  /** Tells of gaps in the duty roster before they begin. */
  'sweep-roster': Record<string, never>;
  /** Lets changes of the settings hold whose day has come. */
  'begin-settings': Record<string, never>;
  /** Tells of agreements that end soon, and of those that have. */
  'warn-agreements': Record<string, never>;
  /** Tells of items of the plan that are to be looked at again. */
  'remind-plan-reviews': Record<string, never>;
  /** Takes up again what has waited too long for its partner. */
  'stop-waiting': Record<string, never>;
  /** Tells writers of drafts whose time will soon run out. */
  'warn-drafts': Record<string, never>;
  /** Works out until when reports that have ended are kept. */
  'set-due': Record<string, never>;
  /** Counts what newer rules would change about the links of past reports, and changes it once the lead asked. */
  'relink-plan': Record<string, never>;
  /** Freezes the published figures of quarters that are over. */
  'freeze-figures': Record<string, never>;
  /** Removes sessions, links and limits that ended long ago. */
  'clear-expired': Record<string, never>;
  /** Removes drafts whose time has run out. */
  'expire-drafts': Record<string, never>;
  /** Scans a file that is in quarantine. */
  'scan-attachment': { attachmentId: Id<'Attachment'> };
  /** Clears the file store of a file that was removed or refused. */
  'remove-file': { attachmentId: Id<'Attachment'> };
  /** Seals what is new in the audit trail; holds it against its seals by night; tells an auditor the newest head. */
  'seal-trail': Record<string, never>;
  'verify-trail': Record<string, never>;
  'send-trail-head': { accountId: Id<'Account'>; verificationId: string };
  /** Forgets files that never arrived and looks after those that nobody scans any more. */
  'sweep-attachments': Record<string, never>;
};

export type JobName = keyof Jobs;
export type Job = { [Name in JobName]: { name: Name; data: Jobs[Name] } }[JobName];

type QueueSettings = {
  retryLimit: number;
  retryDelay: number;
  retryBackoff: boolean;
  policy?: 'standard' | 'short';
};

/** How each queue retries. Seconds. */
export const queueSettings: Record<JobName, QueueSettings> = {
  'send-mail': { retryLimit: 12, retryDelay: 15, retryBackoff: true },
  'send-invitation': { retryLimit: 12, retryDelay: 15, retryBackoff: true },
  'tell-address-changed': { retryLimit: 12, retryDelay: 15, retryBackoff: true },
  'send-password-reset': { retryLimit: 6, retryDelay: 15, retryBackoff: true },
  'send-high-mail': { retryLimit: 20, retryDelay: 5, retryBackoff: true },
  'call-alert': { retryLimit: 20, retryDelay: 5, retryBackoff: true },
  'call-emergency-alarm': { retryLimit: 20, retryDelay: 5, retryBackoff: true },
  'check-sign-ons': { retryLimit: 0, retryDelay: 1, retryBackoff: false, policy: 'short' },
  'tell-high': { retryLimit: 20, retryDelay: 5, retryBackoff: true },
  'tell-new-information': { retryLimit: 20, retryDelay: 5, retryBackoff: true },
  'sweep-new-danger': { retryLimit: 0, retryDelay: 1, retryBackoff: false, policy: 'short' },
  'sweep-danger-drafts': { retryLimit: 0, retryDelay: 1, retryBackoff: false, policy: 'short' },
  'sweep-new-information': { retryLimit: 2, retryDelay: 60, retryBackoff: false, policy: 'short' },
  'sweep-approvals': { retryLimit: 2, retryDelay: 60, retryBackoff: false, policy: 'short' },
  'sweep-acknowledgements': { retryLimit: 2, retryDelay: 60, retryBackoff: false, policy: 'short' },
  'remind-acknowledgements': { retryLimit: 2, retryDelay: 60, retryBackoff: false, policy: 'short' },
  'sweep-high': { retryLimit: 0, retryDelay: 1, retryBackoff: false, policy: 'short' },
  'sweep-queues': { retryLimit: 0, retryDelay: 1, retryBackoff: false, policy: 'short' },
  'sweep-watch': { retryLimit: 0, retryDelay: 1, retryBackoff: false, policy: 'short' },
  'sweep-roster': { retryLimit: 2, retryDelay: 60, retryBackoff: false, policy: 'short' },
  'stop-waiting': { retryLimit: 2, retryDelay: 60, retryBackoff: false, policy: 'short' },
  'begin-settings': { retryLimit: 2, retryDelay: 60, retryBackoff: false, policy: 'short' },
  'warn-agreements': { retryLimit: 2, retryDelay: 60, retryBackoff: false, policy: 'short' },
  'remind-plan-reviews': { retryLimit: 2, retryDelay: 60, retryBackoff: false, policy: 'short' },
  'warn-drafts': { retryLimit: 2, retryDelay: 60, retryBackoff: false, policy: 'short' },
  'set-due': { retryLimit: 2, retryDelay: 60, retryBackoff: false, policy: 'short' },
  'relink-plan': { retryLimit: 2, retryDelay: 60, retryBackoff: false, policy: 'short' },
  'freeze-figures': { retryLimit: 2, retryDelay: 60, retryBackoff: false, policy: 'short' },
  'clear-expired': { retryLimit: 2, retryDelay: 60, retryBackoff: false, policy: 'short' },
  'expire-drafts': { retryLimit: 2, retryDelay: 60, retryBackoff: false, policy: 'short' },
  'scan-attachment': { retryLimit: 6, retryDelay: 30, retryBackoff: true },
  'remove-file': { retryLimit: 20, retryDelay: 30, retryBackoff: true },
  'sweep-attachments': { retryLimit: 0, retryDelay: 1, retryBackoff: false, policy: 'short' },
  'seal-trail': { retryLimit: 0, retryDelay: 1, retryBackoff: false, policy: 'short' },
  'verify-trail': { retryLimit: 2, retryDelay: 60, retryBackoff: false, policy: 'short' },
  'send-trail-head': { retryLimit: 12, retryDelay: 15, retryBackoff: true },
};

/** Jobs that come by themselves (cron, UTC). */
export const schedule: { name: JobName; cron: string }[] = [
  { name: 'sweep-high', cron: '* * * * *' },
  { name: 'sweep-queues', cron: '* * * * *' },
  { name: 'sweep-watch', cron: '* * * * *' },
  { name: 'seal-trail', cron: '* * * * *' },
  { name: 'sweep-danger-drafts', cron: '* * * * *' },
  { name: 'check-sign-ons', cron: '*/5 * * * *' },
  { name: 'sweep-new-danger', cron: '*/15 * * * *' },
  { name: 'sweep-approvals', cron: '*/30 * * * *' },
  { name: 'sweep-acknowledgements', cron: '11,41 * * * *' },
  { name: 'remind-acknowledgements', cron: '31 7 * * *' },
  { name: 'sweep-new-information', cron: '23 7 * * *' },
  { name: 'sweep-roster', cron: '23 * * * *' },
  { name: 'stop-waiting', cron: '47 * * * *' },
  { name: 'begin-settings', cron: '0 * * * *' },
  { name: 'warn-agreements', cron: '13 8 * * *' },
  { name: 'remind-plan-reviews', cron: '19 8 * * *' },
  { name: 'warn-drafts', cron: '7 8 * * *' },
  { name: 'expire-drafts', cron: '17 3 * * *' },
  { name: 'set-due', cron: '27 * * * *' },
  { name: 'relink-plan', cron: '*/5 * * * *' },
  { name: 'freeze-figures', cron: '53 * * * *' },
  { name: 'clear-expired', cron: '37 3 * * *' },
  { name: 'verify-trail', cron: '37 2 * * *' },
  { name: 'sweep-attachments', cron: '41 * * * *' },
];

export const jobNames = Object.keys(queueSettings) as JobName[];
