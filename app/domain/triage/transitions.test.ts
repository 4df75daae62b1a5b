import { describe, expect, it } from 'vitest';

import { roleNames, type Actor, type HeldRole } from '#app/domain/actor.ts';
import { apply, transitionsFor, type Mover } from '#app/domain/triage/move.ts';
import { mayBePrimary, pathToClosed } from '#app/domain/triage/path-to-closed.ts';
import { standingFor, type Standing } from '#app/domain/triage/standing.ts';
import {
  finalStatuses,
  isFinal,
  queueKinds,
  statuses,
  type Status,
  type Subject,
} from '#app/domain/triage/statuses.ts';
import { transitions } from '#app/domain/triage/transitions.ts';

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

const base: Subject = {
  status: 'submitted',
  priority: 'medium',
  restricted: false,
  primaryQueueKind: 'fib',
  primaryAreaId: null,
  areaId: 'east',
  claimedBy: null,
  submittedBy: 'partner',
  organisationId: 'organisation',
  withdrawalRequested: false,
  hasItems: false,
  handlingC: false,
  approvalOutstanding: false,
};
const east = { primaryQueueKind: 'area', primaryAreaId: 'east' } as const;
const things: Record<string, Partial<Subject>> = {
  FIB: {},
  'FIB, High': { priority: 'high' },
  'FIB, High, withdrawal asked': { priority: 'high', withdrawalRequested: true },
  'FIB, restricted': { restricted: true },
  'FIB, restricted, High': { restricted: true, priority: 'high' },
  'area east': east,
  'area east, High': { ...east, priority: 'high' },
  'area east, restricted': { ...east, restricted: true },
  'area east, restricted, High': { ...east, restricted: true, priority: 'high' },
  'force SPOC': { primaryQueueKind: 'force_spoc' },
};

const standingOf = ({ actor, ...circumstances }: Person, subject: Subject): Standing =>
  actor === 'system'
    ? { holdsPrimaryQueue: false, onDutyList: false, coversSubmitter: false, secondFactor: 'recent' }
    : standingFor(actor, subject, { ...circumstances, secondFactor: 'recent' });

const given = (subject: Subject) => ({
  comment: 'Because',
  itemsGraded: true,
  mopiGroupsSet: true,
  textWrittenBy: 'writer',
  approvedBy: 'approver',
  recipient: { kind: 'area', areaId: 'west' } as const,
  outcome: 'no_further_use',
  area: { areaId: 'west' },
  colleague: { accountId: 'colleague', holdsPrimaryQueue: true },
  otherQueue:
    subject.primaryQueueKind === 'fib' && !subject.restricted
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
function tableFor(person: Person, thing: Partial<Subject>): string {
  const lines = actions.map((action) => {
    const cells = statuses.map((status) =>
      claims
        .map((claimedBy) => {
          const subject: Subject = { ...base, ...thing, status, claimedBy };
          const moved = apply(subject, action, person.actor, standingOf(person, subject), given(subject));
          if (!moved.ok) return '.';
          return moved.transition.to === 'unchanged' ? '=' : letters[moved.to];
        })
        .join(''),
    );
    return `${action.padEnd(19)}${cells.join(' ')}`;
  });
  return lines.filter((line) => /[A-Z=]/.test(line.slice(19))).join('\n');
}

/**
 * What each person may do with each thing. Columns: the eight statuses in order; in a cell what becomes of a submission
 * that is unclaimed, claimed by the person, claimed by another: a status by its letter, `=` unchanged, `.` not allowed.
 * S submitted, A in assessment, Q clarification, Y accepted, D disseminated, X closed, R rejected, W withdrawn.
 * A pair that is not listed may do nothing at all.
 */
const expected: { pairs: string[]; table: string }[] = [
  {
    pairs: [
      'FIB officer @ FIB',
      'FIB officer @ FIB, High',
      'FIB officer on duty @ FIB',
      'FIB officer on duty @ FIB, High',
    ],
    table: `
      claim              A.. =.. =.. =.. =.. ... ... ...
      release            ... .=. .=. .=. .=. ... ... ...
      take_over          ... ..= ..= ..= ..= ... ... ...
      hand_over          ... .=. .=. .=. .=. ... ... ...
      reroute            ==. ==. ==. ==. ==. ... ... ...
      set_area           ... .=. .=. .=. .=. ... ... ...
      grade              ... .=. ... .=. .=. ... ... ...
      ask_partner        ... .Q. ... ... ... ... ... ...
      record_reply       ... ... .A. ... ... ... ... ...
      stop_waiting       ... ... .A. ... ... ... ... ...
      accept             ... .Y. ... ... ... ... ... ...
      reject             ... .R. .R. ... ... ... ... ...
      close_without_item ... .X. ... ... ... ... ... ...
      sanitise           ... .=. ... .=. .=. ... ... ...
      disseminate        ... ... ... .D. .D. ... ... ...
      answer_and_close   ... ... ... .X. .X. ... ... ...`,
  },
  {
    pairs: ['FIB officer @ FIB, High, withdrawal asked', 'FIB officer on duty @ FIB, High, withdrawal asked'],
    table: `
      claim              A.. =.. =.. =.. =.. ... ... ...
      release            ... .=. .=. .=. .=. ... ... ...
      take_over          ... ..= ..= ..= ..= ... ... ...
      hand_over          ... .=. .=. .=. .=. ... ... ...
      reroute            ==. ==. ==. ==. ==. ... ... ...
      set_area           ... .=. .=. .=. .=. ... ... ...
      grade              ... .=. ... .=. .=. ... ... ...
      ask_partner        ... .Q. ... ... ... ... ... ...
      record_reply       ... ... .A. ... ... ... ... ...
      stop_waiting       ... ... .A. ... ... ... ... ...
      accept             ... .Y. ... ... ... ... ... ...
      sanitise           ... .=. ... .=. .=. ... ... ...
      disseminate        ... ... ... .D. .D. ... ... ...
      grant_withdrawal   ... .W. .W. ... ... ... ... ...
      refuse_withdrawal  ... .=. .=. .=. .=. ... ... ...`,
  },
  {
    pairs: [
      'FIB officer @ FIB, restricted',
      'FIB officer @ FIB, restricted, High',
      'FIB officer on duty @ FIB, restricted',
      'FIB officer on duty @ FIB, restricted, High',
    ],
    table: `
      claim              A.. =.. =.. =.. =.. ... ... ...
      release            ... .=. .=. .=. .=. ... ... ...
      take_over          ... ..= ..= ..= ..= ... ... ...
      hand_over          ... .=. .=. .=. .=. ... ... ...
      set_area           ... .=. .=. .=. .=. ... ... ...
      grade              ... .=. ... .=. .=. ... ... ...
      ask_partner        ... .Q. ... ... ... ... ... ...
      record_reply       ... ... .A. ... ... ... ... ...
      stop_waiting       ... ... .A. ... ... ... ... ...
      accept             ... .Y. ... ... ... ... ... ...
      reject             ... .R. .R. ... ... ... ... ...
      close_without_item ... .X. ... ... ... ... ... ...
      sanitise           ... .=. ... .=. .=. ... ... ...
      disseminate        ... ... ... .D. .D. ... ... ...
      answer_and_close   ... ... ... .X. .X. ... ... ...`,
  },
  {
    pairs: [
      'FIB officer @ area east',
      'FIB officer @ area east, High',
      'FIB officer @ area east, restricted',
      'FIB officer @ area east, restricted, High',
      'FIB officer @ force SPOC',
      'FIB officer on duty @ area east',
      'FIB officer on duty @ area east, restricted',
      'FIB officer on duty @ force SPOC',
    ],
    table: `
      sanitise           ... ... ... === === ... ... ...
      disseminate        ... ... ... DDD DDD ... ... ...`,
  },
  {
    pairs: ['FIB officer on duty @ area east, High', 'FIB officer on duty @ area east, restricted, High'],
    table: `
      claim              A.. =.. =.. =.. =.. ... ... ...
      release            ... .=. .=. .=. .=. ... ... ...
      take_over          ... ..= ..= ..= ..= ... ... ...
      hand_over          ... .=. .=. .=. .=. ... ... ...
      reroute            .=. .=. .=. .=. .=. ... ... ...
      set_area           ... .=. .=. .=. .=. ... ... ...
      grade              ... .=. ... .=. .=. ... ... ...
      ask_partner        ... .Q. ... ... ... ... ... ...
      record_reply       ... ... .A. ... ... ... ... ...
      stop_waiting       ... ... .A. ... ... ... ... ...
      accept             ... .Y. ... ... ... ... ... ...
      reject             ... .R. .R. ... ... ... ... ...
      close_without_item ... .X. ... ... ... ... ... ...
      sanitise           ... ... ... === === ... ... ...
      disseminate        ... ... ... DDD DDD ... ... ...
      answer_and_close   ... ... ... .X. .X. ... ... ...`,
  },
  {
    pairs: ['FIB supervisor @ FIB', 'FIB supervisor @ FIB, High'],
    table: `
      claim              A.. =.. =.. =.. =.. ... ... ...
      release            ... .== .== .== .== ... ... ...
      take_over          ... ..= ..= ..= ..= ... ... ...
      hand_over          ... .=. .=. .=. .=. ... ... ...
      assign             AAA === === === === ... ... ...
      reroute            === === === === === ... ... ...
      set_area           ... .=. .=. .=. .=. ... ... ...
      grade              ... .=. ... .=. .=. ... ... ...
      ask_partner        ... .Q. ... ... ... ... ... ...
      record_reply       ... ... .A. ... ... ... ... ...
      stop_waiting       ... ... .A. ... ... ... ... ...
      accept             ... .Y. ... ... ... ... ... ...
      reject             ... .R. .R. ... ... ... ... ...
      close_without_item ... .X. ... ... ... ... ... ...
      sanitise           ... .=. ... .=. .=. ... ... ...
      approve_release    ... ... ... === === ... ... ...
      disseminate        ... ... ... .D. .D. ... ... ...
      answer_and_close   ... ... ... .X. .X. ... ... ...`,
  },
  {
    pairs: ['FIB supervisor @ FIB, High, withdrawal asked'],
    table: `
      claim              A.. =.. =.. =.. =.. ... ... ...
      release            ... .== .== .== .== ... ... ...
      take_over          ... ..= ..= ..= ..= ... ... ...
      hand_over          ... .=. .=. .=. .=. ... ... ...
      assign             AAA === === === === ... ... ...
      reroute            === === === === === ... ... ...
      set_area           ... .=. .=. .=. .=. ... ... ...
      grade              ... .=. ... .=. .=. ... ... ...
      ask_partner        ... .Q. ... ... ... ... ... ...
      record_reply       ... ... .A. ... ... ... ... ...
      stop_waiting       ... ... .A. ... ... ... ... ...
      accept             ... .Y. ... ... ... ... ... ...
      sanitise           ... .=. ... .=. .=. ... ... ...
      approve_release    ... ... ... === === ... ... ...
      disseminate        ... ... ... .D. .D. ... ... ...
      grant_withdrawal   ... .W. .W. ... ... ... ... ...
      refuse_withdrawal  ... .=. .=. .=. .=. ... ... ...`,
  },
  {
    pairs: ['FIB supervisor @ FIB, restricted', 'FIB supervisor @ FIB, restricted, High'],
    table: `
      claim              A.. =.. =.. =.. =.. ... ... ...
      release            ... .== .== .== .== ... ... ...
      take_over          ... ..= ..= ..= ..= ... ... ...
      hand_over          ... .=. .=. .=. .=. ... ... ...
      assign             AAA === === === === ... ... ...
      set_area           ... .=. .=. .=. .=. ... ... ...
      grade              ... .=. ... .=. .=. ... ... ...
      ask_partner        ... .Q. ... ... ... ... ... ...
      record_reply       ... ... .A. ... ... ... ... ...
      stop_waiting       ... ... .A. ... ... ... ... ...
      accept             ... .Y. ... ... ... ... ... ...
      reject             ... .R. .R. ... ... ... ... ...
      close_without_item ... .X. ... ... ... ... ... ...
      sanitise           ... .=. ... .=. .=. ... ... ...
      approve_release    ... ... ... === === ... ... ...
      disseminate        ... ... ... .D. .D. ... ... ...
      answer_and_close   ... ... ... .X. .X. ... ... ...`,
  },
  {
    pairs: [
      'FIB supervisor @ area east',
      'FIB supervisor @ area east, restricted',
      'FIB supervisor @ force SPOC',
    ],
    table: `
      release            ... .== .== .== .== ... ... ...
      assign             AAA === === === === ... ... ...
      reroute            === === === === === ... ... ...
      sanitise           ... ... ... === === ... ... ...
      approve_release    ... ... ... === === ... ... ...
      disseminate        ... ... ... DDD DDD ... ... ...`,
  },
  {
    pairs: ['FIB supervisor @ area east, High', 'FIB supervisor @ area east, restricted, High'],
    table: `
      claim              A.. =.. =.. =.. =.. ... ... ...
      release            ... .== .== .== .== ... ... ...
      take_over          ... ..= ..= ..= ..= ... ... ...
      hand_over          ... .=. .=. .=. .=. ... ... ...
      assign             AAA === === === === ... ... ...
      reroute            === === === === === ... ... ...
      set_area           ... .=. .=. .=. .=. ... ... ...
      grade              ... .=. ... .=. .=. ... ... ...
      ask_partner        ... .Q. ... ... ... ... ... ...
      record_reply       ... ... .A. ... ... ... ... ...
      stop_waiting       ... ... .A. ... ... ... ... ...
      accept             ... .Y. ... ... ... ... ... ...
      reject             ... .R. .R. ... ... ... ... ...
      close_without_item ... .X. ... ... ... ... ... ...
      sanitise           ... ... ... === === ... ... ...
      approve_release    ... ... ... === === ... ... ...
      disseminate        ... ... ... DDD DDD ... ... ...
      answer_and_close   ... ... ... .X. .X. ... ... ...`,
  },
  {
    pairs: [
      'SPOC east @ area east',
      'SPOC east @ area east, High',
      'SPOC east on duty @ area east',
      'SPOC east on duty @ area east, High',
      'force SPOC @ force SPOC',
    ],
    table: `
      claim              A.. =.. =.. =.. =.. ... ... ...
      release            ... .=. .=. .=. .=. ... ... ...
      take_over          ... ..= ..= ..= ..= ... ... ...
      hand_over          ... .=. .=. .=. .=. ... ... ...
      reroute            ==. ==. ==. ==. ==. ... ... ...
      set_area           ... .=. .=. .=. .=. ... ... ...
      grade              ... .=. ... .=. .=. ... ... ...
      ask_partner        ... .Q. ... ... ... ... ... ...
      record_reply       ... ... .A. ... ... ... ... ...
      stop_waiting       ... ... .A. ... ... ... ... ...
      accept             ... .Y. ... ... ... ... ... ...
      reject             ... .R. .R. ... ... ... ... ...
      close_without_item ... .X. ... ... ... ... ... ...
      answer_and_close   ... ... ... .X. .X. ... ... ...`,
  },
  {
    pairs: ['SPOC east on duty @ FIB, High'],
    table: `
      claim              A.. =.. =.. =.. =.. ... ... ...
      release            ... .=. .=. .=. .=. ... ... ...
      take_over          ... ..= ..= ..= ..= ... ... ...
      hand_over          ... .=. .=. .=. .=. ... ... ...
      reroute            .=. .=. .=. .=. .=. ... ... ...
      set_area           ... .=. .=. .=. .=. ... ... ...
      grade              ... .=. ... .=. .=. ... ... ...
      ask_partner        ... .Q. ... ... ... ... ... ...
      record_reply       ... ... .A. ... ... ... ... ...
      stop_waiting       ... ... .A. ... ... ... ... ...
      accept             ... .Y. ... ... ... ... ... ...
      reject             ... .R. .R. ... ... ... ... ...
      close_without_item ... .X. ... ... ... ... ... ...
      answer_and_close   ... ... ... .X. .X. ... ... ...`,
  },
  {
    pairs: ['SPOC east on duty @ FIB, High, withdrawal asked'],
    table: `
      claim              A.. =.. =.. =.. =.. ... ... ...
      release            ... .=. .=. .=. .=. ... ... ...
      take_over          ... ..= ..= ..= ..= ... ... ...
      hand_over          ... .=. .=. .=. .=. ... ... ...
      reroute            .=. .=. .=. .=. .=. ... ... ...
      set_area           ... .=. .=. .=. .=. ... ... ...
      grade              ... .=. ... .=. .=. ... ... ...
      ask_partner        ... .Q. ... ... ... ... ... ...
      record_reply       ... ... .A. ... ... ... ... ...
      stop_waiting       ... ... .A. ... ... ... ... ...
      accept             ... .Y. ... ... ... ... ... ...
      grant_withdrawal   ... .W. .W. ... ... ... ... ...
      refuse_withdrawal  ... .=. .=. .=. .=. ... ... ...`,
  },
  {
    pairs: [
      'submitter @ FIB',
      'submitter @ FIB, restricted',
      'submitter @ area east',
      'submitter @ area east, restricted',
      'submitter @ force SPOC',
      'partner lead who covers @ FIB',
      'partner lead who covers @ FIB, restricted',
      'partner lead who covers @ area east',
      'partner lead who covers @ area east, restricted',
      'partner lead who covers @ force SPOC',
    ],
    table: `
      partner_replies    ... ... AAA ... ... ... ... ...
      withdraw           WWW ... ... ... ... ... ... ...`,
  },
  {
    pairs: [
      'submitter @ FIB, High',
      'submitter @ FIB, restricted, High',
      'submitter @ area east, High',
      'submitter @ area east, restricted, High',
      'partner lead who covers @ FIB, High',
      'partner lead who covers @ FIB, restricted, High',
      'partner lead who covers @ area east, High',
      'partner lead who covers @ area east, restricted, High',
    ],
    table: `
      partner_replies    ... ... AAA ... ... ... ... ...
      request_withdrawal === === === ... ... ... ... ...`,
  },
  {
    pairs: [
      'submitter @ FIB, High, withdrawal asked',
      'partner lead who covers @ FIB, High, withdrawal asked',
    ],
    table: `
      partner_replies    ... ... AAA ... ... ... ... ...`,
  },
  {
    pairs: [
      'system @ FIB',
      'system @ FIB, High',
      'system @ FIB, High, withdrawal asked',
      'system @ FIB, restricted',
      'system @ FIB, restricted, High',
      'system @ area east',
      'system @ area east, High',
      'system @ area east, restricted',
      'system @ area east, restricted, High',
      'system @ force SPOC',
    ],
    table: `
      stop_waiting       ... ... AAA ... ... ... ... ...`,
  },
];

const trimmed = (table: string): string =>
  table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

describe('who × state × action', () => {
  const tables = new Map(expected.flatMap(({ pairs, table }) => pairs.map((pair) => [pair, trimmed(table)])));
  const cases = Object.entries(people).flatMap(([who, person]) =>
    Object.entries(things).map(([what, thing]) => ({ pair: `${who} @ ${what}`, person, thing })),
  );

  it('expects nothing of a person or a thing that does not exist', () => {
    const known = new Set(cases.map(({ pair }) => pair));
    expect([...tables.keys()].filter((pair) => !known.has(pair))).toEqual([]);
    expect(tables.size).toBe(expected.flatMap(({ pairs }) => pairs).length);
  });

  it.each(cases)('$pair', ({ pair, person, thing }) => {
    expect(tableFor(person, thing)).toBe(tables.get(pair) ?? '');
  });

  it('shows as buttons exactly what would be allowed once everything is given', () => {
    for (const { person, thing } of cases) {
      for (const status of statuses) {
        for (const claimedBy of claims) {
          const subject: Subject = { ...base, ...thing, status, claimedBy };
          const standing = standingOf(person, subject);
          const shown = transitionsFor(subject, person.actor, standing).map((row) => row.action);
          const allowed = actions.filter(
            (action) => apply(subject, action, person.actor, standing, given(subject)).ok,
          );
          expect(shown).toEqual(allowed);
        }
      }
    }
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
    expect(onwards.length === 0).toBe(finalStatuses.includes(status));
    if (isFinal(status)) expect(moves.filter(({ from }) => from === status)).toEqual([]);
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
      const key = `${row.action} from ${from}`;
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
