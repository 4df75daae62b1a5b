import { actionWords } from './action-words.ts';
import { endsWithTwoWhereHigh, refuseEnding } from '#app/domain/submission/ending-moves.ts';
import { openStatuses } from '#app/domain/kernel/statuses.ts';
import { protectingMoves } from './protecting-moves.ts';
import { reopening } from './reopening.ts';
import { claimants, inHand, plain, whoeverHolds } from './transition-parts.ts';
import type { Move, Transition } from './transition-row.ts';
import { withdrawalMoves } from './withdrawal-moves.ts';

/** The supervisor gives work to an officer of the queue, whoever had it. */
const assigned = {
  ...plain,
  action: 'assign',
  who: [{ holder: 'fib_supervisor', claim: 'any' }],
  requires: ['colleague'],
  claimAfter: 'colleague',
} as const satisfies Partial<Move>;

/**
 * The one table of transitions: who × from × action → to. Nothing else writes a status, a claim or a primary queue, and
 * the buttons, the checks, the audit events and the tests read it.
 *
 * Officers act on what they have claimed, so that every submission in hand has one named owner. Sanitising and
 * disseminating stay with FIB also where another queue is primary; FIB then works beside that queue's claim.
 */
const moves: readonly Move[] = [
  // Whose it is
  {
    ...plain,
    action: 'claim',
    from: ['submitted'],
    to: 'in_assessment',
    who: [
      { holder: 'primary_queue_member', claim: 'free' },
      { holder: 'duty_list', claim: 'free' },
    ],
    claimAfter: 'self',
  },
  {
    ...plain,
    action: 'claim',
    from: inHand,
    to: 'unchanged',
    who: [
      { holder: 'primary_queue_member', claim: 'free' },
      { holder: 'duty_list', claim: 'free' },
    ],
    claimAfter: 'self',
  },
  {
    ...plain,
    action: 'release',
    from: inHand,
    to: 'unchanged',
    // The supervisor frees what an absent officer holds, in whichever queue; the portal what a suspended account holds.
    who: [
      ...claimants,
      whoeverHolds,
      { holder: 'fib_supervisor', claim: 'held' },
      { holder: 'system', claim: 'held' },
    ],
    claimAfter: 'nobody',
  },
  {
    ...plain,
    action: 'take_over',
    from: inHand,
    to: 'unchanged',
    who: [
      { holder: 'primary_queue_member', claim: 'other' },
      { holder: 'duty_list', claim: 'other' },
    ],
    claimAfter: 'self',
  },
  {
    ...plain,
    action: 'hand_over',
    from: inHand,
    to: 'unchanged',
    who: [...claimants, whoeverHolds],
    requires: ['colleague'],
    claimAfter: 'colleague',
  },
  { ...assigned, from: ['submitted'], to: 'in_assessment' },
  { ...assigned, from: inHand, to: 'unchanged' },
  {
    ...plain,
    action: 'reroute',
    from: openStatuses,
    to: 'unchanged',
    who: [
      { holder: 'primary_queue_member', claim: 'own_or_free' },
      { holder: 'duty_list', claim: 'own' },
      { holder: 'fib_supervisor', claim: 'any' },
    ],
    when: ['may_leave_queue'],
    requires: ['other_queue'],
    claimAfter: 'nobody',
    audits: ['submission.rerouted'],
  },
  {
    // A transfer is accepted by claiming it. Until then the queue may send it back to the one that moved it here.
    ...plain,
    action: 'decline_transfer',
    from: openStatuses,
    to: 'unchanged',
    who: [{ holder: 'primary_queue_member', claim: 'free' }],
    when: ['transferred', 'may_leave_queue'],
    requires: ['other_queue'],
    claimAfter: 'nobody',
    audits: ['submission.transfer_declined'],
  },
  {
    ...plain,
    action: 'set_area',
    from: inHand,
    to: 'unchanged',
    who: claimants,
    requires: ['other_area'],
    audits: ['submission.area_set'],
  },

  // Assessment
  {
    ...plain,
    action: 'grade',
    from: ['in_assessment', 'accepted', 'disseminated'],
    to: 'unchanged',
    who: claimants,
    audits: ['item.graded'],
  },
  {
    ...plain,
    action: 'ask_partner',
    from: ['in_assessment'],
    to: 'clarification',
    who: claimants,
    audits: ['submission.moved', 'partner.asked'],
    tellsPartner: true,
  },
  {
    ...plain,
    action: 'partner_replies',
    from: ['clarification'],
    to: 'in_assessment',
    who: [{ holder: 'submitter', claim: 'any' }],
    audits: ['submission.moved', 'partner.replied'],
  },
  {
    ...plain,
    action: 'record_reply',
    from: ['clarification'],
    to: 'in_assessment',
    who: claimants,
  },
  {
    ...plain,
    action: 'stop_waiting',
    from: ['clarification'],
    to: 'in_assessment',
    who: [...claimants, { holder: 'system', claim: 'any' }],
  },
  {
    ...plain,
    action: 'accept',
    from: ['in_assessment'],
    to: 'accepted',
    who: claimants,
    requires: ['item_graded', 'mopi_group'],
  },
  {
    ...plain,
    action: 'reject',
    from: ['in_assessment', 'clarification'],
    to: 'rejected',
    who: claimants,
    when: ['no_withdrawal_requested', 'no_unread_information'],
    tellsPartner: true,
  },
  {
    // Not every report yields an item: then the reason is kept in its place, and the partner is answered all the same.
    ...plain,
    action: 'close_without_item',
    from: ['in_assessment'],
    to: 'closed',
    who: claimants,
    when: ['no_withdrawal_requested', 'no_unread_information', 'no_items'],
    requires: ['outcome_without_item'],
    audits: ['submission.moved', 'partner.answered'],
    tellsPartner: true,
  },

  // What leaves FIB
  {
    ...plain,
    action: 'sanitise',
    from: ['in_assessment', 'accepted', 'disseminated'],
    to: 'unchanged',
    who: [{ holder: 'fib_officer', claim: 'own', primary: 'fib' }],
    requires: ['item_graded'],
    audits: ['item.sanitised'],
  },
  {
    ...plain,
    action: 'sanitise',
    from: ['accepted', 'disseminated'],
    to: 'unchanged',
    who: [{ holder: 'fib_officer', claim: 'any', primary: 'elsewhere' }],
    requires: ['item_graded'],
    audits: ['item.sanitised'],
  },
  {
    ...plain,
    action: 'approve_release',
    from: ['accepted', 'disseminated'],
    to: 'unchanged',
    who: [{ holder: 'fib_supervisor', claim: 'any' }],
    requires: ['sanitised_text'],
    differentPersonFrom: 'text_writer',
    recentSecondFactor: true,
    audits: ['item.approved'],
  },
  {
    ...plain,
    action: 'disseminate',
    from: ['accepted', 'disseminated'],
    to: 'disseminated',
    who: [
      { holder: 'fib_officer', claim: 'own', primary: 'fib' },
      { holder: 'fib_officer', claim: 'any', primary: 'elsewhere' },
    ],
    requires: ['item_graded', 'sanitised_text', 'recipient'],
    secondPerson: 'handling_c_or_restricted',
    recentSecondFactor: true,
    audits: ['item.disseminated', 'submission.moved'],
  },
  {
    ...plain,
    action: 'answer_and_close',
    from: ['accepted', 'disseminated'],
    to: 'closed',
    who: claimants,
    when: ['no_withdrawal_requested', 'no_unread_information', 'no_approval_outstanding'],
    requires: ['outcome'],
    audits: ['submission.moved', 'partner.answered'],
    tellsPartner: true,
  },

  ...protectingMoves,
  ...withdrawalMoves,
  refuseEnding,
  reopening,
];

/** The table with the words of each action. */
export const transitions: readonly Transition[] = moves.flatMap(endsWithTwoWhereHigh).map((move) => ({
  ...move,
  ...actionWords[move.action],
}));
