import { expect, it } from 'vitest';
import { newId } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { whatWaits } from '../desks/what-waits.server.ts';
import { NotFound } from '../kernel/failures.ts';
import { createTask } from '../connections/tasks/create-task.server.ts';
import { remindPlanReviews } from '../reminders/remind-plan-reviews.server.ts';
import { nameItemOwner, nobodyNamed } from './name-item-owner.server.ts';
import { planOverview } from './plan-overview.server.ts';
import { setItemStatus } from './set-item-status.server.ts';

const database = await testDatabase();
const as = (email: string) => makeCtx(database, { email });
const lead = await as('mds.lead@police.example');
const contributor = await as('plan.contributor@police.example');
const { accountId, displayName } = contributor.actor;
const lineOf = async (code: string, ctx = lead) =>
  (await planOverview(ctx)).find((line) => line.code === code);

it('has every activity and action in the plan’s order', async () => {
  const codes = (await planOverview(lead)).map(({ code }) => code);
  expect(codes).toHaveLength(31);
  expect(codes.slice(0, 2)).toEqual(['PCC 1.2.1', 'PCC 1.2.3']);
  expect(codes.at(-1)).toMatch(/^Pursue /);
});

it('says the newest status, who owns it and how many tasks are open', async () => {
  expect(await lineOf('Prepare 1')).toMatchObject({ status: null, owner: null, openTasks: 0 });
  for (const status of ['at_risk', 'delivered'])
    await setItemStatus(lead, { code: 'Prepare 1', status, note: 'Said by the centres.' });
  await createTask(lead, {
    place: { kind: 'plan', code: 'Prepare 1' },
    taskId: newId<'Task'>(),
    text: 'Ring the centres.',
    owner: 'queue:fib',
    dueOn: '2016-01-20',
  });
  await nameItemOwner(lead, { code: 'Prepare 1', owner: accountId });
  expect(await lineOf('Prepare 1')).toMatchObject({ status: 'delivered', owner: displayName, openTasks: 1 });
});

it('says how old the newest evidence is that stands and has a day', async () => {
  expect((await lineOf('Prepare 1'))?.evidenceOn).toBeNull();
  const { id: planItemId } = await database.db.planItem.findFirstOrThrow({ where: { code: 'Prepare 1' } });
  const write = (datedOn: string, supersedesId: string | null = null) =>
    database.db.planEvidence.create({
      data: {
        id: newId(),
        planItemId,
        position: 900 + Number(datedOn.slice(8)),
        text: 'The centres met.',
        datedOn: new Date(datedOn),
        authorId: accountId,
        recordedAt: new Date('2016-01-17T10:00:00Z'),
        supersedesId,
        whyWrong: supersedesId === null ? null : 'It was the day before.',
      },
    });
  const wrong = await write('2016-01-12');
  expect((await lineOf('Prepare 1'))?.evidenceOn).toEqual(new Date('2016-01-12'));
  await write('2016-01-11', wrong.id);
  expect((await lineOf('Prepare 1'))?.evidenceOn).toEqual(new Date('2016-01-11'));
});

it('names the owner of what it stands under where nobody is named for it any more', async () => {
  await nameItemOwner(lead, { code: 'PCC 1.2', owner: accountId });
  await nameItemOwner(lead, { code: 'PCC 1.2.1', owner: lead.actor.accountId });
  expect((await lineOf('PCC 1.2.1'))?.owner).toBe(lead.actor.displayName);
  await nameItemOwner(lead, { code: 'PCC 1.2.1', owner: nobodyNamed });
  expect((await lineOf('PCC 1.2.1'))?.owner).toBe(displayName);
});

it('says what is due for review, tells whoever owns it once, and the lead on the day', async () => {
  const on = (day: string) => makeSystemCtx(database, { clock: fixedClock(new Date(`${day}T08:19:00Z`)) });
  const told = async (day: string) => {
    await clearJobs(database.db);
    await remindPlanReviews(on(day));
    await remindPlanReviews(on(day));
    return (await queuedJobs(database.db)).map(({ data }) => data['accountId']).toSorted();
  };
  await nameItemOwner(lead, { code: 'Prevent 1', owner: accountId, reviewOn: '2016-02-15' });
  await nameItemOwner(lead, {
    code: 'Prevent 2',
    role: 'Partnership Officer',
    owner: nobodyNamed,
    reviewOn: '2016-02-22',
  });
  expect(await lineOf('Prevent 1')).toMatchObject({ review: { on: new Date('2016-02-15'), due: false } });
  expect(await told('2016-02-07')).toEqual([]);
  expect(await told('2016-02-08')).toEqual([accountId]);
  const nextWeek = { clock: fixedClock(new Date('2016-02-10T09:00:00Z')) };
  expect(await lineOf('Prevent 1', { ...lead, ...nextWeek })).toMatchObject({ review: { due: true } });
  const waits = async (ctx: typeof lead) =>
    (await whatWaits({ ...ctx, ...nextWeek })).find(({ code }) => code === 'planReviews')?.count;
  expect([await waits(contributor), await waits(lead)]).toEqual([1, 1]);
  // Nobody holds the second: the lead is told from the first, and of the other on its day.
  expect(await told('2016-02-15')).toEqual([accountId, lead.actor.accountId].toSorted());
  await setItemStatus(
    { ...lead, ...nextWeek },
    { code: 'Prevent 1', status: 'on_track', note: 'Looked at.' },
  );
  expect(await waits(contributor)).toBe(0);
  expect(await told('2016-02-22')).toEqual([lead.actor.accountId]);
});

it('counts no tasks for who does not work with them, and is not there for a partner', async () => {
  expect((await lineOf('Prepare 1', await as('administrator@police.example')))?.openTasks).toBeNull();
  await expect(planOverview(await as('robin@harbour-trust.example'))).rejects.toBeInstanceOf(NotFound);
});
