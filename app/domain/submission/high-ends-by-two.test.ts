import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { askingFor, endings, type Ending } from '../kernel/endings.ts';
import type { Id } from '../kernel/id.ts';
import { isFinal, openStatuses, type SubmissionState } from '../kernel/statuses.ts';
import { actions, transitions } from './actions.ts';
import type { ActionInput } from './action-input.ts';
import { decideTransition } from './decide-transition.ts';
import { accessFor } from './submission-access.ts';

const account = (name: string) => name as Id<'Account'>;
/** Everybody may do everything that a role of FIB may, so that only the table stands between them and an end. */
const people = ['one', 'two', 'three'].map((name): Actor => ({
  accountId: account(name),
  displayName: name,
  side: 'police',
  organisationId: null,
  roles: [
    { role: 'fib_supervisor', areaId: null },
    { role: 'fib_officer', areaId: null },
  ],
  sessionId: null,
}));
const names = [...new Set(transitions.map(({ action }) => action))];
const act = { done: 'A patrol went.', doneBy: '4711', doneAt: new Date('2016-01-18T10:00:00Z') };

const inputs = (withAct: boolean): ActionInput => ({
  comment: 'Because',
  outcome: 'no_further_use',
  looseEnds: null,
  contactPlan: null,
  voidingGaps: [],
  itemsGraded: true,
  mopiGroupsSet: true,
  textWrittenBy: 'writer',
  approvedBy: 'approver',
  recipient: { kind: 'mds_lead' },
  lowerTo: 'low',
  colleague: { accountId: account('two'), holdsPrimaryQueue: true },
  ...(withAct ? { dangerAct: act } : {}),
});

/** Who asked for what, and whether what was done about the danger was kept with it. */
type Asked = Partial<Record<'lowering' | 'ending' | 'lifting', { by: string; act: boolean }>>;

/** Which ending an action takes or asks for; null for any other action. */
const endingOf = (action: string): Ending | null =>
  endings.find((ending) => ending === action || askingFor[ending] === action) ?? null;

/** What asking and deciding change beside the transition: as the use cases of the table do. */
function after(state: SubmissionState, action: string, by: Id<'Account'>): SubmissionState {
  const ending = endingOf(action);
  if (ending && action !== ending) return { ...state, endingAsked: ending, endingAskedBy: by };
  switch (action) {
    case 'ask_to_lower':
      return { ...state, loweringAskedBy: by };
    case 'ask_to_lift':
      return { ...state, liftingAskedBy: by };
    case 'grant_lowering':
      return { ...state, loweringAskedBy: null, priority: 'low' };
    case 'lift_restriction':
      return { ...state, liftingAskedBy: null, restricted: false };
    case 'refuse_lowering':
      return { ...state, loweringAskedBy: null };
    case 'refuse_lifting':
      return { ...state, liftingAskedBy: null };
    case 'refuse_ending':
      return { ...state, endingAsked: null, endingAskedBy: null };
    case 'restrict':
      return { ...state, restricted: true };
    default:
      return state;
  }
}

const kindOf = (action: string): keyof Asked | null => {
  if (action === 'ask_to_lower') return 'lowering';
  if (action === 'ask_to_lift') return 'lifting';
  return endings.some((ending) => endingOf(action) === ending && action !== ending) ? 'ending' : null;
};

const start = fc.record({
  status: fc.constantFrom(...openStatuses),
  restricted: fc.boolean(),
  withdrawalRequested: fc.boolean(),
  unreadInformation: fc.boolean(),
  seenAgain: fc.boolean(),
  hasItems: fc.boolean(),
  item: fc.record({
    writtenBy: fc.constantFrom(...people.map(({ accountId }) => accountId)),
    voided: fc.boolean(),
    wentOutByTwo: fc.boolean(),
    madeBy: fc.constant([]),
  }),
  approvalOutstanding: fc.boolean(),
  dangerGoesOn: fc.boolean(),
  claimedBy: fc.constantFrom(null, ...people.map(({ accountId }) => accountId)),
});
/** One of everything that anybody may do then. */
const step = fc.record({ pick: fc.nat({ max: 10_000 }), withAct: fc.boolean() });

const allowed = (state: SubmissionState, withAct: boolean) =>
  people.flatMap((who) => {
    const access = accessFor(who, state, {
      onDutyList: true,
      coversSubmitter: false,
    });
    return names.flatMap((action) => {
      const moved = decideTransition(state, action, who, access, inputs(withAct));
      return moved.ok ? [{ who, action, moved }] : [];
    });
  });

describe('a High submission', () => {
  it('comes to no end, is not lowered and not opened to others on any path without a second person and a recorded act', () => {
    let ways = new Set<string>();
    fc.assert(
      fc.property(start, fc.array(step, { minLength: 5, maxLength: 25 }), (given, steps) => {
        let state: SubmissionState = {
          ...given,
          endedFrom: null,
          priority: 'high',
          accessList: null,
          loweringAskedBy: null,
          endingAskedBy: null,
          endingAsked: null,
          liftingAskedBy: null,
          immigrationAskedBy: null,
          primaryQueueKind: 'fib',
          primaryAreaId: null,
          areaId: null,
          submittedBy: 'partner',
          organisationId: 'organisation' as Id<'Organisation'>,
          transferred: false,
        };
        const asked: Asked = {};
        for (const { pick, withAct } of steps) {
          const open = allowed(state, withAct);
          const chosen = open[pick % open.length];
          if (!chosen) return;
          const { who, action, moved } = chosen;
          const kind = kindOf(action);
          if (kind) asked[kind] = { by: who.accountId, act: withAct };
          const next = after(
            { ...state, status: moved.to, claimedBy: moved.claimedBy },
            action,
            who.accountId,
          );
          const lost = (
            [
              ['ending', isFinal(next.status) && !isFinal(state.status)],
              ['lowering', next.priority !== 'high'],
              ['lifting', state.restricted && !next.restricted],
            ] as const
          ).find(([, is]) => is);
          if (lost && !(lost[0] === 'ending' && action === 'close_as_duplicate' && state.dangerGoesOn)) {
            ways = ways.add(lost[0]);
            expect(actions[action]).toMatchObject({ decides: lost[0], agrees: true });
            expect(asked[lost[0]]).toMatchObject({ act: true });
            expect(asked[lost[0]]?.by).not.toBe(who.accountId);
          }
          if (isFinal(next.status) || next.priority !== 'high') return;
          state = next;
        }
      }),
      { numRuns: 300 },
    );
    // The paths drawn do come to each of them, so that the property says something.
    expect([...ways].sort()).toEqual(['ending', 'lifting', 'lowering']);
  });
});
