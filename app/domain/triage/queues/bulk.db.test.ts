import { newId, type Id } from '#app/domain/kernel/id.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { forVictim } from '#tests/factories/things/reports.ts';
import { fixedClock } from '#app/platform/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { performAction } from '../actions/perform-action.server.ts';
import { bulkAct, prepareBulk } from '../../desks/bulk-act.server.ts';
import { readPicks, writePick, type BulkAction, type Pick } from './bulk.ts';

const clock = fixedClock(testNow);
const database = await testDatabase();
const { db } = database;
const people = await officers(database, clock);
const { fib, fibTwo, supervisor, reporter, spocEast } = people;
const restricted = { sourceCouldBeGuessed: 'yes', sourceRisk: 'Few people knew.' };

const send = async (changes = {}): Promise<Pick> => ({
  submissionId: await submitted(reporter, changes),
  expectedVersion: 1,
});
const stateOf = async ({ submissionId }: Pick) =>
  db.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { status: true, claimedBy: true, firstSeenAt: true, primaryQueue: { select: { code: true } } },
  });
const bulk = (ctx: Ctx, action: BulkAction, picks: Pick[], more = {}) =>
  bulkAct(ctx, {
    queueCode: 'fib',
    action,
    picks,
    comment: '',
    otherQueue: '',
    colleague: '',
    original: '',
    handedOn: '',
    message: '',
    kind: '',
    item: '',
    text: '',
    owner: '',
    dueOn: '',
    taskIds: [],
    ...more,
  });
const problems = (results: { problem: string | null }[]) => results.map(({ problem }) => problem);

beforeEach(() => clock.advance(60_000));

describe('several at once', () => {
  it('are claimed each by itself: what cannot be says why, and the others are claimed', async () => {
    const [free, taken, stale] = [await send(), await send(), await send()];
    await performAction(fibTwo, {
      submissionId: taken.submissionId,
      action: 'claim',
      comment: '',
      expectedVersion: null,
    });
    const unknown = {
      submissionId: '00000000-0000-4000-8000-000000000000' as Id<'Submission'>,
      expectedVersion: 1,
    };
    const picks = [free, { ...taken, expectedVersion: 2 }, { ...stale, expectedVersion: 7 }, unknown];
    const results = await bulk(fib, 'claim', picks);
    expect(problems(results)).toEqual([
      null,
      'Somebody has claimed this submission',
      expect.stringContaining('has changed this submission since you opened it'),
      'You can no longer see this submission',
    ]);
    expect(results.map(({ reference }) => reference === null)).toEqual([false, false, false, true]);
    expect((await stateOf(free)).claimedBy).toBe(fib.actor.accountId);
    expect((await stateOf(taken)).claimedBy).toBe(fibTwo.actor.accountId);
    expect((await stateOf(stale)).claimedBy).toBeNull();
    const event = await db.auditEvent.findFirst({ where: { type: 'submission.bulk' } });
    expect(event?.data).toEqual({ action: 'claim', asked: 4, done: 1 });
  });

  it('are released, and moved with one reason to another queue where they may go', async () => {
    const [plain, secret] = [await send(), await send(restricted)];
    await bulk(fib, 'claim', [plain, secret]);
    const held = [plain, secret].map((each) => ({ ...each, expectedVersion: 2 }));
    expect(problems(await bulk(fib, 'release', held, { comment: 'My shift ends' }))).toEqual([null, null]);
    const free = held.map((each) => ({ ...each, expectedVersion: 3 }));
    const { queues } = await prepareBulk(fib, { queueCode: 'fib', action: 'reroute', picks: free });
    expect(queues.map(({ code }) => code)).toContain('spoc-be');
    expect(queues.map(({ code }) => code)).not.toContain('fib');
    const moved = await bulk(fib, 'reroute', free, { otherQueue: 'spoc-be', comment: 'It is theirs' });
    expect(problems(moved)).toEqual([null, 'A restricted submission can only be held by FIB']);
    expect((await stateOf(plain)).primaryQueue.code).toBe('spoc-be');
    expect((await stateOf(secret)).primaryQueue.code).toBe('fib');
  });

  it('are refused as a whole before any is touched, where something is missing for all', async () => {
    const pick = await send();
    const wrong = (action: BulkAction, picks: Pick[], ctx = fib) =>
      bulk(ctx, action, picks).catch((failure: unknown) => failure instanceof Invalid && failure.fieldErrors);
    expect(await wrong('claim', [])).toEqual({ pick: 'Select at least one submission' });
    expect(await wrong('reroute', [pick])).toEqual({
      otherQueue: 'Select a queue',
      comment: 'Enter why these belong in another queue',
    });
    expect(await wrong('assign', [pick], supervisor)).toEqual({ colleague: 'Select an officer' });
    expect((await stateOf(pick)).claimedBy).toBeNull();
  });

  it('are only for those who hold the queue, and assigned by a supervisor alone', async () => {
    const pick = await send();
    const more = { colleague: fibTwo.actor.accountId };
    await expect(bulk(spocEast, 'claim', [pick])).rejects.toThrow(NotFound);
    await expect(bulk(people.areaLead, 'claim', [pick], { queueCode: 'spoc-be' })).rejects.toThrow(Forbidden);
    await expect(bulk(fib, 'assign', [pick], more)).rejects.toThrow(Forbidden);
    const input = { queueCode: 'fib', action: 'assign' as const, picks: [pick] };
    await expect(prepareBulk(fib, input)).rejects.toThrow(Forbidden);
    const prepared = await prepareBulk(supervisor, input);
    expect(prepared.colleagues.map(({ accountId }) => accountId)).toContain(fibTwo.actor.accountId);
    expect(prepared.lines).toMatchObject([{ problem: null, expectedVersion: 1 }]);
    expect(problems(await bulk(supervisor, 'assign', [pick], more))).toEqual([null]);
    expect(await stateOf(pick)).toMatchObject({
      status: 'in_assessment',
      claimedBy: fibTwo.actor.accountId,
      firstSeenAt: null,
    });
  });

  it('end as duplicates of one, which stays, each by the rules of its own end', async () => {
    const [original, own, unclaimed, stale, high] = [
      await send(),
      await send(),
      await send(),
      await send(),
      await send({ danger: 'soon', emergencyCall: 'called' }),
    ];
    await bulk(fib, 'claim', [original, own, stale, high]);
    const at = (pick: Pick, expectedVersion = 2) => ({ ...pick, expectedVersion });
    const picks = [at(original), at(own), at(unclaimed, 1), at(stale, 1), at(high)];
    const { lines } = await prepareBulk(fib, { queueCode: 'fib', action: 'duplicate', picks });
    expect(problems(lines)).toEqual([
      null,
      null,
      'Claim this submission first',
      null,
      'It is High: ask to end it on its own page',
    ]);
    const given = { comment: 'One van, told twice.', handedOn: 'Frankie goes on with the original.' };
    await expect(bulk(fib, 'duplicate', picks, { ...given, original: 'K7M2P-9QXDR' })).rejects.toMatchObject({
      fieldErrors: { original: 'Enter the reference of a report that you may open' },
    });
    const { reference } = await db.submission.findUniqueOrThrow({ where: { id: original.submissionId } });
    const results = await bulk(fib, 'duplicate', picks, { ...given, original: reference });
    expect(problems(results)).toEqual([
      'It is the original, and stays as it is',
      null,
      'This submission has moved on since you opened it',
      expect.stringContaining('changed'),
      'Enter what was done about the danger',
    ]);
    expect((await stateOf(own)).status).toBe('closed');
    for (const left of [original, stale]) expect((await stateOf(left)).status).toBe('in_assessment');
    expect(await db.submissionRelation.count({ where: { otherId: original.submissionId } })).toBe(1);
  });

  it('are linked together, given a task each and linked to the plan', async () => {
    const picks = [await send(), await send(), await send()];
    const [first, ...others] = picks.map(({ submissionId }) => submissionId);
    const why = { comment: 'The same van.' };
    expect(problems(await bulk(fib, 'relate', picks, { ...why, kind: 'same_vehicle' }))).toEqual([
      null,
      null,
      null,
    ]);
    const wrongKind = await bulk(fib, 'relate', picks.slice(0, 2), { ...why, kind: '__proto__' });
    expect(problems(wrongKind)).toEqual([
      'None of the others was linked to it',
      expect.stringContaining('Select'),
    ]);
    const links = await db.submissionRelation.findMany({ where: { otherId: first } });
    expect(links.map(({ submissionId }) => submissionId).sort()).toEqual([...others].sort());
    const task = { text: 'Ring the council.', owner: 'queue:fib', dueOn: '2016-01-20' };
    const given = { ...task, taskIds: picks.map(() => newId<'Task'>()) };
    for (const press of [1, 2])
      expect([press, ...problems(await bulk(fib, 'task', picks, given))]).toEqual([press, null, null, null]);
    expect(await db.task.count({ where: { submissionId: { in: [first ?? '', ...others] } } })).toBe(3);
    // The id of a task is of one submission: no other is said to have it.
    const one = newId<'Task'>();
    const twice = await bulk(fib, 'task', picks, { ...task, taskIds: [one, one] });
    expect(problems(twice)).toEqual([
      null,
      expect.stringContaining('add the task again'),
      expect.stringContaining('did not arrive'),
    ]);
    const { items } = await prepareBulk(fib, { queueCode: 'fib', action: 'plan', picks });
    const item = items.at(-1)?.code;
    expect(problems(await bulk(fib, 'plan', picks, { ...why, item }))).toEqual([null, null, null]);
    expect(problems(await bulk(fib, 'plan', picks.slice(0, 1), { ...why, item }))).toEqual([
      'The submission is linked to this already',
    ]);
  });

  it('say of what the actor may not see nothing but that', async () => {
    const pick = await send();
    const results = await bulk(spocEast, 'claim', [pick], { queueCode: 'spoc-be' });
    expect(results).toEqual([
      { submissionId: pick.submissionId, reference: null, problem: 'You can no longer see this submission' },
    ]);
    const ofArea = await send(forVictim);
    const [line] = (await prepareBulk(supervisor, { queueCode: 'fib', action: 'task', picks: [ofArea] }))
      .lines;
    expect(line?.problem).toBe('You may not read it');
  });
});

describe('one assigned by a supervisor', () => {
  it('goes to an officer of its queue and to nobody else, whoever had it', async () => {
    const { submissionId } = await send();
    await performAction(fib, { submissionId, action: 'claim', comment: '', expectedVersion: null });
    const assign = (ctx: Ctx, colleagueId: Id<'Account'>) =>
      performAction(ctx, {
        action: 'assign',
        submissionId,
        colleague: colleagueId,
        comment: '',
        expectedVersion: null,
      });
    await expect(assign(supervisor, spocEast.actor.accountId)).rejects.toThrow(Invalid);
    await expect(assign(fib, fibTwo.actor.accountId)).rejects.toThrow(Forbidden);
    await assign(supervisor, fibTwo.actor.accountId);
    expect((await stateOf({ submissionId, expectedVersion: 1 })).claimedBy).toBe(fibTwo.actor.accountId);
  });
});

describe('what a list chose', () => {
  it('is read as it was written, each once, and is refused where it is more than a page', async () => {
    const id = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const picks = Array.from({ length: 30 }, (_, index) => ({
      submissionId: id(index) as Id<'Submission'>,
      expectedVersion: index,
    }));
    const written = picks.map(writePick);
    const tooMany = readPicks(written);
    expect(readPicks(written.slice(0, 25))).toEqual(picks.slice(0, 25));
    const refused = {
      fieldErrors: { pick: expect.stringContaining('Select 25 submissions or fewer') as unknown },
    };
    await expect(bulk(fib, 'claim', tooMany)).rejects.toMatchObject(refused);
    const input = { queueCode: 'fib', action: 'claim', picks: tooMany } as const;
    await expect(prepareBulk(fib, input)).rejects.toMatchObject(refused);
    expect(readPicks([written[0]!, written[0]!, 'x.1', `${id(1)}.`, `${id(1)}.-1`, ''])).toEqual([picks[0]]);
  });
});
