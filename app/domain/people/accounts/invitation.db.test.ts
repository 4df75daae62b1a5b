import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { addressOf } from '#tests/factories/address-of.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { shownAccount } from '#tests/factories/shown-account.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { makePublicCtx, makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { columnsWith } from '#tests/factories/stored-text.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { setAccountStatus } from '../../admin/set-account-status.server.ts';
import { hashToken } from '#app/platform/crypto/token.ts';
import { capturedMailer } from '#app/platform/mail/captured-mailer.ts';
import { MailNotSent, type Mailer } from '#app/platform/mail/mailer.ts';
import { Invalid, NotFound, RateLimited } from '../../kernel/failures.ts';
import { acceptInvitation, openInvitation } from './accept-invitation.server.ts';
import { invite } from './invite.server.ts';
import { sendInvitation } from './send-invitation.server.ts';
import { signIn } from './sign-in.server.ts';

const database = await testDatabase();
const { db, pool } = database;
const start = new Date('2026-02-03T10:00:00Z');
const clock = fixedClock(start);
const ctx = makePublicCtx(database, { realTime: clock });
const job = makeSystemCtx(database, { realTime: clock });
const administrator = await makeCtx(database, { email: 'administrator@police.example', realTime: clock });
const { id: harbour } = await db.organisation.findFirstOrThrow({ where: { name: 'Example Harbour Trust' } });
const days = (count: number) => count * 24 * 60 * 60_000;
const address = '192.0.2.1';
const password = 'five green lanterns';

const dataDirectory = mkdtempSync(join(tmpdir(), 'portal-invitation-'));
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));
const captured = capturedMailer({ dataDirectory, from: 'Portal <portal@force.example>' });
const post = {
  mailer: captured as Mailer,
  force: 'Invented Constabulary',
  portalUrl: 'https://portal.example',
  addressOf,
};

beforeEach(async () => {
  clock.set(start);
  await db.rateLimit.deleteMany();
});

let count = 0;
/** Invites a new reporter and works the job off, as the worker does. Gives the token of the link that was mailed. */
async function invited(): Promise<{ accountId: Id<'Account'>; email: string; token: string }> {
  const email = `new.reporter.${(count += 1)}@harbour-trust.example`;
  const { accountId } = await invite(administrator, {
    email,
    displayName: 'Newly Example',
    side: 'partner',
    organisationId: harbour,
    roles: [{ role: 'reporter', areaId: null }],
  });
  return { accountId, email, token: await mailedTo(accountId, email) };
}

async function mailedTo(accountId: Id<'Account'>, email: string): Promise<string> {
  await sendInvitation(job, post, { accountId, invitedBy: administrator.actor.accountId });
  const newest = (await captured.list()).find((message) => message.to === email);
  return /\/invitation\/([\w-]{43})/.exec(newest?.text ?? '')?.[1] ?? 'no token in the mail';
}

const stateOf = async (token: string) => (await openInvitation(ctx, { token, address })).state;

describe('an invitation', () => {
  it('opens once: it sets the password, makes the account active and is used up', async () => {
    const { email, token, accountId } = await invited();
    expect(await openInvitation(ctx, { token, address })).toEqual({
      state: 'open',
      email,
      displayName: 'Newly Example',
    });
    await expect(
      signIn(ctx, {
        email,
        password,
        sharedComputer: false,
        address,
        previousToken: null,
        device: null,
        userAgent: '',
      }),
    ).rejects.toBeInstanceOf(Invalid);
    await acceptInvitation(ctx, { token, password, address });
    await expect(
      signIn(ctx, {
        email,
        password,
        sharedComputer: false,
        address,
        previousToken: null,
        device: null,
        userAgent: '',
      }),
    ).resolves.toMatchObject({ accountId });
    expect(await stateOf(token)).toBe('accepted');
    await expect(
      acceptInvitation(ctx, { token, password: 'another five lanterns', address }),
    ).rejects.toBeInstanceOf(NotFound);
    await signIn(ctx, {
      email,
      password,
      sharedComputer: false,
      address,
      previousToken: null,
      device: null,
      userAgent: '',
    });
    const event = await db.auditEvent.findFirst({
      where: { type: 'account.password_set', subjectId: accountId },
    });
    expect(event).toMatchObject({ data: { by: 'invitation' }, actorLabel: 'Nobody signed in' });
  });

  it('opens once even when it is sent twice at the same moment', async () => {
    const { token, accountId } = await invited();
    const answers = await Promise.allSettled(
      [1, 2, 3].map((turn) =>
        acceptInvitation(ctx, { token, password: `${turn} green lanterns here`, address }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await db.auditEvent.count({ where: { type: 'account.password_set', subjectId: accountId } })).toBe(
      1,
    );
  });

  it('ends after seven days of real time', async () => {
    const { token } = await invited();
    clock.advance(days(7) - 1);
    expect(await stateOf(token)).toBe('open');
    clock.advance(1);
    expect(await stateOf(token)).toBe('over');
    await expect(acceptInvitation(ctx, { token, password, address })).rejects.toBeInstanceOf(NotFound);
  });

  it('stops working once another is sent', async () => {
    const { accountId, email, token } = await invited();
    const newer = await mailedTo(accountId, email);
    expect(newer).not.toBe(token);
    expect(await stateOf(token)).toBe('over');
    await acceptInvitation(ctx, { token: newer, password, address });
  });

  it('stays open after a password that is refused', async () => {
    const { token, email } = await invited();
    for (const refused of ['short', 'aaaaaaaaaaaaaa', email.split('@')[0]!])
      await expect(acceptInvitation(ctx, { token, password: refused, address })).rejects.toBeInstanceOf(
        Invalid,
      );
    await acceptInvitation(ctx, { token, password, address });
  });

  it('is refused for an account that has been suspended meanwhile', async () => {
    const { token, accountId } = await invited();
    await db.account.update({ where: { id: accountId }, data: { status: 'suspended' } });
    await expect(acceptInvitation(ctx, { token, password, address })).rejects.toBeInstanceOf(NotFound);
    expect((await db.account.findUniqueOrThrow({ where: { id: accountId } })).passwordHash).toBeNull();
  });

  it('cannot be guessed: thirty tries from one network address, then none', async () => {
    const { token } = await invited();
    for (let turn = 0; turn < 30; turn += 1) expect(await stateOf(`guess ${turn}`)).toBe('over');
    await expect(openInvitation(ctx, { token, address })).rejects.toBeInstanceOf(RateLimited);
    await expect(acceptInvitation(ctx, { token, password, address })).rejects.toBeInstanceOf(RateLimited);
    await openInvitation(ctx, { token, address: '192.0.2.2' });
  });

  it('counts nothing for those who open their own, used or not, as a class of new people does at once', async () => {
    const { token } = await invited();
    for (let turn = 0; turn < 31; turn += 1) expect(await stateOf(token)).toBe('open');
    await acceptInvitation(ctx, { token, password, address });
    for (let turn = 0; turn < 31; turn += 1) expect(await stateOf(token)).toBe('accepted');
  });

  it('has its token in the mail only: no column of any table holds it, nor the password set with it', async () => {
    const { token } = await invited();
    const found = await db.invitation.findUniqueOrThrow({ where: { tokenHash: hashToken(token) } });
    expect(found.usedAt).toBeNull();
    expect(await columnsWith(pool, token)).toEqual([]);
    await acceptInvitation(ctx, { token, password: 'zebedee quillfeather nine', address });
    expect(await columnsWith(pool, 'zebedee quillfeather')).toEqual([]);
  });

  it('names neither the person nor the organisation in its mail', async () => {
    const { email } = await invited();
    const message = (await captured.list()).find(({ to }) => to === email);
    expect(`${message?.subject} ${message?.text} ${message?.html}`).not.toMatch(/Newly|harbour/i);
  });

  it('says which force it is from', async () => {
    const { email } = await invited();
    const message = (await captured.list()).find(({ to }) => to === email);
    expect(message?.text).toContain('partner portal of Invented Constabulary');
  });

  it('says that it was withdrawn, and opens nothing', async () => {
    const { accountId, token } = await invited();
    const shown = await shownAccount(db, accountId);
    await setAccountStatus(administrator, { ...shown, to: 'suspended', reason: 'Wrong person' });
    expect(await stateOf(token)).toBe('withdrawn');
    await expect(acceptInvitation(ctx, { token, password, address })).rejects.toBeInstanceOf(NotFound);
  });

  it('is not sent before a second administrator has agreed to roles of the police', async () => {
    const email = 'unagreed@police.example';
    const roles = [{ role: 'fib_officer' as const, areaId: null }];
    const side = { side: 'police', organisationId: null } as const;
    const { accountId } = await invite(administrator, {
      email,
      displayName: 'Newly Example',
      ...side,
      roles,
    });
    expect(await mailedTo(accountId, email)).toBe('no token in the mail');
  });

  it('is not sent to an account that is active', async () => {
    const sent = (await captured.list()).length;
    await sendInvitation(job, post, { accountId: administrator.actor.accountId, invitedBy: null });
    expect(await captured.list()).toHaveLength(sent);
  });

  it('fails loudly where the mail cannot be sent, so that the job tries again with another token', async () => {
    const { accountId, email, token } = await invited();
    const broken: Mailer = {
      send: () => Promise.reject(new MailNotSent('ECONNECTION', false)),
      close: () => undefined,
    };
    await expect(
      sendInvitation(job, { ...post, mailer: broken }, { accountId, invitedBy: null }),
    ).rejects.toBeInstanceOf(MailNotSent);
    expect(await stateOf(token)).toBe('over');
    expect(await stateOf(await mailedTo(accountId, email))).toBe('open');
  });
});
