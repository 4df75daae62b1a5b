import { describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import type { Id } from '../kernel/id.ts';
import { openStatuses, type SubmissionState } from '../kernel/statuses.ts';
import { transitionsFor } from './decide-transition.ts';
import { actionToEnd, endsAmong, isEndAction } from './ends.ts';

const me: Actor = {
  accountId: 'me' as Id<'Account'>,
  displayName: 'Me',
  side: 'police',
  organisationId: null,
  roles: [{ role: 'fib_officer', areaId: null }],
  sessionId: null,
};
const access = {
  holdsPrimaryQueue: true,
  onDutyList: false,
  coversSubmitter: false,
} as Parameters<typeof transitionsFor>[2];

const claimed = (changes: Partial<SubmissionState>) =>
  ({ claimedBy: me.accountId, primaryQueueKind: 'fib', endingAsked: null, ...changes }) as SubmissionState;

const both = [true, false];
const states = openStatuses.flatMap((status) =>
  (['high', 'low'] as const).flatMap((priority) =>
    both.flatMap((hasItems) =>
      both.map((dangerGoesOn) => claimed({ status, priority, hasItems, dangerGoesOn })),
    ),
  ),
);

describe('the ends of a report', () => {
  it.each(states)('%o: lead to every action that ends it, and to none that does not', (state) => {
    const offered = transitionsFor(state, me, access);
    const ways = endsAmong(offered, state).map((end) => actionToEnd(end, state));
    expect(new Set(ways)).toEqual(
      new Set(offered.map(({ action }) => action).filter((action) => isEndAction(action))),
    );
  });

  it('are those that rest on no item while none was accepted', () => {
    const state = claimed({ status: 'in_assessment', priority: 'low', hasItems: false });
    expect(endsAmong(transitionsFor(state, me, access), state)).toEqual([
      'passed_on',
      'no_further_use',
      'duplicate',
      'rejected',
    ]);
  });
});
