import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { partnerTour } from '#tests/factories/partner-tour.ts';
import { addPeople, people } from '#tests/factories/people.ts';
import { policeTour } from '#tests/factories/police-tour.ts';
import { openTestPortal } from '#tests/factories/portal.ts';

const portal = await openTestPortal();
await addPeople(portal.db);
const partner = await partnerTour(portal);
const police = await policeTour(portal);
const visits = [...partner, ...police];

describe('every page that people meet', () => {
  it('was seen well and with errors: the client looked at each (tests/factories/page-invariants.ts)', () => {
    expect([...new Set(visits.map(({ status }) => status))].sort()).toEqual([
      200, 403, 404, 409, 410, 413, 422, 429,
    ]);
  });
});

describe('the cookies of a sign-in', () => {
  it('are hidden from scripts and other sites', async () => {
    const answer = await portal.client().signIn(people.reporter);
    const [session, device, ...others] = answer.headers.getSetCookie().sort().reverse();
    expect(session).toMatch(/^portal-session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(device).toMatch(/^portal-device=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
    expect(others).toEqual([]);
  });
});

describe('the log', () => {
  it('holds nothing of people, reports, addresses or secrets', async () => {
    const lines = portal.logged.join('');
    expect(portal.logged.length).toBeGreaterThan(200);
    const accounts = await portal.db.account.findMany({ select: { email: true, displayName: true } });
    const references = await portal.db.submission.findMany({ select: { reference: true } });
    const secrets = [
      ...accounts.flatMap(({ email, displayName }) => [email, displayName]),
      ...references.map(({ reference }) => reference),
    ];
    expect(secrets.filter((word) => lines.includes(word))).toEqual([]);
    expect(lines).not.toMatch(
      /@|portal-session|set-cookie|2001:db8|van was outside|Quill|B11 |harbour-lantern|\/drafts\/[0-9a-f]|next=/,
    );
  });

  it('has no error where a page takes no form', async () => {
    const before = portal.logged.length;
    expect((await portal.client().post('/help')).status).toBe(405);
    const lines = portal.logged
      .slice(before)
      .map((line) => JSON.parse(line) as { level: string; status: number });
    expect(lines).toMatchObject([{ level: 'info', status: 405 }]);
  });

  it('names the pattern of each route', () => {
    const routes = new Set(portal.logged.map((line) => (JSON.parse(line) as { route?: string }).route));
    expect(routes).toContain('/reports/drafts/:draftId/pages/:pageId');
  });
});

describe('in danger', () => {
  const emergency = (text: string) => load(text)('a[href="tel:999"]');

  it('every page of a partner lets whoever reads it call, and says what a call leaves behind', () => {
    const without = partner.filter(
      ({ text }) => !emergency(text).first().closest('p, strong').text().includes('list of calls'),
    );
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it('the page to stop at shows at once how to call without speaking', () => {
    const stops = partner.filter(({ text }) => load(text)('h1').text() === 'Call 999 before you go on');
    expect(stops.length).toBeGreaterThan(0);
    for (const { text } of stops) {
      expect(load(text)('main a[href="tel:999"]').length).toBeGreaterThan(0);
      const ways = load(text)('main .portal-emergency__ways');
      expect(ways.text()).toMatch(/press 55.*18000.*999 BSL/s);
      expect(ways.closest('details')).toHaveLength(0);
    }
  });

  it.each(police)('$name of the police has no number that a slip would call', ({ text }) => {
    expect(load(text)('a[href^="tel:"]').length).toBe(0);
    expect(load(text)('footer').text()).toContain('call 999');
  });
});
