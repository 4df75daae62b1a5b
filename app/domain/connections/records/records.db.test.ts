import type { Id } from '#app/domain/kernel/id.ts';
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { Conflict, NotFound } from '#app/domain/kernel/failures.ts';
import { openSubmission } from '#app/domain/desks/open-submission.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import type { OpenDatabase } from '#app/platform/db/open-database.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { addRecord, type AddRecordInput } from './add-record.server.ts';
import { changeRecord, removeRecord } from './change-record.server.ts';
import { blankRecord } from './record-input.ts';
import { confirmGiven } from './confirm-given.server.ts';
import { openRecord, openRecords } from './open-records.server.ts';

const clock = fixedClock(testNow);
let database: OpenDatabase;
let people: Record<Who, Ctx>;
let submissionId: Id<'Submission'>;
let restricted: Id<'Submission'>;

beforeAll(async () => {
  database = await testDatabase();
  people = await officers(database, clock);
  submissionId = await submitted(people.reporter, {
    crimeNumber: '20be/777/16',
    nrmStatus: 'nrm',
    nrmReference: 'nrm 0001',
  });
  restricted = await submitted(people.reporter, {
    sourceCouldBeGuessed: 'yes',
    sourceRisk: 'Few people knew.',
  });
});

async function added(ctx: Ctx, changes: Partial<AddRecordInput> = {}): Promise<string> {
  const linkId = changes.linkId ?? randomUUID();
  await addRecord(ctx, { ...blankRecord, submissionId, kind: 'crime', linkId, ...changes });
  return linkId;
}

const recordsOn = async (ctx: Ctx, id = submissionId) =>
  (await openRecords(ctx, { submissionId: id })).records;

describe('a record elsewhere', () => {
  it('is added, changed and removed as rows that follow each other, with who and when', async () => {
    const linkId = await added(people.fib, { reference: '20be/1/16', note: 'Opened in January.' });
    const on = { submissionId, linkId };
    await changeRecord(people.supervisor, {
      ...blankRecord,
      ...on,
      expectedVersion: 1,
      reference: '20BE/2/16',
    });
    await removeRecord(people.fib, { ...on, expectedVersion: 2, reason: 'It is about another house.' });
    const { link } = await openRecord(people.fib, on);
    expect(link.versions).toMatchObject([
      { number: 3, reference: '20BE/2/16', removed: 'It is about another house.', by: 'Frankie Example' },
      { number: 2, reference: '20BE/2/16', removed: null },
      { number: 1, reference: '20BE/1/16', note: 'Opened in January.', by: 'Frankie Example', at: testNow },
    ]);
    const { standing, removed } = await recordsOn(people.fib);
    expect(standing.map((each) => each.linkId)).not.toContain(linkId);
    expect(removed.map((each) => each.linkId)).toContain(linkId);
    await expect(removeRecord(people.fib, { ...on, expectedVersion: 3, reason: 'Again.' })).rejects.toThrow(
      Conflict,
    );
  });

  it('is in the trail without what it says', async () => {
    await added(people.fib, { reference: 'LOG 4711', kind: 'incident_log', note: 'Heard at night.' });
    const events = await database.db.auditEvent.findMany({ where: { type: { startsWith: 'record_link' } } });
    expect(new Set(events.map(({ type }) => type))).toContain('record_link.added');
    const trail = JSON.stringify(events, (_, value: unknown) => (typeof value === 'bigint' ? 0 : value));
    expect(trail).not.toMatch(/4711|at night|another house/);
  });

  it('has the fields of its kind', async () => {
    await expect(added(people.fib)).rejects.toMatchObject({
      fieldErrors: { reference: 'Enter the crime number' },
    });
    await expect(added(people.fib, { reference: 'not given' })).rejects.toMatchObject({
      fieldErrors: { reference: expect.stringContaining('must have a number in it') as string },
    });
    await expect(
      added(people.fib, { kind: 'nrm', reference: 'NRM 1', status: 'made up' }),
    ).rejects.toMatchObject({ fieldErrors: { status: 'Select how it stands' } });
    const tomorrow = { day: '19', month: '1', year: '2016' };
    await expect(added(people.fib, { kind: 'safeguarding' })).rejects.toMatchObject({
      fieldErrors: { datedOn: 'Enter the date of the referral' },
    });
    await expect(added(people.fib, { kind: 'safeguarding', datedOn: tomorrow })).rejects.toMatchObject({
      fieldErrors: {
        agency: 'Enter the agency that has the referral',
        datedOn: 'Date of the referral must be today or in the past',
      },
    });
    const datedOn = { day: '18', month: '1', year: '2016' };
    const long = { agency: 'x'.repeat(101), note: 'x'.repeat(501) };
    await expect(added(people.fib, { kind: 'safeguarding', ...long, datedOn })).rejects.toMatchObject({
      fieldErrors: {
        agency: 'Agency must be 100 characters or less',
        note: 'Note must be 500 characters or less',
      },
    });
    const linkId = await added(people.fib, { kind: 'safeguarding', agency: 'Example council', datedOn });
    const { link } = await openRecord(people.fib, { submissionId, linkId });
    expect(link.now).toMatchObject({ agency: 'Example council', datedOn: '2016-01-18', reference: null });
    await expect(added(people.fib, { kind: 'passport', reference: '1' })).rejects.toThrow(NotFound);
  });

  it('is one however often its form is sent, and its reference stands once', async () => {
    const linkId = randomUUID();
    await added(people.fib, { linkId, reference: '20BE/3/16' });
    await added(people.fib, { linkId, reference: '20BE/3/16' });
    expect((await openRecord(people.fib, { submissionId, linkId })).link.versions).toHaveLength(1);
    await expect(added(people.fib, { reference: '20be 3 16' })).rejects.toMatchObject({
      fieldErrors: { reference: 'Crime number is recorded already' },
    });
  });

  it('is not changed by who saw an older version', async () => {
    const linkId = await added(people.fib, { reference: '20BE/5/16' });
    const on = { submissionId, linkId };
    await changeRecord(people.fib, { ...blankRecord, ...on, expectedVersion: 1, reference: '20BE/6/16' });
    await expect(
      changeRecord(people.supervisor, { ...blankRecord, ...on, expectedVersion: 1, reference: '20BE/7/16' }),
    ).rejects.toThrow(Conflict);
    await expect(
      removeRecord(people.supervisor, { ...on, expectedVersion: 2, reason: ' ' }),
    ).rejects.toMatchObject({
      fieldErrors: { reason: 'Enter why the record does not belong to this submission' },
    });
  });
});

describe('what the partner gave', () => {
  it('is confirmed by one press, and does not come back when it is removed', async () => {
    expect((await recordsOn(people.fib)).given.map(({ question }) => question)).toEqual([
      'record.crimeNumber',
      'record.referralReference',
    ]);
    for (const question of ['record.crimeNumber', 'record.referralReference'])
      await confirmGiven(people.fib, { submissionId, question });
    const { given, standing } = await recordsOn(people.fib);
    expect(given).toEqual([]);
    const confirmed = standing.filter(({ now }) => now.givenByPartner);
    expect(confirmed.map(({ kind, now }) => [kind, now.reference, now.status])).toEqual(
      expect.arrayContaining([
        ['crime', '20BE/777/16', null],
        ['nrm', 'NRM 0001', 'referred'],
      ]),
    );
    const crime = confirmed.find(({ kind }) => kind === 'crime');
    const on = { submissionId, linkId: crime?.linkId ?? '', expectedVersion: 1 };
    await removeRecord(people.fib, { ...on, reason: 'Another force has it.' });
    expect((await recordsOn(people.fib)).given).toEqual([]);
    await expect(confirmGiven(people.fib, { submissionId, question: 'record.crimeNumber' })).rejects.toThrow(
      Conflict,
    );
  });
});

describe('need to know', () => {
  it('hides the records from everybody who may not read the original', async () => {
    for (const who of ['reporter', 'spocEast', 'areaLead', 'mdsLead', 'administrator', 'auditor'] as const) {
      await expect(recordsOn(people[who]), who).rejects.toThrow(NotFound);
      await expect(added(people[who], { reference: '1/1' }), who).rejects.toThrow(NotFound);
    }
    for (const who of ['spocEast', 'forceSpoc', 'mdsLead'] as const)
      await expect(recordsOn(people[who], restricted), who).rejects.toThrow(NotFound);
    await added(people.fib, { submissionId: restricted, reference: '20BE/9/16' });
    expect((await recordsOn(people.supervisor, restricted)).standing).toHaveLength(1);
  });

  it('shows a link only on its own submission', async () => {
    const linkId = await added(people.fib, { submissionId: restricted, reference: '20BE/10/16' });
    await expect(openRecord(people.fib, { submissionId, linkId })).rejects.toThrow(NotFound);
    await expect(
      removeRecord(people.fib, { submissionId, linkId, expectedVersion: 1, reason: 'Wrong.' }),
    ).rejects.toThrow(NotFound);
    const opened = await openSubmission(people.fib, { submissionId: restricted });
    expect(opened.view === 'whole' && opened.records.standing.map((each) => each.linkId)).toContain(linkId);
  });
});
