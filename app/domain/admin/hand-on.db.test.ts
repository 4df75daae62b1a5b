import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { pastDanger } from '#tests/factories/past-danger.ts';
import { people } from '#tests/factories/people.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { shownAccount } from '#tests/factories/shown-account.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { startDraftForPartner } from '../intake/drafts/start-draft-for-partner.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { performAction } from '../triage/actions/perform-action.server.ts';
import { openTask } from '../connections/tasks/open-task.server.ts';
import { changeRoles } from './change-roles.server.ts';
import { openLeaving } from './open-leaving.server.ts';
import { setAccountStatus } from './set-account-status.server.ts';
import { setDirectoryRoles } from './sign-on/directory-roles.server.ts';

const database = await testDatabase();
const { db, pool } = database;
const { reporter, fib, fibTwo, supervisor, administrator, spocCoventry } = await officers(
  database,
  fixedClock(testNow),
);
const leaver = fib.actor.accountId;
const coventry = await db.queue.findFirstOrThrow({ where: { area: { name: 'Coventry' } } });
const contributor = (await db.account.findUniqueOrThrow({ where: { email: people.contributor } })).id;

beforeEach(async () => {
  await pastDanger(pool);
  await db.account.update({ where: { id: leaver }, data: { status: 'active' } });
});

const held = async (by: Ctx, { high = false, queue = 'fib' } = {}): Promise<Id<'Submission'>> => {
  const id = await submitted(reporter, high ? { danger: 'soon' } : {});
  const { id: primaryQueueId } = await db.queue.findUniqueOrThrow({ where: { code: queue } });
  await db.submission.update({ where: { id }, data: { primaryQueueId } });
  await performAction(by, { submissionId: id, action: 'claim', comment: '', expectedVersion: null });
  return id;
};
const task = async (about: { submissionId?: string; planItemId?: string }) => {
  const id = randomUUID() as Id<'Task'>;
  const owner = { ownerAccountId: leaver, dueOn: testNow };
  await db.task.create({
    data: { id, ...about, ...owner, text: 'Ask', createdBy: leaver, createdAt: testNow, state: 'open' },
  });
  return id;
};
const ownItem = async () => {
  const item = await db.planItem.findFirstOrThrow({ where: { code: 'PCC 1.4.1' } });
  await db.planItemOwner.create({
    data: {
      id: randomUUID(),
      planItemId: item.id,
      number: (await db.planItemOwner.count({ where: { planItemId: item.id } })) + 1,
      accountId: leaver,
      setBy: leaver,
      setAt: testNow,
    },
  });
  return item.id;
};
const entered = async () => {
  const organisationId = reporter.actor.organisationId!;
  return (await startDraftForPartner(fib, { organisationId, reportedBy: 'none', channel: 'telephone' }))
    .draftId;
};
const duty = () =>
  db.dutyListEntry.create({
    data: {
      id: randomUUID(),
      accountId: leaver,
      position: 'deputy',
      validFrom: new Date(testNow.getTime() + 86_400_000),
    },
  });
const suspend = async (handTo = '') => {
  await clearJobs(db);
  await setAccountStatus(administrator, {
    ...(await shownAccount(db, leaver)),
    to: 'suspended',
    reason: 'Left',
    handTo,
  });
};
const claimedBy = async (id: string) => (await db.submission.findUniqueOrThrow({ where: { id } })).claimedBy;
const jobs = async () => (await queuedJobs(db)).map(({ name, data }) => ({ name, ...data }));

describe('what an officer holds who leaves', () => {
  it('is a checklist of numbers, with what nobody else could do', async () => {
    await held(fib);
    await held(fib, { high: true });
    await task({ submissionId: await submitted(reporter) });
    const { colleagues, ...leaving } = await openLeaving(administrator, { accountId: leaver });
    expect(leaving).toMatchObject({
      side: 'police',
      held: { submissions: [{ count: 2, high: 1, contactsDue: 0 }], tasks: 1, drafts: { count: 0 } },
      alone: { queues: [], roles: [] },
    });
    expect(colleagues.map(({ id }) => id)).not.toContain(leaver);
    const spoc = await openLeaving(administrator, { accountId: spocCoventry.actor.accountId });
    expect(spoc).toMatchObject({ alone: { queues: ['Coventry SPOC'] } });
    await expect(openLeaving(supervisor, { accountId: leaver })).rejects.toBeInstanceOf(NotFound);
    await suspend();
  });

  it('goes back to where it came from, and of what is High the duty list is told at once', async () => {
    const [low, high] = [await held(fib), await held(fib, { high: true })];
    const about = await submitted(reporter);
    const { primaryQueueId } = await db.submission.findUniqueOrThrow({ where: { id: about } });
    const planItemId = await ownItem();
    const [ofReport, ofPlan, draftId] = [
      await task({ submissionId: about }),
      await task({ planItemId }),
      await entered(),
    ];
    await duty();
    await suspend();
    expect([await claimedBy(low), await claimedBy(high)]).toEqual([null, null]);
    expect(await jobs()).toContainEqual({ name: 'tell-high', submissionId: high });
    expect(await db.task.findUniqueOrThrow({ where: { id: ofReport } })).toMatchObject({
      ownerAccountId: null,
      ownerQueueId: primaryQueueId,
    });
    expect(await db.task.findUniqueOrThrow({ where: { id: ofPlan } })).toMatchObject({
      ownerRole: 'mds_lead',
    });
    expect(
      await db.planItemOwner.findFirst({ where: { planItemId }, orderBy: { number: 'desc' } }),
    ).toMatchObject({ accountId: null });
    const { accountId } = await db.draft.findUniqueOrThrow({ where: { id: draftId } });
    expect(await jobs()).toContainEqual({ name: 'send-mail', kind: 'drafts-given', accountId, draftId });
    expect(await db.accountRole.count({ where: { accountId, role: 'fib_supervisor' } })).toBe(1);
    expect(await db.dutyListEntry.count({ where: { accountId: leaver, validTo: null } })).toBe(0);
    expect(await jobs()).toContainEqual({ name: 'sweep-roster' });
  });

  it('goes to the colleague who is named, as far as their roles and areas go', async () => {
    const submission = await held(fib);
    const planItemId = await ownItem();
    const draftId = await entered();
    await suspend(fibTwo.actor.accountId);
    expect(await claimedBy(submission)).toBe(fibTwo.actor.accountId);
    expect(await jobs()).toContainEqual({
      name: 'send-mail',
      kind: 'work-given',
      accountId: fibTwo.actor.accountId,
      submissionId: submission,
    });
    expect(await db.draft.findUniqueOrThrow({ where: { id: draftId } })).toMatchObject({
      accountId: fibTwo.actor.accountId,
    });
    // An FIB officer owns no item of the plan, and a contributor no submission.
    const owner = () => db.planItemOwner.findFirst({ where: { planItemId }, orderBy: { number: 'desc' } });
    expect(await owner()).toMatchObject({ accountId: null });
    await db.account.update({ where: { id: leaver }, data: { status: 'active' } });
    const other = await held(fib);
    await ownItem();
    await suspend(contributor);
    expect(await claimedBy(other)).toBeNull();
    expect(await owner()).toMatchObject({ accountId: contributor });
  });

  it('is handed to nobody who cannot sign in or is not of the police', async () => {
    for (const handTo of [reporter.actor.accountId, leaver, randomUUID(), 'nobody'])
      await expect(suspend(handTo)).rejects.toMatchObject({
        fieldErrors: { handTo: 'Select a colleague who can sign in' },
      });
  });
});

describe('somebody whose role ends', () => {
  it('is signed out, and holds no more than their other roles let them', async () => {
    const submission = await held(spocCoventry, { queue: coventry.code });
    const { accountId } = spocCoventry.actor;
    await db.session.create({
      data: {
        id: randomUUID(),
        tokenHash: Buffer.from(randomUUID()),
        accountId,
        createdAt: testNow,
        lastSeenAt: testNow,
        idleExpiresAt: testNow,
        absoluteExpiresAt: testNow,
      },
    });
    await changeRoles(administrator, {
      ...(await shownAccount(db, accountId)),
      roles: [{ role: 'plan_contributor', areaId: null }],
    });
    expect(await claimedBy(submission)).toBeNull();
    expect(await db.session.count({ where: { accountId, revokedAt: null } })).toBe(0);
    const event = await db.submissionEvent.findFirst({
      where: { submissionId: submission, action: 'release' },
    });
    expect(event).toMatchObject({ actorId: null, comment: 'Whoever held it has other roles now' });
  });

  it('hands on all the same where the force’s directory takes the role', async () => {
    await db.account.update({ where: { id: leaver }, data: { status: 'active' } });
    const high = await held(fib, { high: true });
    const about = await task({ submissionId: await submitted(reporter) });
    const [planItemId, draftId] = [await ownItem(), await entered()];
    await duty();
    await clearJobs(db);
    const directory = { ...administrator, actor: null, system: 'Directory of the force' };
    await transaction(db, (tx) => setDirectoryRoles(tx, directory, leaver, []));
    expect(await claimedBy(high)).toBeNull();
    expect(await jobs()).toContainEqual({ name: 'tell-high', submissionId: high });
    expect(await db.task.findUniqueOrThrow({ where: { id: about } })).toMatchObject({ ownerAccountId: null });
    expect((await openTask(supervisor, { taskId: about })).history[0]).toMatchObject({ by: 'The portal' });
    expect(
      await db.planItemOwner.findFirst({ where: { planItemId }, orderBy: { number: 'desc' } }),
    ).toMatchObject({ accountId: null, setBy: null });
    expect((await db.draft.findUniqueOrThrow({ where: { id: draftId } })).accountId).not.toBe(leaver);
    expect(await db.dutyListEntry.count({ where: { accountId: leaver, validTo: null } })).toBe(0);
  });
});
