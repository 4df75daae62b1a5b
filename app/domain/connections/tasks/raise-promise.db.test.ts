import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '#app/domain/kernel/context.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { Conflict, NotFound } from '#app/domain/kernel/failures.ts';
import { openSubmission } from '#app/domain/desks/open-submission.server.ts';
import { openOwnReport } from '#app/domain/intake/own-reports/open-own-report.server.ts';
import { ownReports } from '#app/domain/intake/own-reports/own-reports.server.ts';
import { reply } from '#app/domain/intake/own-reports/reply.server.ts';
import { performAction, type PostedAction } from '#app/domain/triage/actions/perform-action.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { addPeople, people } from '#tests/factories/people.ts';
import { queuedJobs } from '#tests/factories/queued-jobs.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { changeDueDate, finishTask } from './change-task.server.ts';
import { openTask } from './open-task.server.ts';
import { raisePromise } from './raise-promise.server.ts';
import { taskList } from './task-list.server.ts';
import { tasksDue } from '#tests/factories/tasks-due.ts';

const database = await testDatabase();
const { db } = database;
await addPeople(db);
const clock = fixedClock(testNow);
const { reporter, fib, supervisor, spocEast, areaLead } = await officers(database, clock);
const colleague = await makeCtx(database, { email: people.colleague, clock });

beforeEach(() => clock.set(testNow));

/** Sent on Monday 18 January 2016 at 9am as Low: opened by Wednesday 20th, answered by Friday 29th. */
const afterOpening = new Date('2016-01-21T08:00:00Z');
const afterAnswer = new Date('2016-01-30T08:00:00Z');

const promiseOf = async (submissionId: Id<'Submission'>, by: Ctx = reporter) =>
  (await openOwnReport(by, { submissionId })).promise;
const act = (submissionId: Id<'Submission'>, action: PostedAction['action'], more = {}) =>
  performAction(fib, { submissionId, action, comment: 'Known.', expectedVersion: null, ...more });
const raisedTasks = (submissionId: Id<'Submission'>) =>
  db.task.findMany({ where: { submissionId, raisedPromise: { isNot: null } } });
async function raisedOf(submissionId: Id<'Submission'>, by: Ctx = reporter): Promise<Id<'Task'>> {
  await raisePromise(by, { submissionId });
  const [task] = await raisedTasks(submissionId);
  if (!task) throw new Error('Nothing was raised.');
  return task.id;
}
/** Held by the SPOC of an area, whose report FIB does not read yet. */
const heldByArea = () =>
  submitted(reporter, {
    onBehalfOfVictim: 'yes',
    victimWantsContact: 'yes',
    victimNrmOffered: 'no',
    victimNrmConsent: 'not_asked',
  });

describe('a promise that is kept', () => {
  it('gives way to that of the next state, and there is nothing to raise', async () => {
    const submissionId = await submitted(reporter);
    expect(await promiseOf(submissionId)).toMatchObject({
      next: 'opening',
      due: { at: new Date('2016-01-20T17:00:00Z') },
    });
    clock.set(new Date('2016-01-19T10:00:00Z'));
    await openSubmission(fib, { submissionId });
    expect(await promiseOf(submissionId)).toMatchObject({
      next: 'outcome',
      due: { at: new Date('2016-01-29T17:00:00Z') },
      mayRaise: false,
    });
    await expect(raisePromise(reporter, { submissionId })).rejects.toBeInstanceOf(Conflict);
    await act(submissionId, 'claim');
    await act(submissionId, 'close_without_item', { outcome: 'no_further_use' });
    clock.set(afterAnswer);
    expect(await promiseOf(submissionId)).toMatchObject({ next: 'nothing', missed: false });
  });

  it('waits while the partner is asked, and runs on from their answer', async () => {
    const submissionId = await submitted(reporter);
    await act(submissionId, 'claim');
    await act(submissionId, 'ask_partner', { comment: 'Which door was it?' });
    clock.set(new Date('2016-01-20T09:00:00Z'));
    expect(await promiseOf(submissionId)).toMatchObject({ holder: 'partner', next: 'reply' });
    await reply(reporter, { submissionId, replyId: randomUUID(), comment: 'The blue one.', danger: 'no' });
    expect(await promiseOf(submissionId)).toMatchObject({
      next: 'outcome',
      due: { at: new Date('2016-02-02T17:00:00Z') },
      reckoning: { waited: true },
    });
  });
});

describe('a promise that is missed', () => {
  it('is apologised for by itself, on the page and in the list, and is raised by one press, once', async () => {
    const submissionId = await submitted(reporter);
    clock.set(afterOpening);
    expect(await promiseOf(submissionId)).toMatchObject({ missed: true, mayRaise: true, raised: null });
    expect(await raisePromise(reporter, { submissionId })).toBe('raised');
    clock.advance(60_000);
    expect(await raisePromise(reporter, { submissionId })).toBe('raised_before');
    const raised = { at: afterOpening, seenToBy: '2016-01-25', late: false };
    expect(await promiseOf(submissionId)).toMatchObject({ mayRaise: false, raised });
    const { sent } = await ownReports(reporter, { before: null });
    expect(sent.find(({ id }) => id === submissionId)?.promise).toMatchObject({ missed: true, raised });
    expect(await raisedTasks(submissionId)).toEqual([
      expect.objectContaining({ ownerRole: 'fib_supervisor', dueOn: new Date('2016-01-25') }),
    ]);
    expect(
      await db.auditEvent.findMany({ where: { type: 'promise.raised', subjectId: submissionId } }),
    ).toEqual([expect.objectContaining({ actorId: reporter.actor.accountId })]);
    const told = (await queuedJobs(db, submissionId)).filter(
      ({ data }) => data['kind'] === 'task-for-supervisors',
    );
    expect(told.map(({ data }) => data['accountId'])).toContain(supervisor.actor.accountId);
  });

  it('is the task of a supervisor until it is kept: its day is the partner’s next one', async () => {
    const submissionId = await submitted(reporter);
    clock.set(afterOpening);
    const taskId = await raisedOf(submissionId);
    const opened = await openTask(supervisor, { taskId });
    expect(opened).toMatchObject({
      owner: 'Every FIB supervisor',
      createdBy: 'The partner',
      promisedBy: new Date('2016-01-20T17:00:00Z'),
      mayChange: true,
    });
    expect(JSON.stringify(opened)).not.toMatch(/Robin|Harbour/);
    const done = { taskId, result: 'A colleague has it.', expectedVersion: 1 };
    await expect(finishTask(supervisor, done)).rejects.toBeInstanceOf(Conflict);

    clock.set(new Date('2016-01-26T09:00:00Z'));
    expect((await promiseOf(submissionId)).raised).toMatchObject({ late: true });
    expect((await tasksDue(supervisor)).shared.overdue).toBeGreaterThan(0);
    await changeDueDate(supervisor, { taskId, dueOn: '2016-01-27', reason: 'Illness', expectedVersion: 1 });
    expect((await promiseOf(submissionId)).raised).toMatchObject({ seenToBy: '2016-01-27', late: false });

    const seen = await openSubmission(fib, { submissionId });
    expect(seen.view === 'whole' && seen.tasks.map(({ promisedBy }) => promisedBy)).toEqual([
      new Date('2016-01-20T17:00:00Z'),
    ]);
    expect(await promiseOf(submissionId)).toMatchObject({ next: 'outcome', missed: false, raised: null });
    await finishTask(supervisor, { ...done, expectedVersion: 2 });

    clock.set(afterAnswer);
    expect(await promiseOf(submissionId)).toMatchObject({ missed: true, mayRaise: true });
    expect(await raisePromise(reporter, { submissionId })).toBe('raised');
  });

  it('is for the supervisors of FIB in the queue of an area too, which they read nothing else of', async () => {
    const submissionId = await heldByArea();
    clock.set(afterOpening);
    const taskId = await raisedOf(submissionId);
    expect(await openSubmission(supervisor, { submissionId })).toMatchObject({ view: 'status' });
    expect(await openTask(supervisor, { taskId })).toMatchObject({ mayChange: true });
    const { lines } = await taskList(supervisor, { view: 'shared', cursor: null });
    expect(lines.map(({ id }) => id)).toContain(taskId);
    expect(await openTask(spocEast, { taskId })).toMatchObject({ mayChange: true });
    for (const other of [fib, areaLead])
      await expect(openTask(other, { taskId })).rejects.toBeInstanceOf(NotFound);
    await performAction(spocEast, {
      submissionId,
      action: 'restrict',
      comment: 'Few people knew.',
      expectedVersion: null,
    });
    expect(await openTask(supervisor, { taskId })).toMatchObject({ owner: 'Every FIB supervisor' });
    await expect(openTask(spocEast, { taskId })).rejects.toBeInstanceOf(NotFound);
  });

  it('is raised by whoever sent it, or stands in for them, and by nobody else', async () => {
    const submissionId = await submitted(reporter);
    clock.set(afterOpening);
    for (const other of [colleague, fib, supervisor])
      await expect(raisePromise(other, { submissionId })).rejects.toBeInstanceOf(NotFound);
    const organisation = { where: { id: reporter.actor.organisationId ?? '' } };
    await db.organisation.update({ ...organisation, data: { agreementCover: true } });
    expect(await raisePromise(colleague, { submissionId })).toBe('raised');
    await db.organisation.update({ ...organisation, data: { agreementCover: false } });
  });

  it('does not tell that police raised it to High', async () => {
    const submissionId = await submitted(reporter);
    const before = await promiseOf(submissionId);
    await act(submissionId, 'raise_to_high');
    expect(await promiseOf(submissionId)).toEqual(before);
  });
});
