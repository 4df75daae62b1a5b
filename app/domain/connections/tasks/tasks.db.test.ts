import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { Conflict, Forbidden, NotFound } from '#app/domain/kernel/failures.ts';
import { changeDueDate, reassignTask, cancelTask, finishTask } from './change-task.server.ts';
import { createTask, prepareTask } from './create-task.server.ts';
import { openTask } from './open-task.server.ts';
import { planTasks } from './plan-tasks.server.ts';
import { taskList, taskPageSize } from './task-list.server.ts';
import { tasksDue } from '#tests/factories/tasks-due.ts';
import { openSubmission } from '#app/domain/desks/open-submission.server.ts';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { performAction } from '../../triage/actions/perform-action.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import type { OpenDatabase } from '#app/platform/db/open-database.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { whatWaits } from '../../desks/what-waits.server.ts';
import type { TaskPlace } from './task-place.server.ts';

const clock = fixedClock(testNow);
let database: OpenDatabase;
let people: Record<Who, Ctx>;
let contributor: Ctx;
let submissionId: Id<'Submission'>;
let restricted: Id<'Submission'>;
let byVictim: Id<'Submission'>;

beforeAll(async () => {
  database = await testDatabase();
  people = await officers(database, clock);
  contributor = await makeCtx(database, { email: 'plan.contributor@police.example', clock });
  submissionId = await submitted(people.reporter);
  restricted = await submitted(people.reporter, {
    sourceCouldBeGuessed: 'yes',
    sourceRisk: 'Few people knew.',
  });
  byVictim = await submitted(people.reporter, {
    onBehalfOfVictim: 'yes',
    victimWantsContact: 'yes',
    victimNrmOffered: 'no',
    victimNrmConsent: 'not_asked',
  });
});

const later = '2016-01-25';
const plan: TaskPlace = { kind: 'plan', code: 'PCC 1.4.1' };
const accountOf = (ctx: Ctx) => `account:${ctx.actor.accountId}`;

async function added(
  ctx: Ctx,
  place: TaskPlace,
  changes: Partial<Omit<Parameters<typeof createTask>[1], 'place'>> = {},
): Promise<Id<'Task'>> {
  const taskId = newId<'Task'>();
  const owner = accountOf(ctx);
  await createTask(ctx, {
    place,
    taskId,
    text: 'Ring the example council.',
    owner,
    dueOn: later,
    ...changes,
  });
  return taskId;
}

const at = (ctx: Ctx, instant: string): Ctx => ({ ...ctx, clock: fixedClock(new Date(instant)) });

describe('adding a task', () => {
  it('keeps what is to be done, by whom and by when, and says so in the trail without the text', async () => {
    const taskId = await added(people.fib, { kind: 'submission', submissionId });
    expect(await openTask(people.fib, { taskId })).toMatchObject({
      text: 'Ring the example council.',
      owner: 'Frankie Example',
      dueOn: '2016-01-25',
      state: 'open',
      overdue: false,
      about: { kind: 'submission', submissionId },
      history: [{ kind: 'created', by: 'Frankie Example' }],
    });
    const events = await database.db.auditEvent.findMany({ where: { subjectId: taskId } });
    expect(events.map(({ type }) => type)).toEqual(['task.created', 'task.read']);
    expect(
      JSON.stringify(events, (_, value: unknown) => (typeof value === 'bigint' ? 0 : value)),
    ).not.toContain('council');
    const opened = await openSubmission(people.fib, { submissionId });
    expect(opened.view === 'whole' && opened.tasks.map(({ id }) => id)).toContain(taskId);
  });

  it('takes the same form twice as one task', async () => {
    const taskId = newId<'Task'>();
    await added(people.fib, { kind: 'submission', submissionId }, { taskId });
    await added(people.fib, { kind: 'submission', submissionId }, { taskId });
    expect((await openTask(people.fib, { taskId })).history).toHaveLength(1);
  });

  it('needs an owner and a day that is not past', async () => {
    const wrong = { owner: 'account:nobody', dueOn: '2016-01-17' };
    await expect(added(people.mdsLead, plan, wrong)).rejects.toMatchObject({
      fieldErrors: {
        owner: 'Select who has the task',
        dueOn: 'Due date must be today or in the future',
      },
    });
    for (const dueOn of ['2021-01-19', '9999-01-01'])
      await expect(added(people.mdsLead, plan, { dueOn })).rejects.toMatchObject({
        fieldErrors: { dueOn: 'Due date must be within the next 5 years' },
      });
    await added(people.mdsLead, plan, { dueOn: '2021-01-18' });
  });

  it('on the plan is for the MDS lead and contributors', async () => {
    await added(contributor, plan);
    for (const who of ['fib', 'supervisor', 'spocEast', 'areaLead'] as const)
      await expect(added(people[who], plan), who).rejects.toThrow(Forbidden);
    for (const who of ['reporter', 'administrator', 'auditor', 'custodian'] as const)
      await expect(added(people[who], plan), who).rejects.toThrow(NotFound);
    for (const code of ['Prepare', 'PCC 1.2.2', 'Nothing 9'])
      await expect(added(people.mdsLead, { kind: 'plan', code }), code).rejects.toThrow(NotFound);
  });

  it('on a submission is for whoever may read it', async () => {
    const place = { kind: 'submission', submissionId } as const;
    await expect(added(people.areaLead, place)).rejects.toThrow(Forbidden);
    for (const who of ['reporter', 'spocCoventry', 'mdsLead', 'administrator'] as const)
      await expect(added(people[who], place), who).rejects.toThrow(NotFound);
  });

  it('offers as owner of a High one nobody for the duty of whoever asks, and those on duty for their own', async () => {
    const { db } = database;
    const high = await submitted(people.reporter, { danger: 'now', emergencyCall: 'called' });
    const duty = (ctx: Ctx) => ({
      id: randomUUID(),
      accountId: ctx.actor.accountId,
      position: 'duty_officer' as const,
      validFrom: new Date(testNow.getTime() - 60_000),
    });
    const offered = async () =>
      (await prepareTask(people.fib, { kind: 'submission', submissionId: high })).owners.map(
        ({ value }) => value,
      );
    await db.dutyListEntry.create({ data: duty(people.fib) });
    const values = await offered();
    expect(values).toContain('queue:fib');
    expect(values).not.toContain('queue:spoc-cov');
    expect(values).not.toContain(accountOf(people.spocCoventry));
    const entry = await db.dutyListEntry.create({ data: duty(people.spocCoventry) });
    expect(await offered()).toContain(accountOf(people.spocCoventry));
    await db.dutyListEntry.delete({ where: { id: entry.id } });
  });

  it('offers as owners only those who may read the submission', async () => {
    const { owners } = await prepareTask(people.fib, { kind: 'submission', submissionId: restricted });
    const values = owners.map(({ value }) => value);
    expect(values).toEqual(
      expect.arrayContaining(['queue:fib', accountOf(people.fib), accountOf(people.supervisor)]),
    );
    for (const who of ['spocEast', 'mdsLead', 'areaLead'] as const)
      expect(values).not.toContain(accountOf(people[who]));
    const { owners: ofEast } = await prepareTask(people.spocEast, {
      kind: 'submission',
      submissionId: byVictim,
    });
    expect(ofEast.map(({ value }) => value)).toEqual(['queue:spoc-be', accountOf(people.spocEast)]);
  });
});

describe('reading a task', () => {
  it('follows the submission that it is about', async () => {
    const [ofFib, ofRestricted, ofEast] = [
      await added(people.fib, { kind: 'submission', submissionId }),
      await added(people.fib, { kind: 'submission', submissionId: restricted }),
      await added(people.spocEast, { kind: 'submission', submissionId: byVictim }),
    ];
    await openTask(people.supervisor, { taskId: ofRestricted });
    for (const who of [
      'spocEast',
      'spocCoventry',
      'areaLead',
      'mdsLead',
      'administrator',
      'reporter',
    ] as const)
      for (const taskId of [ofFib, ofRestricted])
        await expect(openTask(people[who], { taskId }), who).rejects.toThrow(NotFound);
    await openTask(people.spocEast, { taskId: ofEast });
    await expect(openTask(people.fib, { taskId: ofEast })).rejects.toThrow(NotFound);
  });

  it('leaves the lists of an owner who may no longer read the submission', async () => {
    const id = await submitted(people.reporter, {
      onBehalfOfVictim: 'yes',
      victimWantsContact: 'yes',
      victimNrmOffered: 'no',
      victimNrmConsent: 'not_asked',
    });
    const taskId = await added(people.spocEast, { kind: 'submission', submissionId: id });
    const mine = async () =>
      (await taskList(people.spocEast, { view: 'mine', cursor: null })).lines.map((line) => line.id);
    expect(await mine()).toContain(taskId);
    await database.db.submission.update({ where: { id }, data: { restricted: true } });
    expect(await mine()).not.toContain(taskId);
    await expect(openTask(people.spocEast, { taskId })).rejects.toThrow(NotFound);
  });
});

describe('changing a task', () => {
  it('keeps every change, and ends once', async () => {
    const taskId = await added(people.fib, { kind: 'submission', submissionId });
    await changeDueDate(people.fib, {
      taskId,
      dueOn: '2016-01-28',
      reason: 'Away.',
      expectedVersion: 1,
    });
    await reassignTask(people.fib, { taskId, owner: 'queue:fib', note: null, expectedVersion: 2 });
    await finishTask(people.fibTwo, { taskId, result: 'They will call back.', expectedVersion: 3 });
    const task = await openTask(people.fib, { taskId });
    expect(task).toMatchObject({ state: 'done', dueOn: '2016-01-28', owner: 'Force Intelligence Bureau' });
    expect(task.history.map(({ kind, comment }) => [kind, comment])).toEqual([
      ['done', 'They will call back.'],
      ['reassigned', null],
      ['due_changed', 'Away.'],
      ['created', null],
    ]);
    await expect(cancelTask(people.fib, { taskId, reason: 'No.', expectedVersion: 4 })).rejects.toThrow(
      'This task is done already',
    );
  });

  it('refuses what somebody else has changed meanwhile, and who cannot have it', async () => {
    const taskId = await added(people.fib, { kind: 'submission', submissionId });
    await expect(finishTask(people.fib, { taskId, result: 'x', expectedVersion: 2 })).rejects.toThrow(
      Conflict,
    );
    const input = { taskId, expectedVersion: 1 };
    await expect(
      changeDueDate(people.fib, { ...input, dueOn: '2016-01-17', reason: 'Away.' }),
    ).rejects.toMatchObject({ fieldErrors: { dueOn: 'Due date must be today or in the future' } });
    await expect(
      reassignTask(people.fib, { ...input, owner: accountOf(people.spocCoventry), note: null }),
    ).rejects.toMatchObject({ fieldErrors: { owner: 'Select who has the task' } });
  });

  it('on the plan is for its owner, who added it, and the MDS lead', async () => {
    const taskId = await added(people.mdsLead, plan, { owner: accountOf(people.areaLead) });
    expect((await openTask(people.fib, { taskId })).mayChange).toBe(false);
    await expect(finishTask(people.fib, { taskId, result: 'x', expectedVersion: 1 })).rejects.toThrow(
      Forbidden,
    );
    await finishTask(people.areaLead, { taskId, result: 'Posters are up.', expectedVersion: 1 });
    expect((await planTasks(people.fib, plan))?.lines.find(({ id }) => id === taskId)).toMatchObject({
      state: 'done',
    });
    expect(await planTasks(people.administrator, plan)).toBeNull();
  });

  it('never touches what it says, and an ended one not at all', async () => {
    const taskId = await added(people.mdsLead, plan);
    const update = (data: object) => database.db.task.update({ where: { id: taskId }, data });
    await expect(update({ text: 'Other' })).rejects.toThrow(/cannot be rewritten/);
    await cancelTask(people.mdsLead, { taskId, reason: 'Done elsewhere.', expectedVersion: 1 });
    await expect(update({ dueOn: testNow })).rejects.toThrow(/cannot be rewritten/);
    await expect(database.db.task.delete({ where: { id: taskId } })).rejects.toThrow();
  });
});

describe('lists', () => {
  it('hold the actor’s own, those of their queues and roles, and those of the plan, each page after the other', async () => {
    const own = await makeCtx(database, { email: 'fib.officer.two@police.example', clock });
    const count = taskPageSize + 3;
    for (let number = 0; number < count; number += 1)
      await added(own, { kind: 'submission', submissionId }, { text: `Task ${number}` });
    const first = await taskList(own, { view: null, cursor: null });
    expect(first).toMatchObject({ view: 'mine', counts: { mine: count }, later: false });
    const second = await taskList(own, { view: 'mine', cursor: first.next });
    const texts = [...first.lines, ...second.lines].map(({ text }) => text);
    expect(new Set(texts).size).toBe(count);
    expect(second.next).toBeNull();

    const shared = await added(people.fib, { kind: 'submission', submissionId }, { owner: 'queue:fib' });
    const inShared = async (ctx: Ctx) =>
      (await taskList(ctx, { view: 'shared', cursor: null })).lines.map(({ id }) => id);
    expect(await inShared(own)).toContain(shared);
    expect(await inShared(people.spocEast)).not.toContain(shared);
    const ofRole = await added(people.mdsLead, plan, { owner: 'role:mds_lead' });
    expect(await inShared(people.mdsLead)).toContain(ofRole);
    expect(
      (await taskList(people.areaLead, { view: 'plan', cursor: null })).lines.map(({ id }) => id),
    ).toContain(ofRole);
    await finishTask(people.mdsLead, { taskId: ofRole, result: 'Done.', expectedVersion: 1 });
    expect(await inShared(people.mdsLead)).not.toContain(ofRole);
    await expect(taskList(people.fib, { view: 'all', cursor: null })).rejects.toThrow(NotFound);
    await expect(taskList(people.auditor, { view: null, cursor: null })).rejects.toThrow(NotFound);
  });

  it('show what has ended, newest first, page after page', async () => {
    const forceSpoc = people.forceSpoc;
    const count = taskPageSize + 2;
    for (let number = 0; number < count; number += 1) {
      const taskId = await added(people.mdsLead, plan, { owner: accountOf(forceSpoc) });
      await finishTask(at(forceSpoc, `2016-01-18T10:00:${10 + number}Z`), {
        taskId,
        result: 'Done.',
        expectedVersion: 1,
      });
    }
    const first = await taskList(forceSpoc, { view: 'ended', cursor: null });
    const second = await taskList(forceSpoc, { view: 'ended', cursor: first.next });
    const ended = [...first.lines, ...second.lines].map(({ endedAt }) => endedAt?.getTime() ?? 0);
    expect(ended).toHaveLength(count);
    expect(ended).toEqual([...ended].sort((one, other) => other - one));
  });

  it('tell the lead of an area how many, not what', async () => {
    const before = (await taskList(people.areaLead, { view: null, cursor: null })).areas;
    expect(before).toHaveLength(1);
    await added(people.fib, { kind: 'submission', submissionId }, { text: 'Words of the report' });
    await added(people.fib, { kind: 'submission', submissionId: restricted });
    const page = await taskList(people.areaLead, { view: 'plan', cursor: null });
    expect(page.areas[0]?.open).toBe((before[0]?.open ?? 0) + 1);
    expect(JSON.stringify(page)).not.toContain('Words of the report');
    expect((await taskList(people.fib, { view: null, cursor: null })).areas).toEqual([]);
  });
});

describe('what is due', () => {
  it('waits on the home page of who has it: today, then overdue', async () => {
    const today = '2016-01-18';
    await added(people.mdsLead, plan, { owner: accountOf(people.spocCoventry), dueOn: today });
    await added(
      people.spocEast,
      { kind: 'submission', submissionId: byVictim },
      {
        owner: 'queue:spoc-be',
        dueOn: today,
      },
    );
    expect((await tasksDue(people.spocCoventry)).own).toEqual({ overdue: 0, today: 1 });
    const tomorrow = at(people.spocCoventry, '2016-01-19T09:00:00Z');
    expect((await tasksDue(tomorrow)).own).toEqual({ overdue: 1, today: 0 });
    expect((await taskList(tomorrow, { view: null, cursor: null })).lines[0]?.overdue).toBe(true);
    expect((await tasksDue(people.spocEast)).shared.today).toBe(1);
    expect(await whatWaits(people.spocEast)).toContainEqual(
      expect.objectContaining({ code: 'sharedTasksToday', count: 1 }),
    );
  });

  it('does not count what became nobody’s to read', async () => {
    const id = await submitted(people.reporter);
    const ofIt = { kind: 'submission', submissionId: id } as const;
    const today = '2016-01-18';
    const before = (await tasksDue(people.supervisor)).own.today;
    await added(people.supervisor, ofIt, { dueOn: today });
    expect((await tasksDue(people.supervisor)).own.today).toBe(before + 1);
    await database.db.submission.update({ where: { id }, data: { status: 'withdrawn' } });
    expect((await tasksDue(people.supervisor)).own.today).toBe(before);
  });
});

describe('tasks of others', () => {
  const soon = '2016-01-18';
  const everyone = async (ctx: Ctx, narrowed: { owner?: string; area?: string } = {}) =>
    taskList(ctx, { view: 'everyone', cursor: null, ...narrowed });
  const idsOf = ({ lines }: Awaited<ReturnType<typeof everyone>>) => lines.map(({ id }) => id);

  it('are listed by owner and area for whoever may read what they are about', async () => {
    const id = await submitted(people.reporter);
    const colleagues = await added(
      people.fib,
      { kind: 'submission', submissionId: id },
      { owner: accountOf(people.fibTwo), dueOn: soon },
    );
    const queues = await added(
      people.fib,
      { kind: 'submission', submissionId: id },
      { owner: 'queue:fib', dueOn: soon },
    );
    const ofEast = await added(people.spocEast, { kind: 'submission', submissionId: byVictim });
    const page = await everyone(people.supervisor);
    expect(idsOf(page)).toEqual(expect.arrayContaining([colleagues, queues]));
    expect(idsOf(page)).not.toContain(ofEast);
    expect(page.narrowing?.owners.map(({ value }) => value)).toContain(accountOf(people.fibTwo));
    const only = await everyone(people.supervisor, { owner: accountOf(people.fibTwo), area: 'BE' });
    expect(idsOf(only)).toContain(colleagues);
    expect(idsOf(only)).not.toContain(queues);
    expect(new Set(only.lines.map(({ owner }) => owner)).size).toBe(1);
    expect(idsOf(await everyone(people.spocEast))).toContain(ofEast);
    expect(idsOf(await everyone(people.spocEast))).not.toContain(colleagues);
    expect(idsOf(await everyone(people.spocCoventry))).toEqual([]);
    // What is no choice narrows nothing.
    expect(
      (await everyone(people.supervisor, { owner: "x' OR true", area: 'nowhere' })).narrowing,
    ).toMatchObject({
      owner: '',
      area: '',
    });
  });

  it('go to the new queue when their submission moves, where their owner can no longer read it', async () => {
    const id = await submitted(people.reporter);
    const place: TaskPlace = { kind: 'submission', submissionId: id };
    const own = await added(people.fib, place);
    const together = await added(people.fib, place, { owner: 'queue:fib' });
    const ended = await added(people.fib, place);
    await finishTask(people.fib, { taskId: ended, result: 'Rang them.', expectedVersion: 1 });
    await performAction(people.fib, {
      action: 'reroute',
      submissionId: id,
      otherQueue: 'spoc-be',
      comment: 'It is theirs.',
      expectedVersion: null,
    });
    for (const taskId of [own, together]) {
      await expect(openTask(people.fib, { taskId })).rejects.toThrow(NotFound);
      const task = await openTask(people.spocEast, { taskId });
      expect(task.owner).toMatch(/Birmingham East/);
    }
    const shared = await taskList(people.spocEast, { view: 'shared', cursor: null });
    expect(shared.lines.map((line) => line.id)).toEqual(expect.arrayContaining([own, together]));
    const events = await database.db.taskEvent.findMany({
      where: { taskId: own },
      orderBy: { number: 'asc' },
    });
    expect(events.map(({ kind, actorId }) => [kind, actorId])).toEqual([
      ['created', people.fib.actor.accountId],
      ['reassigned', people.fib.actor.accountId],
    ]);
    const still = await database.db.task.findUniqueOrThrow({ where: { id: ended } });
    expect(still.ownerAccountId).toBe(people.fib.actor.accountId);
    // Back again: what belongs to the queue of the area goes along.
    await performAction(people.spocEast, {
      action: 'decline_transfer',
      submissionId: id,
      comment: 'Not ours.',
      expectedVersion: null,
    });
    expect((await openTask(people.fib, { taskId: own })).owner).toBe('Force Intelligence Bureau');
  });

  it('stay with who reads the submission all the same', async () => {
    const id = await submitted(people.reporter, { danger: 'soon' });
    const taskId = await added(
      people.fib,
      { kind: 'submission', submissionId: id },
      { owner: accountOf(people.supervisor) },
    );
    await performAction(people.fib, {
      action: 'reroute',
      submissionId: id,
      otherQueue: 'spoc-be',
      comment: 'It is theirs.',
      expectedVersion: null,
    });
    expect((await openTask(people.supervisor, { taskId })).owner).toBe('Sky Example');
  });
});
