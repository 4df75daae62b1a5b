import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { partnerTour } from '#tests/factories/partner-tour.ts';
import { addPeople, people } from '#tests/factories/people.ts';
import { policeTour } from '#tests/factories/police-tour.ts';
import { openTestPortal } from '#tests/factories/portal.ts';

// In the pseudo-locale every word that is looked up has marks around it; the words of the police stand in their pages.
const portal = await openTestPortal({ locale: 'pseudo' });
await addPeople(portal.db);
const partner = await partnerTour(portal);
const data = await dataWords();
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
    const stops = partner.filter(({ text }) => load(text)('h1').text() === '⟦Call 999 before you go on⟧');
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

/** Attributes that a person reads or hears. */
const spoken = [
  'aria-label',
  'placeholder',
  'alt',
  'title',
  'data-minute',
  'data-minutes',
  'data-failed',
  'data-problem',
  'data-offline',
  'data-again',
  'data-anyway',
  'data-asking',
  'data-too-long',
  'data-unsaved',
  ...['activated', 'timed-out', 'press-two-more-times', 'press-one-more-time'].map(
    (name) => `data-i18n.${name}`,
  ),
  ...['show-password', 'hide-password', 'password-shown-announcement', 'characters-at-limit'].map(
    (name) => `data-i18n.${name}`,
  ),
];

/** What is data: names, addresses and references that the database holds, what was typed, and the force's own words. */
async function dataWords(): Promise<string[]> {
  const { db } = portal;
  const rows = [
    await db.account.findMany({ select: { email: true, displayName: true } }),
    await db.organisation.findMany({ select: { name: true, agreementReference: true } }),
    await db.organisationSite.findMany({ select: { name: true } }),
    await db.area.findMany({ select: { name: true } }),
    await db.submission.findMany({ select: { reference: true } }),
    await db.submissionContent.findMany({ select: { document: true } }),
    await db.partnerMessage.findMany({ select: { text: true } }),
    await db.draft.findMany({ select: { answers: true } }),
    portal.force,
  ];
  return [...new Set(strings(rows))].sort((one, other) => other.length - one.length);
}

function strings(value: unknown): string[] {
  if (typeof value === 'string')
    return /\p{Lu}.*\p{L}|\p{L}.* .*\p{L}|@/u.test(value) ? [value, ...value.split(/\n|999/)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** Days and times, which the page writes in its own way. */
const times = [
  /\b(\d{1,2}(:\d\d)?(am|pm)|midday|midnight) on (\w+day )?\d{1,2} \w+ \d{4}\b/g,
  /\b(\w+day )?\d{1,2} \w+ \d{4}( at (\d{1,2}(:\d\d)?(am|pm)|midday|midnight))?\b/g,
];
/** What `wrongAnswers` and the tour type, the names of the cookies, which are told as they are, and references, which may hold a single letter. */
const typed = [
  /\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/g,
  /\bportal-(session|device|done|sign-on)\b/g,
  /x{10,}/g,
  /\bnobody@example\.org\b/g,
  /\b(Testperson|no_such_answer|AB12|B11 1AA|a@b|Typed before\.)/g,
];

function unmarked(html: string): string[] {
  const $ = load(html);
  $('script, style').remove();
  const found: string[] = [];
  const check = (text: string, where: string) => {
    // Words stand in words where one sentence quotes another.
    let bare = text;
    for (let depth = 0; depth < 8 && bare.includes('⟦'); depth += 1) bare = bare.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ');
    if (!/\p{L}/u.test(bare)) return;
    for (const pattern of [...times, ...typed]) bare = bare.replaceAll(pattern, ' ');
    for (const word of data) bare = bare.replaceAll(word, ' ');
    if (/\p{L}/u.test(bare)) found.push(`${where}: ${bare.trim().slice(0, 120)}`);
  };
  const everything = $('html, html *');
  everything.contents().each((_, node) => {
    if (node.nodeType === 3) check($(node).text(), 'text');
  });
  for (const name of spoken)
    everything
      .filter(`[${name.replace('.', String.raw`\.`)}]`)
      .each((_, node) => check($(node).attr(name) ?? '', name));
  $('input[type=submit], input[type=button]').each((_, node) => check($(node).attr('value') ?? '', 'button'));
  return [...new Set(found)];
}

describe('every page of a partner', () => {
  it.each(partner)('has no words of its own: $name', ({ text }) => {
    expect(unmarked(text)).toEqual([]);
  });
});
