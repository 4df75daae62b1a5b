import { actions, isSubmissionAction, type SubmissionAction } from '#app/domain/submission/actions.ts';

/** What was just done, said once on the page that a form leads to. Only these codes are shown from an address. */
const othersDone = {
  'information-read': 'Added information marked as read',
  'note-written': 'Note saved',
  told: 'Recorded that the partner was told',
  graded: actions.grade.done,
  sanitised: actions.sanitise.done,
  approved: actions.approve_release.done,
  'release-judged': 'Recorded that this version should not have gone out',
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
  if (isSubmissionAction(code)) return actions[code].done ?? null;
  return Object.hasOwn(othersDone, code) ? (othersDone[code as keyof typeof othersDone] ?? null) : null;
};
