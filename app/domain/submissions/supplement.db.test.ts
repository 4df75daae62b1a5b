import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { submittedWithSource } from '#tests/factories/sealed-submission.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../failures.ts';
import { sweepNewInformation } from '../notifications/sweep-new-information.server.ts';
import { tellNewInformation } from '../notifications/tell-new-information.server.ts';
import { act } from '../triage/act.server.ts';
import { markInformationRead } from '../triage/mark-information-read.server.ts';
import { openSubmission } from '../triage/open-submission.server.ts';
import { queuePage } from '../triage/queue.server.ts';
import { addSupplement } from './add-supplement.server.ts';
import { openOwnReport } from './open-own-report.server.ts';
import { mostSupplements } from './supplement.ts';
import { withdraw } from './withdraw.server.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const job = makeSystemCtx(database, { clock });
const who = await officers(database, clock);
const { reporter, fib, supervisor, spocCoventry } = who;

beforeEach(() => clearJobs(db));

const given = { text: 'The van came again, with another driver.', knownHow: 'witnessed', danger: 'no' };
const add = (submissionId: string, changes: Partial<Parameters<typeof addSupplement>[1]> = {}) =>
  addSupplement(reporter, { submissionId, supplementId: randomUUID(), warned: false, ...given, ...changes });
const rowOf = (id: string) => db.submission.findUniqueOrThrow({ where: { id } });
const unread = async () =>
  (await queuePage(fib, { queueCode: 'fib', view: 'new-information', cursor: null })).lines;
const mailed = async (id: string) =>
  (await queuedJobs(db, id)).filter(({ name }) => name === 'send-mail').map(({ data }) => data);
const closed = async () => {
  const id = await submitted(reporter);
  await db.submission.update({ where: { id }, data: { status: 'closed', closedAt: testNow } });
  return id;
};

describe('adding information to a report that was sent', () => {
  it('stands beside the report, for the partner and for whoever may read it, and leaves what was sent as it was', async () => {
    const id = await submitted(reporter);
    const before = await db.submissionContent.findUniqueOrThrow({ where: { submissionId: id } });
    await add(id);
    expect(await db.submissionContent.findUniqueOrThrow({ where: { submissionId: id } })).toEqual(before);
    expect((await openOwnReport(reporter, { submissionId: id })).supplements).toMatchObject([
      { ...given, addedAt: testNow },
    ]);
    const opened = await openSubmission(fib, { submissionId: id });
    expect(opened).toMatchObject({ view: 'whole', newInformation: true, supplements: [given] });
    expect(opened.view === 'whole' ? opened.history.map(({ action }) => action) : []).toContain(
      'add_information',
    );
    const events = await db.auditEvent.findMany({ where: { subjectId: id, type: 'supplement.added' } });
    expect(events.map(({ data }) => data)).toEqual([{ danger: 'no', raised: false }]);
  });

  it('is one addition, however often the button is pressed', async () => {
    const id = await submitted(reporter);
    const supplementId = randomUUID();
    await add(id, { supplementId });
    await add(id, { supplementId });
    expect(await db.supplement.count({ where: { submissionId: id } })).toBe(1);
  });

  it('is the submitter’s alone, and nobody’s after a withdrawal', async () => {
    const id = await submitted(reporter);
    for (const ctx of [fib, spocCoventry])
      await expect(
        addSupplement(ctx, { submissionId: id, supplementId: randomUUID(), warned: false, ...given }),
      ).rejects.toBeInstanceOf(NotFound);
    await withdraw(reporter, { submissionId: id, comment: '' });
    await expect(add(id)).rejects.toBeInstanceOf(Conflict);
  });

  it('is never too many where somebody is in danger', async () => {
    const id = await submitted(reporter);
    for (let count = 0; count < mostSupplements; count += 1) await add(id);
    await expect(add(id)).rejects.toBeInstanceOf(Conflict);
    await add(id, { danger: 'now' });
    expect(await db.supplement.count({ where: { submissionId: id, danger: 'now' } })).toBe(1);
  });

  it('is refused with nothing in it, with too much, or too often', async () => {
    const id = await submitted(reporter);
    for (const changes of [
      { text: '  ' },
      { text: 'x'.repeat(15_001) },
      { knownHow: 'guess' },
      { danger: '' },
    ])
      await expect(add(id, changes)).rejects.toBeInstanceOf(Invalid);
    await add(id, { text: 'x'.repeat(15_000) });
    for (let count = 1; count < mostSupplements; count += 1) await add(id);
    await expect(add(id)).rejects.toBeInstanceOf(Conflict);
  });

  it('warns once where it names the source, and sends it then', async () => {
    const id = await submittedWithSource(reporter, { name: 'Quillon Sealedname', contact: '07700 900123' });
    for (const text of ['Quillon saw it.', 'Ring 07700900123 about it.'])
      await expect(add(id, { text })).rejects.toMatchObject({
        fieldErrors: { text: 'reports.add.namesSource' },
      });
    await add(id, { text: 'Quillon saw it.', warned: true });
    await add(id, { text: 'A neighbour saw it.' });
    expect(await db.supplement.count({ where: { submissionId: id } })).toBe(2);
  });
});

describe('what was added', () => {
  it('is in sight, closed or not, until an officer has marked what they saw as read', async () => {
    const id = await closed();
    await add(id);
    expect((await unread()).map((line) => [line.id, line.newInformation])).toContainEqual([id, 'some']);
    await add(id);
    await expect(markInformationRead(fib, { submissionId: id, seen: 1 })).rejects.toBeInstanceOf(Conflict);
    await markInformationRead(fib, { submissionId: id, seen: 2 });
    expect((await unread()).map((line) => line.id)).not.toContain(id);
    expect(await db.auditEvent.count({ where: { subjectId: id, type: 'supplement.marked_read' } })).toBe(1);
  });

  it('is marked as read by nobody who may not read it', async () => {
    const id = await submitted(reporter);
    await add(id);
    await expect(markInformationRead(spocCoventry, { submissionId: id, seen: 1 })).rejects.toBeInstanceOf(
      NotFound,
    );
    await expect(markInformationRead(reporter, { submissionId: id, seen: 1 })).rejects.toBeInstanceOf(
      NotFound,
    );
    const elsewhere = await submitted(reporter, { placePostcode: 'B9 4AA' });
    await db.submission.update({
      where: { id: elsewhere },
      data: {
        newInformationAt: testNow,
        primaryQueueId: (await db.queue.findUniqueOrThrow({ where: { code: 'spoc-be' } })).id,
      },
    });
    await expect(
      markInformationRead(supervisor, { submissionId: elsewhere, seen: 0 }),
    ).rejects.toBeInstanceOf(Forbidden);
  });

  it('makes an officer look again who decided on a page without it', async () => {
    const id = await submitted(reporter);
    const { version } = await rowOf(id);
    await add(id);
    await expect(
      act(fib, { submissionId: id, action: 'claim', seenVersion: version, comment: '' }),
    ).rejects.toThrow('The partner has changed this submission');
  });

  it('is told to the holder, else to the queue, and of a closed one to the supervisors as well', async () => {
    const id = await submitted(reporter);
    await add(id);
    await clearJobs(db);
    await tellNewInformation(job, { submissionId: id });
    const queue = await mailed(id);
    expect(queue.map(({ accountId }) => accountId)).toContain(fib.actor.accountId);
    expect(new Set(queue.map(({ kind }) => kind))).toEqual(new Set(['new-information']));
    await clearJobs(db);
    await act(fib, {
      submissionId: id,
      action: 'claim',
      seenVersion: (await rowOf(id)).version,
      comment: '',
    });
    await clearJobs(db);
    await tellNewInformation(job, { submissionId: id });
    expect((await mailed(id)).map(({ accountId }) => accountId)).toEqual([fib.actor.accountId]);
    const ended = await closed();
    await add(ended);
    await tellNewInformation(job, { submissionId: ended });
    expect((await mailed(ended)).map(({ accountId }) => accountId)).toContain(supervisor.actor.accountId);
  });

  it('is told again while it is unread, and no more after that', async () => {
    const id = await submitted(reporter);
    await add(id);
    await clearJobs(db);
    await sweepNewInformation(job, { danger: true });
    expect(await queuedJobs(db, id)).toEqual([]);
    await sweepNewInformation(job, { danger: false });
    expect((await queuedJobs(db, id)).map(({ name }) => name)).toEqual(['tell-new-information']);
    await markInformationRead(fib, { submissionId: id, seen: 1 });
    await clearJobs(db);
    await sweepNewInformation(job, { danger: false });
    await tellNewInformation(job, { submissionId: id });
    expect(await queuedJobs(db, id)).toEqual([]);
  });
});

describe('an addition that says that somebody is in danger', () => {
  it.each(['now', 'soon'])('makes an open report High at once: %s', async (danger) => {
    const id = await submitted(reporter);
    const before = await rowOf(id);
    expect(before.priority).not.toBe('high');
    await clearJobs(db);
    await add(id, { danger });
    const after = await rowOf(id);
    expect(after).toMatchObject({ priority: 'high', newDanger: true, waitingSince: testNow });
    expect(after.firstSeenDueAt.getTime()).toBeLessThanOrEqual(testNow.getTime() + 60 * 60_000);
    expect((await queuedJobs(db, id)).map(({ name }) => name).sort()).toEqual([
      'tell-high',
      'tell-new-information',
    ]);
    await clearJobs(db);
    await sweepNewInformation(job, { danger: true });
    expect((await queuedJobs(db, id)).map(({ name }) => name)).toEqual(['tell-new-information']);
  });

  it('of a closed report leaves it closed, and is told to whoever is on duty', async () => {
    const id = await closed();
    await add(id, { danger: 'now' });
    expect(await rowOf(id)).toMatchObject({ status: 'closed', newDanger: true });
    await clearJobs(db);
    await tellNewInformation(job, { submissionId: id });
    const mails = await mailed(id);
    expect(mails.length).toBeGreaterThan(1);
    expect(new Set(mails.map(({ kind }) => kind))).toEqual(new Set(['new-danger']));
  });
});
