import { claimants, inHand, plain } from './transition-parts.ts';
import type { Move } from './transition-row.ts';

/** The rows of the table by which a partner takes a report back. */
export const withdrawalMoves: readonly Move[] = [
  {
    ...plain,
    action: 'withdraw',
    from: ['submitted'],
    to: 'withdrawn',
    who: [{ holder: 'submitter', claim: 'any' }],
    when: ['not_high'],
    claimAfter: 'nobody',
  },
  {
    ...plain,
    action: 'request_withdrawal',
    from: ['submitted', 'in_assessment', 'clarification'],
    to: 'unchanged',
    who: [{ holder: 'submitter', claim: 'any' }],
    when: ['high', 'no_withdrawal_requested'],
  },
  {
    ...plain,
    action: 'grant_withdrawal',
    from: ['in_assessment', 'clarification'],
    to: 'withdrawn',
    who: claimants,
    when: ['withdrawal_requested', 'no_unread_information'],
    claimAfter: 'nobody',
    tellsPartner: true,
  },
  {
    ...plain,
    action: 'refuse_withdrawal',
    from: inHand,
    to: 'unchanged',
    who: claimants,
    when: ['withdrawal_requested'],
    tellsPartner: true,
  },
];
