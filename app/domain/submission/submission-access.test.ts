import { describe, expect, it } from 'vitest';

import { roleNames, type Actor, type HeldRole } from '#app/domain/kernel/actor.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import {
  coversHigh,
  maySeeExists,
  maySeeRawText,
  maySeeSanitisedText,
  isQueueOfficer,
  type AccessFacts,
} from './submission-access.ts';
import type { RecipientRef } from '#app/domain/kernel/recipients.ts';
import { finalStatuses, statuses, type QueueRef, type SubmissionState } from '#app/domain/kernel/statuses.ts';

const actor = (
  side: 'police' | 'partner',
  organisationId: Id<'Organisation'> | null,
  ...roles: HeldRole[]
): Actor => ({
  accountId: 'me' as Id<'Account'>,
  displayName: 'me',
  side,
  organisationId,
  roles,
  sessionId: null,
});
const police = (role: HeldRole['role'], areaId: Id<'Area'> | null = null) =>
  actor('police', null, { role, areaId });
const partner = (role: HeldRole['role'], organisationId = 'organisation') =>
  actor('partner', organisationId as Id<'Organisation'>, { role, areaId: null });

const people = {
  'FIB officer': police('fib_officer'),
  'FIB supervisor': police('fib_supervisor'),
  'SPOC east': police('spoc', 'east' as Id<'Area'>),
  'SPOC west': police('spoc', 'west' as Id<'Area'>),
  'force SPOC': police('spoc'),
  'area lead east': police('area_lead', 'east' as Id<'Area'>),
  'area lead west': police('area_lead', 'west' as Id<'Area'>),
  'area lead without an area': police('area_lead'),
  'source custodian': police('source_custodian'),
  'MDS lead': police('mds_lead'),
  'plan contributor': police('plan_contributor'),
  administrator: police('administrator'),
  auditor: police('auditor'),
  reporter: partner('reporter'),
  'partner lead': partner('partner_lead'),
  'partner lead elsewhere': partner('partner_lead', 'other'),
  'partner account with a police role': actor('partner', 'organisation' as Id<'Organisation'>, {
    role: 'fib_officer',
    areaId: null,
  }),
} satisfies Record<string, Actor>;
type Who = keyof typeof people;
const names = Object.keys(people) as Who[];

const fib: QueueRef = { kind: 'fib', areaId: null };
const east: QueueRef = { kind: 'area', areaId: 'east' as Id<'Area'> };
const forceSpoc: QueueRef = { kind: 'force_spoc', areaId: null };

const submission = (changes: Partial<SubmissionState> = {}): SubmissionState => ({
  status: 'in_assessment',
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
  ...changes,
});
const inEast = { primaryQueueKind: 'area', primaryAreaId: 'east' as Id<'Area'> } as const;

describe('who holds a queue', () => {
  it.each<[string, QueueRef, Who[]]>([
    ['FIB', fib, ['FIB officer', 'FIB supervisor']],
    ['area east', east, ['SPOC east']],
    ['force SPOC', forceSpoc, ['force SPOC']],
    ['an area queue without its area', { kind: 'area', areaId: null }, []],
    ['a queue of a kind nobody knows', { kind: 'archive' as 'fib', areaId: null }, []],
  ])('%s', (_, queue, holders) => {
    expect(names.filter((name) => isQueueOfficer(people[name], queue))).toEqual(holders);
  });

  it('gives nothing to a FIB role that is limited to an area', () => {
    expect(isQueueOfficer(police('fib_officer', 'east' as Id<'Area'>), fib)).toBe(false);
  });
});

describe('who may read the original text', () => {
  it.each<[string, Partial<SubmissionState>, AccessFacts, Who[]]>([
    ['in FIB', {}, {}, ['FIB officer', 'FIB supervisor']],
    ['in an area', inEast, {}, ['SPOC east']],
    ['in the force SPOC queue', { primaryQueueKind: 'force_spoc' }, {}, ['force SPOC']],
    [
      'in an area, accepted',
      { ...inEast, status: 'accepted' },
      {},
      ['FIB officer', 'FIB supervisor', 'SPOC east'],
    ],
    [
      'in an area, closed',
      { ...inEast, status: 'closed' },
      {},
      ['FIB officer', 'FIB supervisor', 'SPOC east'],
    ],
    ['in an area, rejected', { ...inEast, status: 'rejected' }, {}, ['SPOC east']],
    ['in an area, High', { ...inEast, priority: 'high' }, {}, ['FIB supervisor', 'SPOC east']],
    [
      'in FIB, High, for those on duty',
      { priority: 'high' },
      { onDutyList: true },
      ['FIB officer', 'FIB supervisor', 'SPOC east', 'SPOC west', 'force SPOC'],
    ],
    ['in FIB, for those on duty', {}, { onDutyList: true }, ['FIB officer', 'FIB supervisor']],
    ['restricted', { restricted: true }, {}, ['FIB officer', 'FIB supervisor']],
    [
      'restricted, High, for those on duty',
      { restricted: true, priority: 'high' },
      { onDutyList: true },
      ['FIB officer', 'FIB supervisor'],
    ],
    [
      'restricted, with an access list',
      { restricted: true, accessList: ['another' as Id<'Account'>], status: 'closed' },
      {},
      ['FIB supervisor'],
    ],
    [
      'restricted, for those on its access list, of FIB alone',
      { restricted: true, accessList: ['me' as Id<'Account'>] },
      {},
      ['FIB officer', 'FIB supervisor'],
    ],
    [
      'restricted, with an access list, for those on duty',
      { restricted: true, accessList: [] },
      { onDutyList: true },
      ['FIB supervisor'],
    ],
    [
      'restricted, with an access list, High, for those on duty',
      { restricted: true, accessList: [], priority: 'high' },
      { onDutyList: true },
      ['FIB officer', 'FIB supervisor'],
    ],
    ['restricted in an area', { ...inEast, restricted: true }, {}, []],
    [
      'restricted in an area, accepted',
      { ...inEast, restricted: true, status: 'accepted' },
      {},
      ['FIB officer', 'FIB supervisor'],
    ],
    [
      'claimed by the reader, whoever holds the queue now',
      { primaryQueueKind: 'force_spoc', claimedBy: 'me' as Id<'Account'> },
      {},
      ['FIB officer', 'FIB supervisor', 'SPOC east', 'SPOC west', 'force SPOC'],
    ],
    ['own', { ...inEast, submittedBy: 'me' }, {}, ['SPOC east', 'reporter', 'partner lead']],
    ['covered', inEast, { coversSubmitter: true }, ['SPOC east', 'reporter', 'partner lead']],
    [
      'withdrawn',
      { status: 'withdrawn', submittedBy: 'me', claimedBy: 'me' as Id<'Account'> },
      { onDutyList: true },
      [],
    ],
  ])('%s', (_, changes, accessFacts, readers) => {
    const thing = submission(changes);
    expect(names.filter((name) => maySeeRawText(people[name], thing, accessFacts))).toEqual(readers);
  });

  it('is never the area lead, MDS lead, custodian, contributor, administrator or auditor', () => {
    const never = roleNames.filter(
      (role) => !['reporter', 'partner_lead', 'fib_officer', 'fib_supervisor', 'spoc'].includes(role),
    );
    for (const role of never)
      for (const status of statuses)
        for (const priority of ['high', 'low'] as const)
          for (const place of [{}, inEast]) {
            const thing = submission({
              ...place,
              status,
              priority,
              claimedBy: 'me' as Id<'Account'>,
              submittedBy: 'me',
            });
            const facts = { onDutyList: true, coversSubmitter: true };
            expect(maySeeRawText(police(role, 'east' as Id<'Area'>), thing, facts)).toBe(false);
            expect(maySeeRawText(police(role), thing, facts)).toBe(false);
            expect(coversHigh(police(role), thing, facts)).toBe(false);
          }
  });
});

describe('who may know that it exists', () => {
  it.each<[string, Partial<SubmissionState>, QueueRef[], Who[]]>([
    ['in FIB', {}, [], ['FIB officer', 'FIB supervisor', 'area lead east', 'partner lead']],
    [
      'in FIB, watched by east',
      {},
      [east],
      ['FIB officer', 'FIB supervisor', 'SPOC east', 'area lead east', 'partner lead'],
    ],
    ['in an area', inEast, [], ['FIB supervisor', 'SPOC east', 'area lead east', 'partner lead']],
    [
      'in an area, watched by FIB',
      inEast,
      [fib],
      ['FIB officer', 'FIB supervisor', 'SPOC east', 'area lead east', 'partner lead'],
    ],
    [
      'High in FIB',
      { priority: 'high' },
      [],
      ['FIB officer', 'FIB supervisor', 'area lead east', 'MDS lead', 'partner lead'],
    ],
    [
      'restricted, High and watched: restriction wins',
      { restricted: true, priority: 'high' },
      [east, forceSpoc],
      ['FIB officer', 'FIB supervisor', 'partner lead'],
    ],
    [
      'restricted, with an access list',
      { restricted: true, accessList: [], claimedBy: 'another' as Id<'Account'> },
      [fib],
      ['FIB supervisor', 'partner lead'],
    ],
    ['without an area', { areaId: null }, [], ['FIB officer', 'FIB supervisor', 'partner lead']],
    [
      'withdrawn: the tombstone',
      { status: 'withdrawn' },
      [],
      ['FIB officer', 'FIB supervisor', 'area lead east', 'partner lead'],
    ],
  ])('%s', (_, changes, watchers, knowing) => {
    const thing = submission(changes);
    expect(names.filter((name) => maySeeExists(people[name], thing, watchers))).toEqual(knowing);
  });

  it('includes everybody who may read it, and the submitter to the end', () => {
    for (const status of statuses) {
      for (const restricted of [true, false]) {
        const thing = submission({ status, restricted, submittedBy: 'me' });
        for (const name of names)
          if (maySeeRawText(people[name], thing)) expect(maySeeExists(people[name], thing, [])).toBe(true);
        expect(maySeeExists(people.reporter, thing, [])).toBe(true);
      }
    }
    expect(finalStatuses).toContain('withdrawn');
  });
});

describe('who may read sanitised text', () => {
  it.each<[string, Partial<SubmissionState>, RecipientRef, Who[]]>([
    [
      'disseminated to east',
      { status: 'disseminated' },
      east,
      ['FIB officer', 'FIB supervisor', 'SPOC east'],
    ],
    [
      'restricted and let out by two people',
      { status: 'disseminated', restricted: true },
      east,
      ['FIB officer', 'FIB supervisor', 'SPOC east'],
    ],
    [
      'sent to the MDS lead, restricted',
      { status: 'disseminated', restricted: true },
      { kind: 'mds_lead' },
      ['FIB officer', 'FIB supervisor', 'MDS lead'],
    ],
    [
      'restricted, with an access list, let out to another agency',
      { status: 'disseminated', restricted: true, accessList: [] },
      { kind: 'other_agency' },
      ['FIB supervisor'],
    ],
    [
      'let out to another agency',
      { status: 'disseminated' },
      { kind: 'other_agency' },
      ['FIB officer', 'FIB supervisor'],
    ],
    [
      'let out to another force, the report withdrawn since',
      { status: 'withdrawn' },
      { kind: 'other_force' },
      ['FIB officer', 'FIB supervisor'],
    ],
    [
      'disseminated to east, the report withdrawn since',
      { status: 'withdrawn' },
      east,
      ['FIB officer', 'FIB supervisor', 'SPOC east'],
    ],
  ])('%s', (_, changes, to, readers) => {
    expect(names.filter((name) => maySeeSanitisedText(people[name], submission(changes), to))).toEqual(
      readers,
    );
  });

  it('is never the partner, not even the submitter', () => {
    expect(maySeeSanitisedText(people.reporter, submission({ submittedBy: 'me' }), east)).toBe(false);
  });
});
