import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { pastDanger } from '#tests/factories/past-danger.ts';
import { officers } from '#tests/factories/officers.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { submittedWithSource } from '#tests/factories/sealed-submission.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { Conflict, Invalid } from '../../kernel/failures.ts';
import { tellNewInformation } from '../../reminders/tell-new-information.server.ts';
import { performAction } from '../../triage/actions/perform-action.server.ts';
import { markInformationRead } from '../../triage/partner-messages/mark-information-read.server.ts';
import { openSubmission } from '../../desks/open-submission.server.ts';
import { queuePage } from '../../desks/queue.server.ts';
import { urgentList } from '../../desks/urgent-list.server.ts';
import { addSupplement } from '../own-reports/add-supplement.server.ts';
import { openOwnReport } from '../own-reports/open-own-report.server.ts';
import { reply, type ReplyInput } from '../own-reports/reply.server.ts';
import { mayNameSource, mostSupplements } from '../own-reports/supplement.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const job = makeSystemCtx(database, { clock });
const { reporter, fib, fibTwo, supervisor } = await officers(database, clock);
const minute = 60_000;
const day = 24 * 60 * minute;

beforeEach(async () => {
  clock.set(testNow);
  await pastDanger(database.pool);
  await clearJobs(db);
});

const rowOf = (id: string) => db.submission.findUniqueOrThrow({ where: { id } });
const write = (submissionId: Id<'Submission'>) => ({
  submissionId,
  comment: 'Known.',
  message: '',
  expectedVersion: null,
});

async function asked(): Promise<Id<'Submission'>> {
  const id = await submitted(reporter);
  await performAction(fib, { ...write(id), action: 'claim' });
  await performAction(fib, { ...write(id), action: 'ask_partner', comment: 'Which door was it?' });
  await clearJobs(db);
  return id;
}
const answer = (submissionId: Id<'Submission'>, changes: Partial<ReplyInput> = {}) =>
  reply(reporter, {
    submissionId,
    replyId: randomUUID(),
    comment: 'The blue door.',
    danger: 'no',
    ...changes,
  });
const jobsOf = async (id: string) => (await queuedJobs(db, id)).map(({ name }) => name).sort();
const wholeOf = async (id: Id<'Submission'>) => {
  const opened = await openSubmission(fib, { submissionId: id });
  if (opened.view !== 'whole') throw new Error('The officer who holds it reads it whole.');
  return opened;
};

describe('an answer to a question', () => {
  it('says whether anyone is in danger', async () => {
    const id = await asked();
    for (const danger of ['', 'perhaps'])
      await expect(answer(id, { danger })).rejects.toMatchObject({
        fieldErrors: { danger: 'Select whether anyone is in danger' },
      });
    await expect(answer(id, { danger: '', comment: ' ' })).rejects.toMatchObject({
      fieldErrors: { danger: 'Select whether anyone is in danger', comment: 'Enter your answer' },
    });
    expect((await openOwnReport(reporter, { submissionId: id })).status).toBe('more_needed');
  });

  it('is held back once where it names the sealed source, and sent then', async () => {
    const id = await submittedWithSource(reporter, { name: 'Ann Sealedname', contact: '07700 900123' });
    await performAction(fib, { ...write(id), action: 'claim' });
    await performAction(fib, { ...write(id), action: 'ask_partner', comment: 'Which door was it?' });
    const names = { comment: 'Ann says it was the blue door.' };
    await expect(answer(id, names)).rejects.toMatchObject({
      fieldErrors: { comment: mayNameSource },
    });
    expect(await answer(id, { ...names, warned: true })).toBe('answered');
  });

  it('without danger is new for the holder, who is told, until somebody has marked it as read', async () => {
    const id = await asked();
    await answer(id);
    expect(await jobsOf(id)).toEqual(['tell-new-information']);
    await clearJobs(db);
    await tellNewInformation(job, { alertConfigured: true }, { submissionId: id });
    expect((await queuedJobs(db, id)).map(({ data }) => data)).toMatchObject([
      { kind: 'new-information', accountId: fib.actor.accountId },
    ]);
    const page = await queuePage(fib, { queueCode: 'fib', view: 'new-information', cursor: null });
    expect(page.lines.map((line) => [line.id, line.newInformation])).toContainEqual([id, 'some']);
    const opened = await wholeOf(id);
    expect(opened.unread).toMatchObject([{ part: 'messages', danger: 'no' }]);
    await expect(
      performAction(fib, { ...write(id), action: 'close_without_item', outcome: 'no_further_use' }),
    ).rejects.toThrow('nobody has marked as read');
    await markInformationRead(fib, { submissionId: id, shownCount: opened.written });
    expect((await wholeOf(id)).unread).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ newInformationAt: null, priority: 'low' });
  });

  it('is not marked as read by somebody whose page did not show it', async () => {
    const id = await asked();
    await addSupplement(reporter, {
      submissionId: id,
      supplementId: randomUUID(),
      warned: false,
      text: 'A van.',
      knownHow: 'witnessed',
      danger: 'no',
    });
    const { written } = await wholeOf(id);
    await answer(id, { danger: 'now' });
    await expect(markInformationRead(fib, { submissionId: id, shownCount: written })).rejects.toBeInstanceOf(
      Conflict,
    );
    expect((await rowOf(id)).newDangerDueAt).not.toBeNull();
  });

  it.each(['now', 'soon'])(
    'that says that somebody is in danger makes the report High: %s',
    async (danger) => {
      const id = await asked();
      clock.advance(2 * day);
      await answer(id, { danger });
      const now = clock.now();
      expect(await rowOf(id)).toMatchObject({
        priority: 'high',
        status: 'in_assessment',
        claimedBy: fib.actor.accountId,
        newInformationAt: now,
        newDangerDueAt: new Date(now.getTime() + 60 * minute),
      });
      expect(await jobsOf(id)).toEqual(['tell-high', 'tell-new-information']);
      expect((await urgentList(supervisor)).unread.map((line) => line.id)).toContain(id);
      const opened = await wholeOf(id);
      expect(opened.unread).toMatchObject([{ part: 'messages', danger }]);
      expect(opened.messages.at(-1)).toMatchObject({ kind: 'reply', danger });
      expect(opened.history.map(({ action, by }) => [action, by])).toContainEqual(['raise_to_high', null]);
      const events = await db.auditEvent.findMany({ where: { subjectId: id, type: 'partner.replied' } });
      expect(events.map(({ data }) => data)).toEqual([{ danger, raised: true }]);
      await clearJobs(db);
      await tellNewInformation(job, { alertConfigured: true }, { submissionId: id });
      const told = (await queuedJobs(db, id)).map(({ data }) => data);
      expect(told).toContainEqual({ kind: 'new-danger', accountId: fib.actor.accountId, submissionId: id });
      expect(told).toContainEqual({
        kind: 'new-danger',
        accountId: supervisor.actor.accountId,
        submissionId: id,
      });
    },
  );

  it('that comes late says so as well, and opens a closed report again', async () => {
    const id = await asked();
    await performAction(fib, { ...write(id), action: 'stop_waiting' });
    await expect(answer(id, { danger: '' })).rejects.toBeInstanceOf(Invalid);
    await performAction(fib, { ...write(id), action: 'close_without_item', outcome: 'no_further_use' });
    await clearJobs(db);
    expect(await answer(id, { danger: 'now' })).toBe('added');
    expect(await rowOf(id)).toMatchObject({ status: 'in_assessment', priority: 'high', claimedBy: null });
    expect(await jobsOf(id)).toEqual(['tell-high', 'tell-new-information']);
    expect(await db.supplement.findMany({ where: { submissionId: id } })).toMatchObject([{ danger: 'now' }]);
    await performAction(fibTwo, { ...write(id), action: 'claim' });
    const opened = await openSubmission(fibTwo, { submissionId: id });
    expect(opened).toMatchObject({ unread: [{ danger: 'now', part: 'added' }] });
  });

  it('that comes late is never too much where somebody is in danger', async () => {
    const id = await asked();
    await performAction(fib, { ...write(id), action: 'stop_waiting' });
    for (let count = 0; count < mostSupplements; count += 1) await answer(id);
    await expect(answer(id)).rejects.toBeInstanceOf(Conflict);
    expect(await answer(id, { danger: 'now' })).toBe('added');
  });
});
