import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { currentForce } from '../force/current-force.server.ts';
import { addSupplement } from '../intake/own-reports/add-supplement.server.ts';
import { reply } from '../intake/own-reports/reply.server.ts';
import { performAction } from '../triage/actions/perform-action.server.ts';
import { submissionDueDates, type Pause } from '../force/clocks.ts';
import { workingCalendar } from '../force/clocks-calendar.ts';
import { markInformationRead } from '../triage/partner-messages/mark-information-read.server.ts';
import { openSubmission } from '../desks/open-submission.server.ts';
import type { Priority } from '../kernel/statuses.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const { reporter, fib } = await officers(database, clock);
const { clocks, workingHours } = await currentForce(db, { packHash: null });
const calendar = workingCalendar(workingHours);
const hour = 60 * 60_000;
const day = 24 * hour;

beforeEach(() => clock.set(testNow));

const write = (submissionId: Id<'Submission'>) => ({
  submissionId,
  comment: 'Known.',
  message: '',
  expectedVersion: null,
});
const claim = (id: Id<'Submission'>) => performAction(fib, { ...write(id), action: 'claim' });
const ask = (id: Id<'Submission'>) =>
  performAction(fib, { ...write(id), action: 'ask_partner', comment: 'Which door was it?' });
const answered = (submissionId: Id<'Submission'>, danger = 'no') =>
  reply(reporter, { submissionId, replyId: randomUUID(), comment: 'The blue door.', danger });
const addDanger = (submissionId: Id<'Submission'>) =>
  addSupplement(reporter, {
    submissionId,
    supplementId: randomUUID(),
    warned: false,
    text: 'He said that he will hurt her.',
    knownHow: 'told',
    danger: 'now',
  });
const read = async (id: Id<'Submission'>) => {
  const opened = await openSubmission(fib, { submissionId: id });
  if (opened.view === 'whole')
    await markInformationRead(fib, { submissionId: id, shownCount: opened.written });
};
const rowOf = (id: string) => db.submission.findUniqueOrThrow({ where: { id } });
const dueOf = async (id: string) => {
  const { firstSeenDueAt, assessedDueAt, answeredDueAt } = await rowOf(id);
  return { firstSeen: firstSeenDueAt, assessed: assessedDueAt, answered: answeredDueAt };
};
const reckoned = (from: Date, priority: Priority, pauses: Pause[] = []) =>
  submissionDueDates(from, priority, clocks, calendar, pauses);
/** Asked now and answered a day later: the pause between. */
const askedAndAnswered = async (id: Id<'Submission'>): Promise<Pause> => {
  const from = clock.now();
  await ask(id);
  clock.advance(day);
  await answered(id);
  return { from, to: clock.now() };
};

describe('the clocks after a question and its answer', () => {
  it('run from when it became High, not from when it was sent', async () => {
    const id = await submitted(reporter);
    await claim(id);
    clock.advance(hour);
    const raisedAt = clock.now();
    await addDanger(id);
    expect(await dueOf(id)).toEqual(reckoned(raisedAt, 'high'));
    clock.advance(hour);
    const pause = await askedAndAnswered(id);
    expect(await dueOf(id)).toEqual(reckoned(raisedAt, 'high', [pause]));
  });

  it('run from when it was opened again, not from when it was sent', async () => {
    const id = await submitted(reporter);
    await claim(id);
    await performAction(fib, { ...write(id), action: 'close_without_item', outcome: 'no_further_use' });
    clock.advance(5 * day);
    const reopenedAt = clock.now();
    await addDanger(id);
    await claim(id);
    clock.advance(hour);
    const pause = await askedAndAnswered(id);
    expect(await dueOf(id)).toEqual(reckoned(reopenedAt, 'high', [pause]));
  });

  it('keep those of before that run out sooner than those of High', async () => {
    const id = await submitted(reporter);
    await claim(id);
    const { priority } = await rowOf(id);
    clock.advance(6 * day);
    await addDanger(id);
    const before = reckoned(testNow, priority);
    expect(await dueOf(id)).toMatchObject({ firstSeen: before.firstSeen });
    await read(id);
    const pause = await askedAndAnswered(id);
    expect(await dueOf(id)).toMatchObject({
      firstSeen: reckoned(testNow, priority, [pause]).firstSeen,
    });
  });
});

describe('danger told while the partner is asked', () => {
  it('ends the pause, and the clocks of High run', async () => {
    const id = await submitted(reporter);
    await claim(id);
    await ask(id);
    expect((await rowOf(id)).dueAt).toBeNull();
    clock.advance(2 * day);
    const now = clock.now();
    await addDanger(id);
    const row = await rowOf(id);
    expect(row).toMatchObject({ status: 'in_assessment', priority: 'high', claimedBy: fib.actor.accountId });
    expect(row.assessedDueAt.getTime()).toBeLessThanOrEqual(reckoned(now, 'high').assessed.getTime());
    expect(row.dueAt).not.toBeNull();
    const events = await db.submissionEvent.findMany({
      where: { submissionId: id, action: { in: ['raise_to_high', 'stop_waiting'] } },
    });
    expect(events.map(({ actorId }) => actorId)).toEqual([null, null]);
  });

  it('ends the pause of one that was High already', async () => {
    const id = await submitted(reporter);
    await db.submission.update({ where: { id }, data: { priority: 'high' } });
    await claim(id);
    await ask(id);
    clock.advance(hour);
    await addDanger(id);
    expect(await rowOf(id)).toMatchObject({ status: 'in_assessment' });
  });

  it('runs on, where the answer itself says so', async () => {
    const id = await submitted(reporter);
    await claim(id);
    await ask(id);
    clock.advance(2 * day);
    const now = clock.now();
    await answered(id, 'soon');
    expect((await dueOf(id)).assessed).toEqual(reckoned(now, 'high').assessed);
  });
});
