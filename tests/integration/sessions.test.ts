import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';

const start = Date.now();
let now = start;
const portal = await openTestPortal({ https: true, realTime: { now: () => new Date(now) } });

describe('a session', () => {
  it('has a cookie that is bound to the host under TLS', async () => {
    const answer = await portal.client().signIn(people.reporter);
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-portal-session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
      ),
      expect.stringMatching(
        /^__Host-portal-device=[\w-]{22}\.[0-9a-z]+-[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=15552000; Secure$/,
      ),
    ]);
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
  });

  it('is new after each sign-in, and the old one opens nothing', async () => {
    const browser = await portal.signedIn(people.reporter);
    const before = new Map(browser.cookies);
    await browser.signIn(people.reporter);
    const other = portal.client();
    for (const [name, value] of before) other.cookies.set(name, value);
    expect((await other.get('/reports')).location).toBe('/sign-in?next=%2Freports');
    expect((await browser.get('/reports')).status).toBe(200);
  });

  it('ends at sign-out, with what the browser keeps', async () => {
    const browser = await portal.signedIn(people.reporter);
    const kept = new Map(browser.cookies);
    const answer = await browser.post('/sign-out');
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect([...browser.cookies.keys()]).toEqual(['__Host-portal-device']);
    for (const [name, value] of kept) browser.cookies.set(name, value);
    expect((await browser.get('/reports')).location).toBe('/sign-in?next=%2Freports');
  });

  it('is not taken from the cookie of plain HTTP, nor from a damaged one', async () => {
    const browser = await portal.signedIn(people.reporter);
    const [[name, token] = ['', '']] = browser.cookies;
    for (const cookie of [
      `portal-session=${token}`,
      `${name}=${token}x`,
      `${name}=${token.toLowerCase()}`,
      `${name}=`,
    ]) {
      const answer = await portal.client().get('/reports', { cookie });
      expect(answer.status, cookie.slice(0, 22)).toBe(302);
    }
  });

  it('lasts half an hour beyond its last use, and twelve hours at most', async () => {
    const browser = await portal.signedIn(people.reporter);
    for (let minutes = 29; minutes < 12 * 60; minutes += 29) {
      now = start + minutes * 60_000;
      expect((await browser.get('/reports')).status, `after ${minutes} minutes`).toBe(200);
    }
    now = start + 12 * 60 * 60_000 + 1;
    expect((await browser.get('/reports')).location).toBe('/sign-in?next=%2Freports');
    const idle = await portal.signedIn(people.reporter);
    now += 30 * 60_000;
    expect((await idle.get('/reports')).location).toBe('/sign-in?next=%2Freports');
  });
});

describe('staying signed in', () => {
  const minute = 60_000;
  const endOf = (text: string) => Number(load(text)('[data-ends-in]').attr('data-ends-in'));

  it('moves the end on by a form that says nothing, from any page', async () => {
    const browser = await portal.signedIn(people.reporter);
    now += 29 * minute + 59_000;
    const answer = await browser.post('/stay-signed-in');
    expect([answer.status, answer.location]).toEqual([303, '/stay-signed-in']);
    now += 29 * minute + 59_000;
    const page = await browser.get('/stay-signed-in');
    expect(page.status).toBe(200);
    expect(page.text).toContain('after 30 minutes without use');
    now += 30 * minute;
    expect((await browser.post('/stay-signed-in')).location).toMatch(/^\/sign-in/);
  });

  it('is counted in every page of whoever is signed in, and never for longer than there is', async () => {
    const browser = await portal.signedIn(people.reporter);
    const begun = now;
    expect(endOf((await browser.get('/reports')).text)).toBe(29 * minute);
    for (let minutes = 25; minutes < 11.7 * 60; minutes += 25) {
      now = begun + minutes * minute;
      expect((await browser.post('/stay-signed-in')).status).toBe(303);
    }
    now = begun + (11 * 60 + 50) * minute;
    const last = (await browser.get('/reports')).text;
    expect(endOf(last)).toBe(10 * minute);
    expect(load(last)('dialog').text()).toContain('Save this page now');
    expect(load((await portal.client().get('/help')).text)('dialog')).toHaveLength(0);
  });

  it('ends sooner on a shared computer, and the page says so', async () => {
    const browser = portal.client();
    await browser.post('/sign-in', {
      email: people.reporter,
      password: 'example-harbour-lantern',
      shared: 'yes',
    });
    expect(endOf((await browser.get('/reports')).text)).toBe(9 * minute);
    const { location } = await browser.post('/reports/new');
    expect((await browser.get(location ?? '')).text).toContain('after 10 minutes without use');
    now += 10 * minute;
    expect((await browser.get('/reports')).location).toBe('/sign-in?next=%2Freports');
  });
});

describe('the way after sign-in', () => {
  it.each([
    '//other.example',
    '/\\other.example',
    '/.//other.example',
    'https://other.example',
    '/\t/other.example',
    'javascript:alert(1)',
    '/%0d%0aSet-Cookie:a=b',
  ])('never leads to another site: %s', async (next) => {
    const browser = portal.client();
    const page = await browser.get(`/sign-in?next=${encodeURIComponent(next)}`);
    expect(load(page.text)('input[name=next]').attr('value')).toMatch(/^\/(?![/\\])/);
    const answer = await browser.post('/sign-in', {
      email: people.officer,
      password: 'example-harbour-lantern',
      next,
    });
    expect(new URL(answer.location ?? '', portal.origin).origin).toBe(portal.origin);
  });

  it('leads to the page that was asked for', async () => {
    const browser = portal.client();
    const { location } = await browser.get('/queues?view=urgent');
    expect(location).toBe('/sign-in?next=%2Fqueues%3Fview%3Durgent');
    const answer = await browser.post('/sign-in', {
      email: people.officer,
      password: 'example-harbour-lantern',
      next: '/queues?view=urgent',
    });
    expect(answer.location).toBe('/queues?view=urgent');
  });
});

describe('a form from another site', () => {
  const elsewhere = { origin: 'https://other.example', 'sec-fetch-site': 'cross-site' };

  it.each(['/reports/new', '/sign-out', '/sign-in', '/administration/accounts/new'])(
    'is refused at %s, and changes nothing',
    async (path) => {
      const browser = await portal.signedIn('lee@harbour-trust.example');
      const before = await portal.db.draft.count();
      const answer = await browser.post(path, {}, elsewhere);
      expect(answer.status).toBe(400);
      expect(await portal.db.draft.count()).toBe(before);
      expect((await browser.get('/reports')).status).toBe(200);
    },
  );

  // A page in a sandboxed frame, or one that hides where it is, has the origin "null". The portal's own never do.
  it('is refused where the browser gives no origin', async () => {
    const browser = await portal.signedIn(people.reporter);
    expect((await browser.post('/reports/new', {}, { origin: 'null' })).status).toBe(400);
  });

  it('is refused over plain HTTP where the portal has TLS', async () => {
    const browser = await portal.signedIn(people.reporter);
    expect((await browser.post('/reports/new', {}, { origin: 'http://portal.example' })).status).toBe(400);
  });
});

describe('too many tries to sign in', () => {
  it('are refused for one account and leave the others alone', async () => {
    const browser = portal.client();
    const tried = [];
    for (let count = 0; count < 11; count += 1)
      tried.push((await browser.post('/sign-in', { email: people.auditor, password: 'wrong' })).status);
    expect(tried).toEqual([...Array.from({ length: 10 }, () => 422), 429]);
    const right = { email: people.auditor, password: 'example-harbour-lantern' };
    expect((await browser.post('/sign-in', right)).status).toBe(429);
    expect((await browser.post('/sign-in', { ...right, email: people.mdsLead })).status).toBe(302);
  });

  it('of strangers keep nobody out of the browser that they have signed in with', async () => {
    const own = await portal.signedIn(people.contributor);
    await own.post('/sign-out');
    for (let networks = 0; networks < 6; networks += 1) {
      const stranger = portal.client();
      for (let count = 0; count < 10; count += 1)
        await stranger.post('/sign-in', { email: people.contributor, password: 'wrong' });
    }
    const right = { email: people.contributor, password: 'example-harbour-lantern' };
    expect((await portal.client().post('/sign-in', right)).status).toBe(429);
    expect((await own.post('/sign-in', right)).status).toBe(302);
  });

  it('are refused from one address', async () => {
    const browser = portal.client();
    const tryAs = async (name: string) =>
      (await browser.post('/sign-in', { email: `${name}@example.org`, password: 'wrong' })).status;
    expect(await tryAs('first')).toBe(422);
    // As if 58 more had come from there: a password takes an eighth of a second of computing each time.
    const where = { key: { startsWith: 'sign-in-address' } };
    await portal.db.rateLimit.updateMany({ where, data: { points: 59 } });
    expect(await tryAs('sixtieth')).toBe(422);
    expect(await tryAs('next')).toBe(429);
    const answer = await browser.post('/sign-in', {
      email: people.mdsLead,
      password: 'example-harbour-lantern',
    });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('without its database', () => {
  it('answers with a page that keeps the frame and says nothing of why', async () => {
    const browser = await portal.signedIn(people.reporter);
    await portal.database.pool.end();
    const answer = await browser.get('/reports');
    expect([500, 503]).toContain(answer.status);
    const $ = load(answer.text);
    expect($('h1').length).toBe(1);
    expect($('footer').text()).toContain('999');
    expect($('script[nonce]').length).toBe(2);
    expect(answer.headers.get('content-security-policy')).toContain($('script').attr('nonce') ?? 'no nonce');
    expect(answer.text).not.toMatch(/\bpool\b|prisma|postgres|Error:| at \//i);
    expect((await portal.client().get('/health/ready')).status).toBe(503);
    expect((await portal.client().get('/health/live')).status).toBe(200);
    expect(
      (await browser.post('/sign-in', { email: people.reporter, password: 'x' })).status,
    ).toBeGreaterThanOrEqual(500);
  });
});
