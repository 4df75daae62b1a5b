import { describe, expect, it } from 'vitest';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { Forbidden, Invalid, NotFound } from '#app/domain/kernel/failures.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { open, UnsealError } from '#app/platform/crypto/envelope.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { writtenForPartner } from '#tests/factories/for-partner.ts';
import { minimalPosts } from '#tests/factories/form-answers.ts';
import { officers } from '#tests/factories/officers.ts';
import { writtenDraft } from '#tests/factories/written-draft.ts';
import { openContactPlan } from '../connections/contact-plan/open-contact-plan.server.ts';
import { openSubmission } from '../desks/open-submission.server.ts';
import type { WrittenContact } from '../intake/submitting/contact-for-report.server.ts';
import { submit } from '../intake/submitting/submit.server.ts';
import { changeOwnContact } from '../people/contact/change-own-contact.server.ts';
import { openOwnAccount } from '../people/contact/open-own-account.server.ts';
import { accountPlace, reportPlace } from '../people/contact/sealed-ways.ts';
import { performAction } from '../triage/actions/perform-action.server.ts';
import { contactClosed, readContact } from './read-contact.server.ts';

const database = await testDatabase();
const { db } = database;
const { reporter, fib, fibTwo, spocEast, areaLead } = await officers(database, fixedClock(testNow));
const { declaration, danger } = minimalPosts;

const own = {
  contactTelephone: '0121 496 0123',
  contactSafeTimes: 'Before noon',
  contactAnotherWay: 'The night desk',
};
const blank: WrittenContact = {
  contactTelephone: '',
  contactSafeTimes: '',
  contactAnotherWay: '',
  noSafeNumber: false,
};
const inDanger = { danger: { ...danger, danger: 'soon' } };

async function sent(
  ctx: Ctx,
  contact?: Partial<WrittenContact>,
  posts: Parameters<typeof writtenDraft>[1] = {},
): Promise<Id<'Submission'>> {
  const draftId = await writtenDraft(ctx, posts);
  const given = contact && { contact: { ...blank, ...contact } };
  const sending = { ...declaration, ...posts['declaration'] };
  return (await submit(ctx, { draftId, declaration: sending, ...given })).submissionId;
}
const claim = (ctx: Ctx, submissionId: Id<'Submission'>) =>
  performAction(ctx, { submissionId, action: 'claim', comment: '', expectedVersion: null });
const recordOf = (submissionId: Id<'Submission'>) => db.contactRecord.findUnique({ where: { submissionId } });
const eventsOf = (subjectId: string, type: string) => db.auditEvent.findMany({ where: { subjectId, type } });

describe('how somebody is reached', () => {
  it('stands in their own account, sealed, and the trail says only which parts there are', async () => {
    await expect(changeOwnContact(reporter, { ...own, contactTelephone: 'ask me' })).rejects.toBeInstanceOf(
      Invalid,
    );
    await changeOwnContact(reporter, { ...own, sharingLimit: 'no_limit', callFirst: 'no' });
    expect(await openOwnAccount(reporter)).toMatchObject({
      displayName: 'Robin Example',
      wishes: { sharingLimit: 'no_limit', callFirst: false },
      ways: { telephone: '0121 496 0123', safeTimes: 'Before noon', anotherWay: 'The night desk' },
    });
    const { accountId } = reporter.actor;
    const { contactSealed } = await db.account.findUniqueOrThrow({ where: { id: accountId } });
    const sealed = contactSealed ?? new Uint8Array();
    expect(open(reporter.keyring, sealed, accountPlace(accountId))).toContain('night desk');
    expect(() => open(reporter.keyring, sealed, accountPlace(fib.actor.accountId))).toThrow(UnsealError);
    const [event] = await eventsOf(accountId, 'account.contact_changed');
    expect(event?.data).toEqual({
      telephone: true,
      safeTimes: true,
      anotherWay: true,
      sharingLimit: 'no_limit',
      callFirst: false,
    });
  });

  it('goes with a report as the account has it, and stays with it whatever the account says later', async () => {
    await changeOwnContact(reporter, own);
    const id = await sent(reporter);
    await changeOwnContact(reporter, { ...own, contactTelephone: '0121 496 0199' });
    await claim(fib, id);
    expect(await readContact(fib, { submissionId: id })).toMatchObject({ telephone: '0121 496 0123' });
    expect(await eventsOf(id, 'contact_record.read')).toMatchObject([{ actorId: fib.actor.accountId }]);
    expect(await eventsOf(id, 'contact_record.sealed')).toMatchObject([{ data: { telephone: true } }]);
  });

  it('is changed for one report without touching the account', async () => {
    await changeOwnContact(reporter, own);
    const id = await sent(reporter, { contactTelephone: '07700 900555' });
    await claim(fib, id);
    expect(await readContact(fib, { submissionId: id })).toEqual({
      telephone: '07700 900555',
      safeTimes: '',
      anotherWay: '',
    });
    expect((await openOwnAccount(reporter)).ways.telephone).toBe('0121 496 0123');
  });

  it('says on the officer’s pages only that there is one, and cannot be rewritten', async () => {
    const id = await sent(reporter, { contactTelephone: '07700 900555', contactSafeTimes: 'Sundays' });
    await claim(fib, id);
    const given = { telephone: true, safeTimes: true, anotherWay: false, none: false };
    const opened = await openSubmission(fib, { submissionId: id });
    expect(opened).toMatchObject({ contact: { sender: given }, mayReadSender: true });
    expect(await openContactPlan(fib, { submissionId: id })).toMatchObject({
      contact: { sender: given },
      mayReadSender: true,
    });
    expect(JSON.stringify(opened)).not.toMatch(/900555|Sundays/);
    const record = await recordOf(id);
    expect(open(fib.keyring, record?.sealed ?? new Uint8Array(), reportPlace(id))).toContain('900555');
    await expect(db.contactRecord.deleteMany({ where: { submissionId: id } })).rejects.toThrow();
  });

  it('is opened by whoever holds the submission, by the duty list while nobody does, and by nobody else', async () => {
    const id = await sent(reporter, { contactTelephone: '07700 900555' }, inDanger);
    const press = (ctx: Ctx) => readContact(ctx, { submissionId: id });
    await db.dutyListEntry.deleteMany({
      where: { accountId: { in: [fib, fibTwo].map((one) => one.actor.accountId) } },
    });
    await expect(press(fib)).rejects.toBeInstanceOf(Forbidden);
    await db.dutyListEntry.create({
      data: {
        id: crypto.randomUUID(),
        accountId: fibTwo.actor.accountId,
        position: 'duty_officer',
        validFrom: new Date('2016-01-01T00:00:00Z'),
      },
    });
    expect(await press(fibTwo)).toMatchObject({ telephone: '07700 900555' });
    await claim(fib, id);
    await expect(press(fibTwo)).rejects.toBeInstanceOf(Forbidden);
    expect(await press(fib)).toMatchObject({ telephone: '07700 900555' });
    for (const ctx of [spocEast, areaLead, reporter]) {
      await expect(press(ctx)).rejects.toBeInstanceOf(NotFound);
      await expect(contactClosed(ctx, { submissionId: id })).rejects.toBeInstanceOf(NotFound);
    }
    expect(await eventsOf(id, 'contact_record.read')).toHaveLength(2);
  });
});

describe('where somebody is in danger, or the partner wants to be called first', () => {
  const asked = {
    danger: inDanger,
    'call first': { declaration: { ringBeforeActing: 'yes' } },
  };

  it.each(Object.entries(asked))('%s: a way is asked for, and another way is one', async (_, posts) => {
    await changeOwnContact(reporter, { ...blank, contactSafeTimes: 'Mornings' });
    const missing = {
      fieldErrors: { contactTelephone: expect.stringContaining('no safe number') as string },
    };
    await expect(sent(reporter, undefined, posts)).rejects.toMatchObject(missing);
    await expect(sent(reporter, { contactSafeTimes: 'Mornings' }, posts)).rejects.toMatchObject(missing);
    const id = await sent(reporter, { contactAnotherWay: 'Ask for Pat' }, posts);
    expect(await recordOf(id)).toMatchObject({ telephone: false, anotherWay: true });
  });

  it('one press sends without a number, and keeps it from the police whatever stood in the field', async () => {
    const id = await sent(reporter, { noSafeNumber: true }, inDanger);
    expect(await recordOf(id)).toMatchObject({ sealed: null, telephone: false });
    await claim(fib, id);
    expect(await openSubmission(fib, { submissionId: id })).toMatchObject({
      contact: { sender: { none: true } },
    });
    await expect(readContact(fib, { submissionId: id })).rejects.toBeInstanceOf(NotFound);
    const typed = { contactTelephone: 'not a number', contactAnotherWay: 'Ask for Pat' };
    const other = await sent(reporter, { ...typed, noSafeNumber: true }, inDanger);
    expect(await recordOf(other)).toMatchObject({ telephone: false, anotherWay: true });
  });

  it('is not asked for anywhere else: without a way nothing is kept', async () => {
    expect(await recordOf(await sent(reporter, {}))).toBeNull();
  });

  it('an officer who enters a report and leaves it blank takes it from the account of who made it', async () => {
    await changeOwnContact(reporter, own);
    const draftId = await writtenForPartner(fib, { posts: inDanger });
    const { submissionId } = await submit(fib, { draftId, declaration, contact: blank });
    await claim(fib, submissionId);
    expect(await readContact(fib, { submissionId })).toMatchObject({ anotherWay: 'The night desk' });
  });
});
