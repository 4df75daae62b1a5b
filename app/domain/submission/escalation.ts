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

/** When the next step that is not done falls due, which may be past; null when none is left or nobody waits. */
export function nextStepAt(
  steps: readonly TimedStep[],
  submission: Waiting,
  done: readonly string[],
): Date | null {
  if (!waits(submission)) return null;
  const left = steps.filter((step) => !done.includes(step.code)).map((step) => step.afterMinutes);
  if (left.length === 0) return null;
  return stepTime({ code: '', afterMinutes: Math.min(...left) }, waitsSince(submission));
}

/**
 * Whether a High submission is unclaimed past the time in which it should have been seen: what turns the health check
 * for urgent work to failing. One without a due time has lost its clock and counts as overdue.
 */
export function isUrgentOverdue(
  submission: Omit<Waiting, 'submittedAt' | 'unclaimedSince'> & { firstSeenDueAt: Date | null },
  now: Date,
): boolean {
  return waits(submission) && (submission.firstSeenDueAt === null || submission.firstSeenDueAt < now);
}
