import { beforeEach, describe, expect, it } from 'vitest';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { createItem } from '#tests/factories/items-in-hand.ts';
import { unguarded } from '#tests/factories/past-danger.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { submittedWithSource } from '#tests/factories/sealed-submission.ts';
import { fixedClock } from '#app/platform/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { acknowledgeDissemination } from './acknowledge-dissemination.server.ts';
import { performAction } from '../actions/perform-action.server.ts';
import { disseminateItem } from './disseminate-item.server.ts';
import { gradeItem } from '../items/grade-item.server.ts';
import { openDissemination } from './open-dissemination.server.ts';
import { openItem } from '../../desks/open-item.server.ts';
import { queuePage } from '../../desks/queue.server.ts';
import { prepareRecall, recallDissemination } from './recall-dissemination.server.ts';
import { sanitiseItem } from '../release/sanitise-item.server.ts';

const clock = fixedClock(testNow);
const database = await testDatabase();
const { db } = database;
const people = await officers(database, clock);
const { fib, fibTwo, supervisor, spocEast, spocCoventry } = people;
const text = 'A white van brings six men to the address on Tuesdays.';
const expectedVersion = null;

/** Something that FIB has sent to Birmingham East. */
async function sent(): Promise<{ disseminationId: Id<'Dissemination'>; itemId: Id<'IntelligenceItem'> }> {
  clock.advance(60_000);
  const submissionId = await submittedWithSource(people.reporter, { name: 'Ana Pellworth', contact: '' });
  await performAction(fib, { submissionId, action: 'claim', comment: '', expectedVersion });
  const { itemId } = await createItem(fib, { submissionId, title: 'Van', expectedVersion });
  const grade = {
    source: '2',
    assessment: 'A',
    handling: 'P',
    provenance: 'The source was there and saw it.',
    mopiGroup: '2',
  };
  await gradeItem(fib, { itemId, posted: grade, expectedVersion });
  await sanitiseItem(fib, { itemId, text, checked: null, expectedVersion });
  await performAction(fib, { submissionId, action: 'accept', comment: '', expectedVersion });
  const result = await disseminateItem(fib, {
    itemId,
    addressed: { to: 'queue', queueCode: 'spoc-be' },
    conditions: 'Not before Tuesday.',
    checked: null,
    expectedVersion,
  });
  if (result.sent !== true) throw new Error('It was not sent');
  return { disseminationId: result.disseminationId, itemId };
}
const recall = (ctx: Ctx, disseminationId: Id<'Dissemination'>, reason = 'It was about another house.') =>
  recallDissemination(ctx, { disseminationId, reason });
const toAcknowledge = async () =>
  (await queuePage(spocEast, { queueCode: 'spoc-be', view: 'disseminated-to-us', cursor: null })).counts[
    'disseminated-to-us'
  ];

beforeEach(() => clearJobs(db));

describe('a recalled dissemination', () => {
  it('leaves its recipients nothing but that it was recalled', async () => {
    const before = await toAcknowledge();
    const { disseminationId, itemId } = await sent();
    expect((await openDissemination(spocEast, { disseminationId })).text).toBe(text);
    expect(await toAcknowledge()).toBe(before + 1);
    await clearJobs(db);
    await recall(fib, disseminationId);
    const seen = await openDissemination(spocEast, { disseminationId });
    expect(seen).toMatchObject({ text: null, conditions: null, mayAcknowledge: false, mayRecall: false });
    expect(seen.recalled).toEqual({ by: fib.actor.displayName, at: clock.now(), reason: null });
    expect(JSON.stringify(seen)).not.toContain('another house');
    expect(await toAcknowledge()).toBe(before);
    await expect(acknowledgeDissemination(spocEast, { disseminationId })).rejects.toThrow(Conflict);
    const officer = await openDissemination(fib, { disseminationId });
    expect(officer).toMatchObject({ text, recalled: { reason: 'It was about another house.' } });
    const { item } = await openItem(fib, { itemId });
    expect(item.disseminations[0]?.recalled).toMatchObject({ reason: 'It was about another house.' });
  });

  it('is told to the officers of its queue without content, and kept in the trail', async () => {
    const { disseminationId } = await sent();
    await clearJobs(db);
    await recall(supervisor, disseminationId);
    expect(await queuedJobs(db)).toMatchObject([
      { name: 'send-mail', data: { kind: 'dissemination-recalled', accountId: spocEast.actor.accountId } },
    ]);
    const event = await db.auditEvent.findFirst({
      where: { type: 'dissemination.recalled', subjectId: disseminationId },
    });
    expect(event).toMatchObject({ actorId: supervisor.actor.accountId, data: { queue: 'spoc-be' } });
    expect(JSON.stringify(event?.data)).not.toContain('house');
  });

  it('is taken back by who sent it or a supervisor alone, with a reason, once', async () => {
    const { disseminationId } = await sent();
    for (const ctx of [fibTwo, spocEast]) {
      await expect(recall(ctx, disseminationId)).rejects.toThrow(Forbidden);
      await expect(prepareRecall(ctx, { disseminationId })).rejects.toThrow(Forbidden);
    }
    await expect(recall(spocCoventry, disseminationId)).rejects.toThrow(NotFound);
    await expect(recall(fib, disseminationId, '  ')).rejects.toThrow(Invalid);
    const both = await Promise.allSettled([
      recall(fib, disseminationId),
      recall(supervisor, disseminationId),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(recall(fib, disseminationId)).rejects.toThrow(Conflict);
    expect(await db.disseminationRecall.count({ where: { disseminationId } })).toBe(1);
  });

  it('of what was closed on it as passed on is never kept back, and is a task of the supervisors', async () => {
    const { disseminationId } = await sent();
    const { submissionId } = await db.dissemination.findUniqueOrThrow({ where: { id: disseminationId } });
    await db.disseminationStep.create({
      data: {
        id: newId(),
        disseminationId,
        step: 'passed',
        means: 'telephone',
        withPost: 'Duty officer',
        happenedAt: clock.now(),
        recordedBy: fib.actor.accountId,
        recordedAt: clock.now(),
      },
    });
    await unguarded(
      database.pool,
      `UPDATE submission SET status = 'closed', outcome = 'passed_on', closed_at = $2, first_seen_at = $2, assessed_at = $2,
        answered_at = $2 WHERE id = $1`,
      [submissionId, clock.now()],
    );
    await clearJobs(db);
    await recall(fib, disseminationId);
    const tasks = await db.task.findMany({ where: { submissionId } });
    expect(tasks).toMatchObject([{ ownerRole: 'fib_supervisor', state: 'open' }]);
    expect(tasks[0]?.text).toContain('rested on an item that was recalled');
    const told = (await queuedJobs(db)).filter(({ data }) => data['kind'] === 'task-for-supervisors');
    expect(told.map(({ data }) => data['accountId'])).toContain(supervisor.actor.accountId);
  });
});
