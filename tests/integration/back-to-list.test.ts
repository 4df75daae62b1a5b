import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { formOf, sendForm } from '#tests/factories/forms.ts';
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
    expect(next.location).toMatch(/^\/submissions\/[0-9a-f-]{36}\?from=.*&done=claim$/);
    expect(next.location).not.toContain(submissionId);
    expect(backOf((await officer.get(next.location ?? '')).text)).toBe(list);
  });

  it('offers no next one where none waits', async () => {
    const { submissionId = '' } = await makeThing(portal, 'FIB report');
    await portal.db.submission.updateMany({
      where: { claimedBy: null },
      data: { status: 'closed', closedAt: new Date() },
    });
    const page = await officer.get(`/submissions/${submissionId}?done=claim`);
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

  it('is not lost to an address with a moment that no calendar has', async () => {
    const page = await officer.get('/queues/fib?since=0000-01-01T00:00:00.000Z');
    expect(page.status).toBe(200);
  });
});
