import { openStatuses } from '#app/domain/triage/statuses.ts';
import { plain } from '#app/domain/triage/transition-parts.ts';
import type { Move } from '#app/domain/triage/transition-row.ts';

/**
 * What whoever has read a submission does for the people in it: a report that should have come as High is treated so from
 * now on, and one whose source can be guessed is read by FIB alone. Either is one person's word, since waiting does harm.
 * The way back is not: a restriction is lifted by a supervisor who did not set it, and High is never lowered.
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
    action: 'lift_restriction',
    from: [...openStatuses, 'closed', 'rejected'],
    to: 'unchanged',
    who: [{ holder: 'other_supervisor', claim: 'any' }],
    when: ['restricted'],
    audits: ['submission.restriction_lifted'],
  },
];
