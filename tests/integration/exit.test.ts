import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';

const portal = await openTestPortal();
const { url: away } = portal.force.exit;

describe('the way out at once', () => {
  it('ends the session, forgets what the browser keeps and leaves for the force’s neutral page', async () => {
    const browser = await portal.signedIn(people.reporter);
    const kept = new Map(browser.cookies);
    const answer = await browser.get('/exit');
    expect([answer.status, answer.location]).toEqual([302, away]);
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(browser.cookies.size).toBe(0);
    for (const [name, value] of kept) browser.cookies.set(name, value);
    expect((await browser.get('/reports')).location).toBe('/sign-in?next=%2Freports');
  });

  it('leaves for the same page when nobody is signed in', async () => {
    expect((await portal.client().get('/exit')).location).toBe(away);
  });

  it('keeps the draft as it was saved', async () => {
    const browser = await portal.signedIn(people.reporter);
    const { location } = await browser.post('/reports/new');
    await browser.get('/exit');
    await browser.signIn(people.reporter);
    expect((await browser.get(location ?? '')).status).toBe(200);
  });

  it('is on every page of partners and before sign-in, as a link, and on none of police', async () => {
    const exits = (text: string) => load(text)('a[href="/exit"]').length;
    const nobody = portal.client();
    for (const path of ['/sign-in', '/help', '/help/exit', '/no-such-page'])
      expect([path, exits((await nobody.get(path)).text)]).toEqual([path, 2]);
    const reporter = await portal.signedIn(people.reporter);
    expect(exits((await reporter.get('/reports')).text)).toBe(2);
    const officer = await portal.signedIn(people.officer);
    for (const path of ['/queues', '/help'])
      expect([path, exits((await officer.get(path)).text)]).toEqual([path, 0]);
  });
});

describe('what the button does', () => {
  it('is explained before a person’s first report, once, and leads on to the report', async () => {
    await portal.db.account.updateMany({
      where: { email: people.elsewhere },
      data: { exitExplainedAt: null },
    });
    const browser = await portal.signedIn(people.elsewhere);
    const first = await browser.post('/reports/new');
    expect(first.location).toMatch(/^\/help\/exit\?next=%2Freports%2Fdrafts%2F/);
    const page = load((await browser.get(first.location ?? '')).text);
    expect(page('h1').text()).toBe('Leaving this site quickly');
    const next = page('main a.govuk-button').attr('href') ?? '';
    expect((await browser.get(next)).status).toBe(200);
    expect((await browser.post('/reports/new')).location).toMatch(/^\/reports\/drafts\//);
  });

  it('is explained on a page that leads nowhere else', async () => {
    const page = await portal.client().get('/help/exit?next=https%3A%2F%2Fother.example%2F');
    expect(load(page.text)('main a.govuk-button').attr('href')).toBe('/');
  });
});
