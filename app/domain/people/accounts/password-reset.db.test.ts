import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { addressOf } from '#tests/factories/address-of.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { makePublicCtx, makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { columnsWith } from '#tests/factories/stored-text.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { capturedMailer } from '#app/platform/mail/captured-mailer.ts';
import { demonstrationPassword } from './password.ts';
import { Invalid, NotFound, RateLimited } from '../../kernel/failures.ts';
import { askForReset } from './ask-for-reset.server.ts';
import { changeDetails } from './change-details.server.ts';
import { openPasswordReset, resetPassword } from './reset-password.server.ts';
import { sendPasswordReset, sendPasswordResetTo } from './send-password-reset.server.ts';
import { resolveSession } from './session.server.ts';
import { signIn } from './sign-in.server.ts';

const database = await testDatabase();
const { db, pool } = database;
const start = new Date('2026-02-03T10:00:00Z');
const clock = fixedClock(start);
const ctx = makePublicCtx(database, { realTime: clock });
const job = makeSystemCtx(database, { realTime: clock });
const address = '192.0.2.1';
const robin = 'robin@harbour-trust.example';
const password = 'five green lanterns';
const minutes = (count: number) => count * 60_000;

const dataDirectory = mkdtempSync(join(tmpdir(), 'portal-reset-'));
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));
const mailer = capturedMailer({ dataDirectory, from: 'Portal <portal@force.example>' });
const post = { mailer, force: 'Example Police', portalUrl: 'https://portal.example', addressOf };

beforeEach(async () => {
  clock.set(start);
  await db.rateLimit.deleteMany();
  await db.passwordReset.deleteMany();
  await clearJobs(db);
  const { passwordHash } = await db.account.findUniqueOrThrow({
    where: { email: 'lee@harbour-trust.example' },
  });
  await db.account.update({ where: { email: robin }, data: { passwordHash, status: 'active' } });
});

const idOf = async (email: string) =>
  (await db.account.findUniqueOrThrow({ where: { email }, select: { id: true } })).id;
const signedIn = (given = demonstrationPassword, from = address) =>
  signIn(ctx, {
    email: robin,
    password: given,
    sharedComputer: false,
    address: from,
    previousToken: null,
    device: null,
    userAgent: '',
  });
const stateOf = async (token: string) => (await openPasswordReset(ctx, { token, address })).state;

/** The link that is mailed to robin, as the job sends it. */
async function linked(): Promise<string> {
  await sendPasswordReset(job, post, { accountId: await idOf(robin) });
  const [newest] = (await mailer.list()).filter(({ to }) => to === robin);
  return /\/reset-password\/([\w-]{43})/.exec(newest?.text ?? '')?.[1] ?? 'no token in the mail';
}

describe('asking for a link', () => {
  const trace = async (email: string) => {
    await clearJobs(db);
    const before = await db.auditEvent.count();
    await askForReset(ctx, { email, address });
    const events = await db.auditEvent.findMany({ orderBy: { id: 'asc' }, skip: before });
    return {
      jobs: (await queuedJobs(db)).map(({ name, data }) => ({ name, data })),
      events: events.map(({ type, data, subjectId, actorLabel }) => ({ type, data, subjectId, actorLabel })),
    };
  };

  it('leaves the same behind whether or not there is an account, and names no address', async () => {
    const shared = { type: 'account.reset_asked', data: { by: 'anyone' }, actorLabel: 'Nobody signed in' };
    const accountId = await idOf(robin);
    expect(await trace(` ${robin.toUpperCase()} `)).toEqual({
      jobs: [{ name: 'send-password-reset', data: { accountId } }],
      events: [{ ...shared, subjectId: accountId }],
    });
    expect(await trace('nobody@nowhere.example')).toEqual({
      jobs: [{ name: 'send-password-reset', data: { accountId: null } }],
      events: [{ ...shared, subjectId: null }],
    });
    expect(await columnsWith(pool, 'nowhere.example')).toEqual([]);
  });

  it.each([robin, 'nobody@nowhere.example'])(
    'is limited for %s alike: three an hour from one network, ten from everywhere',
    async (email) => {
      const ask = (network: number) => askForReset(ctx, { email, address: `198.51.${network}.7` });
      for (let turn = 0; turn < 3; turn += 1) await ask(1);
      await expect(ask(1)).rejects.toBeInstanceOf(RateLimited);
      for (const network of [2, 3, 4, 5, 6, 7, 8]) await ask(network);
      await expect(ask(9)).rejects.toBeInstanceOf(RateLimited);
    },
  );

  it('is limited for a network over all addresses, and no other network is kept out', async () => {
    for (let turn = 0; turn < 30; turn += 1) await askForReset(ctx, { email: `${turn}@a.example`, address });
    await expect(askForReset(ctx, { email: robin, address })).rejects.toBeInstanceOf(RateLimited);
    await askForReset(ctx, { email: robin, address: '203.0.113.9' });
  });
});

describe('a link for a new password', () => {
  it('sets it once, ends every session, tells the owner and signs nobody in', async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    const token = await linked();
    expect(await openPasswordReset(ctx, { token, address })).toMatchObject({ state: 'open', email: robin });
    await clearJobs(db);
    await resetPassword(ctx, { token, password, address });
    for (const session of [here, there]) expect(await resolveSession(ctx, session.token)).toBeNull();
    const accountId = await idOf(robin);
    expect(await db.session.count({ where: { accountId, revokedAt: null } })).toBe(0);
    await expect(signedIn()).rejects.toBeInstanceOf(Invalid);
    expect(await queuedJobs(db, accountId)).toMatchObject([
      { name: 'send-mail', data: { kind: 'password-changed', accountId } },
    ]);
    await signedIn(password);
    expect(
      await db.auditEvent.findFirst({ where: { type: 'account.password_set' }, orderBy: { id: 'desc' } }),
    ).toMatchObject({ data: { by: 'reset' }, subjectId: accountId, actorLabel: 'Nobody signed in' });
    expect(await stateOf(token)).toBe('used');
    await expect(
      resetPassword(ctx, { token, password: 'six green lanterns', address }),
    ).rejects.toBeInstanceOf(NotFound);
    await signedIn(password);
  });

  it('is not used up by programs that open it, nor by a password that is refused', async () => {
    const token = await linked();
    for (let turn = 0; turn < 40; turn += 1) expect(await stateOf(token)).toBe('open');
    await expect(resetPassword(ctx, { token, password: 'short', address })).rejects.toBeInstanceOf(Invalid);
    await resetPassword(ctx, { token, password, address });
  });

  it('works once even where it is sent several times at the same moment', async () => {
    const token = await linked();
    const other = await linked();
    const answers = await Promise.allSettled(
      [token, other, token].map((link, turn) =>
        resetPassword(ctx, { token: link, password: `${turn} green lanterns here`, address }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(NotFound);
  });

  it('ends after thirty minutes of real time', async () => {
    const token = await linked();
    clock.advance(minutes(30) - 1);
    expect(await stateOf(token)).toBe('open');
    clock.advance(1);
    expect(await stateOf(token)).toBe('over');
    await expect(resetPassword(ctx, { token, password, address })).rejects.toBeInstanceOf(NotFound);
  });

  it('goes on working when another is asked for, until one of them is used', async () => {
    const [first, second] = [await linked(), await linked()];
    expect(await stateOf(first)).toBe('open');
    await resetPassword(ctx, { token: second, password, address });
    expect(await stateOf(first)).toBe('used');
  });

  it('goes to an account in use and to no other', async () => {
    const sent = (await mailer.list()).length;
    const accountId = await idOf(robin);
    await sendPasswordReset(job, post, { accountId: null });
    for (const status of ['invited', 'suspended'] as const) {
      await db.account.update({ where: { id: accountId }, data: { status } });
      await sendPasswordReset(job, post, { accountId });
      await expect(sendPasswordResetTo(job, post, robin)).rejects.toBeInstanceOf(Invalid);
    }
    await db.account.update({ where: { id: accountId }, data: { status: 'active' } });
    const shut = { name: 'Example Harbour Trust' };
    const { count } = await db.organisation.updateMany({ where: shut, data: { status: 'closed' } });
    await sendPasswordReset(job, post, { accountId });
    await db.organisation.updateMany({ where: shut, data: { status: 'active' } });
    expect(count).toBe(1);
    expect(await mailer.list()).toHaveLength(sent);
    expect(await db.passwordReset.count()).toBe(0);
  });

  it('opens nothing once its account is suspended', async () => {
    const token = await linked();
    await db.account.update({ where: { email: robin }, data: { status: 'suspended' } });
    expect(await stateOf(token)).toBe('over');
    await expect(resetPassword(ctx, { token, password, address })).rejects.toBeInstanceOf(NotFound);
  });

  it('sent to an address that was wrong opens nothing once an administrator has corrected it', async () => {
    const token = await linked();
    const administrator = await makeCtx(database, { email: 'administrator@police.example', realTime: clock });
    const { id, version, displayName, siteId } = await db.account.findUniqueOrThrow({
      where: { email: robin },
    });
    const shown = { accountId: id, expectedVersion: version, displayName, siteId: siteId ?? '' };
    await changeDetails(administrator, { ...shown, email: 'robin.right@harbour-trust.example' });
    expect(await stateOf(token)).toBe('over');
    await db.account.update({ where: { id }, data: { email: robin } });
  });

  it('has its token in the mail only, which names nobody', async () => {
    const token = await linked();
    expect(await columnsWith(pool, token)).toEqual([]);
    const [mail] = (await mailer.list()).filter(({ to }) => to === robin);
    expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toMatch(/robin|harbour/i);
  });

  it('lets its owner sign in at once after all the tries that came before', async () => {
    for (let turn = 0; turn < 11; turn += 1) await signedIn('not remembered any more').catch(() => null);
    await expect(signedIn()).rejects.toBeInstanceOf(RateLimited);
    await resetPassword(ctx, { token: await linked(), password, address });
    await signedIn(password);
  });
});

it('a sign-in that was being checked while the password was replaced opens no session', async () => {
  const accountId: Id<'Account'> = await idOf(robin);
  const token = await linked();
  const meanwhile = {
    ...ctx,
    limits: {
      ...ctx.limits,
      // Between checking the password and opening the session.
      forget: async () => resetPassword(ctx, { token, password, address }),
    },
  };
  await expect(
    signIn(meanwhile, {
      email: robin,
      password: demonstrationPassword,
      sharedComputer: false,
      address,
      previousToken: null,
      device: null,
      userAgent: '',
    }),
  ).rejects.toBeInstanceOf(Invalid);
  expect(await db.session.count({ where: { accountId, revokedAt: null } })).toBe(0);
});
