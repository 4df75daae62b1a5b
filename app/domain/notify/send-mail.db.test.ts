import { newId } from '#app/domain/kernel/id.ts';
import { describe, expect, it } from 'vitest';
import { addressOf } from '#tests/factories/address-of.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { MailNotSent } from '#app/platform/mail/mailer.ts';
import type { Message } from '#app/platform/mail/message.ts';
import { sendMail } from './send-mail.server.ts';

const database = await testDatabase();
const clock = fixedClock(testNow);
const realTime = fixedClock(new Date('2026-02-03T10:00:00Z'));
const job = makeSystemCtx(database, { clock, realTime });
const { reporter, mdsLead } = await officers(database, clock);
const submissionId = await submitted(reporter, { whatIsKnown: 'A marzipan van at the house' });
const { reference } = await database.db.submission.findUniqueOrThrow({ where: { id: submissionId } });
const { accountId } = reporter.actor;

async function sent(data: Parameters<typeof sendMail>[2], failure?: MailNotSent): Promise<Message[]> {
  const messages: Message[] = [];
  const send = (message: Message) => {
    messages.push(message);
    return failure ? Promise.reject(failure) : Promise.resolve();
  };
  await sendMail(
    job,
    {
      mailer: { send, close: () => undefined },
      force: 'Invented Constabulary',
      portalUrl: 'https://portal.example',
      addressOf,
    },
    data,
  );
  return messages;
}

describe('a mail', () => {
  it.each([
    ['received', `https://portal.example/reports/${submissionId}`],
    ['answer-waiting', `https://portal.example/reports/${submissionId}`],
    ['high-held', 'https://portal.example/high'],
    ['account-locked', 'https://portal.example/sign-in'],
  ] as const)(
    'of the kind %s says that something waits in the portal and carries no content',
    async (kind, address) => {
      const to = kind === 'high-held' ? mdsLead.actor.accountId : accountId;
      const [message, ...others] = await sent({ kind, accountId: to, submissionId });
      expect(others).toEqual([]);
      expect(message?.to).toBe(
        kind === 'high-held' ? 'mds.lead@police.example' : 'robin@harbour-trust.example',
      );
      const words = `${message?.subject}\n${message?.text}\n${message?.html}`;
      expect(words).toContain(address);
      expect(words).not.toMatch(/marzipan|B11|BX\?\?ABC|Robin|Harbour/);
      expect(words.includes(reference)).toBe(kind === 'received' || kind === 'answer-waiting');
    },
  );

  it.each([
    ['fib-replied', 'https://portal.example/queues'],
    ['fib-replied-to-lead', 'https://portal.example/significant'],
  ] as const)('of the kind %s leads its recipient to where the item is', async (kind, address) => {
    const [message] = await sent({ kind, accountId: mdsLead.actor.accountId });
    expect(message?.text).toContain(address);
  });

  it('tells the owner of an account when and with what somebody signed in, and leads to where to sign it out', async () => {
    const at = new Date('2026-02-03T10:00:00Z');
    const [sessionId, tokenHash] = [newId(), Uint8Array.of(1)];
    const times = { createdAt: at, lastSeenAt: at, idleExpiresAt: at, absoluteExpiresAt: at };
    await database.db.session.create({
      data: { id: sessionId, tokenHash, accountId, ...times, browser: 'Edge', operatingSystem: 'Windows' },
    });
    const [message] = await sent({ kind: 'new-device', accountId, sessionId });
    expect(message?.text).toContain('on 3 February 2026 at 10:00am, with Edge on Windows.');
    expect(message?.text).toContain('https://portal.example/account/sessions');
    expect(await sent({ kind: 'new-device', accountId, sessionId: newId() })).toEqual([]);
  });

  it('is not sent to an account that is gone or not active, nor about a submission that is not there', async () => {
    expect(await sent({ kind: 'received', accountId: newId(), submissionId })).toEqual([]);
    expect(await sent({ kind: 'received', accountId, submissionId: newId() })).toEqual([]);
    expect(await sent({ kind: 'received', accountId })).toEqual([]);
    await database.db.account.update({ where: { id: accountId }, data: { status: 'suspended' } });
    expect(await sent({ kind: 'received', accountId, submissionId })).toEqual([]);
    await database.db.account.update({ where: { id: accountId }, data: { status: 'active' } });
  });

  it('is tried again when it is not taken, and dropped when its address is refused for good', async () => {
    await expect(
      sent({ kind: 'received', accountId, submissionId }, new MailNotSent('ECONNECTION', false)),
    ).rejects.toBeInstanceOf(MailNotSent);
    await expect(
      sent({ kind: 'received', accountId, submissionId }, new MailNotSent('EENVELOPE', true)),
    ).resolves.toHaveLength(1);
  });
});
