import type { Status } from '#app/domain/kernel/statuses.ts';
import type { Move, Who } from './transition-row.ts';

/** Whoever holds the primary queue, and who has claimed a High one from the duty list. */
export const claimants: readonly Who[] = [
  { holder: 'primary_queue_member', claim: 'own' },
  { holder: 'duty_list', claim: 'own' },
];

/** A claim outlives a duty: whoever holds a submission can always put it down or give it to somebody. */
export const whoeverHolds: Who = { holder: 'claim_holder', claim: 'own' };

export const inHand: readonly Status[] = ['in_assessment', 'clarification', 'accepted', 'disseminated'];

export const plain = {
  when: [],
  requires: [],
  claimAfter: 'unchanged',
  recentSecondFactor: false,
  audits: ['submission.moved'],
  tellsPartner: false,
} as const satisfies Partial<Move>;
