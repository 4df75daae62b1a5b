import { beforeEach, describe, expect, it } from 'vitest';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { whatWaits } from '../../desks/what-waits.server.ts';
import { queueOfficers } from '../../submission/queue-officers.server.ts';
import { loadSubmission } from '../../submission/load-submission.server.ts';
import { urgentList } from '../../desks/urgent-list.server.ts';
import { dutyRoster } from './duty-roster.server.ts';
import { endAbsence } from './end-absence.server.ts';
import { endDuty, openDuty } from './end-duty.server.ts';
import { enterDuty, type DutyInput } from './enter-duty.server.ts';
import { toldAt } from './on-duty.server.ts';
import { recordAbsence } from './record-absence.server.ts';
import { sweepRoster } from './sweep-roster.server.ts';

const clock = fixedClock(testNow);
const database = await testDatabase();
const { db } = database;
const { fib, fibTwo, supervisor, spocEast, reporter } = await officers(database, clock);
const job = makeSystemCtx(database, { clock });
const emailOf = new Map((await db.account.findMany()).map(({ id, email }) => [id, email]));

/** A local time: "2016-01-20 09:00". */
const at = (written: string) => {
  const [day = '', time = ''] = written.split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return { day, minutes: hours * 60 + minutes };
};
const duty = (changes: Partial<DutyInput> = {}): DutyInput => ({
  account: fibTwo.actor.accountId,
  position: 'duty_officer',
  from: at('2016-01-20 09:00'),
  to: at('2016-01-21 09:00'),
  repeat: 'once',
  until: null,
  ...changes,
});
const away = (changes = {}) => ({
  account: fib.actor.accountId,
  from: at('2016-01-20 09:00'),
  to: at('2016-01-21 09:00'),
  ...changes,
});
const fieldsOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing wrong',
    (failure: unknown) => (failure instanceof Invalid ? failure.fieldErrors : failure),
  );
const gapTimes = async () =>
  (await dutyRoster(fib)).gaps.map(({ position, from, to }) => [
    position,
    from.toISOString().slice(0, 16),
    to.toISOString().slice(0, 16),
  ]);
const told = (positions: Parameters<typeof toldAt>[2]) =>
  transaction(db, async (tx) =>
    (await toldAt(tx, clock.now(), positions))
      .map((each) => [emailOf.get(each.accountId), each.position])
      .sort(),
  );

beforeEach(async () => {
  clock.set(testNow);
  await db.dutyAbsence.deleteMany();
  await db.dutyListEntry.deleteMany({ where: { enteredBy: { not: null } } });
  await db.dutyListEntry.updateMany({ data: { validTo: null } });
  await db.account.updateMany({ where: { side: 'police' }, data: { status: 'active' } });
  await clearJobs(db);
});

describe('the roster', () => {
  it('says who is on duty now, and has no gap while somebody is on duty without an end', async () => {
    const roster = await dutyRoster(fib);
    expect(roster.onDuty.map(({ position, names }) => [position, names.length])).toEqual([
      ['duty_officer', 1],
      ['deputy', 1],
      ['fib_supervisor', 1],
      ['duty_inspector', 1],
    ]);
    expect(roster).toMatchObject({ gaps: [], mayEdit: false });
  });

  it('shows a gap before it happens, where an absence makes one, until somebody else fills it', async () => {
    await recordAbsence(supervisor, away());
    expect(await gapTimes()).toEqual([['duty_officer', '2016-01-20T09:00', '2016-01-21T09:00']]);
    const waiting = (await whatWaits(supervisor)).find(({ code }) => code === 'rosterGaps');
    expect(waiting).toEqual({ code: 'rosterGaps', count: 1, place: 'duty', urgent: false });
    expect((await whatWaits(fib)).some(({ code }) => code === 'rosterGaps')).toBe(false);
    await enterDuty(supervisor, duty());
    expect(await gapTimes()).toEqual([]);
  });

  it('counts nobody as away before their absence begins', async () => {
    const dutyOfficers = async () =>
      (await dutyRoster(fib)).onDuty.find(({ position }) => position === 'duty_officer')?.names;
    await recordAbsence(supervisor, away());
    expect(await dutyOfficers()).toEqual([fib.actor.displayName]);
    clock.set(new Date('2016-01-20T09:00:00Z'));
    expect(await dutyOfficers()).toEqual([]);
    const { duties } = await dutyRoster(fib);
    expect(duties.filter(({ away: gone }) => gone).map(({ name }) => name)).toContain(fib.actor.displayName);
  });

  it('shows the gap that a duty leaves which ends', async () => {
    const running = await db.dutyListEntry.findFirstOrThrow({ where: { position: 'deputy' } });
    clock.advance(60_000);
    expect(await endDuty(supervisor, { entryId: running.id })).toEqual({ running: true });
    expect(await gapTimes()).toEqual([['deputy', '2016-01-18T09:01', '2016-02-01T09:01']]);
    await expect(openDuty(supervisor, { entryId: running.id })).rejects.toThrow(NotFound);
  });

  it('takes a duty that has not begun out again, and an absence back', async () => {
    await enterDuty(supervisor, duty());
    const entered = await db.dutyListEntry.findFirstOrThrow({ where: { enteredBy: { not: null } } });
    expect(await endDuty(supervisor, { entryId: entered.id })).toEqual({ running: false });
    expect(await db.dutyListEntry.count({ where: { enteredBy: { not: null } } })).toBe(0);
    await recordAbsence(supervisor, away());
    const absence = await db.dutyAbsence.findFirstOrThrow();
    await endAbsence(supervisor, { absenceId: absence.id });
    expect(await db.dutyAbsence.count()).toBe(0);
    const events = await db.auditEvent.findMany({
      where: { type: { startsWith: 'duty.' } },
      orderBy: { id: 'desc' },
      take: 3,
    });
    expect(events.map(({ type }) => type)).toEqual([
      'duty.absence_ended',
      'duty.absence_recorded',
      'duty.ended',
    ]);
  });

  it('is never rewritten: no duty begins before today', async () => {
    const begun = (day: string, year: string) =>
      duty({ from: at(`${year}-01-${day} 09:00`), to: at('2016-01-20 09:00') });
    for (const written of [begun('1', '1999'), begun('17', '2016')])
      await expect(enterDuty(supervisor, written)).rejects.toMatchObject({
        fieldErrors: { from: 'The day on which the duty begins must be today or in the future' },
      });
    expect(await enterDuty(supervisor, begun('18', '2016'))).toEqual({ entered: 1 });
  });

  it('enters a duty on each night, at local times over the change of the clocks', async () => {
    const nights = duty({
      from: at('2016-03-26 17:00'),
      to: at('2016-03-27 09:00'),
      repeat: 'daily',
      until: '2016-03-27',
    });
    expect(await enterDuty(supervisor, nights)).toEqual({ entered: 2 });
    const rows = await db.dutyListEntry.findMany({
      where: { enteredBy: { not: null } },
      orderBy: { validFrom: 'asc' },
    });
    expect(rows.map(({ validFrom, validTo }) => [validFrom.toISOString(), validTo?.toISOString()])).toEqual([
      ['2016-03-26T17:00:00.000Z', '2016-03-27T08:00:00.000Z'],
      ['2016-03-27T16:00:00.000Z', '2016-03-28T08:00:00.000Z'],
    ]);
  });

  it('is changed by FIB supervisors alone', async () => {
    const entry = await db.dutyListEntry.findFirstOrThrow();
    const supervisors = { account: supervisor.actor.accountId };
    await recordAbsence(supervisor, away(supervisors));
    const { id: absenceId } = await db.dutyAbsence.findFirstOrThrow();
    for (const ctx of [fib, spocEast]) {
      await expect(enterDuty(ctx, duty())).rejects.toThrow(Forbidden);
      await expect(endDuty(ctx, { entryId: entry.id })).rejects.toThrow(Forbidden);
      await expect(recordAbsence(ctx, away(supervisors))).rejects.toThrow(Forbidden);
      await expect(endAbsence(ctx, { absenceId })).rejects.toThrow(Forbidden);
    }
  });
});

describe('who works on a queue', () => {
  it('says themselves when they are away, and takes it back', async () => {
    await recordAbsence(spocEast, away({ account: spocEast.actor.accountId }));
    const { absences } = await dutyRoster(spocEast);
    expect(absences.map(({ name, mine }) => [name, mine])).toEqual([[spocEast.actor.displayName, true]]);
    expect((await dutyRoster(fib)).absences.map(({ mine }) => mine)).toEqual([false]);
    await endAbsence(spocEast, { absenceId: (await db.dutyAbsence.findFirstOrThrow()).id });
    expect(await db.dutyAbsence.count()).toBe(0);
    await expect(endAbsence(spocEast, { absenceId: newId() })).rejects.toThrow(NotFound);
  });

  it('leaves a queue without anybody in sight before it happens, where they are its last', async () => {
    const queue = await db.queue.findUniqueOrThrow({ where: { code: 'spoc-be' } });
    const officers = await transaction(db, (tx) => queueOfficers(tx, queue));
    const gaps = async () =>
      (await dutyRoster(supervisor)).queues.gaps.map(({ position, from }) => [position, from.toISOString()]);
    for (const account of officers) {
      expect(await gaps()).toEqual([]);
      await recordAbsence(supervisor, away({ account }));
    }
    expect(await gaps()).toEqual([[queue.name, '2016-01-20T09:00:00.000Z']]);
    const waiting = (await whatWaits(supervisor)).find(({ code }) => code === 'rosterGaps');
    expect(waiting).toMatchObject({ count: 1, urgent: false });
  });
});

describe('what is entered', () => {
  it.each<[string, Partial<DutyInput>, Record<string, string>]>([
    ['nobody there is', { account: 'nobody' }, { account: 'Select who is on duty' }],
    [
      'an officer at a supervisor’s step',
      { position: 'duty_inspector' },
      {
        account: 'Duty inspector must be somebody with the role FIB supervisor',
      },
    ],
    ['an end before the start', { to: at('2016-01-20 08:00') }, { to: 'The duty must end after it begins' }],
    [
      'an end more than a year away',
      { to: at('2017-01-20 09:01') },
      { to: 'The duty must end within a year. Leave its end empty if it has none' },
    ],
    [
      'a time that never comes',
      { from: at('2016-03-27 01:30'), to: null },
      {
        'from-time': 'The clocks go forward over this time, so it never comes',
      },
    ],
    ['no last day', { repeat: 'daily' }, { until: 'Enter the last day on which the duty begins' }],
    [
      'a duty of days that repeats',
      { repeat: 'daily', to: at('2016-01-23 09:00'), until: '2016-01-30' },
      {
        to: 'A duty that repeats must end on the day it begins or the day after',
      },
    ],
    [
      'a duty that repeats and has no end',
      { repeat: 'daily', to: null, until: '2016-01-30' },
      { to: 'Enter the day on which the duty ends' },
    ],
  ])('is refused at its fields: %s', async (_, changes, errors) => {
    expect(await fieldsOf(enterDuty(supervisor, duty(changes)))).toEqual(errors);
  });

  it('stands at one step once at a time, also when two enter it at once', async () => {
    const tries = await Promise.allSettled([enterDuty(supervisor, duty()), enterDuty(supervisor, duty())]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await enterDuty(supervisor, duty({ position: 'deputy', account: fib.actor.accountId }));
    expect(await fieldsOf(recordAbsence(supervisor, away({ to: at('2016-01-20 09:00') })))).toEqual({
      to: 'The absence must end after it begins',
    });
  });
});

describe('a High submission', () => {
  it('is told to nobody who is away, and to everybody with the role where a step has nobody', async () => {
    expect(await told(['duty_officer'])).toEqual([['fib.officer@police.example', 'duty_officer']]);
    await recordAbsence(supervisor, away({ from: at('2016-01-18 09:00') }));
    expect((await told(['duty_officer'])).map(([email]) => email)).toEqual([
      'duty.inspector@police.example',
      'fib.officer.two@police.example',
      'fib.supervisor@police.example',
    ]);
    expect(await told(['deputy'])).toEqual([['fib.officer.two@police.example', 'deputy']]);
  });

  it('never has a step without a recipient, whoever is away or gone', async () => {
    await db.dutyListEntry.updateMany({ data: { validTo: testNow } });
    expect((await told(['duty_inspector'])).length).toBe(2);
    await db.account.updateMany({
      where: { accountRoles: { some: { role: 'fib_supervisor' } } },
      data: { status: 'suspended' },
    });
    expect((await told(['duty_inspector'])).map(([email]) => email)).toContain('fib.officer@police.example');
    await db.account.updateMany({
      where: { accountRoles: { some: { role: { in: ['fib_officer', 'spoc'] } } } },
      data: { status: 'suspended' },
    });
    expect((await told(['duty_officer', 'deputy'])).length).toBeGreaterThan(0);
  });

  it('is not opened by the duty of somebody who is away', async () => {
    const submissionId = await submitted(reporter, {
      danger: 'soon',
    });
    const seen = () => transaction(db, (tx) => loadSubmission(tx, fib, submissionId));
    expect((await seen()).accessFacts.onDutyList).toBe(true);
    expect((await urgentList(fib)).onDuty).toBe(true);
    await recordAbsence(supervisor, away({ from: at('2016-01-18 09:00') }));
    expect((await seen()).accessFacts.onDutyList).toBe(false);
    expect((await urgentList(fib)).onDuty).toBe(false);
  });
});

describe('the sweep', () => {
  const mails = async () =>
    (await queuedJobs(db))
      .map(({ data }) => [data.kind, emailOf.get(String(data.accountId) as Id<'Account'>)])
      .sort();

  it('tells each supervisor once, within a day of the gap, and of another gap again', async () => {
    await recordAbsence(supervisor, away());
    await sweepRoster(job);
    expect(await mails()).toEqual([]);
    clock.set(new Date('2016-01-19T09:23:00Z'));
    await sweepRoster(job);
    await sweepRoster(job);
    expect(await mails()).toEqual([
      ['roster-gap', 'duty.inspector@police.example'],
      ['roster-gap', 'fib.supervisor@police.example'],
    ]);
    clock.set(new Date('2016-01-20T12:23:00Z'));
    await sweepRoster(job);
    expect(await mails()).toHaveLength(2);
    await clearJobs(db);
    const deputy = await db.dutyListEntry.findFirstOrThrow({ where: { position: 'deputy' } });
    await endDuty(supervisor, { entryId: deputy.id });
    await sweepRoster(job);
    expect(await mails()).toHaveLength(2);
  });

  it('tells of a lasting gap once a day', async () => {
    await db.dutyListEntry.updateMany({ where: { position: 'deputy' }, data: { validTo: testNow } });
    const days = [20, 22, 22, 23].map((day, index) => new Date(Date.UTC(2016, 1, day, 9 + index)));
    const counts = [];
    for (const day of days) {
      clock.set(day);
      await clearJobs(db);
      await sweepRoster(job);
      counts.push((await mails()).length);
    }
    expect(counts).toEqual([2, 2, 0, 2]);
  });
});
