import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import type { Answer } from '#tests/factories/client.ts';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';

const portal = await openTestPortal();
const newsIn = ({ text }: Answer) => load(text)('.govuk-notification-banner__content').text().trim();
const page = '/help/keyboard';

describe('what was just done', () => {
  it('is said once, by the page that the form led to', async () => {
    const officer = await portal.signedIn(people.officer);
    expect((await officer.post(page, { keys: 'on' })).location).toBe(page);
    expect(newsIn(await officer.get('/help/triage'))).toBe('');
    expect(newsIn(await officer.get(page))).toBe('Keys are on');
    expect(newsIn(await officer.get(page))).toBe('');
  });

  it('waits for a page that somebody looks at', async () => {
    const officer = await portal.signedIn(people.officer);
    await officer.post(page, { keys: 'off' });
    expect(JSON.parse((await officer.get('/queues/news')).text)).toMatchObject({ title: '', others: '' });
    expect(newsIn(await officer.get(page))).toBe('Keys are off');
  });

  it('is never said from an address', async () => {
    const officer = await portal.signedIn(people.officer);
    for (const query of ['?done=keys-on', '?done=claim', '?flash=keys-on'])
      expect(newsIn(await officer.get(`${page}${query}`))).toBe('');
  });

  it('is not said to who signs in next with the same browser', async () => {
    const browser = await portal.signedIn(people.officer);
    await browser.post(page, { keys: 'on' });
    const done = browser.cookies.get('portal-done') ?? '';
    expect(done).not.toBe('');
    await browser.post('/sign-out');
    await browser.signIn(people.supervisor);
    browser.cookies.set('portal-done', done);
    expect(newsIn(await browser.get(page))).toBe('');
  });
});
