import { isId, type Id } from '#app/domain/kernel/id.ts';
import type { SubmissionAction } from '../../submission/actions.ts';

/** The actions of the table that may be taken on several submissions at once: who holds them, and where. */
const movingActions = [
  'claim',
  'release',
  'assign',
  'reroute',
] as const satisfies readonly SubmissionAction[];
type MovingAction = (typeof movingActions)[number];

/**
 * What may be done with several submissions at once. None grades or releases; what ends them links each to its original,
 * and asks for everything that this end asks for alone.
 */
export const bulkActions = [...movingActions, 'duplicate', 'relate', 'task', 'plan'] as const;
export type BulkAction = (typeof bulkActions)[number];

export const isMoving = (action: BulkAction): action is MovingAction =>
  movingActions.some((known) => known === action);

export const bulkWords: Readonly<Record<BulkAction, { button: string; title: string; done: string }>> = {
  claim: { button: 'Claim selected', title: 'Claim several submissions', done: 'Claimed' },
  release: { button: 'Release selected', title: 'Release several submissions', done: 'Released' },
  assign: { button: 'Assign selected', title: 'Assign several submissions', done: 'Assigned' },
  reroute: {
    button: 'Move selected',
    title: 'Move several submissions to another queue',
    done: 'Moved',
  },
  duplicate: {
    button: 'End as duplicates',
    title: 'End several submissions as duplicates of one',
    done: 'Ended as a duplicate',
  },
  relate: { button: 'Link together', title: 'Link several submissions together', done: 'Linked' },
  task: { button: 'Add a task', title: 'Add a task to several submissions', done: 'Task added' },
  plan: {
    button: 'Link to the plan',
    title: 'Link several submissions to the plan',
    done: 'Linked to the plan',
  },
};

export const isBulkAction = (action: string): action is BulkAction =>
  bulkActions.some((known) => known === action);

/** As many as stand on one page of a queue. */
export const mostAtOnce = 25;

/** The most of what a search found that are linked to the plan together. */
export const mostLinkedTogether = 50;

/** One of several: which, and the version that the officer saw when they chose it. */
export type Pick = { submissionId: Id<'Submission'>; expectedVersion: number };

/** "id.version", as a form carries it. Null for anything else. */
export function readPick(written: string): Pick | null {
  const [, submissionId = '', version = ''] = /^([^.]+)\.(\d{1,9})$/.exec(written) ?? [];
  return isId<'Submission'>(submissionId) ? { submissionId, expectedVersion: Number(version) } : null;
}

export const writePick = ({ submissionId, expectedVersion }: Pick): string =>
  `${submissionId}.${expectedVersion}`;

/** Each once. One more than a page of them tells that there are too many, which is refused and never cut short. */
export function readPicks(written: readonly string[]): Pick[] {
  const picks = new Map<string, Pick>();
  for (const each of written) {
    const pick = readPick(each);
    if (pick && !picks.has(pick.submissionId)) picks.set(pick.submissionId, pick);
  }
  return [...picks.values()].slice(0, mostAtOnce + 1);
}
