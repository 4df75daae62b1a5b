import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { copySubmission } from '#tests/factories/copies.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { endedByTwo } from '#tests/factories/ended-by-two.ts';
import { dangerActNow } from '#tests/factories/danger-act.ts';
import { pastDanger } from '#tests/factories/past-danger.ts';
import { officers } from '#tests/factories/officers.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { secondSupervisor } from '#tests/factories/rule-drafts.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { submittedWithSource } from '#tests/factories/sealed-submission.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { callHighAlert } from '../../reminders/call-alert.server.ts';
import { sweepNewInformation } from '../../reminders/sweep-new-information.server.ts';
import { tellNewInformation } from '../../reminders/tell-new-information.server.ts';
import { tellHigh } from '../../reminders/tell-high.server.ts';
import { urgentOverdue } from '../../reminders/urgent-overdue.server.ts';
import { askingFor } from '../../kernel/endings.ts';
import { performAction } from '../../triage/actions/perform-action.server.ts';
import { markInformationRead } from '../../triage/partner-messages/mark-information-read.server.ts';
import { openSubmission } from '../../desks/open-submission.server.ts';
import { queuePage } from '../../desks/queue.server.ts';
import { urgentList } from '../../desks/urgent-list.server.ts';
import { seeAgain } from '../../connections/tasks/see-again.server.ts';
import { addSupplement } from './add-supplement.server.ts';
import { openOwnReport } from './open-own-report.server.ts';
import { mayNameSource, mostSupplements } from './supplement.ts';
import { withdraw } from './withdraw.server.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const job = makeSystemCtx(database, { clock });
const who = await officers(database, clock);
const { reporter, fib, supervisor, spocEast, spocCoventry } = who;
const supervisorTwo = await makeCtx(database, { email: secondSupervisor, clock });
const settings = { alertConfigured: true };

beforeEach(async () => {
  clock.set(testNow);
  // Each test has the only danger that waits.
  await pastDanger(database.pool);
  await clearJobs(db);
});

const given = { text: 'The van came again, with another driver.', knownHow: 'witnessed', danger: 'no' };
const add = (submissionId: Id<'Submission'>, changes: Partial<Parameters<typeof addSupplement>[1]> = {}) =>
  addSupplement(reporter, { submissionId, supplementId: randomUUID(), warned: false, ...given, ...changes });
const rowOf = (id: string) => db.submission.findUniqueOrThrow({ where: { id } });
const unread = async () =>
  (await queuePage(fib, { queueCode: 'fib', view: 'new-information', cursor: null })).lines;
const mailed = async (id: string) =>
  (await queuedJobs(db, id)).filter(({ name }) => name === 'send-mail').map(({ data }) => data);
const minute = 60_000;
const day = 24 * 60 * minute;
/** Claimed and ended as an officer ends it. */
const ended = async (end: string) => {
  const id = await submitted(reporter);
  const write = { submissionId: id, comment: 'Known already.', message: '', expectedVersion: null };
  await performAction(fib, { ...write, action: 'claim' });
  if (end === 'rejected') await performAction(fib, { ...write, action: 'reject' });
  else await performAction(fib, { ...write, action: 'close_without_item', outcome: 'no_further_use' });
  return id;
};
const closed = () => ended('closed');

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
    expect(opened).toMatchObject({
      view: 'whole',
      unread: [{ danger: given.danger, part: 'added' }],
      supplements: [given],
    });
    expect(opened.view === 'whole' ? opened.history.map(({ action }) => action) : []).toContain(
      'add_information',
    );
    const events = await db.auditEvent.findMany({ where: { subjectId: id, type: 'supplement.added' } });
    expect(events.map(({ data }) => data)).toEqual([{ danger: 'no', raised: false, reopened: false }]);
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
    for (const text of [
      'Quillon saw it.',
      'Ring 07700900123 about it.',
      'Quil-lon saw it.',
      'Quil\u200blon did.',
    ])
      await expect(add(id, { text })).rejects.toMatchObject({
        fieldErrors: { text: mayNameSource },
      });
    await add(id, { text: 'Quillon saw it.', warned: true });
    const again = {
      ...{ day: 'today', seenOn: { day: '', month: '', year: '' }, time: '', where: 'same', place: '' },
      ...{ submissionId: id, supplementId: randomUUID(), danger: 'no', what: 'Quillon saw it again.' },
    };
    await expect(seeAgain(reporter, { ...again, warned: false })).rejects.toMatchObject({
      fieldErrors: { what: mayNameSource },
    });
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
    await expect(markInformationRead(fib, { submissionId: id, shownCount: 1 })).rejects.toBeInstanceOf(
      Conflict,
    );
    await markInformationRead(fib, { submissionId: id, shownCount: 2 });
    expect((await unread()).map((line) => line.id)).not.toContain(id);
    expect(await db.auditEvent.count({ where: { subjectId: id, type: 'supplement.marked_read' } })).toBe(1);
  });

  it('is unread from the last reading on, by a clock that never stands still', async () => {
    const ticking = { now: () => (clock.advance(1), clock.now()) };
    const id = await submitted(reporter);
    const write = (text: string) =>
      addSupplement(
        { ...reporter, clock: ticking },
        { submissionId: id, supplementId: randomUUID(), warned: false, ...given, text },
      );
    const unreadTexts = async () => {
      const opened = await openSubmission(fib, { submissionId: id });
      if (opened.view !== 'whole') return null;
      const { supplements, unread } = opened;
      return unread.map(({ id: unreadId }) => supplements.find((each) => each.id === unreadId)?.text);
    };
    await write('First.');
    expect(await unreadTexts()).toEqual(['First.']);
    await write('Second.');
    expect(await unreadTexts()).toEqual(['First.', 'Second.']);
    await markInformationRead({ ...fib, clock: ticking }, { submissionId: id, shownCount: 2 });
    expect(await unreadTexts()).toEqual([]);
    await write('Third.');
    expect(await unreadTexts()).toEqual(['Third.']);
  });

  it('is marked as read by nobody who may not read it', async () => {
    const id = await submitted(reporter);
    await add(id);
    await expect(
      markInformationRead(spocCoventry, { submissionId: id, shownCount: 1 }),
    ).rejects.toBeInstanceOf(NotFound);
    await expect(markInformationRead(reporter, { submissionId: id, shownCount: 1 })).rejects.toBeInstanceOf(
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
      markInformationRead(supervisor, { submissionId: elsewhere, shownCount: 0 }),
    ).rejects.toBeInstanceOf(Forbidden);
  });

  it('makes an officer look again who decided on a page without it', async () => {
    const id = await submitted(reporter);
    const { version } = await rowOf(id);
    await add(id);
    await expect(
      performAction(fib, { submissionId: id, action: 'claim', expectedVersion: version, comment: '' }),
    ).rejects.toThrow('The partner has changed this submission');
  });

  it('is told to the holder, else to the queue, and of a closed one to the supervisors as well', async () => {
    const id = await submitted(reporter);
    await add(id);
    await clearJobs(db);
    await tellNewInformation(job, settings, { submissionId: id });
    const queue = await mailed(id);
    expect(queue.map(({ accountId }) => accountId)).toContain(fib.actor.accountId);
    expect(new Set(queue.map(({ kind }) => kind))).toEqual(new Set(['new-information']));
    await clearJobs(db);
    await performAction(fib, {
      submissionId: id,
      action: 'claim',
      expectedVersion: (await rowOf(id)).version,
      comment: '',
    });
    await clearJobs(db);
    await tellNewInformation(job, settings, { submissionId: id });
    expect((await mailed(id)).map(({ accountId }) => accountId)).toEqual([fib.actor.accountId]);
    const over = await closed();
    await add(over);
    await tellNewInformation(job, settings, { submissionId: over });
    expect((await mailed(over)).map(({ accountId }) => accountId)).toContain(supervisor.actor.accountId);
  });

  it('is told to the officers of the area that has it, and where it is restricted to supervisors instead', async () => {
    const id = await submitted(reporter);
    await add(id);
    const east = await db.queue.findUniqueOrThrow({ where: { code: 'spoc-be' } });
    const told = async (restricted: boolean) => {
      await db.submission.update({ where: { id }, data: { primaryQueueId: east.id, restricted } });
      await clearJobs(db);
      await tellNewInformation(job, settings, { submissionId: id });
      return (await mailed(id)).map(({ accountId }) => accountId);
    };
    expect(await told(false)).toContain(spocEast.actor.accountId);
    const ofRestricted = await told(true);
    expect(ofRestricted).toContain(supervisor.actor.accountId);
    expect(ofRestricted).not.toContain(spocEast.actor.accountId);
  });

  it('is told again while it is unread, and no more after that', async () => {
    const id = await submitted(reporter);
    await add(id);
    await clearJobs(db);
    await sweepNewInformation(job, { danger: true });
    expect(await queuedJobs(db, id)).toEqual([]);
    await sweepNewInformation(job, { danger: false });
    expect((await queuedJobs(db, id)).map(({ name }) => name)).toEqual(['tell-new-information']);
    await markInformationRead(fib, { submissionId: id, shownCount: 1 });
    await clearJobs(db);
    await sweepNewInformation(job, { danger: false });
    await tellNewInformation(job, settings, { submissionId: id });
    expect(await queuedJobs(db, id)).toEqual([]);
  });

  it('is told again of every report, however many have something unread', async () => {
    await db.submission.updateMany({ data: { newInformationAt: null } });
    const id = await submitted(reporter);
    await add(id);
    await copySubmission(database, id, 200);
    await clearJobs(db);
    await sweepNewInformation(job, { danger: false });
    expect(await queuedJobs(db)).toHaveLength(201);
    await db.submission.updateMany({ data: { newInformationAt: null } });
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
    expect(after).toMatchObject({ priority: 'high', waitingSince: testNow });
    expect(after.firstSeenDueAt.getTime()).toBeLessThanOrEqual(testNow.getTime() + 60 * 60_000);
    expect((await queuedJobs(db, id)).map(({ name }) => name).sort()).toEqual([
      'tell-high',
      'tell-new-information',
    ]);
    await clearJobs(db);
    await sweepNewInformation(job, { danger: true });
    expect((await queuedJobs(db, id)).map(({ name }) => name)).toEqual(['tell-new-information']);
  });

  it.each(['closed', 'rejected'])(
    'opens a report again that was %s, as High, for whoever is in line',
    async (end) => {
      const id = await ended(end);
      clock.advance(day);
      const now = clock.now();
      await add(id, { danger: 'now' });
      const row = await rowOf(id);
      expect(row).toMatchObject({
        status: 'in_assessment',
        priority: 'high',
        claimedBy: null,
        waitingSince: now,
        firstSeenAt: null,
        assessedAt: null,
        answeredAt: null,
        closedAt: null,
        outcome: null,
      });
      expect(row.firstSeenDueAt.getTime() - now.getTime()).toBe(60 * minute);
      expect(row.dueAt).toEqual(row.firstSeenDueAt);
      expect((await urgentList(supervisor)).lines.map((line) => line.id)).toContain(id);
      const history = await db.submissionEvent.findMany({ where: { submissionId: id, action: 'reopen' } });
      expect(history).toMatchObject([{ fromStatus: end, toStatus: 'in_assessment', actorId: null }]);
      expect((await queuedJobs(db, id)).map(({ name }) => name)).toContain('tell-high');
      await clearJobs(db);
      await tellHigh(job, { alertConfigured: true }, { submissionId: id });
      expect((await queuedJobs(db, id)).map(({ name }) => name).sort()).toEqual([
        'call-alert',
        'send-high-mail',
      ]);
      clock.advance(61 * minute);
      expect(await urgentOverdue(db, clock.now())).toBe(1);
      expect((await openOwnReport(reporter, { submissionId: id })).status).toBe('received');
    },
  );

  it('is claimed by whoever is in line, worked on and closed anew, with what was told before kept', async () => {
    const id = await ended('closed');
    await add(id, { danger: 'now' });
    await performAction(supervisor, {
      submissionId: id,
      action: 'claim',
      comment: '',
      expectedVersion: null,
    });
    await markInformationRead(supervisor, { submissionId: id, shownCount: 1 });
    const write = { submissionId: id, comment: 'Seen by a patrol.', message: '', expectedVersion: null };
    await endedByTwo([supervisor, supervisorTwo], 'close_without_item', {
      ...write,
      outcome: 'no_further_use',
    });
    expect(await rowOf(id)).toMatchObject({
      status: 'closed',
      outcome: 'no_further_use',
      closedAt: clock.now(),
    });
    const { messages } = await openOwnReport(reporter, { submissionId: id });
    expect(messages.map(({ kind }) => kind)).toEqual(['outcome', 'outcome']);
  });

  it('of a closed report leaves it closed where no danger is told of', async () => {
    const id = await ended('closed');
    await add(id, { danger: 'no' });
    expect(await rowOf(id)).toMatchObject({ status: 'closed', newDangerDueAt: null });
  });

  it('lets the SPOC of its area watch it, unless it is restricted', async () => {
    const watched = async (changes = {}, restricted = false) => {
      const id = await submitted(reporter, { placePostcode: 'B9 4AA', ...changes });
      const queue = await db.queue.findUniqueOrThrow({ where: { code: 'fib' } });
      await db.submission.update({ where: { id }, data: { primaryQueueId: queue.id, restricted } });
      await expect(openSubmission(spocEast, { submissionId: id })).rejects.toBeInstanceOf(NotFound);
      await add(id, { danger: 'now' });
      return id;
    };
    const opened = await openSubmission(spocEast, { submissionId: await watched() });
    expect(opened.view).toBe('status');
    const restricted = await watched({}, true);
    await expect(openSubmission(spocEast, { submissionId: restricted })).rejects.toBeInstanceOf(NotFound);
  });

  it('is told to the holder and to whoever is on duty, and after an hour to the alert address and the health check', async () => {
    const id = await submitted(reporter);
    await performAction(fib, { submissionId: id, action: 'claim', comment: '', expectedVersion: null });
    await add(id, { danger: 'soon' });
    await clearJobs(db);
    await tellNewInformation(job, settings, { submissionId: id });
    expect((await mailed(id)).map(({ kind }) => kind)).toContain('new-danger');
    expect((await queuedJobs(db, id)).map(({ name }) => name)).not.toContain('call-alert');
    expect((await urgentList(supervisor)).unread.map((line) => line.id)).toContain(id);
    clock.advance(60 * minute + 1);
    expect(await urgentOverdue(db, clock.now())).toBe(1);
    await clearJobs(db);
    await tellNewInformation(job, settings, { submissionId: id });
    expect((await queuedJobs(db, id)).filter(({ name }) => name === 'call-alert')).toHaveLength(1);
    const calls: unknown[] = [];
    const call = () =>
      callHighAlert(job, (message) => Promise.resolve(calls.push(message) > 0), {
        submissionId: id,
        step: 'danger-unread',
        kind: 'danger_unread',
      });
    await call();
    expect(calls).toMatchObject([{ kind: 'danger_unread', step: 'danger-unread' }]);
    await markInformationRead(supervisor, { submissionId: id, shownCount: 1 });
    expect(await urgentOverdue(db, clock.now())).toBe(0);
  });

  it('stops every way of closing until it is read, and the page says so first', async () => {
    const id = await submitted(reporter);
    await performAction(fib, { submissionId: id, action: 'claim', comment: '', expectedVersion: null });
    await add(id, { danger: 'now' });
    const write = { submissionId: id, comment: 'Known already.', message: '', expectedVersion: null };
    const unread = 'The partner has added information that nobody has marked as read';
    const asking = { ...write, outcome: 'no_further_use', ...dangerActNow(fib) };
    for (const ending of ['close_without_item', 'reject'] as const)
      await expect(performAction(fib, { ...asking, action: askingFor[ending] })).rejects.toThrow(unread);
    await withdraw(reporter, { submissionId: id, comment: '' });
    await expect(performAction(fib, { ...asking, action: 'ask_to_grant_withdrawal' })).rejects.toThrow(
      unread,
    );
    await markInformationRead(fib, { submissionId: id, shownCount: 1 });
    await endedByTwo([fib, supervisor], 'grant_withdrawal', write);
    expect(await rowOf(id)).toMatchObject({ status: 'withdrawn' });
  });
});

describe('what was seen again', () => {
  const seen = {
    day: 'yesterday',
    seenOn: { day: '', month: '', year: '' },
    time: '7am',
    where: 'another',
    place: 'The yard behind it, B11 2AA',
    danger: 'no',
    what: 'The same van, ZZ15 ZZZ.',
  };
  const see = (submissionId: Id<'Submission'>, changes: Partial<Parameters<typeof seeAgain>[1]> = {}) =>
    seeAgain(reporter, { submissionId, supplementId: randomUUID(), warned: false, ...seen, ...changes });
  const tasksOf = (submissionId: string) => db.task.findMany({ where: { submissionId } });

  it('is an addition with its day, in sight and matched as others are', async () => {
    const id = await closed();
    const supplementId = randomUUID();
    await see(id, { supplementId });
    await see(id, { supplementId });
    const [kept, ...more] = await db.supplement.findMany({ where: { submissionId: id } });
    expect(more).toEqual([]);
    expect(kept).toMatchObject({
      text: 'Seen again: 17 January 2016, 7am\nWhere: The yard behind it, B11 2AA\n\nThe same van, ZZ15 ZZZ.',
      knownHow: 'witnessed',
      seenOn: new Date('2016-01-17T00:00:00Z'),
    });
    expect((await unread()).map((line) => line.id)).toContain(id);
    const marks = await db.submissionVehicle.findMany({
      where: { submissionId: id, addedAt: { not: null } },
    });
    expect(marks.map(({ registrationNormalised }) => registrationNormalised)).toEqual(['ZZ15ZZZ']);
  });

  it('makes the report High where it says danger, and is told by nobody but its sender', async () => {
    const id = await submitted(reporter);
    const { actor } = reporter;
    const colleague = { ...reporter, actor: { ...actor, accountId: supervisor.actor.accountId } };
    // Nor by whoever may open it and writes reports too, nor by its sender who writes none any more.
    const both = { ...fib, actor: { ...fib.actor, roles: [...fib.actor.roles, ...actor.roles] } };
    const former = { ...fib, actor: { ...fib.actor, accountId: actor.accountId } };
    for (const ctx of [fib, colleague, both, former])
      await expect(
        seeAgain(ctx, { submissionId: id, supplementId: randomUUID(), warned: false, ...seen }),
      ).rejects.toBeInstanceOf(NotFound);
    await expect(see(id, { what: ' ', danger: '' })).rejects.toMatchObject({
      fieldErrors: { danger: 'Select whether anyone is in danger', what: 'Enter what you saw' },
    });
    await see(id, { danger: 'now' });
    expect((await rowOf(id)).priority).toBe('high');
  });

  it('is nothing of a report that was withdrawn', async () => {
    const id = await submitted(reporter);
    await withdraw(reporter, { submissionId: id, comment: '' });
    await expect(see(id)).rejects.toBeInstanceOf(Conflict);
  });

  it('tells FIB with the third in a month, who may ask the partner to stop', async () => {
    const id = await submitted(reporter);
    const stop = { submissionId: id, action: 'ask_to_stop_looking', expectedVersion: null } as const;
    await expect(performAction(fib, stop)).rejects.toBeInstanceOf(Conflict);
    await see(id);
    clock.advance(31 * day);
    // An addition of another kind is none of them, and the fourth tells nobody once more.
    await add(id);
    for (let count = 0; count < 2; count += 1) await see(id);
    expect(await tasksOf(id)).toEqual([]);
    await see(id);
    expect(await tasksOf(id)).toHaveLength(1);
    await see(id);
    expect(await tasksOf(id)).toMatchObject([{ ownerRole: 'fib_supervisor', state: 'open' }]);

    await expect(performAction(spocCoventry, stop)).rejects.toBeInstanceOf(NotFound);
    await performAction(fib, stop);
    await expect(performAction(fib, stop)).rejects.toBeInstanceOf(Conflict);
    const report = await openOwnReport(reporter, { submissionId: id });
    expect(report).toMatchObject({ maySeeAgain: false, stopLooking: true });
    expect(report.messages.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Thank you.*stop looking/),
    ]);
    await expect(see(id)).rejects.toBeInstanceOf(Conflict);
    // No request refuses a person in danger.
    await see(id, { danger: 'soon' });
    expect((await rowOf(id)).priority).toBe('high');
  });
});
