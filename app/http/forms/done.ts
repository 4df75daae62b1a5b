import { isSubmissionAction, type SubmissionAction } from '#app/domain/submission/submission-actions.ts';

const endingAsked = 'Asked. It stays open until an FIB supervisor other than you has decided';

/** What was just done, said once on the page that a form leads to. Only these codes are shown from an address. */
const actionsDone: Readonly<Record<SubmissionAction, string>> = {
  claim: 'You have claimed this submission',
  take_over: 'You have taken this submission over',
  accept: 'Submission accepted',
  answer_and_close: 'Partner answered and submission closed',
  ask_partner: 'Question sent. The clock waits for the partner',
  record_reply: 'Answer recorded',
  stop_waiting: 'The clock runs again',
  grant_withdrawal: 'Submission withdrawn and partner told',
  refuse_withdrawal: 'Partner told that the report is kept',
  reject: 'Submission rejected and partner told',
  reopen: 'Opened again. It waits in its queue until somebody claims it',
  raise_to_high: 'Raised to High. The clocks of High run from now',
  restrict: 'Restricted. Only FIB reads this now',
  ask_to_lower: 'Asked. It stays High until an FIB supervisor other than you has decided',
  ask_to_close: endingAsked,
  ask_to_close_without_item: endingAsked,
  ask_to_reject: endingAsked,
  ask_to_grant_withdrawal: endingAsked,
  grant_ending: 'Ended as asked. Whoever asked is told by email without content',
  refuse_ending: 'Kept open. Whoever asked is told by email without content',
  grant_lowering: 'Lowered from High. Whoever asked is told by email without content',
  refuse_lowering: 'Kept High. Whoever asked is told by email without content',
  ask_to_lift: 'Asked. It stays restricted until an FIB supervisor other than you has decided',
  lift_restriction: 'Restriction lifted. Whoever asked is told by email without content',
  refuse_lifting: 'Kept restricted. Whoever asked is told by email without content',
  hand_over: 'Handed over',
  set_area: 'Area set',
  close_without_item: 'Submission closed without an item and partner told',
  assign: 'Assigned to the officer',
  reroute: 'Moved to the other queue',
  decline_transfer: 'Sent back to the other queue',
  release: 'Released. Nobody holds it now',
};

const othersDone = {
  'information-read': 'Added information marked as read',
  'note-written': 'Note saved',
  told: 'Recorded that the partner was told',
  graded: 'Grade saved',
  sanitised: 'Sanitised text saved as a new version',
  approved: 'Sanitised text approved',
  'release-judged': 'Recorded that this version should not have gone out',
  disseminated: 'Item disseminated',
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
  'task-owner': 'Task given to somebody else',
} as const;

export type Done = SubmissionAction | keyof typeof othersDone;

/** An address whose page says once what was just done. */
export function flash(address: string, done: Done): string {
  const [rest = '', fragment] = address.split('#');
  return `${rest}${rest.includes('?') ? '&' : '?'}done=${done}${fragment === undefined ? '' : `#${fragment}`}`;
}

export const doneWords = (code: string | null): string | null => {
  if (code === null) return null;
  if (isSubmissionAction(code)) return actionsDone[code];
  return Object.hasOwn(othersDone, code) ? othersDone[code as keyof typeof othersDone] : null;
};
