import type { Words } from '#app/messages/words.ts';
import { actions, isSubmissionAction, type SubmissionAction } from '#app/domain/submission/actions.ts';

/** What was just done, said once on the page that a form leads to. A partner reads it in the language of the page. */
const othersDone = {
  'information-read': 'Added information marked as read',
  'note-written': 'Note saved',
  told: 'Recorded that the partner was told',
  graded: actions.grade.done,
  sanitised: actions.sanitise.done,
  approved: actions.approve_release.done,
  judged: 'Recorded that this version should not have gone out',
  'sent-back': 'Sent back. Its writer is told by email without content',
  voided: actions.void_item.done,
  disseminated: actions.disseminate.done,
  'disseminated-unapproved':
    'Item disseminated at once. A second person must now approve it: tell an FIB supervisor',
  acknowledged: 'You have acknowledged this item',
  'let-out': 'Item let out. Pass it on with its sheet, then record how and when',
  'let-out-unapproved':
    'Item let out at once. A second person must now approve it: tell an FIB supervisor. Pass it on, then record how',
  'sent-to-lead': 'Item sent to the MDS lead, who is told by email without content',
  'step-passed': 'Recorded that it was passed on',
  'step-acknowledged': 'Acknowledgement recorded',
  'step-told_of_recall': 'Recorded that the recipient was told',
  'step-corrected': 'Record corrected. What was wrong stays in sight',
  'recalled-tell': 'Item recalled. Tell the recipient now, and record it here',
  'duty-entered': 'Entered in the duty roster',
  'duty-ended': 'Ended, or taken out of the duty roster',
  'absence-recorded': 'Absence recorded',
  'absence-ended': 'Absence ended',
  'view-saved': 'View saved',
  'view-removed': 'View removed',
  recalled: 'Item recalled',
  'answered-fib': 'Sent to FIB',
  replied: 'Reply sent. The recipients are told by email without content',
  'answers-read': 'Marked as read',
  linked: 'Linked to the plan',
  related: 'The two reports are linked',
  unrelated: 'Link ended. It stays on record',
  unlinked: 'Link taken away',
  'status-set': 'Status set',
  'owner-named': 'Owner changed',
  'task-added': 'Task added',
  'task-done': 'Task marked as done',
  'task-cancelled': 'Task cancelled',
  'task-date': 'Due date changed',
  'record-added': 'Record added',
  'record-confirmed': 'Record confirmed',
  'record-changed': 'Record changed',
  'record-removed': 'Record removed',
  'plan-written': 'Contact plan saved as a new version',
  'contact-recorded': 'Contact recorded',
  'keys-on': 'Keys are on',
  'keys-off': 'Keys are off',
  'sound-on': 'The sound is on',
  'sound-off': 'The sound is off',
  'task-owner': 'Task given to somebody else',
  'evidence-added': 'Evidence added',
  'rule-saved': 'Rule saved in the draft',
  'rule-removed': 'Rule removed from the draft',
  'rules-replayed': 'Replay finished',
  'source-asked': 'A source custodian decides. You get a mail when they have',
  'source-opened-at-once':
    'You can read it for one hour. Custodians, FIB supervisors and the auditor have been told',
  'source-decided': 'Decided. Whoever asked is told',
  'rules-asked': 'Another FIB supervisor can now publish the draft',
  'rules-withdrawn': 'Draft withdrawn. The rules in force stay as they are',
  'rules-published': 'New version published. Every report from now on is routed by it',
  'rules-rejected': 'Draft rejected. Its author is shown your reason',
  'organisation-registered': 'Organisation registered',
  'agreement-saved': 'Agreement saved',
  'account-invited': 'Invitation sent',
  'account-suspended': 'Account suspended. Whoever was signed in with it is signed out',
  'account-active': 'Account restored',
  'account-withdrawn': 'Invitation withdrawn. Its link opens nothing any more',
  'account-changed': 'Account changed',
  'account-roles': 'Roles changed',
  'account-roles-asked': 'Another administrator must now agree to what was added',
  'roles-approved': 'Roles approved',
  'roles-refused': 'Request refused',
  'roles-withdrawn': 'Request withdrawn',
  'contact-saved': (t: Words) => t.account.contact.saved,
  'password-changed': (t: Words) => t.account.password.changed,
  'sessions-ended': (t: Words) => t.account.sessions.ended,
  'colleague-invited': (t: Words) => t.organisation.invited,
  'file-clean': (t: Words) => t.files.done.added,
  'file-quarantined': (t: Words) => t.files.done.waiting,
  'file-already': (t: Words) => t.files.done.already,
  'file-removed': (t: Words) => t.files.done.removed,
  added: (t: Words) => t.reports.add.done,
  answered: (t: Words) => t.reports.own.answered,
  'answered-late': (t: Words) => t.reports.own.answeredLate,
  'answered-danger': (t: Words) => t.reports.own.answeredDanger,
  'promise-raised': (t: Words) => t.promise.done,
  // The page says when.
  'promise-raised-before': (t: Words) => t.promise.done,
} as const;

export type Done = SubmissionAction | keyof typeof othersDone;

export function isDone(code: string): code is Done {
  return isSubmissionAction(code) || Object.hasOwn(othersDone, code);
}

/** The words for it; null for an action of triage that says nothing of itself. */
export function doneWords(done: Done, t: Words): string | null {
  const words = isSubmissionAction(done) ? actions[done].done : othersDone[done];
  return (typeof words === 'function' ? words(t) : words) ?? null;
}
