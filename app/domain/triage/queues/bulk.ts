import { isId, type Id } from '#app/domain/kernel/id.ts';
import type { SubmissionAction } from '../../submission/actions.ts';

/**
 * The actions that may be taken on several submissions at once: they change who holds them and where. None grades,
 * releases or answers.
 */
export const bulkActions = [
  'claim',
  'release',
  'assign',
  'reroute',
] as const satisfies readonly SubmissionAction[];
export type BulkAction = (typeof bulkActions)[number];

export const bulkWords: Readonly<Record<BulkAction, { button: string; title: string; done: string }>> = {
  claim: { button: 'Claim selected', title: 'Claim several submissions', done: 'Claimed' },
  release: { button: 'Release selected', title: 'Release several submissions', done: 'Released' },
  assign: { button: 'Assign selected', title: 'Assign several submissions', done: 'Assigned' },
  reroute: {
    button: 'Move selected',
    title: 'Move several submissions to another queue',
    done: 'Moved',
  },
};

export const isBulkAction = (action: string): action is BulkAction =>
  bulkActions.some((known) => known === action);

/** As many as stand on one page of a queue. */
export const mostAtOnce = 25;

/** One of several: which, and the version that the officer saw when they chose it. */
export type Pick = { submissionId: Id<'Submission'>; expectedVersion: number };

/** "id.version", as a form carries it. Null for anything else. */
export function readPick(written: string): Pick | null {
  const [, submissionId = '', version = ''] = /^([^.]+)\.(\d{1,9})$/.exec(written) ?? [];
  return isId<'Submission'>(submissionId) ? { submissionId, expectedVersion: Number(version) } : null;
}

export const writePick = ({ submissionId, expectedVersion }: Pick): string =>
  `${submissionId}.${expectedVersion}`;

/** Each once, at most a page of them. */
export function readPicks(written: readonly string[]): Pick[] {
  const picks = new Map<string, Pick>();
  for (const each of written) {
    const pick = readPick(each);
    if (pick && !picks.has(pick.submissionId)) picks.set(pick.submissionId, pick);
  }
  return [...picks.values()].slice(0, mostAtOnce);
}
