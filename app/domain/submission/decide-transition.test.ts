import { describe, expect, it } from 'vitest';

import type { Actor, Role } from '#app/domain/kernel/actor.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { ActionInput } from './action-input.ts';
import { decideTransition } from './decide-transition.ts';
import { accessFor } from './submission-access.ts';
import type { SubmissionState } from '#app/domain/kernel/statuses.ts';

const officer = (accountId: Id<'Account'>, role: Role = 'fib_officer'): Actor => ({
  accountId,
  displayName: accountId,
  side: 'police',
  organisationId: null,
  roles: [{ role, areaId: null }],
  sessionId: null,
});
const me = officer('me' as Id<'Account'>);
const supervisor = officer('me' as Id<'Account'>, 'fib_supervisor');

const submission = (changes: Partial<SubmissionState> = {}): SubmissionState => ({
  status: 'accepted',
  endedFrom: null,
  priority: 'medium',
  restricted: false,
  accessList: null,
  loweringAskedBy: null,
  endingAskedBy: null,
  endingAsked: null,
  liftingAskedBy: null,
  immigrationAskedBy: null,
  primaryQueueKind: 'fib',
  primaryAreaId: null,
  areaId: null,
  claimedBy: 'me' as Id<'Account'>,
  submittedBy: 'partner',
  organisationId: 'organisation' as Id<'Organisation'>,
  withdrawalRequested: false,
  unreadInformation: false,
  seenAgain: false,
  dangerGoesOn: false,
  hasItems: false,
  approvalOutstanding: false,
  transferred: false,
  ...changes,
});

const decide = (thing: SubmissionState, action: string, input: ActionInput = {}, actor = me) =>
  decideTransition(thing, action, actor, accessFor(actor, thing), input);

const ready: ActionInput = {
  itemsGraded: true,
  mopiGroupsSet: true,
  textWrittenBy: 'me',
  recipient: { kind: 'area', areaId: 'east' as Id<'Area'> },
  outcome: 'used',
  looseEnds: null,
  contactPlan: null,
};

describe('why not', () => {
  it.each<[string, Partial<SubmissionState>, string, string, string]>([
    ['an action that is not in the table', {}, 'delete', 'forbidden', 'unknown_action'],
    ['a name that every object has', {}, 'constructor', 'forbidden', 'unknown_action'],
    ['what only a supervisor does', {}, 'approve_release', 'forbidden', 'not_yours'],
    ['what only the submitter does', {}, 'withdraw', 'forbidden', 'not_yours'],
    ['a submission that has moved on', { status: 'closed' }, 'accept', 'conflict', 'moved_on'],
    [
      'a status that nobody knows',
      { status: 'lost' as SubmissionState['status'] },
      'accept',
      'conflict',
      'moved_on',
    ],
    [
      'claiming what is claimed',
      { claimedBy: 'another' as Id<'Account'> },
      'claim',
      'conflict',
      'claim_free',
    ],
    ['claiming twice', {}, 'claim', 'conflict', 'claim_free'],
    ['acting on what is not claimed', { claimedBy: null }, 'answer_and_close', 'conflict', 'claim_own'],
    [
      'acting on what another has claimed',
      { claimedBy: 'another' as Id<'Account'> },
      'answer_and_close',
      'conflict',
      'claim_own_or_free',
    ],
    [
      'closing over a request to withdraw',
      { withdrawalRequested: true },
      'answer_and_close',
      'conflict',
      'no_withdrawal_requested',
    ],
    [
      'closing before the approval afterwards',
      { approvalOutstanding: true },
      'answer_and_close',
      'conflict',
      'no_approval_outstanding',
    ],
  ])('refuses %s', (_, changes, action, kind, reason) => {
    expect(decide(submission(changes), action, ready)).toMatchObject({ ok: false, kind, reason });
  });

  it('names each field that is missing', () => {
    const inAssessment = submission({ status: 'in_assessment' });
    expect(decide(inAssessment, 'accept')).toMatchObject({
      kind: 'invalid',
      fieldErrors: { grade: 'Grade every item first', mopiGroup: 'Select the MoPI group of every item' },
    });
    expect(decide(inAssessment, 'ask_partner', { comment: ' \n' })).toMatchObject({
      fieldErrors: { comment: 'Enter your question to the partner' },
    });
    expect(decide(submission(), 'answer_and_close', { outcome: 'toString' })).toMatchObject({
      fieldErrors: {
        outcome: 'Select an outcome',
        noContactPlan: 'Enter why there is no contact plan',
        handedOn: 'Enter who takes on what is left',
      },
    });
    expect(
      decide(submission(), 'hand_over', {
        comment: 'x',
        colleague: { accountId: 'c' as Id<'Account'>, holdsPrimaryQueue: false },
      }),
    ).toMatchObject({
      fieldErrors: { colleague: 'Select a colleague who works on this queue' },
    });
  });
});

describe('opened again', () => {
  it.each([
    ['in_assessment', 'in_assessment'],
    ['clarification', 'in_assessment'],
    ['accepted', 'accepted'],
    ['disseminated', 'disseminated'],
  ] as const)('what ended as %s is %s, and nobody holds it', (endedFrom, to) => {
    const ended = submission({ status: 'closed', endedFrom });
    expect(decide(ended, 'reopen', { comment: 'x' }, supervisor)).toMatchObject({ to, claimedBy: null });
  });
});

describe('an item that is voided', () => {
  const item = {
    writtenBy: 'me' as Id<'Account'>,
    voided: false,
    wentOutByTwo: false,
    madeBy: ['me' as Id<'Account'>],
  };
  const settled: ActionInput = { comment: 'x', voidingGaps: [], looseEnds: null };

  it.each([
    ['clarification', 'none', 'clarification'],
    ['in_assessment', 'graded', 'in_assessment'],
    ['accepted', 'none', 'in_assessment'],
    ['accepted', 'sent', 'accepted'],
    ['disseminated', 'none', 'in_assessment'],
    ['disseminated', 'graded', 'accepted'],
    ['disseminated', 'sent', 'disseminated'],
  ] as const)('leaves what is %s, with others %s, %s', (status, othersStand, to) => {
    expect(decide(submission({ status, item }), 'void_item', { ...settled, othersStand })).toMatchObject({
      to,
    });
  });

  it('is not, where it was not looked up what stands in the way', () => {
    expect(decide(submission({ item }), 'void_item')).toMatchObject({
      fieldErrors: {
        gaps: 'Recall it from everybody who has it first',
        handedOn: 'Enter who takes on what is left',
        comment: 'Enter why the item is voided',
      },
    });
    expect(decide(submission(), 'void_item', settled, supervisor)).toMatchObject({ kind: 'conflict' });
  });
});

describe('the claim', () => {
  it('goes to who claims and makes a submitted one in assessment', () => {
    expect(decide(submission({ status: 'submitted', claimedBy: null }), 'claim')).toMatchObject({
      to: 'in_assessment',
      claimedBy: 'me' as Id<'Account'>,
    });
  });

  it('is put down by a release, handed to the colleague, and ended by a move to another queue', () => {
    expect(decide(submission(), 'release')).toMatchObject({ to: 'accepted', claimedBy: null });
    const colleague = { accountId: 'colleague' as Id<'Account'>, holdsPrimaryQueue: true };
    expect(decide(submission(), 'hand_over', { comment: 'x', colleague })).toMatchObject({
      claimedBy: 'colleague' as Id<'Account'>,
    });
    const otherQueue = { kind: 'force_spoc', areaId: null } as const;
    expect(decide(submission(), 'reroute', { comment: 'x', otherQueue })).toMatchObject({
      to: 'accepted',
      claimedBy: null,
    });
  });
});

describe('moving to another queue', () => {
  const comment = 'It is theirs';

  it('refuses the queue that holds it already', () => {
    const result = decide(submission(), 'reroute', { comment, otherQueue: { kind: 'fib', areaId: null } });
    expect(result).toMatchObject({
      fieldErrors: { otherQueue: expect.stringContaining('already') as unknown },
    });
  });

  it('keeps a restricted submission in FIB', () => {
    const otherQueue = { kind: 'area', areaId: 'west' as Id<'Area'> } as const;
    expect(decide(submission({ restricted: true }), 'reroute', { comment, otherQueue })).toMatchObject({
      kind: 'conflict',
      reason: 'may_leave_queue',
    });
    const astray = submission({
      restricted: true,
      primaryQueueKind: 'area',
      primaryAreaId: 'east' as Id<'Area'>,
    });
    expect(decide(astray, 'reroute', { comment, otherQueue }, supervisor)).toMatchObject({
      kind: 'invalid',
      fieldErrors: { otherQueue: 'A restricted submission can only be held by FIB' },
    });
  });

  it('brings a restricted one home to FIB by the supervisor', () => {
    const astray = submission({
      restricted: true,
      primaryQueueKind: 'area',
      primaryAreaId: 'east' as Id<'Area'>,
      claimedBy: 'spoc' as Id<'Account'>,
    });
    const result = decide(
      astray,
      'reroute',
      { comment, otherQueue: { kind: 'fib', areaId: null } },
      supervisor,
    );
    expect(result).toMatchObject({ ok: true, claimedBy: null });
  });
});

describe('the second person', () => {
  it.each<[string, Partial<SubmissionState>, ActionInput, unknown]>([
    ['is not needed for code P', {}, {}, { ok: true, secondPerson: 'not_needed' }],
    ['is needed for code C', {}, { handling: 'C' }, { kind: 'conflict', reason: 'needs_second_person' }],
    [
      'is needed for restricted',
      { restricted: true },
      {},
      { kind: 'conflict', reason: 'needs_second_person' },
    ],
    ['is not the writer', {}, { handling: 'C', approvedBy: 'me' }, { reason: 'needs_second_person' }],
    ['has approved', {}, { handling: 'C', approvedBy: 'another' }, { ok: true, secondPerson: 'given' }],
    [
      'may come afterwards for High',
      { priority: 'high' },
      { handling: 'C' },
      { ok: true, to: 'disseminated', secondPerson: 'afterwards' },
    ],
  ])('%s', (_, changes, input, result) => {
    expect(decide(submission(changes), 'disseminate', { ...ready, ...input })).toMatchObject(
      result as object,
    );
  });

  it('approves only what somebody else wrote', () => {
    expect(decide(submission(), 'approve_release', { textWrittenBy: 'me' }, supervisor)).toMatchObject({
      kind: 'forbidden',
      reason: 'own_text',
    });
    expect(decide(submission(), 'approve_release', { textWrittenBy: 'another' }, supervisor)).toMatchObject({
      ok: true,
    });
    expect(decide(submission(), 'approve_release', {}, supervisor)).toMatchObject({ kind: 'invalid' });
  });
});

describe('what goes to immigration enforcement', () => {
  const there = { ...ready, recipient: { kind: 'immigration_enforcement' } } as const;
  const asked = submission({ immigrationAskedBy: 'another' as Id<'Account'> });
  const notLookedUp = { ...there, comment: 'x' };
  const agrees = { ...notLookedUp, overrideProblem: null };
  const grant = (input: ActionInput, state = asked) =>
    decide(state, 'grant_immigration_use', input, supervisor);

  it('is sent by nobody, and nothing else is asked for in its way', () => {
    for (const who of [me, supervisor])
      expect(decide(submission(), 'disseminate', there, who)).toMatchObject({
        fieldErrors: { recipient: 'Nothing goes to immigration enforcement on one person’s word' },
      });
    expect(decide(submission(), 'ask_immigration_use', ready)).toMatchObject({ kind: 'invalid' });
  });

  it('is agreed to by a supervisor who did not ask, who was told whether a condition stands against it', () => {
    expect(grant(agrees)).toMatchObject({ ok: true, to: 'disseminated' });
    expect(grant(agrees, submission({ immigrationAskedBy: supervisor.accountId }))).toMatchObject({
      reason: 'not_yours',
    });
    expect(grant({ ...notLookedUp, comment: '' })).toMatchObject({
      fieldErrors: {
        override: 'Enter why the partner’s condition is overridden',
        comment: 'Enter why it may go there',
      },
    });
  });

  it('has a text that a second person approved beforehand, also where it is High', () => {
    const high = submission({ ...asked, priority: 'high' });
    const conditional = { ...agrees, handling: 'C' } as const;
    expect(grant(conditional, high)).toMatchObject({ reason: 'needs_second_person' });
    expect(grant({ ...conditional, approvedBy: 'another' }, high)).toMatchObject({ secondPerson: 'given' });
  });
});
