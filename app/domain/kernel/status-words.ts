import type { Status } from './statuses.ts';

const words: Readonly<Record<Status, string>> = {
  submitted: 'New',
  in_assessment: 'In assessment',
  clarification: 'Waiting on partner',
  accepted: 'Accepted',
  disseminated: 'Disseminated',
  closed: 'Closed',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
};

/**
 * What police call each state; partners have words of their own (`PartnerStatus`). What was put down, or opened again,
 * before it was accepted is in nobody's assessment. `held`: somebody has claimed it.
 */
export const statusWords = (status: Status, { held }: { held: boolean }): string =>
  status === 'in_assessment' && !held ? 'Not claimed' : words[status];

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
