import { describe, expect, it } from 'vitest';

import { roleNames, type Actor, type HeldRole } from '#app/domain/kernel/actor.ts';
import type { Ending } from '#app/domain/kernel/endings.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { decideTransition, transitionsFor, type Mover } from './decide-transition.ts';
import { accessFor, type SubmissionAccess } from './submission-access.ts';
import {
  isFinal,
  statuses,
  type ItemState,
  type Status,
  type SubmissionState,
} from '#app/domain/kernel/statuses.ts';
import { transitions, type Action } from './actions.ts';

const police = (accountId: Id<'Account'>, ...roles: HeldRole[]): Actor => ({
  accountId,
  displayName: accountId,
  side: 'police',
  organisationId: null,
  roles,
  sessionId: null,
});
const partner = (
  accountId: Id<'Account'>,
  organisationId: Id<'Organisation'>,
  ...roles: HeldRole[]
): Actor => ({
  ...police(accountId, ...roles),
  side: 'partner',
  organisationId,
});

type Person = { actor: Mover; onDutyList?: boolean; coversSubmitter?: boolean };
const everyone = { areaId: null };
const people: Record<string, Person> = {
  'FIB officer': { actor: police('me' as Id<'Account'>, { role: 'fib_officer', ...everyone }) },
  'FIB officer on duty': {
    actor: police('me' as Id<'Account'>, { role: 'fib_officer', ...everyone }),
    onDutyList: true,
  },
  'FIB officer limited to an area': {
    actor: police('me' as Id<'Account'>, { role: 'fib_officer', areaId: 'east' as Id<'Area'> }),
  },
  'FIB supervisor': { actor: police('me' as Id<'Account'>, { role: 'fib_supervisor', ...everyone }) },
  'SPOC east': { actor: police('me' as Id<'Account'>, { role: 'spoc', areaId: 'east' as Id<'Area'> }) },
  'SPOC east on duty': {
    actor: police('me' as Id<'Account'>, { role: 'spoc', areaId: 'east' as Id<'Area'> }),
    onDutyList: true,
  },
  'SPOC west': { actor: police('me' as Id<'Account'>, { role: 'spoc', areaId: 'west' as Id<'Area'> }) },
  'force SPOC': { actor: police('me' as Id<'Account'>, { role: 'spoc', ...everyone }) },
  'area lead east': {
    actor: police('me' as Id<'Account'>, { role: 'area_lead', areaId: 'east' as Id<'Area'> }),
  },
  'area lead on duty by mistake': {
    actor: police('me' as Id<'Account'>, { role: 'area_lead', areaId: 'east' as Id<'Area'> }),
    onDutyList: true,
  },
  'source custodian': { actor: police('me' as Id<'Account'>, { role: 'source_custodian', ...everyone }) },
  'MDS lead': { actor: police('me' as Id<'Account'>, { role: 'mds_lead', ...everyone }) },
  'plan contributor': { actor: police('me' as Id<'Account'>, { role: 'plan_contributor', ...everyone }) },
  administrator: { actor: police('me' as Id<'Account'>, { role: 'administrator', ...everyone }) },
  auditor: { actor: police('me' as Id<'Account'>, { role: 'auditor', ...everyone }) },
  'no role': { actor: police('me' as Id<'Account'>) },
  submitter: {
    actor: partner('partner' as Id<'Account'>, 'organisation' as Id<'Organisation'>, {
      role: 'reporter',
      ...everyone,
    }),
  },
  'submitter who has moved organisation': {
    actor: partner('partner' as Id<'Account'>, 'other' as Id<'Organisation'>, {
      role: 'reporter',
      ...everyone,
    }),
  },
  'another reporter': {
    actor: partner('me' as Id<'Account'>, 'organisation' as Id<'Organisation'>, {
      role: 'reporter',
      ...everyone,
    }),
  },
  'partner lead': {
    actor: partner('me' as Id<'Account'>, 'organisation' as Id<'Organisation'>, {
      role: 'partner_lead',
      ...everyone,
    }),
  },
  'partner lead who covers': {
    actor: partner('me' as Id<'Account'>, 'organisation' as Id<'Organisation'>, {
      role: 'partner_lead',
      ...everyone,
    }),
    coversSubmitter: true,
  },
  'partner lead elsewhere': {
    actor: partner('me' as Id<'Account'>, 'other' as Id<'Organisation'>, {
      role: 'partner_lead',
      ...everyone,
    }),
    coversSubmitter: true,
  },
  system: { actor: 'system' },
};

const base: SubmissionState = {
  status: 'submitted',
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
  areaId: 'east' as Id<'Area'>,
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
const places: Record<string, Partial<SubmissionState>> = {
  FIB: {},
  'area east': { primaryQueueKind: 'area', primaryAreaId: 'east' as Id<'Area'> },
  'force SPOC': { primaryQueueKind: 'force_spoc' },
};
const asked = (endingAsked: Ending, by = 'another') => ({
  endingAsked,
  endingAskedBy: by as Id<'Account'>,
});
const itemOf = (who: string): ItemState => {
  const writtenBy = who as Id<'Account'>;
  return { writtenBy, voided: false, wentOutByTwo: false, madeBy: [writtenBy] };
};
const noneIsAsked = 'instead of ask_to_reject ask_to_close_without_item ask_to_close ask_to_grant_withdrawal';
const decided = (cells: string) => `${noneIsAsked}
    beside assign: grant_ending                    ${cells}
    beside assign: refuse_ending                   ... === === === === ... ... ...`;
/**
 * What may be said of a submission, and what that changes in a table of `expected` below, where it has such a line:
 * another stands instead of it or beside it, or nothing stands instead of it.
 */
const features: Record<string, [Partial<SubmissionState>, string]> = {
  High: [
    { priority: 'high' },
    `instead of raise_to_high
    instead of reject: ask_to_reject               ... .=. .=. ... ... ... ... ...
    instead of close_without_item: ask_to_close_without_item ... .=. ... ... ... ... ... ...
    instead of answer_and_close: ask_to_close      ... ... ... .=. .=. ... ... ...
    instead of withdraw: request_withdrawal        === === === ... ... ... ... ...
    beside hand_over: ask_to_lower                 ... .=. .=. .=. .=. ... ... ...`,
  ],
  'danger goes on': [
    { dangerGoesOn: true },
    'beside ask_to_close: close_as_duplicate        ... .X. ... .X. .X. ... ... ...',
  ],
  restricted: [
    { restricted: true, accessList: ['me', 'a third'] as Id<'Account'>[] },
    `instead of reroute
    instead of restrict: ask_to_lift               ... .=. .=. .=. .=. === === ...
    beside assign: give_access                     === === === === === === === ...
    beside assign: take_access                     === === === === === === === ...`,
  ],
  unread: [
    { unreadInformation: true },
    `${noneIsAsked} ask_to_lower
    instead of reject close_without_item answer_and_close grant_lowering grant_ending`,
  ],
  'seen again': [
    { seenAgain: true },
    'beside sanitise: ask_to_stop_looking          === === === === === === === ...',
  ],
  'withdrawal asked': [
    { withdrawalRequested: true },
    `instead of ask_to_reject: ask_to_grant_withdrawal ... .=. .=. ... ... ... ... ...
    instead of ask_to_close_without_item ask_to_close grant_ending request_withdrawal
    beside ask_partner: refuse_withdrawal          ... .=. .=. .=. .=. ... ... ...`,
  ],
  'lifting asked': [
    { liftingAskedBy: 'another' as Id<'Account'> },
    `instead of ask_to_lift
    beside assign: lift_restriction                === === === === === === === ...
    beside assign: refuse_lifting                  === === === === === === === ...`,
  ],
  'lifting asked by oneself': [{ liftingAskedBy: 'me' as Id<'Account'> }, 'instead of ask_to_lift'],
  'lowering asked': [
    { loweringAskedBy: 'another' as Id<'Account'> },
    `instead of ask_to_lower
    beside assign: grant_lowering                  ... === === === === ... ... ...
    beside assign: refuse_lowering                 ... === === === === ... ... ...`,
  ],
  'lowering asked by oneself': [{ loweringAskedBy: 'me' as Id<'Account'> }, 'instead of ask_to_lower'],
  'disclosure asked': [
    { immigrationAskedBy: 'another' as Id<'Account'> },
    `instead of ask_immigration_use
    beside assign: grant_immigration_use           ... ... ... DDD DDD ... ... ...
    beside assign: refuse_immigration_use          === === === === === ... ... ...`,
  ],
  'disclosure asked by oneself': [
    { immigrationAskedBy: 'me' as Id<'Account'> },
    'instead of ask_immigration_use',
  ],
  'closing asked': [asked('answer_and_close'), decided('... ... ... XXX XXX ... ... ...')],
  'closing asked by oneself': [asked('answer_and_close', 'me'), noneIsAsked],
  'closing without an item asked': [asked('close_without_item'), decided('... XXX ... ... ... ... ... ...')],
  'rejection asked': [asked('reject'), decided('... RRR RRR ... ... ... ... ...')],
  'agreement asked': [asked('grant_withdrawal'), decided('... WWW WWW ... ... ... ... ...')],
  'item of their own': [
    { item: itemOf('me') },
    `beside grade: void_item                        ... .A. .Q. .A. .A. ... ... ...
    beside approve_release: void_item              ... AAA QQQ AAA AAA ... ... ...`,
  ],
  'item of another': [
    { item: itemOf('another') },
    'beside approve_release: void_item             ... AAA QQQ AAA AAA ... ... ...',
  ],
  'own item that went out by two': [{ item: { ...itemOf('me'), wentOutByTwo: true } }, ''],
  'item that went out by two': [
    { item: { ...itemOf('another'), wentOutByTwo: true } },
    'beside approve_release: void_item             ... AAA QQQ AAA AAA ... ... ...',
  ],
  'voided item': [
    { item: { ...itemOf('me'), voided: true } },
    'instead of grade sanitise approve_release disseminate ask_immigration_use',
  ],
};
const names = [
  'FIB',
  'FIB, High',
  'FIB, High, withdrawal asked',
  'FIB, High, danger goes on',
  'FIB, unread',
  'FIB, seen again',
  'FIB, High, withdrawal asked, unread',
  'FIB, restricted',
  'FIB, High, restricted',
  'FIB, restricted, lifting asked',
  'FIB, restricted, lifting asked by oneself',
  'FIB, disclosure asked',
  'FIB, disclosure asked by oneself',
  'FIB, High, lowering asked',
  'FIB, High, lowering asked by oneself',
  'FIB, High, lowering asked, unread',
  'FIB, High, closing asked',
  'FIB, High, closing asked by oneself',
  'FIB, High, closing asked, unread',
  'FIB, High, closing without an item asked',
  'FIB, High, rejection asked',
  'FIB, High, withdrawal asked, agreement asked',
  'FIB, High, closing asked, withdrawal asked',
  // It is High no more.
  'FIB, rejection asked',
  'area east',
  'area east, High',
  'area east, High, rejection asked',
  'area east, restricted',
  'area east, High, restricted',
  'force SPOC',
  'FIB, item of their own',
  'area east, item of their own',
  'FIB, item of another',
  'FIB, own item that went out by two',
  'FIB, item that went out by two',
  'FIB, voided item',
];
const things = Object.fromEntries(
  names.map((name) => [
    name,
    Object.assign(
      {},
      ...name.split(', ').map((part) => places[part] ?? features[part]?.[0]),
    ) as Partial<SubmissionState>,
  ]),
);

const accessOf = ({ actor, ...facts }: Person, state: SubmissionState): SubmissionAccess =>
  actor === 'system'
    ? { holdsPrimaryQueue: false, onDutyList: false, coversSubmitter: false }
    : accessFor(actor, state, facts);

const completeInput = (state: SubmissionState, action: Action) => ({
  comment: 'Because',
  itemsGraded: true,
  mopiGroupsSet: true,
  textWrittenBy: 'writer',
  approvedBy: 'approver',
  recipient: action.endsWith('immigration_use')
    ? ({ kind: 'immigration_enforcement' } as const)
    : ({ kind: 'area', areaId: 'west' as Id<'Area'> } as const),
  overrideProblem: null,
  outcome: 'no_further_use',
  looseEnds: null,
  contactPlan: null,
  voidingGaps: [],
  area: { areaId: 'west' as Id<'Area'> },
  lowerTo: 'medium',
  dangerAct: { done: 'A patrol went.', doneBy: '4711', doneAt: new Date('2016-01-18T10:00:00Z') },
  colleague: { accountId: 'colleague' as Id<'Account'>, holdsPrimaryQueue: true },
  reader: 'colleague' as Id<'Account'>,
  otherQueue:
    state.primaryQueueKind === 'fib' && !state.restricted
      ? ({ kind: 'area', areaId: 'west' as Id<'Area'> } as const)
      : ({ kind: 'fib', areaId: null } as const),
});

const stateOf = (thing: Partial<SubmissionState>, status: Status, claimedBy: Id<'Account'> | null) => ({
  ...base,
  ...thing,
  status,
  claimedBy,
});
const decide = (person: Person, state: SubmissionState, action: Action) =>
  decideTransition(state, action, person.actor, accessOf(person, state), completeInput(state, action));

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
const claims = [null, 'me' as Id<'Account'>, 'another' as Id<'Account'>];

/** One line an action that is allowed at all; a cell for each status; in it what becomes of it unclaimed, mine, another's. */
function tableFor(person: Person, thing: Partial<SubmissionState>): string {
  const states = statuses.map((status) => claims.map((claimedBy) => stateOf(thing, status, claimedBy)));
  const lines = actions.map((action) => {
    const cells = states.map((claimed) =>
      claimed
        .map((state) => {
          const moved = decide(person, state, action);
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
 * add to it. Of a thing that is not listed the part before its last comma is, with the changes of that feature. Who is not
 * listed at all may do nothing.
 */
const expected = `
  FIB officer | FIB officer on duty @ FIB
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
        ask_immigration_use       ... ... ... .=. .=. ... ... ...
        answer_and_close          ... ... ... .X. .X. ... ... ...
        raise_to_high             === === === === === ... ... ...
        restrict                  === === === === === === === ...
  FIB officer | FIB officer on duty @ area east | force SPOC
        release                   ... .=. .=. .=. .=. ... ... ...
        hand_over                 ... .=. .=. .=. .=. ... ... ...
        sanitise                  ... ... ... === === ... ... ...
        disseminate               ... ... ... DDD DDD ... ... ...
        ask_immigration_use       ... ... ... === === ... ... ...
        raise_to_high             .=. .=. .=. === === ... ... ...
        restrict                  .=. .=. .=. === === === .=. ...
  FIB officer | FIB officer on duty @ area east, restricted
      as FIB officer @ area east
      without restrict
        ask_to_lift               ... .=. .=. .=. .=. === .=. ...
  FIB officer @ area east, High, restricted
      as FIB officer @ area east, High
      without restrict
        ask_to_lift               ... .=. .=. .=. .=. === .=. ...
  FIB officer on duty @ area east, High
      as FIB officer @ FIB, High
        reroute                   .=. .=. .=. .=. .=. ... ... ...
        sanitise                  ... ... ... === === ... ... ...
        disseminate               ... ... ... DDD DDD ... ... ...
        ask_immigration_use       ... ... ... === === ... ... ...
  FIB officer on duty @ area east, High, restricted
      as FIB officer on duty @ area east, High
      without restrict
        ask_to_lift               ... .=. .=. .=. .=. === === ...
  FIB supervisor @ FIB
      as FIB officer @ FIB
        release                   ... .== .== .== .== ... ... ...
        assign                    AAA === === === === ... ... ...
        reroute                   === === === === === ... ... ...
        approve_release           ... ... ... === === ... ... ...
        reopen                    ... ... ... ... ... AAA AAA ...
  FIB supervisor @ area east | force SPOC
      as FIB officer @ area east
        release                   ... .== .== .== .== ... ... ...
        assign                    AAA === === === === ... ... ...
        reroute                   === === === === === ... ... ...
        approve_release           ... ... ... === === ... ... ...
        reopen                    ... ... ... ... ... AAA AAA ...
  FIB supervisor @ area east, High
      as FIB supervisor @ FIB, High
        sanitise                  ... ... ... === === ... ... ...
        disseminate               ... ... ... DDD DDD ... ... ...
        ask_immigration_use       ... ... ... === === ... ... ...
  FIB supervisor @ area east, restricted
      as FIB supervisor @ area east
      without restrict
        give_access               === === === === === === === ...
        take_access               === === === === === === === ...
        ask_to_lift               ... .=. .=. .=. .=. === .=. ...
  FIB supervisor @ area east, High, restricted
      as FIB supervisor @ area east, High
      without restrict
        give_access               === === === === === === === ...
        take_access               === === === === === === === ...
        ask_to_lift               ... .=. .=. .=. .=. === === ...
  SPOC east | SPOC east on duty @ FIB | force SPOC
  SPOC west @ FIB | area east | force SPOC
  force SPOC @ FIB | area east
        release                   ... .=. .=. .=. .=. ... ... ...
        hand_over                 ... .=. .=. .=. .=. ... ... ...
        raise_to_high             .=. .=. .=. .=. .=. ... ... ...
        restrict                  .=. .=. .=. .=. .=. .=. .=. ...
  SPOC east | SPOC east on duty @ area east
  force SPOC @ force SPOC
      as FIB officer @ FIB
      without sanitise disseminate ask_immigration_use
  SPOC east on duty @ FIB, High
      as FIB officer @ FIB, High
      without sanitise disseminate ask_immigration_use
        reroute                   .=. .=. .=. .=. .=. ... ... ...
  SPOC east | SPOC east on duty | SPOC west | force SPOC @ FIB, restricted | FIB, High, restricted |
    area east, restricted | area east, High, restricted
      nothing
  submitter | partner lead who covers @ FIB | area east | force SPOC
        partner_replies           ... ... AAA ... ... ... ... ...
        withdraw                  WWW ... ... ... ... ... ... ...
  system @ FIB
        release                   ... .== .== .== .== ... ... ...
        hand_on                   ... .== .== .== .== ... ... ...
        stop_waiting              ... ... AAA ... ... ... ... ...
        raise_to_high             === === === === === ... ... ...
        fall_to_duty_list         === === === === === ... ... ...
        reopen                    ... ... ... ... ... AAA AAA ...
  system @ area east | force SPOC
        as system @ FIB
        without fall_to_duty_list
        fall_to_fib               === === === === === ... ... ...
`;

type Table = ReadonlyMap<string, string>;
const listed = new Map<string, Map<string, string>>();
const unused = new Set<string>();

/** What is expected of a pair: its own table, or that of the thing before its last feature with the changes of that. */
function expectedOf(pair: string): Table {
  const own = listed.get(pair);
  if (own) return own;
  const comma = pair.lastIndexOf(', ');
  if (comma < 0) return new Map();
  const table = new Map(expectedOf(pair.slice(0, comma)));
  const feature = pair.slice(comma + 2);
  for (const line of changesOf(feature)) {
    const [said = '', put] = line.split(': ');
    const [action = '', ...cells] = put?.split(/ +/) ?? [];
    const where = said.replace(/^(instead of|beside) /, '').split(' ');
    for (const old of where.filter((each) => table.has(each))) {
      unused.delete(`${feature}: ${line}`);
      if (said.startsWith('instead of ')) table.delete(old);
      if (put) table.set(action, cells.join(' '));
    }
  }
  return table;
}

const changesOf = (feature: string) => (features[feature]?.[1] ?? '').split(/\n */).filter(Boolean);

/** Reads the tables that are listed. @throws Error where something is said twice, or of what is not there */
function readExpected(): void {
  // A heading that does not fit goes on behind its last stroke; several headings may stand over one table.
  const lines = expected.replaceAll(/\|\n +/g, '| ').split('\n');
  let table = new Map<string, string>();
  let heading = false;
  for (const line of lines.filter((each) => each.trim() !== '')) {
    const [who, what] = line.trim().split(' @ ');
    const [word = '', ...words] = line.trim().split(/ +/);
    if (!line.startsWith('    ') && who !== undefined && what !== undefined) {
      if (!heading) table = new Map<string, string>();
      heading = true;
      for (const one of who.split(' | '))
        for (const other of what.split(' | ')) {
          if (listed.has(`${one} @ ${other}`)) throw new Error(`${one} @ ${other} is listed twice`);
          listed.set(`${one} @ ${other}`, table);
        }
      continue;
    }
    heading = false;
    if (word === 'as') for (const [action, cells] of expectedOf(words.join(' '))) table.set(action, cells);
    else if (word === 'without') {
      for (const action of words)
        if (!table.delete(action)) throw new Error(`there is no ${action} to take away`);
    } else if (word !== 'nothing') {
      if (table.get(word) === words.join(' ')) throw new Error(`${line} is said twice`);
      table.set(word, words.join(' '));
    }
  }
}
for (const feature of Object.keys(features))
  for (const line of changesOf(feature)) unused.add(`${feature}: ${line}`);
readExpected();
const inWords = (table: Table) =>
  actions
    .flatMap((action) => (table.has(action) ? `${action.padEnd(26)}${table.get(action)}` : []))
    .join('\n');

describe('who × state × action', () => {
  const cases = Object.entries(people).flatMap(([who, person]) =>
    Object.entries(things).map(([what, thing]) => ({ pair: `${who} @ ${what}`, person, thing })),
  );

  it.each(cases)('$pair', ({ pair, person, thing }) => {
    expect(tableFor(person, thing)).toBe(inWords(expectedOf(pair)));
  });

  it('expects nothing of a person or a thing that does not exist, and lists no change that changes nothing', () => {
    const known = new Set(cases.map(({ pair }) => pair));
    expect([...listed.keys()].filter((pair) => !known.has(pair))).toEqual([]);
    expect([...unused]).toEqual([]);
    const knownActions = new Set<string>(actions);
    const named = [...listed.values()].flatMap((table) => [...table.keys()]);
    expect(named.filter((action) => !knownActions.has(action))).toEqual([]);
  });

  it('shows as buttons exactly what would be allowed once everything is given', () => {
    const different: string[] = [];
    for (const { pair, person, thing } of cases) {
      for (const status of statuses) {
        for (const claimedBy of claims) {
          const state = stateOf(thing, status, claimedBy);
          const shown = transitionsFor(state, person.actor, accessOf(person, state));
          const allowed = actions.filter((action) => decide(person, state, action).ok);
          if (shown.map(({ action }) => action).join() !== allowed.join())
            different.push(`${pair}, ${status}, claimed by ${claimedBy ?? 'nobody'}`);
        }
      }
    }
    expect(different).toEqual([]);
  });

  it('ends nothing that is High but by a supervisor who agrees to what somebody else has asked, or where the danger goes on', () => {
    let ended = 0;
    for (const { person, thing } of cases.filter((each) => each.thing.priority === 'high')) {
      for (const status of statuses.filter((each) => !isFinal(each))) {
        for (const claimedBy of claims) {
          const state = stateOf(thing, status, claimedBy);
          for (const action of actions) {
            const moved = decide(person, state, action);
            if (!moved.ok || !isFinal(moved.to)) continue;
            ended += 1;
            if (state.dangerGoesOn) expect(action).toBe('close_as_duplicate');
            else expect([action, state.endingAskedBy]).toEqual(['grant_ending', 'another']);
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
      for (const areaId of [null, 'east' as Id<'Area'>]) {
        for (const thing of Object.values(things))
          expect(
            tableFor({ actor: police('me' as Id<'Account'>, { role, areaId }), onDutyList: true }, thing),
          ).toBe('');
      }
    }
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
      const officers = thing.restricted ? [] : (membersOf[name.split(', ')[0] ?? ''] ?? []);
      expect(lines.includes(sendsBack), `${who} @ ${name}`).toBe(officers.includes(who));
      expect(lines.filter((line) => !line.startsWith('decline_transfer')).join('\n')).toBe(
        tableFor(person, thing),
      );
    }
  });
});
