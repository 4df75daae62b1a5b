import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { addressOf as placeAddress } from '#tests/factories/address-of.ts';
import { copySubmission } from '#tests/factories/copies.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { pastDanger, unguarded } from '#tests/factories/past-danger.ts';
import { officers } from '#tests/factories/officers.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { runningPortal } from '#tests/factories/running-portal.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { workOff } from '#tests/factories/work-off.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { capturedMailer, type CapturedMessage } from '#app/platform/mail/captured-mailer.ts';
import { MailNotSent } from '#app/platform/mail/mailer.ts';
import { performAction } from '../triage/actions/perform-action.server.ts';
import { callHighAlert } from './call-alert.server.ts';
import { sendHighMail } from './send-high-mail.server.ts';
import { sweepHigh } from './sweep-high.server.ts';
import { tellHigh } from './tell-high.server.ts';
import { urgentHealth } from './urgent-health.server.ts';
import { urgentOverdue } from './urgent-overdue.server.ts';

/** The force's alert gateway: a real server that keeps what it was told and answers as the test says. */
const gateway = { answers: 204, calls: [] as { authorization: string | undefined; body: unknown }[] };
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (part: Buffer) => (body += part.toString()));
  request.on('end', () => {
    gateway.calls.push({ authorization: request.headers.authorization, body: JSON.parse(body) });
    response.writeHead(gateway.answers).end();
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
const alertUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/alert`;

const clock = fixedClock(testNow);
const { portal, handlers } = await runningPortal({
  clock,
  env: { ALERT_URL: alertUrl, ALERT_TOKEN: 'gateway-token' },
});
const { db, database } = portal;
const job = makeSystemCtx(database, { clock });
const { reporter, fib } = await officers(database, clock);
const settings = { alertConfigured: true };
const captured = capturedMailer({
  dataDirectory: portal.config.dataDirectory,
  from: 'Portal <portal@force.example>',
});
const minutes = (count: number) => count * 60_000;
const addressOf = new Map((await db.account.findMany()).map((account) => [account.id, account.email]));

beforeEach(async () => {
  clock.set(testNow);
  gateway.answers = 204;
  gateway.calls = [];
  // Each test has the only High submission that waits.
  await pastDanger(database.pool);
  await clearJobs(db);
});

async function high(changes = {}): Promise<Id<'Submission'>> {
  const submissionId = await submitted(reporter, { danger: 'soon', ...changes });
  await clearJobs(db);
  return submissionId;
}
/** A step that was taken of it, as its messages name it. */
async function stepOf(submissionId: Id<'Submission'>): Promise<string> {
  await tell(submissionId);
  return (await db.highNotice.findFirstOrThrow({ where: { submissionId }, orderBy: { toldAt: 'desc' } })).id;
}
const tell = (submissionId: Id<'Submission'>) => tellHigh(job, settings, { submissionId });
const stepsTaken = async (submissionId: string) =>
  (await db.highNotice.findMany({ where: { submissionId }, orderBy: [{ toldAt: 'asc' }, { id: 'asc' }] }))
    .map(({ step }) => step)
    .sort();
const mailsWaiting = async () =>
  (await queuedJobs(db))
    .filter(({ name }) => name === 'send-high-mail')
    .map(({ data }) => [data.position, addressOf.get(String(data.accountId) as Id<'Account'>)]);

describe('a High submission that nobody has claimed', () => {
  it('goes to the duty list at once, and to the next in line as its wait goes on, each step once', async () => {
    const submissionId = await high();
    const told: Record<number, unknown> = {};
    for (const minute of [0, 1, 15, 16, 30, 45, 46, 60, 61, 120, 121, 180]) {
      clock.set(new Date(testNow.getTime() + minutes(minute)));
      await tell(submissionId);
      await tell(submissionId);
      told[minute] = (await mailsWaiting()).map(([position]) => position).sort();
      await clearJobs(db);
    }
    const everybody = ['deputy', 'duty_inspector', 'duty_officer', 'fib_supervisor'];
    expect(told).toEqual({
      0: ['duty_officer'],
      1: [],
      15: ['duty_officer'],
      16: [],
      30: ['deputy'],
      45: ['fib_supervisor'],
      46: [],
      60: ['duty_inspector'],
      61: [],
      120: everybody,
      121: [],
      180: everybody,
    });
    expect(await stepsTaken(submissionId)).toEqual([
      'again-1',
      'again-2',
      'deputy',
      'duty-inspector',
      'duty-list',
      'duty-list-again',
      'fib-supervisor',
    ]);
    const events = await db.auditEvent.findMany({ where: { type: 'high.told', subjectId: submissionId } });
    expect(events).toHaveLength(7);
    expect(events[0]).toMatchObject({ actorId: null, data: { step: 'duty-list', recipients: 1 } });
  });

  it('has every step that an outage held back taken together', async () => {
    const submissionId = await high();
    clock.advance(minutes(50));
    await tell(submissionId);
    expect(await stepsTaken(submissionId)).toEqual([
      'deputy',
      'duty-list',
      'duty-list-again',
      'fib-supervisor',
    ]);
  });

  it('has each step taken once by several workers at the same moment', async () => {
    const submissionId = await high();
    clock.advance(minutes(31));
    await Promise.all(Array.from({ length: 5 }, () => tell(submissionId)));
    expect(await stepsTaken(submissionId)).toEqual(['deputy', 'duty-list', 'duty-list-again']);
    expect(await mailsWaiting()).toHaveLength(3);
  });

  it('is told to those on duty at that moment', async () => {
    const submissionId = await high();
    const entry = await db.dutyListEntry.findFirstOrThrow({ where: { position: 'duty_officer' } });
    await db.dutyListEntry.update({ where: { id: entry.id }, data: { validTo: testNow } });
    const relief = await db.account.findUniqueOrThrow({ where: { email: 'fib.officer.two@police.example' } });
    const later = {
      id: randomUUID(),
      accountId: relief.id,
      position: 'duty_officer',
      validFrom: testNow,
    } as const;
    await db.dutyListEntry.create({ data: later });
    await tell(submissionId);
    expect(await mailsWaiting()).toEqual([['duty_officer', 'fib.officer.two@police.example']]);
    await db.dutyListEntry.delete({ where: { id: later.id } });
    await db.dutyListEntry.update({ where: { id: entry.id }, data: { validTo: null } });
  });

  it('is told to everybody with the role where nobody is on duty: a gap never means silence', async () => {
    const submissionId = await high();
    await db.account.update({
      where: { email: 'fib.officer@police.example' },
      data: { status: 'suspended' },
    });
    await tell(submissionId);
    await db.account.update({ where: { email: 'fib.officer@police.example' }, data: { status: 'active' } });
    expect((await mailsWaiting()).sort()).toEqual([
      ['duty_officer', 'duty.inspector@police.example'],
      ['duty_officer', 'fib.officer.two@police.example'],
      ['duty_officer', 'fib.supervisor@police.example'],
    ]);
    const told = (await queuedJobs(db)).filter(({ name }) => name === 'send-high-mail');
    expect(told.every(({ data }) => data.standIn === true)).toBe(true);
    expect((await db.highNotice.findFirstOrThrow({ where: { submissionId } })).recipientCount).toBe(3);
  });

  it('is told to the MDS lead at the step that says so, by a mail about who holds it', async () => {
    const submissionId = await high();
    clock.advance(minutes(30));
    await tell(submissionId);
    const toLead = (await queuedJobs(db)).filter(({ data }) => data.kind === 'high-held');
    expect(
      toLead.map(({ data }) => [addressOf.get(String(data.accountId) as Id<'Account'>), data.submissionId]),
    ).toEqual([['mds.lead@police.example', submissionId]]);
  });
});

describe('once somebody has claimed it', () => {
  it('nothing more is told, of it or of what is not High or has ended', async () => {
    const claimed = await high();
    await performAction(fib, { submissionId: claimed, action: 'claim', comment: '', expectedVersion: null });
    const low = await submitted(reporter);
    const ended = await high();
    await unguarded(database.pool, `UPDATE submission SET status = 'closed' WHERE id = $1`, [ended]);
    clock.advance(minutes(300));
    await clearJobs(db);
    for (const submissionId of [claimed, low, ended, newId<'Submission'>()]) await tell(submissionId);
    expect(await queuedJobs(db)).toEqual([]);
    for (const submissionId of [claimed, low, ended]) expect(await stepsTaken(submissionId)).toEqual([]);
  });

  it('and put it down again, a new wait begins with the duty list', async () => {
    const submissionId = await high();
    await tell(submissionId);
    clock.advance(minutes(16));
    await tell(submissionId);
    await performAction(fib, { submissionId, action: 'claim', comment: '', expectedVersion: null });
    clock.advance(minutes(100));
    await performAction(fib, {
      submissionId,
      action: 'release',
      comment: 'My shift ends',
      expectedVersion: null,
    });
    await clearJobs(db);
    await tell(submissionId);
    expect(await mailsWaiting()).toEqual([['duty_officer', 'fib.officer@police.example']]);
    clock.advance(minutes(14));
    await tell(submissionId);
    expect(await stepsTaken(submissionId)).toEqual(['duty-list', 'duty-list', 'duty-list-again']);
  });

  it('the MDS lead hears who, without content', async () => {
    const submissionId = await high();
    await performAction(fib, { submissionId, action: 'claim', comment: '', expectedVersion: null });
    await workOff(db, handlers);
    const [message] = await captured.list(1);
    expect(message).toMatchObject({
      to: 'mds.lead@police.example',
      subject: 'A High submission: who holds it',
    });
    expect(message?.text).toContain('It is held by Frankie Example.');
  });
});

describe('from the report to the mail and the gateway', () => {
  it('runs by itself, carries counts only, and calls the gateway with its token', async () => {
    const before = new Set((await captured.list()).map(({ id }) => id));
    const submissionId = await submitted(reporter, {
      danger: 'soon',
      whatIsKnown: 'A marzipan van at the house',
    });
    clock.advance(minutes(3));
    const done = await workOff(db, handlers);
    expect(done.sort()).toEqual(['call-alert', 'send-high-mail', 'send-mail', 'tell-high']);
    const sent = (await captured.list()).filter(({ id }) => !before.has(id));
    const mail = sent.find(({ to }) => to === 'fib.officer@police.example');
    expect(mail?.text).toContain('1 submission with priority High waits to be claimed.');
    expect(mail?.text).toContain('The oldest has waited 3 minutes.');
    const { reference } = await db.submission.findUniqueOrThrow({ where: { id: submissionId } });
    for (const message of sent)
      expectNoContent(message, message.to === 'robin@harbour-trust.example' ? [] : [reference, submissionId]);
    expect(gateway.calls).toEqual([
      {
        authorization: 'Bearer gateway-token',
        body: { kind: 'high_waiting', step: 'duty-list', waiting: 1 },
      },
    ]);
    const called = await db.auditEvent.findFirst({
      where: { type: 'high.alert_called', subjectId: submissionId },
    });
    expect(called?.data).toEqual({ step: 'duty-list' });
  });

  it('fails loudly while the gateway refuses the call, so that the job tries again, and is recorded once it goes through', async () => {
    const submissionId = await high();
    const noticeId = await stepOf(submissionId);
    const call = () => handlers['call-alert']({ submissionId, step: 'duty-list', noticeId });
    gateway.answers = 503;
    await expect(call()).rejects.toThrow('The alert address answered 503');
    expect(await db.auditEvent.count({ where: { type: 'high.alert_called', subjectId: submissionId } })).toBe(
      0,
    );
    gateway.answers = 200;
    await call();
    expect(await db.auditEvent.count({ where: { type: 'high.alert_called', subjectId: submissionId } })).toBe(
      1,
    );
  });

  it('calls nobody once nothing waits any more', async () => {
    const submissionId = await high();
    const noticeId = await stepOf(submissionId);
    await performAction(fib, { submissionId, action: 'claim', comment: '', expectedVersion: null });
    await callHighAlert(job, () => Promise.reject(new Error('nobody should be called')), {
      submissionId,
      step: 'deputy',
      noticeId,
    });
    const sent = (await captured.list()).length;
    await sendHighMail(
      job,
      {
        mailer: captured,
        force: 'Invented Constabulary',
        portalUrl: 'https://portal.example',
        addressOf: placeAddress,
      },
      { accountId: fib.actor.accountId, position: 'duty_officer', submissionId, noticeId },
    );
    expect(await captured.list()).toHaveLength(sent);
  });

  it('sends no call where the force has no gateway', async () => {
    const submissionId = await high();
    await tellHigh(job, { ...settings, alertConfigured: false }, { submissionId });
    expect((await queuedJobs(db)).map(({ name }) => name)).toEqual(['send-high-mail']);
  });

  it('fails loudly when a mail is not taken, an address refused for good included: the duty list has a hole then', async () => {
    const submissionId = await high();
    const failing = (permanent: boolean) => ({
      mailer: { send: () => Promise.reject(new MailNotSent('E', permanent)), close: () => undefined },
      force: 'Invented Constabulary',
      portalUrl: 'https://portal.example',
      addressOf: placeAddress,
    });
    const noticeId = await stepOf(submissionId);
    const data = {
      accountId: fib.actor.accountId,
      position: 'duty_officer',
      submissionId,
      noticeId,
    } as const;
    await expect(sendHighMail(job, failing(false), data)).rejects.toBeInstanceOf(MailNotSent);
    await expect(sendHighMail(job, failing(true), data)).rejects.toBeInstanceOf(MailNotSent);
  });
});

describe('the sweep', () => {
  it('has each waiting High submission looked at, and no other', async () => {
    const [one, two, claimed] = [await high(), await high(), await high()];
    await performAction(fib, {
      submissionId: claimed,
      action: 'claim',
      comment: '',
      expectedVersion: null,
    });
    await submitted(reporter);
    await clearJobs(db);
    await sweepHigh(job);
    expect((await queuedJobs(db)).map(({ name, data }) => [name, data.submissionId]).sort()).toEqual(
      [
        ['tell-high', one],
        ['tell-high', two],
      ].sort(),
    );
  });

  it('leaves none out, however many wait', async () => {
    await copySubmission(database, await high(), 449);
    await sweepHigh(job);
    expect(new Set((await queuedJobs(db)).map(({ data }) => data.submissionId)).size).toBe(450);
  });
});

describe('a step of which nothing is left but that it was taken', () => {
  it('is told again by the sweep once its jobs are gone, and not while one is left or once somebody took a message', async () => {
    const submissionId = await high();
    await tell(submissionId);
    await clearJobs(db);
    clock.advance(minutes(1));
    await tell(submissionId);
    expect(await mailsWaiting()).toEqual([]);
    clock.advance(minutes(1));
    await sweepHigh(job);
    await workOff(db, { ...handlers, 'send-high-mail': keep, 'call-alert': keep });
    expect(kept.splice(0)).toHaveLength(2);
    await tell(submissionId);
    expect((await queuedJobs(db)).map(({ name }) => name).sort()).toEqual(['call-alert', 'send-high-mail']);
    await tell(submissionId);
    expect(await queuedJobs(db)).toHaveLength(2);
    await workOff(db, handlers);
    clock.advance(minutes(5));
    await tell(submissionId);
    expect(await queuedJobs(db)).toEqual([]);
    expect(await stepsTaken(submissionId)).toEqual(['duty-list']);
  });

  const kept: unknown[] = [];
  const keep = (data: unknown) => Promise.resolve(void kept.push(data));
});

describe('the health check for urgent work', () => {
  const health = () => urgentHealth(db, clock.now());

  it('fails once no step reached anybody for ten minutes, by mail or by the alert address', async () => {
    const submissionId = await high();
    await tell(submissionId);
    gateway.answers = 503;
    clock.advance(minutes(10) - 1);
    expect(await health()).toMatchObject({ status: 'ok', undelivered: 0 });
    clock.advance(1);
    expect(await health()).toMatchObject({ status: 'overdue', undelivered: 1, overdue: 0 });
    await handlers['send-high-mail']({
      accountId: fib.actor.accountId,
      position: 'duty_officer',
      submissionId,
      noticeId: (await db.highNotice.findFirstOrThrow({ where: { submissionId } })).id,
    });
    expect(await health()).toMatchObject({ status: 'ok', undelivered: 0 });
  });

  it('fails again where a later step reached nobody although the first did', async () => {
    const submissionId = await high();
    await tell(submissionId);
    await workOff(db, handlers);
    clock.advance(minutes(15));
    await tell(submissionId);
    expect(await health()).toMatchObject({ undelivered: 0 });
    clock.advance(minutes(10));
    expect(await health()).toMatchObject({ undelivered: 1 });
    await workOff(db, handlers);
    expect(await health()).toMatchObject({ undelivered: 0 });
  });

  it('fails where no step was taken at all, because no job runs', async () => {
    await high();
    clock.advance(minutes(10));
    expect(await health()).toMatchObject({ status: 'overdue', undelivered: 1 });
  });

  it('fails where nothing of a new wait reached anybody, whatever of an earlier one did', async () => {
    const submissionId = await high();
    await tell(submissionId);
    await workOff(db, handlers);
    const act = { submissionId, comment: 'My shift ends', expectedVersion: null };
    await performAction(fib, { ...act, action: 'claim' });
    clock.advance(minutes(1));
    await performAction(fib, { ...act, action: 'release' });
    clock.advance(minutes(10));
    expect(await health()).toMatchObject({ undelivered: 1 });
  });

  it('counts what nobody claimed in its time, until somebody does', async () => {
    const submissionId = await high();
    expect(await urgentOverdue(db, clock.now())).toBe(0);
    clock.advance(minutes(60));
    expect(await urgentOverdue(db, clock.now())).toBe(0);
    clock.advance(1);
    expect(await urgentOverdue(db, clock.now())).toBe(1);
    await performAction(fib, { submissionId, action: 'claim', comment: '', expectedVersion: null });
    expect(await urgentOverdue(db, clock.now())).toBe(0);
    await performAction(fib, {
      submissionId,
      action: 'release',
      comment: 'My shift ends',
      expectedVersion: null,
    });
    expect(await urgentOverdue(db, clock.now())).toBe(1);
  });

  it('does not count what is not High', async () => {
    await submitted(await makeCtx(database, { email: 'robin@harbour-trust.example', clock }));
    clock.advance(minutes(100_000));
    expect(await urgentOverdue(db, clock.now())).toBe(0);
  });
});

function expectNoContent(message: CapturedMessage, more: string[]): void {
  const words = `${message.subject}\n${message.text}\n${message.html}`;
  for (const secret of ['marzipan', 'B11', 'Harbour', 'Robin', 'BX??ABC', ...more])
    expect([message.to, secret, words.includes(secret)]).toEqual([message.to, secret, false]);
}
