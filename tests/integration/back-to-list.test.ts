import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { encodeCursor } from '#app/domain/kernel/queue-cursor.ts';
import { formOf, sendForm } from '#tests/factories/forms.ts';
import { grade, sanitised } from '#tests/factories/officer-work.ts';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { makeThing } from '#tests/factories/things.ts';

const portal = await openTestPortal();
const officer = await portal.signedIn(people.officer);
const list = '/queues/fib?view=unassigned&priority=low&sort=due';

const backOf = (html: string) => load(html)('.govuk-back-link').attr('href');
const takeNextIn = (html: string) =>
  load(html)('.govuk-notification-banner form').find('button').text().trim();

describe('a submission opened from a list', () => {
  it('leads back to it as it was, also after an action, and on to the next', async () => {
    const { submissionId = '' } = await makeThing(portal, 'FIB report');
    await makeThing(portal, 'FIB report');
    const lines = load((await officer.get(list)).text);
    const address = lines(`a[href^="/submissions/${submissionId}"]`).attr('href') ?? '';
    const page = await officer.get(address);
    expect(backOf(page.text)).toBe(list);
    const claim = load(page.text)(`form[action^="/submissions/${submissionId}/actions/claim"]`).attr(
      'action',
    );
    const claimed = await officer.get(await sendForm(officer, claim ?? ''));
    expect(load(claimed.text)('.govuk-notification-banner').text()).toContain('You have claimed this');
    expect(backOf(claimed.text)).toBe(list);
    expect(takeNextIn(claimed.text)).toBe('Take next');
    const { action = '', fields } = formOf(claimed.text);
    const next = await officer.post(action, fields);
    expect(next.location).toMatch(/^\/submissions\/[0-9a-f-]{36}\?from=.*$/);
    expect(next.location).not.toContain(submissionId);
    expect(backOf((await officer.get(next.location ?? '')).text)).toBe(list);
  });

  it('leads back to it through its notes, items and records too', async () => {
    const { submissionId = '' } = await makeThing(portal, 'claimed report');
    const from = list.replace('/queues/', '');
    const address = `/submissions/${submissionId}?from=${encodeURIComponent(from)}`;
    const linkIn = (html: string, start: string) => load(html)(`a[href^="${start}"]`).attr('href') ?? '';
    const backFrom = async (path: string) => backOf((await officer.get(path)).text);
    const page = await officer.get(address);
    const note = linkIn(page.text, `/submissions/${submissionId}/notes/new`);
    expect(await backFrom((await backFrom(note)) ?? '')).toBe(list);
    const noted = await sendForm(officer, note, { text: 'The council knows of the house.' });
    expect(await backFrom(noted)).toBe(list);
    const saved = await sendForm(officer, address, { ...grade, text: sanitised });
    expect(await backFrom(saved)).toBe(list);
    const item = linkIn((await officer.get(saved)).text, '/items/');
    expect(await backFrom((await backFrom(item)) ?? '')).toBe(list);
    const records = linkIn(page.text, `/submissions/${submissionId}/records?`);
    expect(await backFrom((await backFrom(records)) ?? '')).toBe(list);
    const add = linkIn((await officer.get(records)).text, `/submissions/${submissionId}/records/add/nrm`);
    const recorded = await sendForm(officer, add, { reference: 'NRM 1', status: 'referred' });
    expect(await backFrom((await backFrom(recorded)) ?? '')).toBe(list);
  });

  it('offers no next one where none waits', async () => {
    const { submissionId = '' } = await makeThing(portal, 'FIB report');
    await portal.db.submission.updateMany({
      where: { claimedBy: null, id: { not: submissionId } },
      data: { status: 'closed', outcome: 'no_further_use', closedAt: new Date() },
    });
    const page = await officer.get(await sendForm(officer, `/submissions/${submissionId}/actions/claim`));
    expect(load(page.text)('.govuk-notification-banner').text()).toContain('You have claimed this');
    expect(takeNextIn(page.text)).toBe('');
  });

  it('leads to the queues from any other address', async () => {
    const { submissionId = '' } = await makeThing(portal, 'claimed report');
    for (const from of ['', '?from=https://example.org/', '?from=//example.org', '?from=fib%3Fview%3Devery'])
      expect([from, backOf((await officer.get(`/submissions/${submissionId}${from}`)).text)]).toEqual([
        from,
        '/queues',
      ]);
  });

  it('is no list of several: nothing selected leads back to it too', async () => {
    const from = encodeURIComponent(list.replace('/queues/', ''));
    const page = await officer.get(`/queues/fib/bulk?do=claim&from=${from}`);
    expect(backOf(page.text)).toBe(list);
  });

  it('is no page of results past their end, nor those of a search whose time is over: both say so, and lead on', async () => {
    const { submissionId = '' } = await makeThing(portal, 'FIB report');
    const { reference } = await portal.db.submission.findUniqueOrThrow({ where: { id: submissionId } });
    const results = await sendForm(officer, '/search', { query: reference });
    const last = encodeCursor({ priorityRank: 9, at: new Date(0), id: submissionId });
    const past = load((await officer.get(`${results}?after=${last}`)).text);
    expect(past('main').text()).toContain('none is left for this page');
    expect(past('.govuk-pagination a').attr('href')).toBe(results);
    await portal.db.keptSearch.updateMany({ data: { expiresAt: new Date(0) } });
    const over = await officer.get(results);
    expect([over.status, over.text.includes(reference)]).toEqual([404, false]);
    expect(load(over.text)('main .govuk-inset-text').text()).toContain('not here any more');
    const { action = '', fields } = formOf(over.text);
    const again = await officer.post(action, { ...fields, query: reference });
    expect(again.location).toMatch(/^\/search\/[0-9a-f-]{36}$/);
  });

  it('is not lost to an address with a moment that no calendar has', async () => {
    const page = await officer.get('/queues/fib?since=0000-01-01T00:00:00.000Z');
    expect(page.status).toBe(200);
  });
});
