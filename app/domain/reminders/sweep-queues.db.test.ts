import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { shownAccount } from '#tests/factories/shown-account.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { pastDanger } from '#tests/factories/past-danger.ts';
import { officers } from '#tests/factories/officers.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { setAccountStatus } from '../admin/set-account-status.server.ts';
import { openSubmission } from '../desks/open-submission.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { queueOfficers } from '../submission/queue-officers.server.ts';
import { queuesWithoutPeople } from '../people/duty/queue-people.server.ts';
import { performAction } from '../triage/actions/perform-action.server.ts';
import { sweepQueues } from './sweep-queues.server.ts';
import { urgentHealth } from './urgent-health.server.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const job = makeSystemCtx(database, { clock });
const { reporter, fib, supervisor, administrator, spocEast, mdsLead } = await officers(database, clock);
const queues = new Map((await db.queue.findMany()).map((queue) => [queue.code, queue]));
const queueOf = (code: string) => queues.get(code) ?? expect.fail(`no queue ${code}`);
const emailOf = new Map((await db.account.findMany()).map(({ id, email }) => [id, email]));
const hour = 60 * 60_000;

beforeEach(async () => {
  clock.set(testNow);
  await db.dutyAbsence.deleteMany();
  await db.account.updateMany({ where: { side: 'police' }, data: { status: 'active' } });
  // Each test has the only submissions there are.
  await pastDanger(database.pool);
  await db.submission.updateMany({ data: { status: 'withdrawn', fellFrom: null } });
  await clearJobs(db);
});

const membersOf = (code: string) => transaction(db, (tx) => queueOfficers(tx, queueOf(code)));

/** From now on nobody of the queue is here, for an hour. */
const everybodyAway = async (code: string) => {
  const absentTo = new Date(clock.now().getTime() + hour);
  for (const accountId of await membersOf(code))
    await db.dutyAbsence.create({
      data: {
        id: randomUUID(),
        accountId,
        absentFrom: clock.now(),
        absentTo,
        enteredBy: supervisor.actor.accountId,
        enteredAt: clock.now(),
      },
    });
};

const lying = async (code: string, by?: Ctx) => {
  const id = await submitted(reporter);
  await db.submission.update({ where: { id }, data: { primaryQueueId: queueOf(code).id } });
  if (by) await performAction(by, { submissionId: id, action: 'claim', comment: '', expectedVersion: null });
  await clearJobs(db);
  return id;
};

const sweep = () => sweepQueues(job, { alertConfigured: true });
const whereIs = async (id: Id<'Submission'>) =>
  (await db.submission.findUniqueOrThrow({ where: { id }, include: { primaryQueue: true } })).primaryQueue
    .code;
const fallsOf = async (id: Id<'Submission'>) =>
  (await db.submissionEvent.findMany({ where: { submissionId: id }, orderBy: { happenedAt: 'asc' } }))
    .filter(({ action }) => action.startsWith('fall_'))
    .map(({ action, actorId, data }) => ({ action, actorId, data }));
const told = async (kind: string) =>
  (await queuedJobs(db)).flatMap(({ data }) =>
    data.kind === kind ? [emailOf.get(data.accountId as Id<'Account'>)] : [],
  );
const health = async () => urgentHealth(db, clock.now());

describe('a queue of an area of which nobody is here', () => {
  it('hands what lies there and what comes next to FIB, with its event, and calls somebody', async () => {
    const before = await lying('spoc-be');
    await sweep();
    expect([await whereIs(before), await fallsOf(before)]).toEqual(['spoc-be', []]);

    await everybodyAway('spoc-be');
    await sweep();
    const next = await lying('spoc-be');
    clock.advance(60_000);
    await sweep();
    for (const id of [before, next]) {
      expect(await whereIs(id)).toBe('fib');
      expect(await fallsOf(id)).toEqual([
        { action: 'fall_to_fib', actorId: null, data: { fromQueue: 'spoc-be' } },
      ]);
    }
    const opened = await openSubmission(fib, { submissionId: next });
    expect(opened).toMatchObject({
      routing: {
        moves: [{}, { reason: `Nobody of ${queueOf('spoc-be').name} is here`, by: null }],
        watchers: [{ queue: queueOf('spoc-be').name }],
      },
      transferredFrom: null,
    });
    expect(await health()).toMatchObject({ status: 'ok', nobodyHere: 0, fallen: 2 });
  });

  it('tells each officer of FIB once however much fell, and the alert address', async () => {
    await lying('spoc-be');
    await lying('spoc-be');
    await everybodyAway('spoc-be');
    await sweep();
    const fibOfficers = (await membersOf('fib')).map((id) => emailOf.get(id));
    expect((await told('queue-without-people')).sort()).toEqual(fibOfficers.sort());
    expect(
      (await queuedJobs(db)).filter(({ name }) => name === 'call-alert').map(({ data }) => data.kind),
    ).toEqual(['queue_without_people']);
    await clearJobs(db);
    await sweep();
    expect(await queuedJobs(db)).toEqual([]);
  });

  it('has fallen no more once somebody of FIB claims it, or somebody of the queue is back', async () => {
    const claimed = await lying('spoc-be');
    const waiting = await lying('spoc-be');
    await everybodyAway('spoc-be');
    await sweep();
    const action = { submissionId: claimed, comment: '', expectedVersion: null } as const;
    await performAction(fib, { ...action, action: 'claim' });
    expect(await health()).toMatchObject({ fallen: 1 });
    await performAction(fib, { ...action, action: 'release' });
    expect(await health()).toMatchObject({ fallen: 1 });
    clock.advance(hour);
    await sweep();
    expect(await health()).toMatchObject({ fallen: 0 });
    expect(await whereIs(waiting)).toBe('fib');
  });

  it('fails the health check while something High that fell is nobody’s', async () => {
    const id = await lying('spoc-be');
    await db.submission.update({ where: { id }, data: { priority: 'high' } });
    await everybodyAway('spoc-be');
    await sweep();
    expect(await health()).toMatchObject({ status: 'overdue', nobodyHere: 1 });
    await performAction(supervisor, {
      submissionId: id,
      action: 'claim',
      comment: '',
      expectedVersion: null,
    });
    expect(await health()).toMatchObject({ nobodyHere: 0 });
  });

  it('leaves what somebody who is here holds, and the claim of who is away', async () => {
    const heldHere = await lying('spoc-be');
    await db.submission.update({ where: { id: heldHere }, data: { priority: 'high' } });
    await performAction(supervisor, {
      submissionId: heldHere,
      action: 'claim',
      comment: '',
      expectedVersion: null,
    });
    const heldAway = await lying('spoc-be', spocEast);
    await everybodyAway('spoc-be');
    await sweep();
    expect([await whereIs(heldHere), await whereIs(heldAway)]).toEqual(['spoc-be', 'fib']);
    const { claimedBy } = await db.submission.findUniqueOrThrow({ where: { id: heldAway } });
    expect(claimedBy).toBe(spocEast.actor.accountId);
    // Whoever comes back puts it down as before, and FIB takes it over meanwhile.
    await performAction(fib, {
      submissionId: heldAway,
      action: 'take_over',
      comment: 'Away',
      expectedVersion: null,
    });
    expect(await health()).toMatchObject({ fallen: 0 });
  });

  it('is empty from the suspension of its last officer on, and what they held falls too', async () => {
    const held = await lying('spoc-be', spocEast);
    const high = await lying('spoc-be', spocEast);
    await db.submission.update({ where: { id: high }, data: { priority: 'high' } });
    for (const accountId of await membersOf('spoc-be'))
      await setAccountStatus(administrator, {
        ...(await shownAccount(db, accountId)),
        to: 'suspended',
        reason: 'Left',
      });
    await sweep();
    expect([await whereIs(held), await whereIs(high)]).toEqual(['fib', 'fib']);
    const rows = await db.submission.findMany({ where: { id: { in: [held, high] } } });
    const claims = new Map(rows.map(({ id, claimedBy }) => [id, claimedBy]));
    expect([claims.get(held), claims.get(high)]).toEqual([null, null]);
  });

  it('lets each fall once, whoever sweeps at the same time', async () => {
    const id = await lying('spoc-be');
    await everybodyAway('spoc-be');
    await Promise.all([sweep(), sweep()]);
    expect(await fallsOf(id)).toHaveLength(1);
    expect(await db.submissionRoute.count({ where: { submissionId: id } })).toBe(2);
  });

  it('is not empty by an absence that is over or has not begun', async () => {
    await everybodyAway('spoc-be');
    const isEmpty = async () =>
      (await transaction(db, (tx) => queuesWithoutPeople(tx, clock.now()))).some(
        ({ code }) => code === 'spoc-be',
      );
    expect(await isEmpty()).toBe(true);
    clock.advance(-1);
    expect(await isEmpty()).toBe(false);
    clock.advance(1 + hour);
    expect(await isEmpty()).toBe(false);
  });
});

describe('FIB while nobody of it is here', () => {
  it('stays the queue of what lies there, tells the duty list once, and fails the health check', async () => {
    const id = await lying('fib');
    await everybodyAway('fib');
    await sweep();
    await sweep();
    expect(await whereIs(id)).toBe('fib');
    expect(await fallsOf(id)).toEqual([
      { action: 'fall_to_duty_list', actorId: null, data: { fromQueue: 'fib' } },
    ]);
    const line = await told('queue-without-people');
    expect(line).toContain(emailOf.get(supervisor.actor.accountId));
    expect(new Set(line).size).toBe(line.length);
    expect(await told('fib-without-people')).toEqual([emailOf.get(mdsLead.actor.accountId)]);
    expect(await health()).toMatchObject({ status: 'overdue', nobodyHere: 1, fallen: 1 });
    const next = await lying('fib');
    await sweep();
    expect(await health()).toMatchObject({ nobodyHere: 2 });
    clock.advance(hour);
    await sweep();
    expect(await health()).toMatchObject({ status: 'ok', nobodyHere: 0, fallen: 0 });
    expect(await fallsOf(next)).toHaveLength(1);
  });

  it('gets what falls from an area as well, and hands it on at once, with nobody on the roster either', async () => {
    const id = await lying('spoc-be');
    await everybodyAway('spoc-be');
    await everybodyAway('fib');
    await db.dutyListEntry.updateMany({ data: { validTo: clock.now() } });
    await sweep();
    expect((await fallsOf(id)).map(({ action }) => action).sort()).toEqual([
      'fall_to_duty_list',
      'fall_to_fib',
    ]);
    expect(await health()).toMatchObject({ status: 'overdue', nobodyHere: 1, fallen: 1 });
    expect((await told('queue-without-people')).length).toBeGreaterThan(0);
    await db.dutyListEntry.updateMany({ data: { validTo: null } });
  });
});
