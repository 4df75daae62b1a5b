import { beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { dangerActNow } from '#tests/factories/danger-act.ts';
import { officers } from '#tests/factories/officers.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { openSubmission } from '../../desks/open-submission.server.ts';
import type { SubmissionAction } from '../../submission/actions.ts';
import { performAction } from '../actions/perform-action.server.ts';
import { urgentList } from '../../desks/urgent-list.server.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const who = await officers(database, clock);
const { reporter, fib, fibTwo, supervisor, spocEast, areaLead } = who;

beforeEach(async () => {
  clock.set(testNow);
  await clearJobs(db);
});

const rowOf = (id: string) => db.submission.findUniqueOrThrow({ where: { id } });
const take = (
  ctx: Ctx,
  submissionId: Id<'Submission'>,
  action: SubmissionAction,
  comment = 'Read it again.',
) =>
  performAction(ctx, {
    submissionId,
    action,
    comment,
    outcome: '',
    unsanitised: '',
    message: '',
    otherQueue: '',
    area: '',
    colleague: '',
    lowerTo: '',
    ...dangerActNow(ctx),
    prompts: [],
    confirmed: '',
    expectedVersion: null,
  });
const inEast = async () => {
  const id = await submitted(reporter, { placePostcode: 'B9 4AA' });
  const { primaryQueueId } = await rowOf(id);
  const east = await db.queue.findUniqueOrThrow({ where: { code: 'spoc-be' } });
  if (primaryQueueId !== east.id)
    await performAction(fib, {
      action: 'reroute',
      submissionId: id,
      otherQueue: 'spoc-be',
      comment: 'Theirs.',
      expectedVersion: null,
    });
  await clearJobs(db);
  return id;
};
const offered = async (ctx: Ctx, submissionId: Id<'Submission'>) => {
  const opened = await openSubmission(ctx, { submissionId });
  return opened.view === 'whole' ? opened.actions.map(({ action }) => action) : [];
};

describe('raising to High by hand', () => {
  it('is for whoever reads the original, with the reason kept, and the steps of High begin', async () => {
    const id = await submitted(reporter);
    clock.advance(60_000);
    expect(await offered(fib, id)).toContain('raise_to_high');
    await expect(take(fib, id, 'raise_to_high', ' ')).rejects.toBeInstanceOf(Invalid);
    await take(fib, id, 'raise_to_high', 'She says that he carries a knife.');
    expect(await rowOf(id)).toMatchObject({
      priority: 'high',
      status: 'submitted',
      claimedBy: null,
      waitingSince: clock.now(),
      newDangerDueAt: null,
    });
    expect((await queuedJobs(db, id)).map(({ name }) => name)).toContain('tell-high');
    expect((await urgentList(supervisor)).lines.map((line) => line.id)).toContain(id);
    const opened = await openSubmission(fib, { submissionId: id });
    expect(opened.view === 'whole' ? opened.history : []).toContainEqual(
      expect.objectContaining({
        action: 'raise_to_high',
        by: fib.actor.displayName,
        comment: 'She says that he carries a knife.',
      }),
    );
    const moved = await db.auditEvent.findMany({ where: { subjectId: id, type: 'submission.moved' } });
    expect(moved.map(({ data, actorId }) => [data, actorId])).toContainEqual([
      { action: 'raise_to_high', from: 'submitted', to: 'submitted' },
      fib.actor.accountId,
    ]);
    await expect(take(fibTwo, id, 'raise_to_high')).rejects.toBeInstanceOf(Conflict);
  });

  it('leaves the claim where it is, and lets the SPOCs of its areas watch', async () => {
    const id = await submitted(reporter, { placePostcode: 'B9 4AA' });
    const fibQueue = await db.queue.findFirstOrThrow({ where: { kind: 'fib' } });
    await db.submission.update({ where: { id }, data: { primaryQueueId: fibQueue.id } });
    await performAction(fib, { submissionId: id, action: 'claim', comment: '', expectedVersion: null });
    await expect(openSubmission(spocEast, { submissionId: id })).rejects.toBeInstanceOf(NotFound);
    await take(fibTwo, id, 'raise_to_high');
    expect(await rowOf(id)).toMatchObject({ priority: 'high', claimedBy: fib.actor.accountId });
    expect((await openSubmission(spocEast, { submissionId: id })).view).toBe('status');
  });

  it('is nobody’s who may not read it', async () => {
    const id = await inEast();
    await expect(take(fib, id, 'raise_to_high')).rejects.toBeInstanceOf(Forbidden);
    await expect(take(areaLead, id, 'raise_to_high')).rejects.toBeInstanceOf(Forbidden);
    expect(await rowOf(id)).not.toMatchObject({ priority: 'high' });
  });
});

describe('restricting by hand', () => {
  it('takes it to FIB, from whoever held it outside, and out of their sight', async () => {
    const id = await inEast();
    await performAction(spocEast, { submissionId: id, action: 'claim', comment: '', expectedVersion: null });
    await expect(take(spocEast, id, 'restrict', '')).rejects.toBeInstanceOf(Invalid);
    await take(spocEast, id, 'restrict', 'Only her sister knows this.');
    const fibQueue = await db.queue.findFirstOrThrow({ where: { kind: 'fib' } });
    expect(await rowOf(id)).toMatchObject({
      restricted: true,
      claimedBy: null,
      primaryQueueId: fibQueue.id,
      status: 'in_assessment',
    });
    for (const ctx of [spocEast, areaLead])
      await expect(openSubmission(ctx, { submissionId: id })).rejects.toBeInstanceOf(NotFound);
    const opened = await openSubmission(fib, { submissionId: id });
    expect(opened).toMatchObject({ view: 'whole', restricted: true, queue: fibQueue.name });
    expect(
      await db.auditEvent.findMany({ where: { subjectId: id, type: 'submission.restricted' } }),
    ).toMatchObject([{ actorId: spocEast.actor.accountId }]);
  });

  it('leaves it with the FIB officer who holds it, and a closed one closed when it was', async () => {
    const id = await submitted(reporter);
    await performAction(fib, { submissionId: id, action: 'claim', comment: '', expectedVersion: null });
    await take(fibTwo, id, 'restrict');
    expect(await rowOf(id)).toMatchObject({ restricted: true, claimedBy: fib.actor.accountId });
    const closed = await submitted(reporter);
    const closedAt = clock.now();
    await db.submission.update({
      where: { id: closed },
      data: {
        status: 'closed',
        outcome: 'no_further_use',
        closedAt,
        firstSeenAt: closedAt,
        assessedAt: closedAt,
        answeredAt: closedAt,
      },
    });
    clock.advance(60_000);
    await take(fib, closed, 'restrict');
    expect(await rowOf(closed)).toMatchObject({ status: 'closed', restricted: true, closedAt });
  });
});
