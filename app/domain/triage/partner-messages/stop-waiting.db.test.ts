import { beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { performAction } from '../actions/perform-action.server.ts';
import { stopWaiting } from './stop-waiting.server.ts';

const clock = fixedClock(testNow);
const database = await testDatabase();
const { db } = database;
const { fib, reporter } = await officers(database, clock);
const job = makeSystemCtx(database, { clock });
const day = 24 * 60 * 60_000;

async function asked(): Promise<Id<'Submission'>> {
  const submissionId = await submitted(reporter, {});
  await performAction(fib, { submissionId, action: 'claim', comment: '', expectedVersion: null });
  await performAction(fib, {
    action: 'ask_partner',
    submissionId,
    comment: 'Which day was it?',
    expectedVersion: null,
  });
  return submissionId;
}
const stateOf = (id: string) =>
  db.submission.findUniqueOrThrow({
    where: { id },
    select: { status: true, claimedBy: true, dueAt: true, answeredDueAt: true },
  });

beforeEach(() => clock.set(testNow));

describe('a question that the partner does not answer', () => {
  it('stops the clock for the pack’s fourteen days and no longer: then the submission goes on by itself', async () => {
    const submissionId = await asked();
    await clearJobs(db);
    clock.advance(14 * day - 1);
    await stopWaiting(job);
    expect((await stateOf(submissionId)).status).toBe('clarification');
    clock.advance(1);
    await stopWaiting(job);
    await stopWaiting(job);
    const state = await stateOf(submissionId);
    expect(state).toMatchObject({ status: 'in_assessment', claimedBy: fib.actor.accountId });
    expect(state.dueAt).not.toBeNull();
    expect(await queuedJobs(db)).toMatchObject([
      {
        name: 'send-mail',
        data: { kind: 'answer-waiting', accountId: reporter.actor.accountId, submissionId },
      },
    ]);
    const event = await db.submissionEvent.findMany({ where: { submissionId, action: 'stop_waiting' } });
    expect(event).toMatchObject([
      { actorId: null, toStatus: 'in_assessment', comment: 'The partner has not answered within 14 days' },
    ]);
    const moved = await db.auditEvent.findFirst({
      where: { type: 'submission.moved', subjectId: submissionId },
      orderBy: { id: 'desc' },
    });
    expect(moved).toMatchObject({ actorId: null, actorLabel: 'Job test', data: { action: 'stop_waiting' } });
  });

  it('leaves alone what an officer has taken up meanwhile', async () => {
    const submissionId = await asked();
    clock.advance(13 * day);
    await performAction(fib, {
      submissionId,
      action: 'stop_waiting',
      comment: 'They rang',
      expectedVersion: null,
    });
    clock.advance(2 * day);
    await stopWaiting(job);
    expect(await db.submissionEvent.count({ where: { submissionId, action: 'stop_waiting' } })).toBe(1);
  });
});
