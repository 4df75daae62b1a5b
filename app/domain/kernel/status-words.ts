import type { Status } from './statuses.ts';

/** What police call each state. Partners have words of their own (`PartnerStatus`). */
export const statusWords: Readonly<Record<Status, string>> = {
  submitted: 'New',
  in_assessment: 'In assessment',
  clarification: 'Waiting on partner',
  accepted: 'Accepted',
  disseminated: 'Disseminated',
  closed: 'Closed',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
};

type Clocks = { firstSeenAt: Date | null; assessedAt: Date | null; answeredAt: Date | null };

/** What the clock that runs now is waiting for. */
export function waitsFor(clocks: Clocks): 'to be seen' | 'to be assessed' | 'to be answered' {
  if (clocks.firstSeenAt === null) return 'to be seen';
  return clocks.assessedAt === null ? 'to be assessed' : 'to be answered';
}
