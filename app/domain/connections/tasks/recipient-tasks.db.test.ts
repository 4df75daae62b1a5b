import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { acceptedItem, sentTo } from '#tests/factories/items-in-hand.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { acknowledgeDissemination } from '../../triage/dissemination/acknowledge-dissemination.server.ts';
import type { Addressed } from '../../triage/dissemination/addressed-to.server.ts';
import { openDissemination } from '../../triage/dissemination/open-dissemination.server.ts';
import { openItem } from '../../desks/open-item.server.ts';
import { recallDissemination } from '../../triage/dissemination/recall-dissemination.server.ts';
import { createTask, prepareTask } from './create-task.server.ts';
import { reassignTask, finishTask } from './change-task.server.ts';
import { openTask } from './open-task.server.ts';
import { taskList, type TaskView } from './task-list.server.ts';
import { tasksDue } from '#tests/factories/tasks-due.ts';

const clock = fixedClock(testNow);
const database = await testDatabase();
const { db } = database;
const people = await officers(database, clock);
const { fib, spocEast, spocCoventry, mdsLead, areaLead, auditor, reporter } = people;

async function sent(to: Addressed = { to: 'queue', queueCode: 'spoc-be' }, recipient: Ctx = spocEast) {
  const { itemId } = await acceptedItem(fib, reporter);
  const disseminationId = await sentTo(fib, itemId, to);
  await acknowledgeDissemination(recipient, { disseminationId });
  return { itemId, disseminationId };
}
const accountOf = (ctx: Ctx) => `account:${ctx.actor.accountId}`;

async function added(
  ctx: Ctx,
  disseminationId: Id<'Dissemination'>,
  owner = accountOf(ctx),
): Promise<Id<'Task'>> {
  const taskId = newId<'Task'>();
  await createTask(ctx, {
    place: { kind: 'dissemination', disseminationId },
    taskId,
    text: 'Look at the street on Tuesday.',
    owner,
    dueOn: '2016-01-18',
  });
  return taskId;
}
const listed = async (ctx: Ctx, view: TaskView) =>
  (await taskList(ctx, { view, cursor: null })).lines.map(({ id }) => id);

beforeEach(async () => {
  await db.rateLimit.deleteMany();
});

describe('a task about a disseminated item', () => {
  it('is added by its recipients and stands with the item and in their tasks', async () => {
    const { itemId, disseminationId } = await sent();
    const mine = await added(spocEast, disseminationId);
    const ours = await added(spocEast, disseminationId, 'queue:spoc-be');
    const about = { kind: 'dissemination', disseminationId, number: 1 };
    expect((await openDissemination(spocEast, { disseminationId })).tasks).toMatchObject(
      [mine, ours].sort().map((id) => ({ id, about, state: 'open' })),
    );
    expect(await listed(spocEast, 'mine')).toContain(mine);
    expect(await listed(spocEast, 'shared')).toContain(ours);
    expect(await tasksDue(spocEast)).toMatchObject({ own: { today: 1 }, shared: { today: 1 } });
    expect(await openTask(spocEast, { taskId: mine })).toMatchObject({ about, mayChange: true });
    // It is no task of the submission, whose officers have their own.
    expect((await openItem(fib, { itemId })).tasks).toEqual([]);
    const event = await db.auditEvent.findFirstOrThrow({ where: { type: 'task.created', subjectId: mine } });
    expect(event.data).toEqual({ about: 'dissemination' });
  });

  it('is offered to the recipients alone', async () => {
    const { disseminationId } = await sent();
    const place = { kind: 'dissemination', disseminationId } as const;
    const { owners } = await prepareTask(spocEast, place);
    expect(owners.map(({ value }) => value)).toEqual(['queue:spoc-be', accountOf(spocEast)]);
    await expect(added(spocEast, disseminationId, accountOf(spocCoventry))).rejects.toThrow(Invalid);
    const toLead = await sent({ to: 'mds_lead', reason: 'A group.' }, mdsLead);
    const lead = await prepareTask(mdsLead, {
      kind: 'dissemination',
      disseminationId: toLead.disseminationId,
    });
    expect(lead.owners.map(({ value }) => value)).toEqual(['role:mds_lead', accountOf(mdsLead)]);
    const taskId = await added(mdsLead, toLead.disseminationId, 'role:mds_lead');
    expect(await listed(mdsLead, 'shared')).toContain(taskId);
    await expect(
      reassignTask(mdsLead, { taskId, owner: accountOf(fib), note: '', expectedVersion: 1 }),
    ).rejects.toThrow(Invalid);
  });

  it('is read by who may read what was sent, and changed by its recipients', async () => {
    const { disseminationId } = await sent();
    const taskId = await added(spocEast, disseminationId);
    for (const ctx of [spocCoventry, mdsLead, areaLead, auditor, reporter])
      await expect(openTask(ctx, { taskId })).rejects.toThrow(NotFound);
    expect((await openTask(fib, { taskId })).mayChange).toBe(false);
    await expect(finishTask(fib, { taskId, result: 'Done.', expectedVersion: 1 })).rejects.toThrow(Forbidden);
    await finishTask(spocEast, { taskId, result: 'Nobody was there.', expectedVersion: 1 });
    expect((await openTask(fib, { taskId })).state).toBe('done');
  });

  it('is in the list of nobody who may not read what was sent, whoever has it', async () => {
    const { disseminationId } = await sent();
    const taskId = await added(spocEast, disseminationId);
    // Somebody who was of the queue, and a task that was given to them then.
    await db.task.update({ where: { id: taskId }, data: { ownerAccountId: spocCoventry.actor.accountId } });
    expect(await listed(spocCoventry, 'mine')).not.toContain(taskId);
    expect(await tasksDue(spocCoventry)).toMatchObject({ own: { today: 0 } });
    await db.task.update({ where: { id: taskId }, data: { ownerAccountId: mdsLead.actor.accountId } });
    expect(await listed(mdsLead, 'mine')).not.toContain(taskId);
    await db.task.update({ where: { id: taskId }, data: { ownerAccountId: fib.actor.accountId } });
    expect(await listed(fib, 'mine')).toContain(taskId);
  });

  it('is added by nobody else, nor before the item is acknowledged, nor once it is recalled', async () => {
    const { itemId } = await acceptedItem(fib, reporter);
    const disseminationId = await sentTo(fib, itemId, { to: 'queue', queueCode: 'spoc-be' });
    await expect(added(spocEast, disseminationId)).rejects.toThrow(Conflict);
    await acknowledgeDissemination(spocEast, { disseminationId });
    await expect(added(fib, disseminationId)).rejects.toThrow(Forbidden);
    for (const ctx of [spocCoventry, mdsLead, areaLead, auditor, reporter])
      await expect(added(ctx, disseminationId)).rejects.toThrow(NotFound);
    const taskId = await added(spocEast, disseminationId);
    await recallDissemination(fib, { disseminationId, reason: 'It was about another house.' });
    await expect(added(spocEast, disseminationId)).rejects.toThrow(Conflict);
    // What there is has to be ended by somebody.
    await finishTask(spocEast, { taskId, result: 'Recalled.', expectedVersion: 1 });
  });
});

describe('the database', () => {
  it('lets nobody move a task to another dissemination, or to two things', async () => {
    const [one, other] = [await sent(), await sent()];
    const id = await added(spocEast, one.disseminationId);
    await expect(
      db.task.update({ where: { id }, data: { disseminationId: other.disseminationId } }),
    ).rejects.toThrow(/cannot be rewritten/);
    const row = await db.task.findUniqueOrThrow({ where: { id } });
    const { submissionId } = await db.dissemination.findUniqueOrThrow({
      where: { id: one.disseminationId },
      select: { submissionId: true },
    });
    await expect(db.task.create({ data: { ...row, id: randomUUID(), submissionId } })).rejects.toThrow(
      /task_about_one_thing/,
    );
  });
});

describe('the figures of an area', () => {
  it('count the tasks of the area’s queue, wherever the submission behind the item counts', async () => {
    const open = async () => (await taskList(areaLead, { view: 'mine', cursor: null })).areas[0];
    const { itemId, disseminationId } = await sent();
    const { submissionId } = await db.intelligenceItem.findUniqueOrThrow({ where: { id: itemId } });
    const coventry = await db.area.findUniqueOrThrow({ where: { code: 'COV' } });
    await db.submission.update({ where: { id: submissionId }, data: { areaId: coventry.id } });
    const before = await open();
    await added(spocEast, disseminationId);
    expect(await open()).toEqual({
      area: 'Birmingham East',
      open: (before?.open ?? 0) + 1,
      dueToday: (before?.dueToday ?? 0) + 1,
      overdue: before?.overdue,
    });
  });
});
