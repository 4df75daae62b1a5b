import { isFinal, type Priority, type Status } from '#app/domain/kernel/statuses.ts';

/** A step of the force pack: minutes of real time after which it is taken while nobody has claimed a High submission. */
export type TimedStep = { code: string; afterMinutes: number };

export type Waiting = {
  status: Status;
  priority: Priority;
  submittedAt: Date;
  claimedBy: string | null;
  /** Since when nobody has it again, where it was claimed and put down; else from its submission. */
  unclaimedSince?: Date | null;
};

const minute = 60_000;

const waits = ({ priority, status, claimedBy }: Omit<Waiting, 'submittedAt'>): boolean =>
  priority === 'high' && claimedBy === null && !isFinal(status);

const waitsSince = ({ submittedAt, unclaimedSince }: Waiting): Date =>
  unclaimedSince && unclaimedSince > submittedAt ? unclaimedSince : submittedAt;

const stepTime = (step: TimedStep, since: Date): Date =>
  new Date(since.getTime() + step.afterMinutes * minute);

/**
 * The steps to take now, earliest first, of those not done in this wait. After an outage several may be due together:
 * all are taken, since each tells other people.
 */
export function stepsDue<Step extends TimedStep>(
  steps: readonly Step[],
  submission: Waiting,
  done: readonly string[],
  now: Date,
): Step[] {
  if (!waits(submission)) return [];
  const since = waitsSince(submission);
  return steps
    .filter((step) => !done.includes(step.code) && stepTime(step, since) <= now)
    .sort((one, other) => one.afterMinutes - other.afterMinutes);
}
