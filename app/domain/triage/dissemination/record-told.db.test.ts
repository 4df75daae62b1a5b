import { beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { fixedClock, type Clock } from '#app/platform/clock.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { enteredForPartner } from '#tests/factories/for-partner.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { addPeople, people } from '#tests/factories/people.ts';
import { submitted } from '#tests/factories/submitted.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid, NotFound } from '../../kernel/failures.ts';
import { ownOrganisation } from '../../desks/own-organisation.server.ts';
import { openOwnReport } from '../../intake/own-reports/open-own-report.server.ts';
import { performAction } from '../actions/perform-action.server.ts';
import { openSubmission } from '../../desks/open-submission.server.ts';
import { messagesToTell, recordTold } from './record-told.server.ts';

const database = await testDatabase();
const { db } = database;
await addPeople(db);
const clock = fixedClock(testNow);
let by: Record<Who, Ctx>;
beforeAll(async () => {
  by = await officers(database, clock);
});

const at = (minutes: number): Clock => fixedClock(new Date(testNow.getTime() + minutes * 60_000));
const day = (written: string) => {
  const [date = '', month = '', year = ''] = written.split(' ');
  return { day: date, month, year };
};
const told = { to: 'lead', how: 'telephone', on: day('18 1 2016'), shownCount: 1 };

/** Telephoned by somebody without an account; FIB has asked a question about it. */
async function asked(): Promise<Id<'Submission'>> {
  const submissionId = await enteredForPartner(by.fib, { email: null });
  await performAction(by.fib, { submissionId, action: 'claim', comment: '', expectedVersion: null });
  await performAction(by.fib, {
    action: 'ask_partner',
    submissionId,
    comment: 'Which day was it?',
    expectedVersion: null,
  });
  return submissionId;
}

async function opened(submissionId: Id<'Submission'>) {
  const whole = await openSubmission(by.fib, { submissionId });
  if (whole.view !== 'whole') throw new Error('The officer reads it');
  return whole;
}

const agree = (agreementCover: boolean) =>
  db.organisation.update({
    where: { id: by.reporter.actor.organisationId ?? '' },
    data: { agreementCover },
  });

describe('the answer to a report of somebody without an account', () => {
  it('has to be told, until an officer records that it was: whom by their part, how and when', async () => {
    const submissionId = await asked();
    expect((await opened(submissionId)).toTell).toBe(1);
    expect(await messagesToTell(by.fib, { submissionId })).toMatchObject({
      messages: [{ text: 'Which day was it?' }],
      shownCount: 1,
    });
    await recordTold(by.fib, { submissionId, ...told });
    const after = await opened(submissionId);
    expect(after.toTell).toBe(0);
    expect(after.history.find(({ action }) => action === 'tell_partner')).toMatchObject({
      by: by.fib.actor.displayName,
      data: { to: 'lead', how: 'telephone', on: '2016-01-18' },
    });
    const events = await db.auditEvent.findMany({ where: { type: 'partner.told', subjectId: submissionId } });
    expect(events.map(({ actorId, data }) => [actorId, data])).toEqual([
      [by.fib.actor.accountId, { to: 'lead', how: 'telephone', on: '2016-01-18' }],
    ]);
    await expect(recordTold(by.fib, { submissionId, ...told })).rejects.toBeInstanceOf(Conflict);
  });

  it('has to be told again once more was written', async () => {
    const submissionId = await asked();
    await recordTold(by.fib, { submissionId, ...told });
    const later = { ...by.fib, clock: at(5) };
    await performAction(later, {
      submissionId,
      action: 'stop_waiting',
      comment: 'They rang.',
      expectedVersion: null,
    });
    await performAction(later, {
      action: 'ask_partner',
      submissionId,
      comment: 'Which van was it?',
      expectedVersion: null,
    });
    expect((await opened(submissionId)).toTell).toBe(1);
    await expect(recordTold(later, { submissionId, ...told })).rejects.toThrow('More was written');
    await recordTold(later, { submissionId, ...told, shownCount: 2 });
    expect((await opened(submissionId)).toTell).toBe(0);
  });

  it('needs to say whom, how and a day between the message and today', async () => {
    const submissionId = await asked();
    const errors = async (change: object) =>
      recordTold(by.fib, { submissionId, ...told, ...change }).then(
        () => null,
        (failure: unknown) => (failure instanceof Invalid ? failure.fieldErrors : failure),
      );
    expect(await errors({ to: 'Zebedee', how: '__proto__', on: day('') })).toEqual({
      to: 'Select whom you told',
      how: 'Select how you told them',
      on: 'Enter when you told them',
    });
    expect(await errors({ on: day('31 2 2016') })).toHaveProperty('on');
    expect(await errors({ on: day('19 1 2016') })).toEqual({
      on: 'When you told them must be today or in the past',
    });
    expect(await errors({ on: day('17 1 2016') })).toEqual({
      on: 'When you told them cannot be before the message was written',
    });
    expect((await opened(submissionId)).toTell).toBe(1);
  });

  it('is recorded by those who read the report, and not where whoever made it reads it themself', async () => {
    const submissionId = await asked();
    for (const other of [by.spocCoventry, by.areaLead, by.reporter])
      await expect(recordTold(other, { submissionId, ...told })).rejects.toBeInstanceOf(NotFound);
    const ofReporter = await submitted(by.reporter);
    await expect(messagesToTell(by.fib, { submissionId: ofReporter })).rejects.toThrow('has an account');
    const nothing = await enteredForPartner(by.fib, { email: null });
    await expect(messagesToTell(by.fib, { submissionId: nothing })).rejects.toThrow('nothing to tell');
  });
});

describe('who else of the organisation sees such a report', () => {
  it('is its leads, who know that it is there; or, where the agreement says so, leads and reporters, who read it', async () => {
    const submissionId = await asked();
    const lead = await makeCtx(database, { email: people.lead, clock });
    const { facts } = await opened(submissionId);
    expect(facts.insteadOfSender?.read).toEqual([]);
    expect(facts.insteadOfSender?.know).toContain(lead.actor.displayName);
    expect(facts.insteadOfSender?.know).not.toContain(by.reporter.actor.displayName);
    await expect(openOwnReport(lead, { submissionId })).rejects.toBeInstanceOf(NotFound);
    expect(await ownOrganisation(lead, { before: null })).toMatchObject({ covers: false });

    await agree(true);
    const { read, know } = (await opened(submissionId)).facts.insteadOfSender ?? { read: [], know: [] };
    expect(know).toEqual([]);
    expect(read).toEqual(expect.arrayContaining([lead.actor.displayName, by.reporter.actor.displayName]));
    expect(await openOwnReport(lead, { submissionId })).toMatchObject({
      mayAdd: false,
      listed: 'organisation',
      actions: ['partner_replies'],
    });
    const { sent } = await ownOrganisation(lead, { before: null });
    expect(sent.map(({ id }) => id)).toContain(submissionId);
    await agree(false);
    expect((await ownOrganisation(lead, { before: null })).sent.map(({ id }) => id)).not.toContain(
      submissionId,
    );
  });

  it('is nobody where the organisation has no account', async () => {
    const submissionId = await asked();
    const { organisationId } = by.reporter.actor;
    await db.account.updateMany({ where: { organisationId }, data: { status: 'suspended' } });
    expect((await opened(submissionId)).facts.insteadOfSender).toEqual({ read: [], know: [] });
    await db.account.updateMany({ where: { organisationId }, data: { status: 'active' } });
    expect((await opened(await submitted(by.reporter))).facts.insteadOfSender).toBeNull();
  });
});
