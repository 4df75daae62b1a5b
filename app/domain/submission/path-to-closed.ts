import type { Id } from '#app/domain/kernel/id.ts';
import type { Actor } from '#app/domain/kernel/actor.ts';
import type { ActionInput } from './action-input.ts';
import { decideTransition, transitionsFor } from './decide-transition.ts';
import { accessFor } from './submission-access.ts';
import { queueKinds, type QueueKind, type SubmissionState } from '#app/domain/kernel/statuses.ts';
import type { Action } from './actions.ts';

/** No row has these ids: the rules only compare them. */
const areaId = 'area' as Id<'Area'>;

const officers: Readonly<Record<QueueKind, Actor['roles'][number]>> = {
  fib: { role: 'fib_officer', areaId: null },
  area: { role: 'spoc', areaId },
  force_spoc: { role: 'spoc', areaId: null },
};

/** Whatever the officer has to bring along; none of it changes who may act. Moving it elsewhere is no path. */
const everythingGiven: ActionInput = {
  comment: 'given',
  itemsGraded: true,
  mopiGroupsSet: true,
  textWrittenBy: 'officer',
  recipient: { kind: 'area', areaId },
  outcome: 'used',
  looseEnds: null,
  contactPlan: null,
};

/**
 * The shortest way by which an officer of this kind of queue, alone, brings a submission from `submitted` to `closed`;
 * null when there is none, and then no queue of the kind may be primary for such a submission.
 */
export function pathToClosed(
  queueKind: string,
  submission: { restricted: boolean } = { restricted: false },
): Action[] | null {
  const kind = queueKinds.find((known) => known === queueKind);
  if (kind === undefined) return null;
  const officer: Actor = {
    accountId: 'officer' as Id<'Account'>,
    displayName: '',
    side: 'police',
    organisationId: null,
    roles: [officers[kind]],
    sessionId: null,
  };
  const start: SubmissionState = {
    status: 'submitted',
    endedFrom: null,
    priority: 'low',
    restricted: submission.restricted,
    accessList: null,
    loweringAskedBy: null,
    endingAskedBy: null,
    endingAsked: null,
    liftingAskedBy: null,
    immigrationAskedBy: null,
    primaryQueueKind: kind,
    primaryAreaId: kind === 'area' ? areaId : null,
    areaId: kind === 'area' ? areaId : null,
    claimedBy: null,
    submittedBy: 'partner',
    organisationId: 'organisation' as Id<'Organisation'>,
    withdrawalRequested: false,
    unreadInformation: false,
    seenAgain: false,
    dangerGoesOn: false,
    hasItems: false,
    approvalOutstanding: false,
    transferred: false,
  };
  const seen = new Set<string>();
  let reached: { state: SubmissionState; path: Action[] }[] = [{ state: start, path: [] }];
  while (reached.length > 0) {
    const next: typeof reached = [];
    for (const { state, path } of reached) {
      if (state.status === 'closed') return path;
      const key = `${state.status} ${state.claimedBy ?? ''}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const access = accessFor(officer, state);
      for (const { action } of transitionsFor(state, officer, access)) {
        const moved = decideTransition(state, action, officer, access, everythingGiven);
        if (!moved.ok) continue;
        next.push({
          state: { ...state, status: moved.to, claimedBy: moved.claimedBy },
          path: [...path, action],
        });
      }
    }
    reached = next;
  }
  return null;
}

/** Whether a queue of this kind may hold such a submission as its primary queue. A force pack's routing rules are checked with it. */
export const mayBePrimary = (queueKind: string, submission: { restricted: boolean }): boolean =>
  pathToClosed(queueKind, submission) !== null;
