import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answers } from '#app/domain/form/answers.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { endedByTwo } from '#tests/factories/ended-by-two.ts';
import { acceptedItem } from '#tests/factories/items-in-hand.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, Invalid } from '../../kernel/failures.ts';
import { openSubmission } from '../../desks/open-submission.server.ts';
import { performAction } from './perform-action.server.ts';

const clock = fixedClock(testNow);
const database = await testDatabase();
const { db } = database;
let people: Record<Who, Ctx>;
beforeAll(async () => {
  people = await officers(database, clock);
});
beforeEach(() => clearJobs(db));

const day = 24 * 60 * 60_000;
const reopen = (ctx: Ctx, submissionId: Id<'Submission'>, comment = 'Nothing of it was sanitised.') =>
  performAction(ctx, { action: 'reopen', submissionId, comment, expectedVersion: null });
const rowOf = (id: string) => db.submission.findUniqueOrThrow({ where: { id } });

const used = { outcome: 'used', comment: '', expectedVersion: null } as const;

async function closed(changes: Answers = {}): Promise<Id<'Submission'>> {
  clock.advance(60_000);
  const { submissionId } = await acceptedItem(people.fib, people.reporter, { changes });
  if (changes['danger'] === 'now')
    await endedByTwo([people.fib, people.supervisor], 'answer_and_close', { submissionId, ...used });
  else await performAction(people.fib, { action: 'answer_and_close', submissionId, ...used });
  return submissionId;
}

describe('a closed submission that a supervisor opens again', () => {
  it('waits in its queue where it stood, with clocks of its own priority from now', async () => {
    const submissionId = await closed();
    const before = await rowOf(submissionId);
    clock.advance(20 * day);
    await clearJobs(db);
    await reopen(people.supervisor, submissionId);
    const after = await rowOf(submissionId);
    expect(after).toMatchObject({
      status: 'accepted',
      priority: before.priority,
      claimedBy: null,
      closedAt: null,
      outcome: null,
      firstSeenAt: null,
      assessedAt: null,
    });
    const length = (row: typeof after, from: Date) => row.assessedDueAt.getTime() - from.getTime();
    // In working days, so that a weekend may lie between.
    expect(after.firstSeenDueAt.getTime()).toBeGreaterThan(clock.now().getTime());
    expect(length(after, clock.now())).toBeGreaterThanOrEqual(length(before, before.submittedAt) - 4 * day);
    expect(await queuedJobs(db)).toEqual([]);
    const opened = await openSubmission(people.supervisor, { submissionId });
    if (opened.view !== 'whole') throw new Error('Only its status is shown');
    expect(opened.history.find(({ action }) => action === 'reopen')).toMatchObject({
      comment: 'Nothing of it was sanitised.',
      data: { outcome: 'used' },
      by: people.supervisor.actor.displayName,
    });
  });

  it('is assessed once somebody takes it on, since it was accepted before, and can be answered', async () => {
    const submissionId = await closed();
    await reopen(people.supervisor, submissionId);
    await performAction(people.fib, { action: 'claim', submissionId, comment: '', expectedVersion: null });
    expect(await rowOf(submissionId)).toMatchObject({ status: 'accepted', assessedAt: clock.now() });
    await performAction(people.fib, { action: 'answer_and_close', submissionId, ...used });
    expect((await rowOf(submissionId)).status).toBe('closed');
  });

  it('tells the duty list at once where it is High', async () => {
    const submissionId = await closed({ danger: 'now', emergencyCall: 'called' });
    await clearJobs(db);
    await reopen(people.supervisor, submissionId);
    expect(await queuedJobs(db)).toMatchObject([{ name: 'tell-high', data: { submissionId } }]);
  });

  it('is opened by a supervisor alone, with a reason, and once', async () => {
    const submissionId = await closed();
    await expect(reopen(people.fib, submissionId)).rejects.toThrow(Forbidden);
    await expect(reopen(people.supervisor, submissionId, ' ')).rejects.toThrow(Invalid);
    await reopen(people.supervisor, submissionId);
    await expect(reopen(people.supervisor, submissionId)).rejects.toThrow(Conflict);
  });
});
