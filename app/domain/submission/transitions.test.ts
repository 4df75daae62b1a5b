import { describe, expect, it } from 'vitest';

import { roleNames, type Actor, type HeldRole } from '#app/domain/kernel/actor.ts';
import type { Ending } from '#app/domain/kernel/endings.ts';
import { decideTransition, transitionsFor, type Mover } from './decide-transition.ts';
import { mayBePrimary, pathToClosed } from './path-to-closed.ts';
import { accessFor, type SubmissionAccess } from './submission-access.ts';
import {
  finalStatuses,
  isFinal,
  queueKinds,
  statuses,
  type Status,
  type SubmissionState,
} from '#app/domain/kernel/statuses.ts';
import { transitions } from './actions.ts';

const police = (accountId: string, ...roles: HeldRole[]): Actor => ({
  accountId,
  displayName: accountId,
  side: 'police',
  organisationId: null,
  roles,
  sessionId: null,
});
const partner = (accountId: string, organisationId: string, ...roles: HeldRole[]): Actor => ({
  ...police(accountId, ...roles),
  side: 'partner',
  organisationId,
});

type Person = { actor: Mover; onDutyList?: boolean; coversSubmitter?: boolean };
const everyone = { areaId: null };
const people: Record<string, Person> = {
  'FIB officer': { actor: police('me', { role: 'fib_officer', ...everyone }) },
  'FIB officer on duty': { actor: police('me', { role: 'fib_officer', ...everyone }), onDutyList: true },
  'FIB officer limited to an area': { actor: police('me', { role: 'fib_officer', areaId: 'east' }) },
  'FIB supervisor': { actor: police('me', { role: 'fib_supervisor', ...everyone }) },
  'SPOC east': { actor: police('me', { role: 'spoc', areaId: 'east' }) },
  'SPOC east on duty': { actor: police('me', { role: 'spoc', areaId: 'east' }), onDutyList: true },
  'SPOC west': { actor: police('me', { role: 'spoc', areaId: 'west' }) },
  'force SPOC': { actor: police('me', { role: 'spoc', ...everyone }) },
  'area lead east': { actor: police('me', { role: 'area_lead', areaId: 'east' }) },
  'area lead on duty by mistake': {
    actor: police('me', { role: 'area_lead', areaId: 'east' }),
    onDutyList: true,
  },
  'source custodian': { actor: police('me', { role: 'source_custodian', ...everyone }) },
  'MDS lead': { actor: police('me', { role: 'mds_lead', ...everyone }) },
  'plan contributor': { actor: police('me', { role: 'plan_contributor', ...everyone }) },
  administrator: { actor: police('me', { role: 'administrator', ...everyone }) },
  auditor: { actor: police('me', { role: 'auditor', ...everyone }) },
  'no role': { actor: police('me') },
  submitter: { actor: partner('partner', 'organisation', { role: 'reporter', ...everyone }) },
  'submitter who has moved organisation': {
    actor: partner('partner', 'other', { role: 'reporter', ...everyone }),
  },
  'another reporter': { actor: partner('me', 'organisation', { role: 'reporter', ...everyone }) },
  'partner lead': { actor: partner('me', 'organisation', { role: 'partner_lead', ...everyone }) },
  'partner lead who covers': {
    actor: partner('me', 'organisation', { role: 'partner_lead', ...everyone }),
    coversSubmitter: true,
  },
  'partner lead elsewhere': {
    actor: partner('me', 'other', { role: 'partner_lead', ...everyone }),
    coversSubmitter: true,
  },
  system: { actor: 'system' },
};

const base: SubmissionState = {
  status: 'submitted',
  priority: 'medium',
  restricted: false,
  loweringAskedBy: null,
  endingAskedBy: null,
  endingAsked: null,
  liftingAskedBy: null,
  primaryQueueKind: 'fib',
  primaryAreaId: null,
  areaId: 'east',
  claimedBy: null,
  submittedBy: 'partner',
  organisationId: 'organisation',
  withdrawalRequested: false,
  unreadInformation: false,
  hasItems: false,
  approvalOutstanding: false,
  transferred: false,
};
const east = { primaryQueueKind: 'area', primaryAreaId: 'east' } as const;
const high = { priority: 'high' } as const;
const asked = (endingAsked: Ending, endingAskedBy: string) => ({ endingAsked, endingAskedBy });
const things: Record<string, Partial<SubmissionState>> = {
  FIB: {},
  'FIB, High': { priority: 'high' },
  'FIB, High, withdrawal asked': { priority: 'high', withdrawalRequested: true },
  'FIB, unread': { unreadInformation: true },
  'FIB, High, unread, withdrawal asked': {
    priority: 'high',
    unreadInformation: true,
    withdrawalRequested: true,
  },
  'FIB, restricted': { restricted: true },
  'FIB, restricted, High': { restricted: true, priority: 'high' },
  'FIB, restricted, lifting asked': { restricted: true, liftingAskedBy: 'another' },
  'FIB, restricted, lifting asked by oneself': { restricted: true, liftingAskedBy: 'me' },
  'FIB, High, lowering asked': { priority: 'high', loweringAskedBy: 'another' },
  'FIB, High, lowering asked by oneself': { priority: 'high', loweringAskedBy: 'me' },
  'FIB, High, unread, lowering asked': {
    priority: 'high',
    unreadInformation: true,
    loweringAskedBy: 'another',
  },
  'FIB, High, closing asked': { ...high, ...asked('answer_and_close', 'another') },
  'FIB, High, closing asked by oneself': { ...high, ...asked('answer_and_close', 'me') },
  'FIB, High, unread, closing asked': {
    ...high,
    ...asked('answer_and_close', 'another'),
    unreadInformation: true,
  },
  'FIB, High, closing without an item asked': { ...high, ...asked('close_without_item', 'another') },
  'FIB, High, rejection asked': { ...high, ...asked('reject', 'another') },
  'FIB, High, agreeing to withdrawal asked': {
    ...high,
    ...asked('grant_withdrawal', 'another'),
    withdrawalRequested: true,
  },
  'FIB, High, withdrawal asked after closing was': {
    ...high,
    ...asked('answer_and_close', 'another'),
    withdrawalRequested: true,
  },
  'FIB, High no more, rejection asked': asked('reject', 'another'),
  'area east': east,
  'area east, High': { ...east, priority: 'high' },
  'area east, High, rejection asked': { ...east, ...high, ...asked('reject', 'another') },
  'area east, restricted': { ...east, restricted: true },
  'area east, restricted, High': { ...east, restricted: true, priority: 'high' },
  'force SPOC': { primaryQueueKind: 'force_spoc' },
};

const accessOf = ({ actor, ...facts }: Person, state: SubmissionState): SubmissionAccess =>
  actor === 'system'
    ? { holdsPrimaryQueue: false, onDutyList: false, coversSubmitter: false, secondFactor: 'recent' }
    : accessFor(actor, state, { ...facts, secondFactor: 'recent' });

const completeInput = (state: SubmissionState) => ({
  comment: 'Because',
  itemsGraded: true,
  mopiGroupsSet: true,
  textWrittenBy: 'writer',
  approvedBy: 'approver',
  recipient: { kind: 'area', areaId: 'west' } as const,
  outcome: 'no_further_use',
  area: { areaId: 'west' },
  lowerTo: 'medium',
  aboutDanger: 'A patrol went.',
  colleague: { accountId: 'colleague', holdsPrimaryQueue: true },
  otherQueue:
    state.primaryQueueKind === 'fib' && !state.restricted
      ? ({ kind: 'area', areaId: 'west' } as const)
      : ({ kind: 'fib', areaId: null } as const),
});

const letters: Record<Status, string> = {
  submitted: 'S',
  in_assessment: 'A',
  clarification: 'Q',
  accepted: 'Y',
  disseminated: 'D',
  closed: 'X',
  rejected: 'R',
  withdrawn: 'W',
};
const actions = [...new Set(transitions.map((row) => row.action))];
const claims = [null, 'me', 'another'];

/** One line an action that is allowed at all; a cell for each status; in it what becomes of it unclaimed, mine, another's. */
function tableFor(person: Person, thing: Partial<SubmissionState>): string {
  const lines = actions.map((action) => {
    const cells = statuses.map((status) =>
      claims
        .map((claimedBy) => {
          const state: SubmissionState = { ...base, ...thing, status, claimedBy };
          const moved = decideTransition(
            state,
            action,
            person.actor,
            accessOf(person, state),
            completeInput(state),
          );
          if (!moved.ok) return '.';
          return moved.transition.to === 'unchanged' ? '=' : letters[moved.to];
        })
        .join(''),
    );
    return `${action.padEnd(26)}${cells.join(' ')}`;
  });
  return lines.filter((line) => /[A-Z=]/.test(line.slice(26))).join('\n');
}

/**
 * What each person may do with each thing: "person | person @ thing | thing", and below it a line for each action that is
 * allowed at all. Columns: the eight statuses in order; in a cell what becomes of a submission that is unclaimed, claimed
 * by the person, claimed by another: a status by its letter, `=` unchanged, `.` not allowed.
 * S submitted, A in assessment, Q clarification, Y accepted, D disseminated, X closed, R rejected, W withdrawn.
 * `as` begins with what another pair above may do; `without` takes actions away from it, and the lines below change it or
 * add to it. A pair that is not listed may do nothing at all.
 */
const expected = `
  FIB officer | FIB officer on duty @ FIB | FIB, High no more, rejection asked
        claim                     A.. =.. =.. =.. =.. ... ... ...
        release                   ... .=. .=. .=. .=. ... ... ...
        take_over                 ... ..= ..= ..= ..= ... ... ...
        hand_over                 ... .=. .=. .=. .=. ... ... ...
        reroute                   ==. ==. ==. ==. ==. ... ... ...
        set_area                  ... .=. .=. .=. .=. ... ... ...
        grade                     ... .=. ... .=. .=. ... ... ...
        ask_partner               ... .Q. ... ... ... ... ... ...
        record_reply              ... ... .A. ... ... ... ... ...
        stop_waiting              ... ... .A. ... ... ... ... ...
        accept                    ... .Y. ... ... ... ... ... ...
        reject                    ... .R. .R. ... ... ... ... ...
        close_without_item        ... .X. ... ... ... ... ... ...
        sanitise                  ... .=. ... .=. .=. ... ... ...
        disseminate               ... ... ... .D. .D. ... ... ...
        answer_and_close          ... ... ... .X. .X. ... ... ...
        raise_to_high             === === === === === ... ... ...
        restrict                  === === === === === === === ...
  FIB officer | FIB officer on duty @ FIB, High
      as FIB officer @ FIB
      without reject close_without_item answer_and_close raise_to_high
        ask_to_reject             ... .=. .=. ... ... ... ... ...
        ask_to_close_without_item ... .=. ... ... ... ... ... ...
        ask_to_close              ... ... ... .=. .=. ... ... ...
        ask_to_lower              ... .=. .=. .=. .=. ... ... ...
  FIB officer | FIB officer on duty @ FIB, High, withdrawal asked
      as FIB officer @ FIB, High
      without ask_to_reject ask_to_close_without_item ask_to_close
        ask_to_grant_withdrawal   ... .=. .=. ... ... ... ... ...
        refuse_withdrawal         ... .=. .=. .=. .=. ... ... ...
  FIB officer | FIB officer on duty @ FIB, unread
      as FIB officer @ FIB
      without reject close_without_item answer_and_close
  FIB officer | FIB officer on duty @ FIB, High, unread, withdrawal asked
      as FIB officer @ FIB, unread
      without raise_to_high
        refuse_withdrawal         ... .=. .=. .=. .=. ... ... ...
  FIB officer | FIB officer on duty @ FIB, restricted
      as FIB officer @ FIB
      without reroute restrict
        ask_to_lift               ... .=. .=. .=. .=. === === ...
  FIB officer | FIB officer on duty @ FIB, restricted, High
      as FIB officer @ FIB, High
      without reroute restrict
        ask_to_lift               ... .=. .=. .=. .=. === === ...
  FIB officer | FIB officer on duty @ FIB, restricted, lifting asked | FIB, restricted, lifting asked by oneself
      as FIB officer @ FIB, restricted
      without ask_to_lift
  FIB officer | FIB officer on duty @ FIB, High, lowering asked | FIB, High, lowering asked by oneself
      as FIB officer @ FIB, High
      without ask_to_lower
  FIB officer | FIB officer on duty @ FIB, High, unread, lowering asked | FIB, High, unread, closing asked
      as FIB officer @ FIB, unread
      without raise_to_high
  FIB officer | FIB officer on duty @ FIB, High, closing asked | FIB, High, closing asked by oneself |
    FIB, High, closing without an item asked | FIB, High, rejection asked
      as FIB officer @ FIB, unread
      without raise_to_high
        ask_to_lower              ... .=. .=. .=. .=. ... ... ...
  FIB officer | FIB officer on duty @ FIB, High, agreeing to withdrawal asked |
    FIB, High, withdrawal asked after closing was
      as FIB officer @ FIB, unread
      without raise_to_high
        ask_to_lower              ... .=. .=. .=. .=. ... ... ...
        refuse_withdrawal         ... .=. .=. .=. .=. ... ... ...
  FIB officer | FIB officer on duty @ area east | force SPOC
        release                   ... .=. .=. .=. .=. ... ... ...
        hand_over                 ... .=. .=. .=. .=. ... ... ...
        sanitise                  ... ... ... === === ... ... ...
        disseminate               ... ... ... DDD DDD ... ... ...
        raise_to_high             .=. .=. .=. === === ... ... ...
        restrict                  .=. .=. .=. === === === .=. ...
  FIB officer @ area east, High | area east, High, rejection asked
      as FIB officer @ area east
      without raise_to_high
        ask_to_lower              ... .=. .=. .=. .=. ... ... ...
  FIB officer | FIB officer on duty @ area east, restricted
      as FIB officer @ area east
      without restrict
        ask_to_lift               ... .=. .=. .=. .=. === .=. ...
  FIB officer @ area east, restricted, High
      as FIB officer @ area east, High
      without restrict
        ask_to_lift               ... .=. .=. .=. .=. === .=. ...
  FIB officer on duty @ area east, High
      as FIB officer @ FIB, High
        reroute                   .=. .=. .=. .=. .=. ... ... ...
        sanitise                  ... ... ... === === ... ... ...
        disseminate               ... ... ... DDD DDD ... ... ...
  FIB officer on duty @ area east, High, rejection asked
      as FIB officer @ FIB, unread
      without raise_to_high
        reroute                   .=. .=. .=. .=. .=. ... ... ...
        sanitise                  ... ... ... === === ... ... ...
        disseminate               ... ... ... DDD DDD ... ... ...
        ask_to_lower              ... .=. .=. .=. .=. ... ... ...
  FIB officer on duty @ area east, restricted, High
      as FIB officer @ FIB, High
      without restrict
        reroute                   .=. .=. .=. .=. .=. ... ... ...
        sanitise                  ... ... ... === === ... ... ...
        disseminate               ... ... ... DDD DDD ... ... ...
        ask_to_lift               ... .=. .=. .=. .=. === === ...
  FIB supervisor @ FIB
      as FIB officer @ FIB
        release                   ... .== .== .== .== ... ... ...
        assign                    AAA === === === === ... ... ...
        reroute                   === === === === === ... ... ...
        approve_release           ... ... ... === === ... ... ...
        reopen                    ... ... ... ... ... SSS SSS ...
  FIB supervisor @ FIB, High
      as FIB officer @ FIB, High
        release                   ... .== .== .== .== ... ... ...
        assign                    AAA === === === === ... ... ...
        reroute                   === === === === === ... ... ...
        approve_release           ... ... ... === === ... ... ...
        reopen                    ... ... ... ... ... SSS SSS ...
  FIB supervisor @ FIB, High, withdrawal asked
      as FIB supervisor @ FIB
      without reject close_without_item answer_and_close raise_to_high
        ask_to_lower              ... .=. .=. .=. .=. ... ... ...
        ask_to_grant_withdrawal   ... .=. .=. ... ... ... ... ...
        refuse_withdrawal         ... .=. .=. .=. .=. ... ... ...
  FIB supervisor @ FIB, unread
      as FIB supervisor @ FIB
      without reject close_without_item answer_and_close
  FIB supervisor @ FIB, High, unread, withdrawal asked
      as FIB supervisor @ FIB
      without reject close_without_item answer_and_close raise_to_high
        refuse_withdrawal         ... .=. .=. .=. .=. ... ... ...
  FIB supervisor @ FIB, restricted
      as FIB supervisor @ FIB
      without reroute restrict
        ask_to_lift               ... .=. .=. .=. .=. === === ...
  FIB supervisor @ FIB, restricted, High
      as FIB officer @ FIB, High
      without reroute restrict
        release                   ... .== .== .== .== ... ... ...
        assign                    AAA === === === === ... ... ...
        approve_release           ... ... ... === === ... ... ...
        ask_to_lift               ... .=. .=. .=. .=. === === ...
        reopen                    ... ... ... ... ... SSS SSS ...
  FIB supervisor @ FIB, restricted, lifting asked
      as FIB supervisor @ FIB
      without reroute restrict
        lift_restriction          === === === === === === === ...
        refuse_lifting            === === === === === === === ...
  FIB supervisor @ FIB, restricted, lifting asked by oneself
      as FIB supervisor @ FIB
      without reroute restrict
  FIB supervisor @ FIB, High, lowering asked
      as FIB supervisor @ FIB
      without reject close_without_item answer_and_close raise_to_high
        ask_to_reject             ... .=. .=. ... ... ... ... ...
        ask_to_close_without_item ... .=. ... ... ... ... ... ...
        ask_to_close              ... ... ... .=. .=. ... ... ...
        grant_lowering            ... === === === === ... ... ...
        refuse_lowering           ... === === === === ... ... ...
  FIB supervisor @ FIB, High, lowering asked by oneself
      as FIB supervisor @ FIB
      without reject close_without_item answer_and_close raise_to_high
        ask_to_reject             ... .=. .=. ... ... ... ... ...
        ask_to_close_without_item ... .=. ... ... ... ... ... ...
        ask_to_close              ... ... ... .=. .=. ... ... ...
  FIB supervisor @ FIB, High, unread, lowering asked
      as FIB supervisor @ FIB
      without reject close_without_item answer_and_close raise_to_high
        refuse_lowering           ... === === === === ... ... ...
  FIB supervisor @ FIB, High, closing asked
      as FIB supervisor @ FIB
      without reject close_without_item answer_and_close raise_to_high
        grant_ending              ... ... ... XXX XXX ... ... ...
        ask_to_lower              ... .=. .=. .=. .=. ... ... ...
        refuse_ending             ... === === === === ... ... ...
  FIB supervisor @ FIB, High, closing asked by oneself
      as FIB supervisor @ FIB
      without reject close_without_item answer_and_close raise_to_high
        ask_to_lower              ... .=. .=. .=. .=. ... ... ...
  FIB supervisor @ FIB, High, unread, closing asked
      as FIB supervisor @ FIB
      without reject close_without_item answer_and_close raise_to_high
        refuse_ending             ... === === === === ... ... ...
  FIB supervisor @ FIB, High, closing without an item asked
      as FIB supervisor @ FIB
      without reject close_without_item answer_and_close raise_to_high
        grant_ending              ... XXX ... ... ... ... ... ...
        ask_to_lower              ... .=. .=. .=. .=. ... ... ...
        refuse_ending             ... === === === === ... ... ...
  FIB supervisor @ FIB, High, rejection asked
      as FIB supervisor @ FIB
      without reject close_without_item answer_and_close raise_to_high
        grant_ending              ... RRR RRR ... ... ... ... ...
        ask_to_lower              ... .=. .=. .=. .=. ... ... ...
        refuse_ending             ... === === === === ... ... ...
  FIB supervisor @ FIB, High, agreeing to withdrawal asked
      as FIB supervisor @ FIB
      without reject close_without_item answer_and_close raise_to_high
        grant_ending              ... WWW WWW ... ... ... ... ...
        ask_to_lower              ... .=. .=. .=. .=. ... ... ...
        refuse_withdrawal         ... .=. .=. .=. .=. ... ... ...
        refuse_ending             ... === === === === ... ... ...
  FIB supervisor @ FIB, High, withdrawal asked after closing was
      as FIB supervisor @ FIB
      without reject close_without_item answer_and_close raise_to_high
        ask_to_lower              ... .=. .=. .=. .=. ... ... ...
        refuse_withdrawal         ... .=. .=. .=. .=. ... ... ...
        refuse_ending             ... === === === === ... ... ...
  FIB supervisor @ FIB, High no more, rejection asked
      as FIB supervisor @ FIB
        grant_ending              ... RRR RRR ... ... ... ... ...
        refuse_ending             ... === === === === ... ... ...
  FIB supervisor @ area east | force SPOC
      as FIB officer @ area east
        release                   ... .== .== .== .== ... ... ...
        assign                    AAA === === === === ... ... ...
        reroute                   === === === === === ... ... ...
        approve_release           ... ... ... === === ... ... ...
        reopen                    ... ... ... ... ... SSS SSS ...
  FIB supervisor @ area east, High
      as FIB officer @ FIB, High
        release                   ... .== .== .== .== ... ... ...
        assign                    AAA === === === === ... ... ...
        reroute                   === === === === === ... ... ...
        sanitise                  ... ... ... === === ... ... ...
        approve_release           ... ... ... === === ... ... ...
        disseminate               ... ... ... DDD DDD ... ... ...
        reopen                    ... ... ... ... ... SSS SSS ...
  FIB supervisor @ area east, High, rejection asked
      as FIB supervisor @ FIB
      without reject close_without_item answer_and_close raise_to_high
        grant_ending              ... RRR RRR ... ... ... ... ...
        sanitise                  ... ... ... === === ... ... ...
        disseminate               ... ... ... DDD DDD ... ... ...
        ask_to_lower              ... .=. .=. .=. .=. ... ... ...
        refuse_ending             ... === === === === ... ... ...
  FIB supervisor @ area east, restricted
      as FIB supervisor @ area east
      without restrict
        ask_to_lift               ... .=. .=. .=. .=. === .=. ...
  FIB supervisor @ area east, restricted, High
      as FIB officer @ FIB, High
      without restrict
        release                   ... .== .== .== .== ... ... ...
        assign                    AAA === === === === ... ... ...
        reroute                   === === === === === ... ... ...
        sanitise                  ... ... ... === === ... ... ...
        approve_release           ... ... ... === === ... ... ...
        disseminate               ... ... ... DDD DDD ... ... ...
        ask_to_lift               ... .=. .=. .=. .=. === === ...
        reopen                    ... ... ... ... ... SSS SSS ...
  SPOC east | SPOC east on duty @ FIB | FIB, unread | FIB, High no more, rejection asked | force SPOC
  SPOC west @ FIB | FIB, unread | FIB, High no more, rejection asked | area east | force SPOC
  force SPOC @ FIB | FIB, unread | FIB, High no more, rejection asked | area east
        release                   ... .=. .=. .=. .=. ... ... ...
        hand_over                 ... .=. .=. .=. .=. ... ... ...
        raise_to_high             .=. .=. .=. .=. .=. ... ... ...
        restrict                  .=. .=. .=. .=. .=. .=. .=. ...
  SPOC east @ FIB, High | FIB, High, withdrawal asked | FIB, High, closing asked |
    FIB, High, closing asked by oneself | FIB, High, closing without an item asked | FIB, High, rejection asked |
    FIB, High, agreeing to withdrawal asked | FIB, High, withdrawal asked after closing was
  SPOC west | force SPOC @ FIB, High | FIB, High, withdrawal asked | FIB, High, closing asked |
    FIB, High, closing asked by oneself | FIB, High, closing without an item asked | FIB, High, rejection asked |
    FIB, High, agreeing to withdrawal asked | FIB, High, withdrawal asked after closing was | area east, High |
    area east, High, rejection asked
      as SPOC east @ FIB
      without raise_to_high
        ask_to_lower              ... .=. .=. .=. .=. ... ... ...
  SPOC east | SPOC west | force SPOC @ FIB, High, unread, withdrawal asked | FIB, High, lowering asked |
    FIB, High, lowering asked by oneself | FIB, High, unread, lowering asked | FIB, High, unread, closing asked
      as SPOC east @ FIB
      without raise_to_high
  SPOC east | SPOC east on duty @ area east
  force SPOC @ force SPOC
      as FIB officer @ FIB
      without sanitise disseminate
  SPOC east | SPOC east on duty @ area east, High
      as FIB officer @ FIB, High
      without sanitise disseminate
  SPOC east | SPOC east on duty @ area east, High, rejection asked
      as SPOC east @ area east
      without reject close_without_item answer_and_close raise_to_high
        ask_to_lower              ... .=. .=. .=. .=. ... ... ...
  SPOC east on duty @ FIB, High
      as FIB officer @ FIB, High
      without sanitise disseminate
        reroute                   .=. .=. .=. .=. .=. ... ... ...
  SPOC east on duty @ FIB, High, withdrawal asked
      as FIB officer @ FIB, unread
      without sanitise disseminate raise_to_high
        reroute                   .=. .=. .=. .=. .=. ... ... ...
        ask_to_lower              ... .=. .=. .=. .=. ... ... ...
        ask_to_grant_withdrawal   ... .=. .=. ... ... ... ... ...
        refuse_withdrawal         ... .=. .=. .=. .=. ... ... ...
  SPOC east on duty @ FIB, High, unread, withdrawal asked
      as FIB officer @ FIB, unread
      without sanitise disseminate raise_to_high
        reroute                   .=. .=. .=. .=. .=. ... ... ...
        refuse_withdrawal         ... .=. .=. .=. .=. ... ... ...
  SPOC east on duty @ FIB, High, lowering asked | FIB, High, lowering asked by oneself
      as FIB officer @ FIB, High
      without sanitise disseminate ask_to_lower
        reroute                   .=. .=. .=. .=. .=. ... ... ...
  SPOC east on duty @ FIB, High, unread, lowering asked | FIB, High, unread, closing asked
      as FIB officer @ FIB, unread
      without sanitise disseminate raise_to_high
        reroute                   .=. .=. .=. .=. .=. ... ... ...
  SPOC east on duty @ FIB, High, closing asked | FIB, High, closing asked by oneself |
    FIB, High, closing without an item asked | FIB, High, rejection asked
      as FIB officer @ FIB, unread
      without sanitise disseminate raise_to_high
        reroute                   .=. .=. .=. .=. .=. ... ... ...
        ask_to_lower              ... .=. .=. .=. .=. ... ... ...
  SPOC east on duty @ FIB, High, agreeing to withdrawal asked | FIB, High, withdrawal asked after closing was
      as FIB officer @ FIB, unread
      without sanitise disseminate raise_to_high
        reroute                   .=. .=. .=. .=. .=. ... ... ...
        ask_to_lower              ... .=. .=. .=. .=. ... ... ...
        refuse_withdrawal         ... .=. .=. .=. .=. ... ... ...
  submitter | partner lead who covers @ FIB | FIB, unread | FIB, restricted | FIB, restricted, lifting asked |
    FIB, restricted, lifting asked by oneself | FIB, High no more, rejection asked | area east |
    area east, restricted | force SPOC
        partner_replies           ... ... AAA ... ... ... ... ...
        withdraw                  WWW ... ... ... ... ... ... ...
  submitter | partner lead who covers @ FIB, High | FIB, restricted, High | FIB, High, lowering asked |
    FIB, High, lowering asked by oneself | FIB, High, unread, lowering asked | FIB, High, closing asked |
    FIB, High, closing asked by oneself | FIB, High, unread, closing asked |
    FIB, High, closing without an item asked | FIB, High, rejection asked | area east, High |
    area east, High, rejection asked | area east, restricted, High
        partner_replies           ... ... AAA ... ... ... ... ...
        request_withdrawal        === === === ... ... ... ... ...
  submitter | partner lead who covers @ FIB, High, withdrawal asked | FIB, High, unread, withdrawal asked |
    FIB, High, agreeing to withdrawal asked | FIB, High, withdrawal asked after closing was
        partner_replies           ... ... AAA ... ... ... ... ...
  system @ FIB | FIB, unread | FIB, restricted | FIB, restricted, lifting asked |
    FIB, restricted, lifting asked by oneself | FIB, High no more, rejection asked | area east |
    area east, restricted | force SPOC
        release                   ... .== .== .== .== ... ... ...
        stop_waiting              ... ... AAA ... ... ... ... ...
        raise_to_high             === === === === === ... ... ...
        reopen                    ... ... ... ... ... SSS SSS ...
  system @ FIB, High | FIB, High, withdrawal asked | FIB, High, unread, withdrawal asked | FIB, restricted, High |
    FIB, High, lowering asked | FIB, High, lowering asked by oneself | FIB, High, unread, lowering asked |
    FIB, High, closing asked | FIB, High, closing asked by oneself | FIB, High, unread, closing asked |
    FIB, High, closing without an item asked | FIB, High, rejection asked | FIB, High, agreeing to withdrawal asked |
    FIB, High, withdrawal asked after closing was | area east, High | area east, High, rejection asked |
    area east, restricted, High
      as system @ FIB
      without raise_to_high
`;

/** Every pair that is listed with its lines. @throws Error where something is said twice, or of what is not there */
function expectedTables(): Map<string, string> {
  const tables = new Map<string, Map<string, string>>();
  // A heading that does not fit goes on behind its last stroke; several headings may stand over one table.
  const said = expected
    .replaceAll(/\|\n +/g, '| ')
    .split('\n')
    .filter((line) => line.trim() !== '');
  let lines = new Map<string, string>();
  let under: string[] = [];
  let heading = false;
  for (const line of said) {
    const [who, what] = line.trim().split(' @ ');
    const words = line.trim().split(' ');
    if (!line.startsWith('    ') && who !== undefined && what !== undefined) {
      if (!heading) [lines, under] = [new Map<string, string>(), []];
      heading = true;
      const pairs = who.split(' | ').flatMap((one) => what.split(' | ').map((other) => `${one} @ ${other}`));
      for (const pair of pairs) {
        if (tables.has(pair)) throw new Error(`${pair} is listed twice`);
        tables.set(pair, lines);
      }
      under.push(...pairs);
      continue;
    }
    heading = false;
    if (words[0] === 'as') {
      const like = tables.get(words.slice(1).join(' '));
      if (!like || like === lines) throw new Error(`${line.trim()}: no such pair stands above`);
      for (const [action, cells] of like) lines.set(action, cells);
    } else if (words[0] === 'without') {
      for (const action of words.slice(1))
        if (!lines.delete(action)) throw new Error(`${under.join()}: there is no ${action} to take away`);
    } else {
      if (lines.get(words[0] ?? '') === line.trim()) throw new Error(`${under.join()} says ${line} twice`);
      lines.set(words[0] ?? '', line.trim());
    }
  }
  const inOrder = (table: Map<string, string>) => actions.flatMap((action) => table.get(action) ?? []);
  return new Map([...tables].map(([pair, table]) => [pair, inOrder(table).join('\n')]));
}

describe('who × state × action', () => {
  const tables = expectedTables();
  const cases = Object.entries(people).flatMap(([who, person]) =>
    Object.entries(things).map(([what, thing]) => ({ pair: `${who} @ ${what}`, person, thing })),
  );

  it('expects nothing of a person or a thing that does not exist', () => {
    const known = new Set(cases.map(({ pair }) => pair));
    expect([...tables.keys()].filter((pair) => !known.has(pair))).toEqual([]);
  });

  it.each(cases)('$pair', ({ pair, person, thing }) => {
    expect(tableFor(person, thing)).toBe(tables.get(pair) ?? '');
  });

  it('shows as buttons exactly what would be allowed once everything is given', () => {
    for (const { person, thing } of cases) {
      for (const status of statuses) {
        for (const claimedBy of claims) {
          const state: SubmissionState = { ...base, ...thing, status, claimedBy };
          const access = accessOf(person, state);
          const shown = transitionsFor(state, person.actor, access).map((row) => row.action);
          const allowed = actions.filter(
            (action) => decideTransition(state, action, person.actor, access, completeInput(state)).ok,
          );
          expect(shown).toEqual(allowed);
        }
      }
    }
  });

  it('ends nothing that is High but by a supervisor who agrees to what somebody else has asked', () => {
    let ended = 0;
    for (const { person, thing } of cases.filter((each) => each.thing.priority === 'high')) {
      for (const status of statuses.filter((each) => !isFinal(each))) {
        for (const claimedBy of claims) {
          const state: SubmissionState = { ...base, ...thing, status, claimedBy };
          for (const action of actions) {
            const moved = decideTransition(
              state,
              action,
              person.actor,
              accessOf(person, state),
              completeInput(state),
            );
            if (!moved.ok || !isFinal(moved.to)) continue;
            ended += 1;
            expect([action, state.endingAskedBy]).toEqual(['grant_ending', 'another']);
          }
        }
      }
    }
    expect(ended).toBeGreaterThan(0);
  });

  it('lets no police role but FIB and the SPOC do anything', () => {
    const others = roleNames.filter(
      (role) => !['reporter', 'partner_lead', 'fib_officer', 'fib_supervisor', 'spoc'].includes(role),
    );
    expect(others).toHaveLength(6);
    for (const role of others) {
      for (const areaId of [null, 'east']) {
        for (const thing of Object.values(things))
          expect(tableFor({ actor: police('me', { role, areaId }), onDutyList: true }, thing)).toBe('');
      }
    }
  });
});

describe('the table as a machine', () => {
  const moves = transitions.flatMap((row) =>
    row.from.map((from) => ({ row, from, to: row.to === 'unchanged' ? from : row.to })),
  );

  it('reaches every state from submitted', () => {
    const reached = new Set<Status>(['submitted']);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const { from, to } of moves) if (reached.has(from)) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...statuses].sort());
  });

  it.each(statuses)('has a way on from %s, unless it is final', (status) => {
    const onwards = moves.filter(({ from, to }) => from === status && to !== status);
    // Of an end only the portal and a supervisor make a beginning, and never of what its partner took back.
    const others = onwards.filter(({ row }) =>
      row.who.some(({ holder }) => holder !== 'system' && holder !== 'fib_supervisor'),
    );
    expect(others.length === 0).toBe(finalStatuses.includes(status));
    if (isFinal(status))
      expect(
        moves
          .filter(({ from, row }) => from === status && row.to !== 'unchanged')
          .map(({ row }) => row.action),
      ).toEqual(status === 'withdrawn' ? [] : ['reopen']);
  });

  it('leads from every open state to an end', () => {
    const ending = new Set<Status>(finalStatuses);
    for (let size = 0; size !== ending.size;) {
      size = ending.size;
      for (const { from, to } of moves) if (ending.has(to)) ending.add(from);
    }
    expect(ending.size).toBe(statuses.length);
  });

  it('gives one action from one state one result', () => {
    const results = new Map<string, Set<Status>>();
    for (const { row, from, to } of moves) {
      // What was asked is part of what is agreed to.
      const key = `${row.action} ${row.action === 'grant_ending' ? (row.when[0] ?? '') : ''} from ${from}`;
      results.set(key, (results.get(key) ?? new Set()).add(to));
    }
    expect([...results].filter(([, ends]) => ends.size > 1)).toEqual([]);
  });

  it('says in words what it asks for', () => {
    for (const row of transitions) {
      expect(row.label).toMatch(/^[A-Z]/);
      if (row.comment.need === 'required') expect(row.comment.missing).toMatch(/^Enter /);
      if (row.comment.need === 'optional') expect(row.comment.label).toMatch(/\(optional\)$/);
      expect(row.audits.length).toBeGreaterThan(0);
    }
  });

  it('records every change of status as a move', () => {
    for (const row of transitions)
      if (row.to !== 'unchanged') expect(row.audits).toContain('submission.moved');
  });
});

describe('what was moved here by hand', () => {
  const membersOf: Record<string, readonly string[]> = {
    FIB: ['FIB officer', 'FIB officer on duty', 'FIB supervisor'],
    'area east': ['SPOC east', 'SPOC east on duty'],
    'force SPOC': ['force SPOC'],
  };
  const sendsBack = 'decline_transfer          =.. =.. =.. =.. =.. ... ... ...';

  it.each(Object.entries(things))('%s: its queue may send it back while it is unclaimed', (name, thing) => {
    for (const [who, person] of Object.entries(people)) {
      const lines = tableFor(person, { ...thing, transferred: true }).split('\n');
      const officers = membersOf[name.replace(/, (High|unread).*/, '')] ?? [];
      expect(lines.includes(sendsBack), `${who} @ ${name}`).toBe(officers.includes(who));
      expect(lines.filter((line) => !line.startsWith('decline_transfer')).join('\n')).toBe(
        tableFor(person, thing),
      );
    }
  });
});

describe('a path to closed', () => {
  it.each(queueKinds)('exists for the officers of a queue of kind %s', (kind) => {
    expect(pathToClosed(kind)).toEqual(['claim', 'accept', 'answer_and_close']);
  });

  it('exists for a restricted submission in FIB only, so no other queue may hold one', () => {
    expect(queueKinds.filter((kind) => mayBePrimary(kind, { restricted: true }))).toEqual(['fib']);
  });

  it('is unknown for an unknown kind of queue', () => {
    expect(pathToClosed('archive')).toBeNull();
    expect(mayBePrimary('archive', { restricted: false })).toBe(false);
  });
});
