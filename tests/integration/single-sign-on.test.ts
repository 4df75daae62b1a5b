import { randomUUID } from 'node:crypto';
import { load } from 'cheerio';
import { afterAll, describe, expect, it } from 'vitest';
import { SignJWT, generateKeyPair } from 'jose';
import { jobHandlers } from '#app/jobs.ts';
import { checkSignOns } from '#app/domain/admin/sign-on/check-sign-ons.server.ts';
import {
  endEmergencyAccount,
  markEmergencyAccount,
} from '#app/domain/people/sign-on/emergency-accounts.server.ts';
import { systemCtx } from '#app/portal.ts';
import type { Answer, Client } from '#tests/factories/client.ts';
import { startProvider, testClient } from '#tests/factories/oidc-provider.ts';
import { people } from '#tests/factories/people.ts';
import { openTestPortal, type TestPortal } from '#tests/factories/portal.ts';
import { workOff } from '#tests/factories/work-off.ts';

const origin = 'http://portal.example';
const minute = 60_000;
let now = Date.now();
const reached: { portal?: TestPortal } = {};
const provider = await startProvider(origin, (request) => {
  if (!reached.portal) throw new Error('The portal is not open yet');
  return reached.portal.handle(request, { address: '192.0.2.1' });
});
const portal = await openTestPortal({
  realTime: { now: () => new Date(now) },
  env: {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: testClient.id,
    OIDC_CLIENT_SECRET: testClient.secret,
  },
});
reached.portal = portal;
afterAll(() => provider.close());

const { db } = portal;
const { code, content } = await db.forcePack.findFirstOrThrow();
await db.forcePack.update({
  where: { code },
  data: {
    contentHash: 'with groups',
    content: {
      ...(content as object),
      directoryGroups: [
        { group: 'fib', role: 'fib_officer' },
        { group: 'spoc-east', role: 'spoc', areas: ['BE'] },
        { group: 'portal-admin', role: 'administrator' },
      ],
    },
  },
});

const system = systemCtx(portal, 'Test', 'test');
const mfa = ['pwd', 'mfa'];
const list = (sub: string, groups: string[], more = {}) =>
  provider.people.set(sub, {
    email: `${sub}@police.example`,
    name: `${sub} Example`,
    groups,
    amr: mfa,
    ...more,
  });

/** Goes to the provider and comes back as somebody. */
async function signOn(browser: Client, sub: string, atProvider?: Map<string, string>): Promise<Answer> {
  const away = await browser.get('/sign-in/force?next=/account');
  const { pathname, search } = await provider.signIn(away.location ?? '', sub, atProvider);
  return browser.get(`${pathname}${search}`);
}

async function signedOn(sub: string, atProvider?: Map<string, string>): Promise<Client> {
  const browser = portal.client();
  expect((await signOn(browser, sub, atProvider)).location).toBe('/account');
  return browser;
}

const accountOf = (sub: string) =>
  db.account.findUnique({
    where: { email: `${sub}@police.example` },
    include: { accountRoles: { include: { area: true } }, directoryIdentity: true },
  });
const rolesOf = async (sub: string) =>
  (await accountOf(sub))?.accountRoles.map(({ role, area }) => `${role} ${area?.code ?? ''}`.trim()).sort();
const lastEvent = async (type: string) =>
  (await db.auditEvent.findFirst({ where: { type }, orderBy: { id: 'desc' } }))?.data;
const isOut = async (browser: Client) =>
  (await browser.get('/account')).location?.startsWith('/sign-in') ?? false;
const main = ({ text }: Answer) => load(text)('main').text();

describe('signing in with a force account', () => {
  it('makes an account with what the groups bring, and goes on where somebody wanted to', async () => {
    list('ada', ['fib', 'spoc-east', 'something else']);
    const browser = await signedOn('ada');
    expect(await rolesOf('ada')).toEqual(['fib_officer', 'spoc BE']);
    expect(await accountOf('ada')).toMatchObject({
      displayName: 'ada Example',
      passwordHash: null,
      directoryIdentity: { issuer: provider.issuer, subject: 'ada' },
    });
    expect(await lastEvent('account.roles_changed')).toMatchObject({ by: 'directory' });
    expect(await lastEvent('account.signed_in')).toEqual({ method: 'directory' });
    expect(await db.session.findFirst({ orderBy: { createdAt: 'desc' } })).toMatchObject({
      assurance: 'single_sign_on',
    });
    const page = await browser.get('/account');
    expect(page.text).not.toContain('/account/password');
    expect((await browser.get('/account/password')).location).toBe('/account');
  });

  it('finds the account of a confirmed address, and never that of somebody who had the address before', async () => {
    const before = await db.account.findUniqueOrThrow({ where: { email: people.officer } });
    list('kim', ['fib'], { email: people.officer });
    await signedOn('kim');
    expect(
      await db.directoryIdentity.findUnique({ where: { accountId: before.id }, select: { subject: true } }),
    ).toEqual({ subject: 'kim' });
    list('lee', ['fib'], { email: people.officer });
    expect(main(await signOn(portal.client(), 'lee'))).toContain('belongs to another person’s account');
  });

  it.each([
    ['without a second factor', { amr: ['pwd'] }, 'second factor', 'second_factor'],
    [
      'whose second factor userinfo alone tells of, which says who they are and not how they signed in',
      { amr: [], amrElsewhere: mfa },
      'second factor',
      'second_factor',
    ],
    [
      'with an address that nobody has confirmed',
      { verified: false },
      'no confirmed email address',
      'address',
    ],
    ['with an address of other mail', { email: 'x@mail.example' }, 'no confirmed email address', 'address'],
    ['with the address of a partner', { email: people.reporter }, 'no confirmed email address', 'address'],
    ['in no group of the portal', { groups: ['staff'] }, 'no group of the force’s directory', 'no_group'],
  ])('lets nobody in %s, and says why', async (_, more, words, reason) => {
    list('nobody', ['fib'], more);
    const browser = portal.client();
    const answer = await signOn(browser, 'nobody');
    expect([answer.status, browser.cookies.has('portal-session')]).toEqual([403, false]);
    expect(main(answer)).toContain(words);
    expect(await lastEvent('account.sign_on_refused')).toEqual({ reason });
    expect(await accountOf('nobody')).toBeNull();
  });

  it('lets nobody in who showed there who they are longer ago than a session lasts', async () => {
    list('ken', ['fib']);
    now += 13 * 60 * minute;
    const answer = await signOn(portal.client(), 'ken');
    now -= 13 * 60 * minute;
    expect([answer.status, main(answer).includes('did not sign in anew')]).toEqual([403, true]);
    expect(await lastEvent('account.sign_on_refused')).toEqual({ reason: 'stale' });
  });

  it('lets nobody in whom the portal has suspended', async () => {
    list('sue', ['fib']);
    const browser = await signedOn('sue');
    await db.account.update({ where: { email: 'sue@police.example' }, data: { status: 'suspended' } });
    expect(await isOut(browser)).toBe(true);
    expect(main(await signOn(portal.client(), 'sue'))).toContain('is suspended');
  });

  it('takes an answer from the browser alone that asked, once', async () => {
    list('ben', ['fib']);
    const browser = portal.client();
    const away = await browser.get('/sign-in/force');
    const back = await provider.signIn(away.location ?? '', 'ben');
    const address = `${back.pathname}${back.search}`;
    const refusedTo = async (other: Client, at = address) => {
      const answer = await other.get(at);
      expect([answer.status, other.cookies.has('portal-session')], at).toEqual([403, false]);
      expect(main(answer)).toContain('was not asked for by this browser');
    };
    await refusedTo(portal.client());
    const others = portal.client();
    await others.get('/sign-in/force');
    await refusedTo(others);
    await refusedTo(browser, address.replace(/state=[^&]+/, 'state=another'));
    // The answer to the same question with another nonce, as of a token that somebody else was given.
    const kept = browser.cookies.get('portal-sign-on') ?? '';
    const [wish, state, , ...rest] = kept.split('.');
    browser.cookies.set('portal-sign-on', [wish, state, 'A'.repeat(43), ...rest].join('.'));
    await refusedTo(browser);
    browser.cookies.set('portal-sign-on', kept);
    await refusedTo(browser);
  });
});

describe('proving again who somebody is', () => {
  const later = '/account/sessions';

  it('asks the provider anew, for whoever it is and nobody else', async () => {
    list('pat', ['fib']);
    list('quin', ['fib']);
    const atProvider = new Map<string, string>();
    const pat = await signedOn('pat', atProvider);
    const proved = async () =>
      (await db.session.findFirstOrThrow({ where: { account: { email: 'pat@police.example' } } })).provedAt;
    expect(Math.abs(Number(await proved()) - now)).toBeLessThan(minute);
    await db.session.updateMany({
      where: { account: { email: 'pat@police.example' } },
      data: { provedAt: null },
    });
    const page = await pat.get(`/confirm?next=${later}`);
    const way = load(page.text)('main a[role=button]').attr('href') ?? '';
    expect(page.text).not.toContain('type="password"');
    const prove = async (sub: string, jar = new Map<string, string>()) => {
      const away = await pat.get(way);
      expect(new URL(away.location ?? '').searchParams.get('prompt')).toBe('login');
      const { pathname, search } = await provider.signIn(away.location ?? '', sub, jar);
      return pat.get(`${pathname}${search}`);
    };
    expect((await prove('quin')).status).toBe(403);
    expect(await proved()).toBeNull();
    expect((await prove('pat', atProvider)).location).toBe(later);
    expect(await proved()).toEqual(new Date(now));
    expect(await lastEvent('account.proved')).toEqual({ by: 'directory' });
  });
});

describe('what the directory says later', () => {
  it('changes roles at the next sign-in, and takes all of whoever has left every group', async () => {
    list('cat', ['fib']);
    await signedOn('cat');
    list('cat', ['spoc-east']);
    await signedOn('cat');
    expect(await rolesOf('cat')).toEqual(['spoc BE']);
    list('cat', []);
    expect((await signOn(portal.client(), 'cat')).status).toBe(403);
    expect(await rolesOf('cat')).toEqual([]);
  });

  it('changes name and address at the next sign-in, but takes no address from another account', async () => {
    list('bea', ['fib']);
    await signedOn('bea');
    const { id } = await db.account.findUniqueOrThrow({ where: { email: 'bea@police.example' } });
    list('bea', ['fib'], { name: 'Bea Newname', email: 'bea.newname@police.example' });
    const again = await signedOn('bea');
    expect(await db.account.findUnique({ where: { id } })).toMatchObject({
      displayName: 'Bea Newname',
      email: 'bea.newname@police.example',
    });
    expect(await lastEvent('account.changed')).toEqual({ fields: ['displayName', 'email'] });
    expect((await again.get('/account')).text).toContain('Bea Newname');
    list('bea', ['fib'], { email: 'ada@police.example' });
    await signedOn('bea');
    expect(await db.account.findUnique({ where: { id } })).toMatchObject({
      displayName: 'bea Example',
      email: 'bea.newname@police.example',
    });
  });

  it('withdraws the request for roles that waited when police began to sign in so', async () => {
    list('bob', ['fib']);
    await signedOn('bob');
    const bob = await accountOf('bob');
    const administrator = await db.account.findUniqueOrThrow({ where: { email: people.administrator } });
    const request = {
      id: randomUUID(),
      accountId: bob?.id ?? '',
      askedBy: administrator.id,
      askedAt: new Date(now),
    };
    await db.roleRequest.create({
      data: { ...request, roles: { create: { id: randomUUID(), role: 'auditor' } } },
    });
    await signedOn('bob');
    expect((await db.roleRequest.findUnique({ where: { id: request.id } }))?.decision).toBe('withdrawn');
    expect(await rolesOf('bob')).toEqual(['fib_officer']);
  });

  it('changes roles of whoever is signed in, and ends the sessions of leavers and of whoever is in no group', async () => {
    list('dan', ['fib']);
    list('eve', ['fib']);
    list('fay', ['fib']);
    const [dan, eve, fay] = [await signedOn('dan'), await signedOn('eve'), await signedOn('fay')];
    list('dan', ['spoc-east']);
    list('eve', []);
    provider.people.delete('fay');
    await checkSignOns(system);
    expect(await rolesOf('dan')).toEqual(['fib_officer']);
    now += 11 * minute;
    await checkSignOns(system);
    expect(await rolesOf('dan')).toEqual(['spoc BE']);
    expect(await rolesOf('eve')).toEqual([]);
    expect([await isOut(dan), await isOut(eve), await isOut(fay)]).toEqual([false, true, true]);
    now += 11 * minute;
    list('dan', ['fib']);
    await checkSignOns(system);
    expect(await rolesOf('dan')).toEqual(['fib_officer']);
    expect(await db.directorySession.count({ where: { session: { revokedAt: { not: null } } } })).toBe(0);
  });

  it('takes the roles of whoever it says nothing of for too long, sooner where it refuses', async () => {
    const day = 24 * 60 * minute;
    list('gus', ['fib']);
    list('hal', ['fib']);
    await signedOn('gus');
    await signedOn('hal');
    provider.people.delete('hal');
    const today = now;
    const rolesAfter = async (days: number) => {
      now = today + days * day + 11 * minute;
      await checkSignOns(system);
      return [await rolesOf('gus'), await rolesOf('hal')];
    };
    expect(await rolesAfter(0)).toEqual([['fib_officer'], ['fib_officer']]);
    expect(await rolesAfter(6)).toEqual([['fib_officer'], ['fib_officer']]);
    expect(await rolesAfter(8)).toEqual([['fib_officer'], []]);
    expect(await rolesAfter(31)).toEqual([[], []]);
    now = today;
    list('hal', ['fib']);
    await signedOn('hal');
    expect(await rolesOf('hal')).toEqual(['fib_officer']);
    expect(await rolesAfter(8)).toEqual([[], ['fib_officer']]);
    now = today;
  });
});

describe('signing out', () => {
  it('ends the session and leads to the provider, which calls when somebody signs out there', async () => {
    list('gus', ['fib']);
    const atProvider = new Map<string, string>();
    const [one, same, other] = [
      await signedOn('gus', atProvider),
      await signedOn('gus', atProvider),
      await signedOn('gus'),
    ];
    const out = await one.post('/sign-out');
    expect(out.location).toBe('/signed-out');
    const leading = await one.get('/signed-out');
    const address = /^0; url=(.*)$/.exec(leading.headers.get('refresh') ?? '')?.[1] ?? '';
    expect(address).toContain(`${provider.issuer}/session/end?`);
    expect(new URL(address).searchParams.get('post_logout_redirect_uri')).toBe(`${origin}/sign-in`);
    expect(load(leading.text)('main a[role=button]').attr('href')).toBe(address);
    expect([await isOut(one), await isOut(same), await isOut(other)]).toEqual([true, false, false]);
    await provider.signOut(address, atProvider);
    expect([await isOut(same), await isOut(other)]).toEqual([true, false]);
    expect(await lastEvent('account.sign_on_ended')).toEqual({ why: 'signed_out', sessions: 1 });
  });

  it('takes the word of nobody but the provider', async () => {
    list('hal', ['fib']);
    const browser = await signedOn('hal');
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await new SignJWT({ events: { 'http://schemas.openid.net/event/backchannel-logout': {} } })
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(provider.issuer)
      .setAudience(testClient.id)
      .setSubject('hal')
      .setJti('one')
      .setIssuedAt()
      .sign(privateKey);
    for (const token of [forged, '', 'no.token.atall']) expect((await tell(token)).status).toBe(400);
    expect(await isOut(browser)).toBe(false);
  });

  const signOut = { 'http://schemas.openid.net/event/backchannel-logout': {} };

  it.each([
    ['for another portal', { aud: 'another-portal' }],
    ['of another provider', { iss: 'https://another.example' }],
    ['without an event', { events: undefined }],
    ['of another event', { events: { 'http://schemas.example/event/other': {} } }],
    ['whose event is a text', { events: 'http://schemas.openid.net/event/backchannel-logout' }],
    ['with a nonce, as an ID token has', { nonce: 'x' }],
    ['without a name of its own', { jti: undefined }],
    ['about nobody', { sub: undefined }],
    ['of an hour ago', { iat: Math.floor(Date.now() / 1000) - 3600 }],
  ])('takes no word %s', async (_, claims) => {
    list('ian', ['fib']);
    const browser = await signedOn('ian');
    const token = await provider.sign({ sub: 'ian', events: signOut, ...claims });
    expect((await tell(token)).status).toBe(400);
    expect(await isOut(browser)).toBe(false);
  });

  it('takes each word once: said again, it ends no later session', async () => {
    list('jan', ['fib']);
    const before = await signedOn('jan');
    const token = await provider.sign({ sub: 'jan', events: signOut });
    expect((await tell(token)).status).toBe(200);
    expect(await isOut(before)).toBe(true);
    const after = await signedOn('jan');
    await tell(token);
    expect(await isOut(after)).toBe(false);
  });
});

const tell = (token: string) =>
  portal.handle(
    new Request(`${origin}/sign-in/force/ended`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ logout_token: token }),
    }),
    { address: '192.0.2.1' },
  );

describe('where police sign in with their force account', () => {
  it('passwords of police open nothing, and those of partners do', async () => {
    const browser = portal.client();
    const page = await browser.get('/sign-in?next=/queues');
    expect(load(page.text)('a[href="/sign-in/force?next=%2Fqueues"]').text()).toBe(
      'Sign in with your force account',
    );
    await expect(browser.signIn(people.spocBE)).rejects.toThrow('422');
    expect(await lastEvent('account.sign_in_failed')).toEqual({ reason: 'with_directory' });
    await portal.signedIn(people.reporter);
    await browser.post('/forgotten-password', { email: people.spocBE });
    await workOff(db, jobHandlers(portal));
    expect(await db.passwordReset.count()).toBe(0);
  });

  it('administrators invite no police and give them no roles', async () => {
    list('amy', ['portal-admin']);
    const amy = await signedOn('amy');
    await db.session.updateMany({
      where: { account: { email: 'amy@police.example' } },
      data: { provedAt: new Date(now) },
    });
    const ada = await accountOf('ada');
    const page = await amy.get(`/administration/accounts/${ada?.id}`);
    expect(main(page)).toContain('With a force account');
    expect(page.text).not.toContain(`/administration/accounts/${ada?.id}/roles`);
    const changed = await amy.post(`/administration/accounts/${ada?.id}/roles`, {
      roles: 'fib_supervisor',
      expectedVersion: `${ada?.version}`,
    });
    expect(changed.text).toContain('The roles of police come from the groups');
    const invited = await amy.post('/administration/accounts/new', {
      email: 'new@police.example',
      displayName: 'New',
      side: 'police',
      organisationId: '',
      policeRoles: 'fib_officer',
      areaId: '',
    });
    expect(invited.text).toContain('Police are not invited');
  });

  it('keeps what was typed for whoever signs in with their force account in another tab', async () => {
    list('ivy', ['fib']);
    const ivy = await signedOn('ivy');
    await db.session.updateMany({
      where: { account: { email: 'ivy@police.example' } },
      data: { revokedAt: new Date(now) },
    });
    const kept = await ivy.post('/sign-in/kept?next=/account', { contactTelephone: '01632 960123' });
    const sealed = load(kept.text)('input[name=kept-sealed]').first().attr('value') ?? '';
    const step = { 'kept-step': 'signed-in', 'kept-sealed': sealed };
    expect((await ivy.post('/sign-in/kept?next=/account', step)).status).toBe(422);
    await signOn(ivy, 'ivy');
    const back = await ivy.post('/sign-in/kept?next=/account', step);
    expect(load(back.text)('input[name=contactTelephone]').attr('value')).toBe('01632 960123');
  });
});

describe('emergency accounts', () => {
  it('are two, open the portal with a password, and tell everybody', async () => {
    for (const email of [people.administrator, people.auditor]) await markEmergencyAccount(system, email);
    await expect(markEmergencyAccount(system, people.mdsLead)).rejects.toThrow();
    await expect(markEmergencyAccount(system, 'ada@police.example')).rejects.toThrow();
    await db.$executeRaw`DELETE FROM pgboss.job WHERE name IN ('send-mail', 'call-emergency-alarm')`;
    await portal.signedIn(people.administrator);
    expect(await lastEvent('account.signed_in')).toEqual({ method: 'password', emergency: true });
    const jobs = await db.$queryRaw<{ name: string; kind: string | null }[]>`
      SELECT name, data->>'kind' AS kind FROM pgboss.job WHERE name IN ('send-mail', 'call-emergency-alarm')`;
    expect(jobs.filter(({ kind }) => kind === 'emergency-account-used').length).toBeGreaterThanOrEqual(2);
    expect(jobs.map(({ name }) => name)).toContain('call-emergency-alarm');
    await endEmergencyAccount(system, people.administrator);
    await expect(portal.client().signIn(people.administrator)).rejects.toThrow('422');
  });
});

describe('a directory that is away', () => {
  it('is said in words, by a portal that goes on', async () => {
    list('jim', ['fib']);
    const jim = await signedOn('jim');
    const browser = portal.client();
    const away = await browser.get('/sign-in/force');
    const back = await provider.signIn(away.location ?? '', 'jim');
    await provider.close();
    const answer = await browser.get(`${back.pathname}${back.search}`);
    expect(answer.status).toBe(503);
    expect(main(answer)).toContain('does not answer');
    now += 11 * minute;
    await expect(checkSignOns(system)).rejects.toThrow();
    expect(await isOut(jim)).toBe(false);
    await portal.signedIn(people.reporter);
  });
});
