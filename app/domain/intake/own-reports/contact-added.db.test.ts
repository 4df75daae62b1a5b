import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../kernel/context.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid } from '../../kernel/failures.ts';
import { openWays, reportPlace } from '../../people/contact/sealed-ways.ts';
import { changeOwnContact } from '../../people/contact/change-own-contact.server.ts';
import { performAction } from '../../triage/actions/perform-action.server.ts';
import type { WrittenContact } from '../submitting/contact-for-report.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { addSupplement } from './add-supplement.server.ts';
import { openOwnReport } from './open-own-report.server.ts';
import { reply } from './reply.server.ts';

const database = await testDatabase();
const { db } = database;
let people: Record<Who, Ctx>;
beforeAll(async () => {
  people = await officers(database, fixedClock(testNow));
  await db.account.update({
    where: { id: people.reporter.actor.accountId },
    data: { contactSealed: null },
  });
});

const blank: WrittenContact = {
  contactTelephone: '',
  contactSafeTimes: '',
  contactAnotherWay: '',
  noSafeNumber: false,
};
const telephone = '07700 900123';
const add = (submissionId: Id<'Submission'>, contact: Partial<WrittenContact> = {}, danger = 'now') =>
  addSupplement(people.reporter, {
    submissionId,
    supplementId: randomUUID(),
    text: 'They are moved tonight.',
    knownHow: 'told',
    danger,
    contact: { ...blank, ...contact },
    warned: false,
  });
const recordOf = (submissionId: Id<'Submission'>) => db.contactRecord.findUnique({ where: { submissionId } });
const kept = async (submissionId: Id<'Submission'>) => {
  const row = await recordOf(submissionId);
  return row?.sealed ? openWays(people.reporter.keyring, row.sealed, reportPlace(submissionId)) : null;
};
const priorityOf = async (id: Id<'Submission'>) =>
  (await db.submission.findUniqueOrThrow({ where: { id } })).priority;

describe('danger that is added to a report that came with no way to reach its sender', () => {
  it('asks for one, and keeps it with the report', async () => {
    const id = await submitted(people.reporter);
    expect(await recordOf(id)).toBeNull();
    expect(await add(id).catch((failure: unknown) => failure)).toMatchObject({
      fieldErrors: { contactTelephone: expect.stringContaining('no safe number') as string },
    });
    await add(id, { contactTelephone: telephone });
    expect(await kept(id)).toMatchObject({ telephone });
    expect(await priorityOf(id)).toBe('high');
    expect((await openOwnReport(people.reporter, { submissionId: id })).contact).toBeNull();
    const sealed = await db.auditEvent.findMany({
      where: { subjectId: id, type: 'contact_record.sealed' },
    });
    expect(sealed).toMatchObject([{ data: { telephone: true, safeTimes: false, anotherWay: false } }]);
    // It says now how they are reached: nothing is asked again.
    await add(id);
  });

  it('is sent by the button that says that there is no safe number, whatever stands in the field', async () => {
    const id = await submitted(people.reporter);
    await add(id, { contactTelephone: 'none', noSafeNumber: true });
    expect(await recordOf(id)).toMatchObject({ sealed: null, telephone: false });
    expect(await priorityOf(id)).toBe('high');
  });

  it('is what asks: without it nothing is held back, except for a number that is none', async () => {
    const id = await submitted(people.reporter);
    await add(id, {}, 'no');
    expect(await recordOf(id)).toBeNull();
    await expect(add(id, { contactTelephone: 'none' }, 'no')).rejects.toThrow(Invalid);
  });

  it('asks in the answer to a question as well', async () => {
    const id = await submitted(people.reporter);
    const act = { submissionId: id, comment: 'Which van?', expectedVersion: null };
    await performAction(people.fib, { ...act, action: 'claim' });
    await performAction(people.fib, { ...act, action: 'ask_partner' });
    const answer = { submissionId: id, replyId: randomUUID(), comment: 'The blue one.', danger: 'soon' };
    await expect(reply(people.reporter, { ...answer, contact: blank })).rejects.toThrow(Invalid);
    await reply(people.reporter, { ...answer, contact: { ...blank, contactAnotherWay: 'Ask for Kim.' } });
    expect(await kept(id)).toMatchObject({ anotherWay: 'Ask for Kim.' });
  });

  it('is filled from the account of whoever sent it', async () => {
    const id = await submitted(people.reporter);
    const ways = { contactTelephone: telephone, contactSafeTimes: '', contactAnotherWay: '' };
    await changeOwnContact(people.reporter, ways);
    expect((await openOwnReport(people.reporter, { submissionId: id })).contact).toMatchObject({
      asks: true,
      ways: { telephone },
    });
  });
});
