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

type Clocks = {
  firstSeenAt: Date | null;
  assessedAt: Date | null;
  answeredAt: Date | null;
  /** Somebody has claimed it. */
  held: boolean;
};

export type WaitsFor = 'to be seen' | 'to be claimed' | 'to be assessed' | 'to be answered';

/** What the clock that runs now is waiting for, as `submission.due_at` has it: opening takes nothing on. */
export function waitsFor(clocks: Clocks): WaitsFor {
  if (clocks.firstSeenAt === null) return 'to be seen';
  if (clocks.assessedAt === null) return clocks.held ? 'to be assessed' : 'to be claimed';
  return 'to be answered';
}
