import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { addressOf } from '#tests/factories/address-of.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { shownAccount } from '#tests/factories/shown-account.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { pastDanger } from '#tests/factories/past-danger.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { currentForce } from '../force/current-force.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Invalid } from '../kernel/failures.ts';
import { setAccountStatus } from '../admin/set-account-status.server.ts';
import { urgentOverdue, highWaiting } from '../reminders/urgent-overdue.server.ts';
import { sendMail } from '../notify/send-mail.server.ts';
import { sweepHigh } from '../reminders/sweep-high.server.ts';
import { tellHigh } from '../reminders/tell-high.server.ts';
import { tellNewInformation } from '../reminders/tell-new-information.server.ts';
import { whatWaits } from '../desks/what-waits.server.ts';
import { addSupplement } from '../intake/own-reports/add-supplement.server.ts';
import { performAction } from '../triage/actions/perform-action.server.ts';
import { colleagues } from '../triage/queues/colleagues.server.ts';
import { heldList } from '../triage/queues/held-list.server.ts';
import { openSubmission } from '../desks/open-submission.server.ts';
import { prepareAction } from '../desks/prepare-action.server.ts';
import { lockSubmission } from './load-submission.server.ts';
import { urgentList } from '../desks/urgent-list.server.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const job = makeSystemCtx(database, { clock });
const who = await officers(database, clock);
const { reporter, fib, fibTwo, supervisor, administrator, spocEast, spocCoventry } = who;
const { escalation } = await currentForce(db, { packHash: null });
const minute = 60_000;
const day = 24 * 60 * minute;

beforeEach(async () => {
  clock.set(testNow);
  await db.dutyAbsence.deleteMany();
  await db.account.updateMany({
    where: { id: { in: [fib.actor.accountId, fibTwo.actor.accountId] } },
    data: { status: 'active' },
  });
  // Each test has the only High submission there is.
  await pastDanger(database.pool);
  await db.dutyListEntry.deleteMany({ where: { accountId: spocCoventry.actor.accountId } });
  await clearJobs(db);
});

const high = async (by?: Ctx) => {
  const id = await submitted(reporter);
  const firstSeenDueAt = new Date(clock.now().getTime() + 60 * minute);
  await db.submission.update({ where: { id }, data: { priority: 'high', firstSeenDueAt } });
  if (by) await performAction(by, { submissionId: id, action: 'claim', comment: '', expectedVersion: null });
  await clearJobs(db);
  return id;
};
const away = (ctx: Ctx, from = clock.now(), to = new Date(clock.now().getTime() + day)) =>
  db.dutyAbsence.create({
    data: {
      id: randomUUID(),
      accountId: ctx.actor.accountId,
      absentFrom: from,
      absentTo: to,
      enteredBy: supervisor.actor.accountId,
      enteredAt: testNow,
    },
  });
const suspend = async (ctx: Ctx) =>
  setAccountStatus(administrator, {
    ...(await shownAccount(db, ctx.actor.accountId)),
    to: 'suspended',
    reason: 'Left.',
  });
const assign = (submissionId: Id<'Submission'>, to: Ctx, by = supervisor) =>
  performAction(by, {
    action: 'assign',
    submissionId,
    colleague: to.actor.accountId,
    comment: '',
    expectedVersion: null,
  });
const waits = async (ctx: Ctx, code: string) =>
  (await whatWaits(ctx)).find((each) => each.code === code)?.count;
const swept = async () => {
  await clearJobs(db);
  await sweepHigh(job);
  return (await queuedJobs(db)).map(({ data }) => (data as { submissionId: string }).submissionId);
};

describe.each([
  ['suspended', suspend],
  ['away', (ctx: Ctx) => away(ctx)],
] as const)('a High submission whose holder is %s', (state, leave) => {
  it('needs a holder as if nobody had claimed it, and has one again once somebody takes it over', async () => {
    const id = await high(fib);
    expect(await waits(supervisor, 'unclaimedHigh')).toBe(0);
    clock.advance(2 * 60 * minute);
    await leave(fib);
    const now = clock.now();
    const { lines } = await urgentList(supervisor);
    expect(lines).toMatchObject([
      {
        id,
        owner: state === 'away' ? fib.actor.displayName : null,
        waitingSince: now,
        awayUntil: state === 'away' ? new Date(now.getTime() + day) : null,
      },
    ]);
    expect(await waits(supervisor, 'unclaimedHigh')).toBe(1);
    expect(await urgentOverdue(db, now)).toBe(1);
    expect(await highWaiting(db, now)).toEqual({ count: 1, since: now });
    expect(await swept()).toEqual([id]);
    await clearJobs(db);
    await tellHigh(job, { alertConfigured: false }, { submissionId: id });
    expect((await queuedJobs(db, id)).map(({ name }) => name)).toContain('send-high-mail');
    await performAction(fibTwo, {
      submissionId: id,
      action: state === 'away' ? 'take_over' : 'claim',
      comment: 'Not here.',
      expectedVersion: null,
    });
    expect((await urgentList(supervisor)).lines).toEqual([]);
    expect(await urgentOverdue(db, now)).toBe(0);
    expect(await swept()).toEqual([]);
  });

  it('takes the steps of this wait from its beginning, also where those of an earlier one were taken', async () => {
    const id = await high();
    clock.advance(20 * minute);
    await tellHigh(job, { alertConfigured: false }, { submissionId: id });
    const before = await db.highNotice.count({ where: { submissionId: id } });
    expect(before).toBeGreaterThan(1);
    await performAction(fib, { submissionId: id, action: 'claim', comment: '', expectedVersion: null });
    clock.advance(day);
    await leave(fib);
    await tellHigh(job, { alertConfigured: false }, { submissionId: id });
    const notices = await db.highNotice.findMany({ where: { submissionId: id, waitingSince: clock.now() } });
    expect(notices.map(({ step }) => step)).toEqual([escalation[0]?.code]);
  });

  it('lets the queue know of what is added, not only whoever is not here', async () => {
    const id = await submitted(reporter);
    await performAction(fib, { submissionId: id, action: 'claim', comment: '', expectedVersion: null });
    await leave(fib);
    await addSupplement(reporter, {
      submissionId: id,
      supplementId: randomUUID(),
      warned: false,
      text: 'A van.',
      knownHow: 'told',
      danger: 'no',
    });
    await clearJobs(db);
    await tellNewInformation(job, { alertConfigured: false }, { submissionId: id });
    const told = (await queuedJobs(db, id)).map(({ data }) => (data as { accountId: string }).accountId);
    expect(told).toContain(fibTwo.actor.accountId);
  });
});

describe('giving somebody work', () => {
  it('says who is away, and is refused where it is High', async () => {
    await away(fibTwo);
    const until = new Date(testNow.getTime() + day);
    const urgent = await high();
    const prepared = await prepareAction(supervisor, { submissionId: urgent, action: 'assign' });
    expect(prepared.colleagues).toContainEqual({
      accountId: fibTwo.actor.accountId,
      name: fibTwo.actor.displayName,
      awayUntil: until,
    });
    const refused = await assign(urgent, fibTwo).catch((failure: unknown) => failure);
    expect(refused).toBeInstanceOf(Invalid);
    expect(refused).toMatchObject({ fieldErrors: { colleague: expect.stringContaining('away') as unknown } });
    await performAction(fib, { submissionId: urgent, action: 'claim', comment: '', expectedVersion: null });
    const over = { submissionId: urgent, comment: 'Yours.', expectedVersion: null };
    await expect(
      performAction(fib, { ...over, action: 'hand_over', colleague: fibTwo.actor.accountId }),
    ).rejects.toBeInstanceOf(Invalid);
    const low = await submitted(reporter);
    await assign(low, fibTwo);
    clock.set(until);
    await assign(urgent, fibTwo);
    expect(
      await db.submission.count({ where: { id: { in: [low, urgent] }, claimedBy: fibTwo.actor.accountId } }),
    ).toBe(2);
  });

  it('tells them by a message that names nothing, as long as it is still theirs', async () => {
    const id = await submitted(reporter);
    await clearJobs(db);
    await assign(id, fib);
    const data = {
      kind: 'work-given',
      accountId: fib.actor.accountId,
      submissionId: id,
    } as const;
    expect((await queuedJobs(db, id)).map((each) => each.data)).toContainEqual(data);
    const sent: { subject: string; text: string }[] = [];
    const mailer = {
      send: (message: { subject: string; text: string }) => Promise.resolve(void sent.push(message)),
    };
    const post = {
      mailer,
      force: 'Invented Constabulary',
      portalUrl: 'https://portal.example',
      addressOf,
    } as unknown as Parameters<typeof sendMail>[1];
    await sendMail(job, post, data);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toContain('https://portal.example/queues/mine');
    expect(sent[0]?.text).not.toContain(id);
    await performAction(fib, { submissionId: id, action: 'release', comment: '', expectedVersion: null });
    await sendMail(job, post, data);
    expect(sent).toHaveLength(1);
  });
});

describe('what was claimed on duty', () => {
  it('is counted and listed for its holder, who can still give it away when the duty is over', async () => {
    const id = await high();
    expect(await waits(spocCoventry, 'unclaimedHigh')).toBe(0);
    const duty = await db.dutyListEntry.create({
      data: {
        id: randomUUID(),
        accountId: spocCoventry.actor.accountId,
        position: 'duty_officer',
        validFrom: testNow,
        enteredBy: supervisor.actor.accountId,
        enteredAt: testNow,
      },
    });
    expect(await waits(spocCoventry, 'unclaimedHigh')).toBe(1);
    expect((await urgentList(spocCoventry)).lines.map((line) => line.id)).toEqual([id]);
    await performAction(spocCoventry, {
      submissionId: id,
      action: 'claim',
      comment: '',
      expectedVersion: null,
    });
    clock.advance(minute);
    await db.dutyListEntry.update({ where: { id: duty.id }, data: { validTo: clock.now() } });
    expect(await waits(spocCoventry, 'mine')).toBe(1);
    expect((await heldList(spocCoventry)).lines).toMatchObject([{ id, priority: 'high' }]);
    expect((await heldList(spocEast)).lines).toEqual([]);
    const opened = await openSubmission(spocCoventry, { submissionId: id });
    const offered = opened.view === 'whole' ? opened.actions.map(({ action }) => action) : [];
    expect(offered).toEqual(expect.arrayContaining(['hand_over', 'release']));
    expect(offered).not.toContain('ask_partner');
    const others = await transaction(db, async (tx) =>
      colleagues(tx, spocCoventry, await lockSubmission(tx, spocCoventry, id), 'colleague'),
    );
    expect(others.map(({ accountId }) => accountId)).toContain(fib.actor.accountId);
    await expect(
      performAction(spocEast, { submissionId: id, action: 'release', comment: '', expectedVersion: null }),
    ).rejects.toThrow();
    await performAction(spocCoventry, {
      submissionId: id,
      action: 'release',
      comment: '',
      expectedVersion: null,
    });
    expect((await urgentList(supervisor)).lines.map((line) => line.id)).toEqual([id]);
    expect(await waits(spocCoventry, 'mine')).toBe(0);
    await expect(
      performAction(spocCoventry, { submissionId: id, action: 'claim', comment: '', expectedVersion: null }),
    ).rejects.toThrow();
  });
});

describe('a High submission that was given to somebody', () => {
  it('is seen and held once they open it, and until then its steps go on', async () => {
    const id = await high();
    const began = (await db.submission.findUniqueOrThrow({ where: { id } })).waitingSince;
    const told = () => tellHigh(job, { alertConfigured: false }, { submissionId: id });
    await told();
    clock.advance(minute);
    await assign(id, fibTwo);
    expect(await db.submission.findUniqueOrThrow({ where: { id } })).toMatchObject({
      claimedBy: fibTwo.actor.accountId,
      unopenedSince: began,
      firstSeenAt: null,
    });
    const { lines } = await urgentList(supervisor);
    expect(lines).toMatchObject([
      { id, owner: fibTwo.actor.displayName, waitingSince: began, unopened: true },
    ]);
    expect(await swept()).toEqual([id]);
    clock.advance(2 * 60 * minute);
    await told();
    const steps = await db.highNotice.findMany({ where: { submissionId: id }, orderBy: { toldAt: 'asc' } });
    expect(steps.every(({ waitingSince }) => +waitingSince === +began)).toBe(true);
    expect(steps.length).toBeGreaterThan(escalation.length);
    expect(await urgentOverdue(db, clock.now())).toBe(1);
    // Somebody else who looks into it ends the first clock, and not the wait for its holder.
    await openSubmission(supervisor, { submissionId: id });
    expect(await swept()).toEqual([id]);
    await openSubmission(fibTwo, { submissionId: id });
    expect(await db.submission.findUniqueOrThrow({ where: { id } })).toMatchObject({ unopenedSince: null });
    expect((await urgentList(supervisor)).lines).toEqual([]);
    expect(await swept()).toEqual([]);
    expect(await urgentOverdue(db, clock.now())).toBe(0);
  });

  it('begins to wait when a holder who was here hands it over, and no more once it is put down or claimed', async () => {
    const id = await high(fib);
    clock.advance(60 * minute);
    const over = { submissionId: id, comment: 'Yours.', expectedVersion: null };
    await performAction(fib, { ...over, action: 'hand_over', colleague: fibTwo.actor.accountId });
    expect((await urgentList(supervisor)).lines).toMatchObject([{ id, waitingSince: clock.now() }]);
    clock.advance(minute);
    await performAction(fib, {
      submissionId: id,
      action: 'take_over',
      comment: 'Mine after all.',
      expectedVersion: null,
    });
    expect((await urgentList(supervisor)).lines).toEqual([]);
    await performAction(fib, { ...over, action: 'hand_over', colleague: fibTwo.actor.accountId });
    await performAction(fibTwo, {
      action: 'set_area',
      submissionId: id,
      area: 'COV',
      comment: 'There.',
      expectedVersion: null,
    });
    expect((await urgentList(supervisor)).lines).toEqual([]);
    await performAction(fibTwo, { submissionId: id, action: 'release', comment: '', expectedVersion: null });
    expect((await urgentList(supervisor)).lines).toMatchObject([{ id, owner: null, unopened: false }]);
  });
});

describe('what a suspended account held', () => {
  it('is unassigned again in its queue', async () => {
    const urgent = await high(fib);
    const low = await submitted(reporter);
    const closed = await submitted(reporter);
    const others = await submitted(reporter);
    for (const id of [low, closed])
      await performAction(fib, { submissionId: id, action: 'claim', comment: '', expectedVersion: null });
    await performAction(fibTwo, {
      submissionId: others,
      action: 'claim',
      comment: '',
      expectedVersion: null,
    });
    await db.submission.update({
      where: { id: closed },
      data: {
        status: 'closed',
        outcome: 'no_further_use',
        closedAt: testNow,
        assessedAt: testNow,
        answeredAt: testNow,
      },
    });
    clock.advance(minute);
    await suspend(fib);
    const claims = await db.submission.findMany({
      where: { id: { in: [urgent, low, closed, others] } },
      select: { id: true, claimedBy: true, status: true },
    });
    expect(Object.fromEntries(claims.map(({ id, claimedBy }) => [id, claimedBy]))).toEqual({
      [urgent]: null,
      [low]: null,
      [closed]: fib.actor.accountId,
      [others]: fibTwo.actor.accountId,
    });
    const opened = await openSubmission(fibTwo, { submissionId: low });
    expect(opened.view === 'whole' ? opened.history[0] : null).toMatchObject({
      action: 'release',
      by: null,
      comment: 'The account of whoever held it was suspended',
      at: clock.now(),
    });
    await performAction(fibTwo, { submissionId: low, action: 'claim', comment: '', expectedVersion: null });
  });
});
