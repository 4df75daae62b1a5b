import { openStatuses } from '#app/domain/kernel/statuses.ts';
import { claimants, inHand, plain, whoeverHolds } from './transition-parts.ts';
import type { Move } from './transition-row.ts';

const whoHolds = [...claimants, whoeverHolds];

/**
 * What whoever has read a submission does for the people in it: a report that should have come as High is treated so from
 * now on, and one whose source can be guessed is read by FIB alone. Either is one person's word, since waiting does harm.
 * The way back takes two: whoever holds it asks, and an FIB supervisor who did not ask decides (docs/decisions/0041).
 */
export const protectingMoves: readonly Move[] = [
  {
    ...plain,
    action: 'raise_to_high',
    from: openStatuses,
    to: 'unchanged',
    who: [
      { holder: 'reader', claim: 'any' },
      { holder: 'system', claim: 'any' },
    ],
    when: ['not_yet_high'],
  },
  {
    ...plain,
    action: 'ask_to_lower',
    from: inHand,
    to: 'unchanged',
    who: whoHolds,
    when: ['high', 'no_lowering_asked', 'no_unread_information'],
    requires: ['lower_priority', 'danger_dealt_with'],
  },
  {
    // Danger that was added since is read before it is decided.
    ...plain,
    action: 'grant_lowering',
    from: inHand,
    to: 'unchanged',
    who: [{ holder: 'lowering_decider', claim: 'any' }],
    when: ['lowering_asked', 'no_unread_information'],
    recentSecondFactor: true,
  },
  {
    ...plain,
    action: 'refuse_lowering',
    from: inHand,
    to: 'unchanged',
    who: [{ holder: 'lowering_decider', claim: 'any' }],
    when: ['lowering_asked'],
  },
  {
    ...plain,
    action: 'restrict',
    from: [...openStatuses, 'closed', 'rejected'],
    to: 'unchanged',
    who: [{ holder: 'reader', claim: 'any' }],
    when: ['not_restricted'],
    claimAfter: 'fib_only',
    audits: ['submission.restricted'],
  },
  {
    ...plain,
    action: 'ask_to_lift',
    from: inHand,
    to: 'unchanged',
    who: whoHolds,
    when: ['restricted', 'no_lifting_asked'],
    requires: ['danger_dealt_with'],
  },
  {
    // Nobody works on what has ended.
    ...plain,
    action: 'ask_to_lift',
    from: ['closed', 'rejected'],
    to: 'unchanged',
    who: [{ holder: 'reader', claim: 'any' }],
    when: ['restricted', 'no_lifting_asked'],
    requires: ['danger_dealt_with'],
  },
  {
    ...plain,
    action: 'lift_restriction',
    from: [...openStatuses, 'closed', 'rejected'],
    to: 'unchanged',
    who: [{ holder: 'lifting_decider', claim: 'any' }],
    when: ['lifting_asked'],
    recentSecondFactor: true,
    audits: ['submission.restriction_lifted'],
  },
  {
    ...plain,
    action: 'refuse_lifting',
    from: [...openStatuses, 'closed', 'rejected'],
    to: 'unchanged',
    who: [{ holder: 'lifting_decider', claim: 'any' }],
    when: ['lifting_asked'],
  },
];
