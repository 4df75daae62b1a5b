import pg from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import { countStatements } from '#tests/factories/count-statements.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { makePublicCtx } from '#tests/factories/public-ctx.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { columnsWith } from '#tests/factories/stored-text.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { hashToken } from '#app/platform/crypto/token.ts';
import type { AccountStatus } from '#app/platform/db/generated/enums.ts';
import { createLimits } from '#app/platform/limits.ts';
import { demonstrationPassword, hashOfDemonstration, passwordMatches } from './password.ts';
import type { PublicCtx } from '../../kernel/context.ts';
import { Invalid, RateLimited } from '../../kernel/failures.ts';
import { signIn, type SignInInput } from './sign-in.server.ts';

const database = await testDatabase();
const { db, pool } = database;
const counter = await countStatements(pool);
const now = new Date('2026-02-03T10:00:00Z');
const ctx = makePublicCtx(database, { realTime: fixedClock(now) });
const robin = 'robin@harbour-trust.example';

const given = (changes: Partial<SignInInput> = {}): SignInInput => ({
  email: robin,
  password: demonstrationPassword,
  sharedComputer: false,
  address: '192.0.2.1',
  previousToken: null,
  device: null,
  userAgent: '',
  ...changes,
});
const refusal = (changes: Partial<SignInInput>, as: PublicCtx = ctx): Promise<unknown> =>
  signIn(as, given(changes)).then(
    () => null,
    (failure: unknown) => failure,
  );
const events = async (type: string) =>
  (await db.auditEvent.findMany({ where: { type }, orderBy: { id: 'asc' } })).map(
    ({ data, subjectId, actorId }) => ({ data, subjectId, actorId }),
  );
const accountId = async (email: string) => (await db.account.findUniqueOrThrow({ where: { email } })).id;

beforeEach(async () => {
  await db.rateLimit.deleteMany();
  await clearJobs(db);
});

describe('signing in', () => {
  it('opens a session of which only a hash is kept, and records it', async () => {
    const { token, side } = await signIn(ctx, given({ email: ' Robin@Harbour-Trust.example ' }));
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(side).toBe('partner');
    const [session] = await db.session.findMany();
    expect(session).toMatchObject({
      accountId: await accountId(robin),
      assurance: 'password',
      sharedComputer: false,
      createdAt: now,
      lastSeenAt: now,
      idleExpiresAt: new Date('2026-02-03T10:30:00Z'),
      absoluteExpiresAt: new Date('2026-02-03T22:00:00Z'),
      revokedAt: null,
    });
    expect(Buffer.from(session!.tokenHash)).toEqual(hashToken(token));
    expect(await columnsWith(pool, token)).toEqual([]);
    expect(await columnsWith(pool, demonstrationPassword)).toEqual([]);
    expect(await events('account.signed_in')).toEqual([
      { data: { method: 'password' }, subjectId: session!.accountId, actorId: session!.accountId },
    ]);
  });

  it('gives another token each time, and a shorter session on a shared computer', async () => {
    const first = await signIn(ctx, given());
    const second = await signIn(ctx, given({ sharedComputer: true }));
    expect(second.token).not.toBe(first.token);
    const session = await db.session.findUnique({ where: { tokenHash: hashToken(second.token) } });
    expect(session).toMatchObject({
      sharedComputer: true,
      idleExpiresAt: new Date('2026-02-03T10:10:00Z'),
      absoluteExpiresAt: new Date('2026-02-03T12:00:00Z'),
    });
  });

  it('ends the session that the browser had before, and no other', async () => {
    const other = await signIn(ctx, given());
    const before = await signIn(ctx, given());
    const after = await signIn(
      ctx,
      given({ email: 'sam@lantern-project.example', previousToken: before.token }),
    );
    const revoked = async (token: string) =>
      (await db.session.findUniqueOrThrow({ where: { tokenHash: hashToken(token) } })).revokedAt;
    expect([await revoked(other.token), await revoked(before.token), await revoked(after.token)]).toEqual([
      null,
      now,
      null,
    ]);
  });

  it('leaves the session that the browser has when it fails', async () => {
    const before = await signIn(ctx, given());
    expect(await refusal({ password: 'a wrong password', previousToken: before.token })).toBeInstanceOf(
      Invalid,
    );
    expect(
      (await db.session.findUniqueOrThrow({ where: { tokenHash: hashToken(before.token) } })).revokedAt,
    ).toBeNull();
  });
});

describe('a browser that does not know the account', () => {
  const lee = { email: 'lee@harbour-trust.example' };

  it('is told to its owner by mail, but for the first sign-in of all', async () => {
    const { device, accountId } = await signIn(ctx, given(lee));
    expect(await queuedJobs(db)).toEqual([]);
    const { token } = await signIn(ctx, given({ ...lee, sharedComputer: true }));
    const { id: sessionId } = await db.session.findUniqueOrThrow({ where: { tokenHash: hashToken(token) } });
    const told = { name: 'send-mail', data: { kind: 'new-device', accountId, sessionId } };
    expect(await queuedJobs(db)).toMatchObject([told]);
    await signIn(ctx, given({ ...lee, device }));
    await refusal({ ...lee, password: 'a wrong password' });
    expect(await queuedJobs(db)).toHaveLength(1);
    // That of another account on the same computer is none of its own.
    await signIn(ctx, given({ ...lee, device: (await signIn(ctx, given())).device }));
    expect(await queuedJobs(db, accountId)).toHaveLength(2);
  });

  it('is told three times in an hour at most', async () => {
    for (let turn = 0; turn < 5; turn += 1) await signIn(ctx, given(lee));
    expect(await queuedJobs(db)).toHaveLength(3);
  });
});

describe('a password that was hashed with parameters of before', () => {
  const hashOf = async () => (await db.account.findUniqueOrThrow({ where: { email: robin } })).passwordHash;

  it('is hashed anew when its owner signs in, and opens the account as before', async () => {
    const before = await hashOf();
    await signIn(ctx, given());
    expect(await hashOf(), 'that of a demonstration stays').toBe(before);
    await db.account.update({ where: { email: robin }, data: { demonstration: false } });
    await refusal({ password: 'a wrong password' });
    expect(await hashOf()).toBe(before);
    await signIn(ctx, given());
    expect(await hashOf()).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    await signIn(ctx, given());
    await db.account.update({
      where: { email: robin },
      data: { demonstration: true, passwordHash: before },
    });
  });
});

describe('more sign-ins than there is memory for', () => {
  it('are refused in words and count as no tries', async () => {
    const givenBack: string[] = [];
    const busy: PublicCtx = {
      ...ctx,
      // Nothing here waits, so that the line is still full when it is joined.
      db: { account: { findUnique: () => Promise.resolve(null) } } as unknown as PublicCtx['db'],
      limits: {
        ...ctx.limits,
        take: () => Promise.resolve(null),
        giveBack: ({ name }) => Promise.resolve(void givenBack.push(name)),
      },
    };
    const stored = await hashOfDemonstration();
    const others = Array.from({ length: 62 }, () => passwordMatches(stored, demonstrationPassword));
    expect(await refusal({}, busy)).toMatchObject({
      message: 'Many people are signing in now. Wait a few seconds and try again',
    });
    expect(givenBack).toEqual(['sign-in-network', 'sign-in-address', 'sign-in-strangers']);
    await Promise.all(others);
  });
});

describe('a sign-in that fails', () => {
  it('says the same for a wrong password, an unknown address, and an account that may not sign in', async () => {
    const set = (email: string, status: AccountStatus) =>
      db.account.update({ where: { email }, data: { status } });
    await set('kit@lantern-project.example', 'suspended');
    await db.account.update({
      where: { email: 'jo@bridge-charity.example' },
      data: { status: 'invited', passwordHash: null },
    });
    await db.organisation.update({
      where: { name: 'Example Borough Housing Service' },
      data: { status: 'closed' },
    });
    const sessions = await db.session.count();
    const failures = [
      await refusal({ password: 'a wrong password' }),
      await refusal({ password: '' }),
      await refusal({ email: 'nobody@nowhere.example' }),
      await refusal({ email: 'kit@lantern-project.example' }),
      await refusal({ email: 'jo@bridge-charity.example' }),
      await refusal({ email: 'ray@housing-service.example' }),
    ];
    for (const failure of failures) {
      expect(failure).toBeInstanceOf(Invalid);
      expect(failure).toMatchObject({
        message: 'Email address or password is wrong',
        fieldErrors: { email: 'Email address or password is wrong' },
      });
    }
    expect(await db.session.count()).toBe(sessions);
    const reasons = (await events('account.sign_in_failed')).slice(-failures.length);
    expect(reasons.map(({ data }) => data)).toEqual(
      ['wrong_password', 'wrong_password', 'unknown', 'not_active', 'wrong_password', 'not_active'].map(
        (reason) => ({ reason }),
      ),
    );
    expect(reasons[2]?.subjectId).toBeNull();
  });

  it('keeps neither the address nor the password that was typed', async () => {
    await refusal({ email: 'quillfeather@nowhere.example', password: 'zebedee-marmalade-9' });
    expect(await columnsWith(pool, 'quillfeather')).toEqual([]);
    expect(await columnsWith(pool, 'zebedee-marmalade')).toEqual([]);
  });
});

describe('the limit on tries', () => {
  const wrong = (times: number, changes: Partial<SignInInput> = {}) =>
    Array.from({ length: times }).reduce<Promise<void>>(async (before) => {
      await before;
      expect(await refusal({ password: 'a wrong password', ...changes })).toBeInstanceOf(Invalid);
    }, Promise.resolve());

  it('refuses the eleventh try from one network, the right password too, from whichever address of it', async () => {
    await wrong(10);
    const failure = await refusal({ address: '192.0.2.77' });
    expect(failure).toBeInstanceOf(RateLimited);
    expect((failure as RateLimited).retryAfterSeconds).toBeGreaterThan(14 * 60);
    expect((await events('account.sign_in_failed')).at(-1)?.data).toEqual({ reason: 'limited' });
    expect(await refusal({ address: '198.51.100.4' })).toBeNull();
  });

  it('stops strangers of all networks together, and no browser that has signed in before', async () => {
    const { device } = await signIn(ctx, given());
    for (let network = 0; network < 6; network += 1) await wrong(10, { address: `198.51.${network}.1` });
    expect(await refusal({ address: '203.0.113.1' })).toBeInstanceOf(RateLimited);
    // From the same networks as the strangers, too.
    expect(await refusal({ device })).toBeNull();
    expect(await refusal({ device, address: '198.51.0.1' })).toBeNull();
  });

  it('uses up nothing more of all strangers’ tries by going on from one network', async () => {
    await wrong(10);
    for (let turn = 0; turn < 60; turn += 1) expect(await refusal({})).toBeInstanceOf(RateLimited);
    expect(await refusal({ address: '203.0.113.1' })).toBeNull();
  });

  it('counts the tries of a known browser too, and gives it no more for another account', async () => {
    const { device } = await signIn(ctx, given());
    await wrong(10, { device, address: '203.0.113.9' });
    expect(await refusal({ device })).toBeInstanceOf(RateLimited);
    const sam = { email: 'sam@lantern-project.example', device, address: '203.0.113.10' };
    await wrong(10, sam);
    expect(await refusal({ ...sam, device: null, userAgent: '' })).toBeInstanceOf(RateLimited);
  });

  it('knows no browser that is said to be shared, and ends what it knows after a time', async () => {
    expect((await signIn(ctx, given({ sharedComputer: true }))).device).toBeNull();
    const { device } = await signIn(ctx, given());
    await wrong(10);
    const days = (count: number) => new Date(now.getTime() + count * 24 * 60 * 60_000);
    expect(await refusal({ device }, { ...ctx, realTime: fixedClock(days(179)) })).toBeNull();
    expect(await refusal({ device }, { ...ctx, realTime: fixedClock(days(181)) })).toBeInstanceOf(
      RateLimited,
    );
  });

  it('holds for an unknown address just the same', async () => {
    await wrong(10, { email: 'nobody@nowhere.example' });
    expect(await refusal({ email: 'nobody@nowhere.example' })).toBeInstanceOf(RateLimited);
  });

  it('has the same done for an unknown address, so that its time tells nothing', async () => {
    const address = '192.0.2.70';
    for (let turn = 0; turn < 60; turn += 1)
      await ctx.limits.take({ name: 'sign-in-address', points: 60, seconds: 900 }, address);
    const doneFor = async (email: string) => {
      await clearJobs(db);
      const { statements } = await counter.during(async () => {
        for (let turn = 0; turn < 2; turn += 1)
          expect(await refusal({ email, address })).toBeInstanceOf(RateLimited);
      });
      return [
        statements,
        (await queuedJobs(db)).map(({ name, data }) => [name, Object.keys(data as object)]),
      ];
    };
    expect(await doneFor('nobody@nowhere.example')).toEqual(await doneFor(robin));
  });

  it('forgets the tries after a success', async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await wrong(9);
      await signIn(ctx, given());
    }
    await wrong(10);
  });

  it('stops one network address over all accounts', async () => {
    for (let turn = 0; turn < 60; turn += 1)
      await ctx.limits.take({ name: 'sign-in-address', points: 60, seconds: 900 }, '192.0.2.50');
    expect(await refusal({ address: '192.0.2.50' })).toBeInstanceOf(RateLimited);
    expect(await refusal({ address: '192.0.2.51' })).toBeNull();
  });

  it('counts only failures of a network address: a station’s morning is let in', async () => {
    for (let turn = 0; turn < 59; turn += 1)
      await ctx.limits.take({ name: 'sign-in-address', points: 60, seconds: 900 }, '192.0.2.60');
    for (let turn = 0; turn < 5; turn += 1) expect(await refusal({ address: '192.0.2.60' })).toBeNull();
    await wrong(1, { address: '192.0.2.60' });
    expect(await refusal({ address: '192.0.2.60' })).toBeInstanceOf(RateLimited);
  });

  it('warns the owner of the account once an hour, by a mail that names nobody', async () => {
    await wrong(10);
    for (let turn = 0; turn < 3; turn += 1) await refusal({});
    expect(await queuedJobs(db)).toEqual([
      {
        name: 'send-mail',
        data: { kind: 'account-locked', accountId: await accountId(robin) },
        state: 'created',
        retryCount: 0,
      },
    ]);
    await pool.query(`UPDATE rate_limit SET expire = 1 WHERE key LIKE 'locked-mail:%'`);
    await refusal({});
    expect(await queuedJobs(db)).toHaveLength(2);
  });

  it('lets nobody in when its store does not answer', async () => {
    const down = {
      ...ctx,
      limits: createLimits(new pg.Pool({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 2000 })),
    };
    const sessions = await db.session.count();
    await expect(signIn(down, given())).rejects.toThrow();
    expect(await db.session.count()).toBe(sessions);
  });
});
