import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeAuthenticator } from '#tests/factories/authenticator.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { makePublicCtx, makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { queuedJobs } from '#tests/factories/queued-jobs.ts';
import { columnsWith } from '#tests/factories/stored-text.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { hashToken, newToken } from '#app/platform/crypto/token.ts';
import { newId } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, Invalid, NotFound, RateLimited } from '../../kernel/failures.ts';
import { demonstrationPassword } from '../accounts/password.ts';
import { resolveSession } from '../accounts/session.server.ts';
import { proveByDirectory } from '../sign-on/prove-by-directory.server.ts';
import { appToSetUp, setUpApp } from './code-app.server.ts';
import { ownFactors, removeFactor } from './factors.server.ts';
import {
  askForNewFactor,
  decideNewFactor,
  factorsOfAccount,
  lossesForTheServer,
  newFactorOnServer,
} from './lost-factor.server.ts';
import { passkeyToSetUp, passkeyToUse, setUpPasskey } from './passkeys.server.ts';
import { prove } from './prove.server.ts';
import { newRecoveryCodes } from './recovery-codes.server.ts';

const database = await testDatabase();
const { db, pool } = database;
const start = new Date('2026-02-03T10:00:00Z');
const clock = fixedClock(start);
const anybody = makePublicCtx(database, { realTime: clock });
const origin = 'https://portal.example';
const party = { name: 'Example portal', origin };
const halfMinute = 30_000;
const email = 'fib.officer@police.example';

beforeEach(async () => {
  await db.rateLimit.deleteMany();
  await db.factor.deleteMany();
  await db.recoveryCode.deleteMany();
  await db.account.updateMany({ data: { firstFactorByCode: false } });
});

/** A session as signing in by password opens it. */
async function signedIn(who = email): Promise<Ctx> {
  const { id: accountId } = await db.account.findUniqueOrThrow({ where: { email: who } });
  const token = newToken();
  const now = clock.now();
  await db.session.create({
    data: {
      id: randomUUID(),
      tokenHash: hashToken(token),
      accountId,
      provedAt: now,
      createdAt: now,
      lastSeenAt: now,
      idleExpiresAt: new Date(now.getTime() + 30 * 60_000),
      absoluteExpiresAt: new Date(now.getTime() + 60 * 60_000),
    },
  });
  const actor = await resolveSession(anybody, token);
  return { ...anybody, actor: actor! };
}

const standing = async ({ actor }: Ctx) => {
  const { tokenHash } = await db.session.findUniqueOrThrow({ where: { id: actor.sessionId ?? '' } });
  const token = newToken();
  await db.session.update({ where: { id: actor.sessionId ?? '' }, data: { tokenHash: hashToken(token) } });
  const found = await resolveSession(anybody, token);
  await db.session.update({ where: { id: actor.sessionId ?? '' }, data: { tokenHash } });
  return found?.standing ?? null;
};

const codeOf = (secret: string, at: Date) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

/** An officer with an authenticator app, whose next code has not been used. */
async function withApp(who = email): Promise<{ ctx: Ctx; secret: string }> {
  const ctx = await signedIn(who);
  const { secret } = await appToSetUp(ctx, { issuer: 'Example portal' });
  await setUpApp(ctx, { name: 'Telephone', code: codeOf(secret, clock.now()) });
  clock.advance(halfMinute);
  return { ctx, secret };
}

describe('an authenticator app', () => {
  it('opens nothing before its first code, and makes that session whole and owes the others their second step', async () => {
    const [ctx, other] = [await signedIn(), await signedIn()];
    const { secret, uri } = await appToSetUp(ctx, { issuer: 'Example portal' });
    expect(uri).toMatch(/^otpauth:\/\/totp\/Example%20portal:fib\.officer/);
    expect(await appToSetUp(ctx, { issuer: 'Example portal' })).toEqual({ secret, uri });
    expect(await columnsWith(pool, secret)).toEqual([]);
    // Whoever is signed in as well, with a stolen password say, does not have the secret that the owner scans.
    expect((await appToSetUp(other, { issuer: 'Example portal' })).secret).not.toBe(secret);
    await expect(
      setUpApp(other, { name: 'Telephone', code: codeOf(secret, clock.now()) }),
    ).rejects.toBeInstanceOf(Invalid);
    await expect(setUpApp(ctx, { name: 'Telephone', code: '000000' })).rejects.toBeInstanceOf(Invalid);
    expect([await standing(ctx), (await ownFactors(ctx)).factors]).toEqual(['first_factor', []]);
    await setUpApp(ctx, { name: 'Telephone', code: codeOf(secret, clock.now()) });
    expect([await standing(ctx), await standing(other)]).toEqual(['whole', 'second_step']);
    const told = await queuedJobs(db, ctx.actor.accountId);
    expect(told.map(({ data }) => data['kind'])).toContain('factor-added');
  });

  it('counts each code once, none of before, and one that is half a minute late or early', async () => {
    const { secret } = await withApp();
    const ctx = await signedIn();
    const now = codeOf(secret, clock.now());
    const next = codeOf(secret, new Date(clock.now().getTime() + halfMinute));
    const before = codeOf(secret, new Date(clock.now().getTime() - halfMinute));
    const try_ = (code: string) => prove(ctx, { by: 'code', code });
    // The code by which it was set up.
    await expect(try_(before)).rejects.toBeInstanceOf(Invalid);
    expect(await try_(`${now.slice(0, 3)} ${now.slice(3)}`)).toMatch(/^[\w-]{43}$/);
    await expect(try_(now)).rejects.toBeInstanceOf(Invalid);
    expect(await try_(next)).toBeNull();
    await expect(try_(now)).rejects.toBeInstanceOf(Invalid);
  });

  it('counts once for two who send it at the same time', async () => {
    const { secret } = await withApp();
    const both = [await signedIn(), await signedIn()];
    const code = codeOf(secret, clock.now());
    const tried = await Promise.allSettled(both.map((ctx) => prove(ctx, { by: 'code', code })));
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('gives the session another token as it becomes whole', async () => {
    const { secret } = await withApp();
    const ctx = await signedIn();
    const token = await prove(ctx, { by: 'code', code: codeOf(secret, clock.now()) });
    expect(await resolveSession(anybody, token ?? '')).toMatchObject({
      standing: 'whole',
      provedLately: true,
      sessionId: ctx.actor.sessionId,
    });
  });

  it('takes ten wrong codes, and then not the right one either; its owner is told once', async () => {
    const { secret } = await withApp();
    const ctx = await signedIn();
    const code = codeOf(secret, clock.now());
    for (let turn = 0; turn < 10; turn += 1)
      await expect(prove(ctx, { by: 'code', code: 'wrong' })).rejects.toBeInstanceOf(Invalid);
    for (let turn = 0; turn < 2; turn += 1)
      await expect(prove(ctx, { by: 'code', code })).rejects.toBeInstanceOf(RateLimited);
    await expect(
      prove(ctx, { by: 'passkey', posted: '{}', party }),
      'one count for every way',
    ).rejects.toBeInstanceOf(RateLimited);
    const told = (await queuedJobs(db, ctx.actor.accountId)).filter(
      ({ data }) => data['kind'] === 'factor-locked',
    );
    expect(told).toHaveLength(1);
  });

  it('is asked for in place of the password', async () => {
    await withApp();
    const proof = prove(await signedIn(), { by: 'password', password: demonstrationPassword });
    await expect(proof).rejects.toBeInstanceOf(Invalid);
  });
});

describe('a passkey', () => {
  const setUp = async (passkey = makeAuthenticator()) => {
    const ctx = await signedIn();
    const posted = passkey.create(await passkeyToSetUp(ctx, party), origin);
    await setUpPasskey(ctx, party, { name: 'Laptop', posted });
    return { ctx, passkey };
  };
  const asked = async (ctx: Ctx) => (await passkeyToUse(ctx, party)) ?? '';

  it('makes a session whole by what it signs, once, also where it does not count', async () => {
    const { ctx, passkey } = await setUp(makeAuthenticator(() => 0));
    expect(await standing(ctx)).toBe('whole');
    const later = await signedIn();
    expect(await standing(later)).toBe('second_step');
    const posted = passkey.get(await asked(later), origin);
    expect(await prove(later, { by: 'passkey', posted, party })).not.toBeNull();
    expect(await standing(later)).toBe('whole');
    await expect(prove(later, { by: 'passkey', posted, party })).rejects.toBeInstanceOf(Invalid);
  });

  it('refuses what another site relays, what another session asked, and another key', async () => {
    const { passkey } = await setUp();
    const [ctx, other] = [await signedIn(), await signedIn()];
    const refused = (posted: string) =>
      expect(prove(ctx, { by: 'passkey', posted, party })).rejects.toBeInstanceOf(Invalid);
    // A page of the other site shows what this portal asks, and hands on what the browser signed there.
    await refused(passkey.get(await asked(ctx), 'https://portal.example.evil'));
    const options = JSON.parse(await asked(ctx)) as object;
    await refused(passkey.get(JSON.stringify({ ...options, rpId: 'portal.example.evil' }), origin));
    await refused(passkey.get(await asked(other), origin));
    await asked(ctx);
    await refused(makeAuthenticator().get(await asked(ctx), origin));
    await refused('not JSON');
    expect(await standing(ctx)).toBe('second_step');
  });

  it('of one account opens no other', async () => {
    const { passkey } = await setUp();
    await withApp('fib.supervisor@police.example');
    const other = await signedIn('fib.supervisor@police.example');
    expect(await passkeyToUse(other, party)).toBeNull();
    const posted = passkey.get(await asked(await signedIn()), origin);
    await expect(prove(other, { by: 'passkey', posted, party })).rejects.toBeInstanceOf(Invalid);
  });

  it('that was copied is refused where it counts less than the one that was used since', async () => {
    const counts = [1, 5, 5, 4, 6];
    const { passkey } = await setUp(makeAuthenticator(() => counts.shift() ?? 0));
    const used = async () => {
      const ctx = await signedIn();
      return prove(ctx, { by: 'passkey', posted: passkey.get(await asked(ctx), origin), party });
    };
    await used();
    for (const turn of [1, 2]) await expect(used(), `copy, ${turn}`).rejects.toBeInstanceOf(Invalid);
    expect(await used()).not.toBeNull();
  });

  it('is not set up by what was made for another site, nor where it is somebody else’s', async () => {
    const { passkey } = await setUp();
    const ctx = await signedIn('fib.supervisor@police.example');
    const setUpBy = async (create: (options: string) => string) =>
      setUpPasskey(ctx, party, { name: 'Laptop', posted: create(await passkeyToSetUp(ctx, party)) });
    const other = makeAuthenticator();
    for (const create of [
      (options: string) => other.create(options, 'https://other.example'),
      (options: string) =>
        other.create(
          JSON.stringify({ ...(JSON.parse(options) as object), rp: { id: 'other.example' } }),
          origin,
        ),
      (options: string) => passkey.create(options, origin),
    ])
      await expect(setUpBy(create)).rejects.toBeInstanceOf(Invalid);
    expect([(await ownFactors(ctx)).factors, await standing(ctx)]).toEqual([[], 'first_factor']);
    await setUpBy((options) => other.create(options, origin));
    expect(await standing(ctx)).toBe('whole');
  });
});

describe('the word of the force’s directory', () => {
  it('proves who somebody is where it is theirs, just given, and with a second factor', async () => {
    const ctx = await signedIn();
    const { accountId, sessionId } = ctx.actor;
    const own = { issuer: 'https://directory.example', subject: 'own' };
    await db.directoryIdentity.create({
      data: { accountId, ...own, linkedAt: clock.now(), vouchedUntil: clock.now() },
    });
    await db.session.update({ where: { id: sessionId ?? '' }, data: { provedAt: null } });
    const minutes = (count: number) => new Date(clock.now().getTime() - count * 60_000);
    const just = { ...own, ...{ session: null, email, name: null, groups: [], secondFactor: true } };
    const said = (authenticatedAt: Date | null, more = {}) =>
      proveByDirectory(ctx, { ...just, authenticatedAt, ...more });
    const provedAt = async () =>
      (await db.session.findUniqueOrThrow({ where: { id: sessionId ?? '' } })).provedAt;
    expect(await said(minutes(2))).toBe('stale');
    expect(await said(null)).toBe('stale');
    expect(await said(minutes(1), { subject: 'another' })).toBe('stale');
    expect(await said(minutes(1), { issuer: 'https://another.example' })).toBe('stale');
    expect(await said(minutes(1), { secondFactor: false })).toBe('second_factor');
    expect(await provedAt()).toBeNull();
    expect(await said(minutes(1))).toBeNull();
    expect(await provedAt()).toEqual(clock.now());
    await db.directoryIdentity.delete({ where: { accountId } });
  });
});

describe('recovery codes', () => {
  it('count once each, are kept as hashes, and new ones take the place of those before', async () => {
    const { ctx } = await withApp();
    const first = await newRecoveryCodes(ctx);
    const codes = await newRecoveryCodes(ctx);
    expect(new Set(codes).size).toBe(10);
    const [code = '', other = ''] = codes;
    expect(code).toMatch(/^([2-9a-hj-np-tw-z]{4}-){3}[2-9a-hj-np-tw-z]{4}$/);
    expect(await columnsWith(pool, code)).toEqual([]);
    const later = await signedIn();
    await expect(prove(later, { by: 'code', code: first[0] ?? '' })).rejects.toBeInstanceOf(Invalid);
    expect(await prove(later, { by: 'code', code: other.toUpperCase().replaceAll('-', ' ') })).not.toBeNull();
    await expect(prove(await signedIn(), { by: 'code', code: other })).rejects.toBeInstanceOf(Invalid);
    expect((await ownFactors(ctx)).codesLeft).toBe(9);
    expect((await queuedJobs(db, ctx.actor.accountId)).map(({ data }) => data['kind'])).toContain(
      'recovery-code-used',
    );
    const stranger = await signedIn('fib.supervisor@police.example');
    await expect(prove(stranger, { by: 'code', code })).rejects.toBeInstanceOf(Invalid);
  });

  it('are for whoever has a second factor', async () => {
    await expect(newRecoveryCodes(await signedIn())).rejects.toBeInstanceOf(Invalid);
  });
});

describe('removing a second factor', () => {
  it('leaves the last of whoever needs one, and takes the recovery codes with the last of anybody else', async () => {
    const { ctx } = await withApp();
    await newRecoveryCodes(ctx);
    const [factor] = (await ownFactors(ctx)).factors;
    const factorId = factor!.id;
    await expect(removeFactor(ctx, { factorId, needed: true })).rejects.toBeInstanceOf(Invalid);
    const other = await signedIn('fib.supervisor@police.example');
    await expect(removeFactor(other, { factorId, needed: false })).rejects.toBeInstanceOf(NotFound);
    await removeFactor(ctx, { factorId, needed: false });
    expect(await ownFactors(ctx)).toEqual({ factors: [], codesLeft: 0 });
  });
});

describe('a lost second factor', () => {
  const administrator = 'administrator@police.example';
  const second = async () => {
    const found = await db.account.findUnique({ where: { email: 'second.administrator@police.example' } });
    if (!found) {
      const id = newId<'Account'>();
      const { passwordHash } = await db.account.findUniqueOrThrow({ where: { email } });
      await db.account.create({
        data: {
          id,
          email: 'second.administrator@police.example',
          displayName: 'Second Administrator',
          side: 'police',
          status: 'active',
          passwordHash,
          createdAt: start,
        },
      });
      await db.accountRole.create({
        data: { id: randomUUID(), accountId: id, role: 'administrator', source: 'demonstration' },
      });
    }
    return makeCtx(database, { email: 'second.administrator@police.example', realTime: clock });
  };
  const reason = 'They came to the desk with their warrant card.';

  it('takes two people: then every session ends, and a code that is told sets up the next', async () => {
    const { ctx } = await withApp();
    const { accountId } = ctx.actor;
    const first = await makeCtx(database, { email: administrator, realTime: clock });
    await askForNewFactor(first, { accountId, reason });
    await expect(askForNewFactor(first, { accountId, reason })).rejects.toBeInstanceOf(Conflict);
    const { waiting } = await factorsOfAccount(first, { accountId });
    const lossId = waiting!.id;
    await expect(decideNewFactor(first, { lossId, decision: 'approved' })).rejects.toBeInstanceOf(Forbidden);
    await expect(decideNewFactor(ctx, { lossId, decision: 'approved' })).rejects.toBeInstanceOf(Forbidden);
    expect(await standing(ctx)).toBe('whole');
    const code = (await decideNewFactor(await second(), { lossId, decision: 'approved' })) ?? '';
    expect(await standing(ctx)).toBeNull();
    await expect(decideNewFactor(await second(), { lossId, decision: 'refused' })).rejects.toBeInstanceOf(
      Conflict,
    );
    const again = await signedIn();
    expect(await standing(again)).toBe('first_code');
    await expect(prove(again, { by: 'code', code: 'abcd-efgh' })).rejects.toBeInstanceOf(Invalid);
    await prove(again, { by: 'code', code });
    expect(await standing(again)).toBe('first_factor');
    const { secret } = await appToSetUp(again, { issuer: 'Example portal' });
    await setUpApp(again, { name: 'New telephone', code: codeOf(secret, clock.now()) });
    expect(await standing(again)).toBe('whole');
    const events = await db.auditEvent.findMany({
      where: { subjectId: accountId, type: { startsWith: 'account.factor' } },
      orderBy: { id: 'desc' },
      take: 3,
      select: { type: true, actorId: true },
    });
    expect(events.map(({ type }) => type)).toEqual([
      'account.factor_added',
      'account.factor_loss_decided',
      'account.factor_lost',
    ]);
    expect(new Set(events.map(({ actorId }) => actorId)).size).toBe(3);
  });

  it('is approved by nobody for themselves, whoever asked', async () => {
    const [first, loser] = [
      await makeCtx(database, { email: administrator, realTime: clock }),
      await second(),
    ];
    const { accountId } = loser.actor;
    await askForNewFactor(first, { accountId, reason });
    const { waiting } = await factorsOfAccount(first, { accountId });
    const lossId = waiting!.id;
    await expect(decideNewFactor(loser, { lossId, decision: 'approved' })).rejects.toBeInstanceOf(Forbidden);
    await decideNewFactor(first, { lossId, decision: 'withdrawn' });
  });

  it('is decided on the server where no other administrator could', async () => {
    await db.account.updateMany({
      where: { email: 'second.administrator@police.example' },
      data: { status: 'suspended' },
    });
    const first = await makeCtx(database, { email: administrator, realTime: clock });
    const { accountId } = (await withApp('auditor@police.example')).ctx.actor;
    await askForNewFactor(first, { accountId, reason });
    const command = makeSystemCtx(database, { realTime: clock });
    expect((await lossesForTheServer(command)).map((loss) => loss.email)).toEqual(['auditor@police.example']);
    await expect(newFactorOnServer(command, 'spoc.coventry@police.example')).rejects.toBeInstanceOf(Invalid);
    expect(await newFactorOnServer(command, 'Auditor@police.example')).toMatch(/^\w{4}-/);
    await db.account.updateMany({
      where: { email: 'second.administrator@police.example' },
      data: { status: 'active' },
    });
  });

  it('is asked for by a partner’s lead, for their own people alone', async () => {
    const lead = await makeCtx(database, { email: 'nat@fair-work-centre.example', realTime: clock });
    const own = await db.account.findFirst({
      where: {
        organisationId: lead.actor.organisationId,
        id: { not: lead.actor.accountId },
        status: 'active',
      },
    });
    const stranger = await db.account.findUniqueOrThrow({ where: { email: 'kit@lantern-project.example' } });
    await expect(askForNewFactor(lead, { accountId: stranger.id, reason })).rejects.toBeInstanceOf(NotFound);
    await expect(askForNewFactor(lead, { accountId: lead.actor.accountId, reason })).rejects.toBeInstanceOf(
      Forbidden,
    );
    if (own) await askForNewFactor(lead, { accountId: own.id, reason });
    const reporter = await makeCtx(database, { email: 'robin@harbour-trust.example', realTime: clock });
    await expect(askForNewFactor(reporter, { accountId: stranger.id, reason })).rejects.toBeInstanceOf(
      Forbidden,
    );
  });
});
