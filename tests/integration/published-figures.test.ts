import { load } from 'cheerio';
import { beforeAll, describe, expect, it } from 'vitest';
import { addHistory } from '#tests/bench/history.ts';
import { addPeople, people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { makeThing } from '#tests/factories/things.ts';

const portal = await openTestPortal();
await addPeople(portal.db);

/** Reports of a year, linked to items of the plan, in areas and of kinds: enough that each cut would have cells. */
beforeAll(async () => {
  const { submissionId = '' } = await makeThing(portal, 'contact plan');
  await addHistory(portal.db, submissionId, 355);
});

/** Every page that links lead to from where this person starts: all that they can hold against each other. */
async function everythingSeenBy(email: string): Promise<Map<string, string>> {
  const browser = await portal.signedIn(email);
  const seen = new Map<string, string>();
  const waiting = ['/', '/reporting', '/reporting/published', '/plan'];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(path)) continue;
    const page = await browser.get(path);
    seen.set(path, page.status === 200 ? page.text : '');
    load(page.text)('main a[href^="/"], nav a[href^="/"]').each((_, link) => {
      const href = (link.attribs.href ?? '').split('#')[0] ?? '';
      if (!/^\/(exit|sign-out|help|privacy|cookies|accessibility|stay-signed-in)/.test(href))
        waiting.push(href);
    });
  }
  return seen;
}

describe.each([['contributor', people.contributor] as const])('all that a %s can read', (_, email) => {
  let seen = new Map<string, string>();
  beforeAll(async () => {
    seen = await everythingSeenBy(email);
  });

  it('holds figures of submissions on one page only', () => {
    expect([...seen.keys()].filter((path) => path.startsWith('/plan/')).length).toBeGreaterThan(30);
    const counting = [...seen].filter(([path, text]) => {
      const main = load(text)('main');
      const words = main.text();
      return (
        path.startsWith('/reporting') ||
        /\b\d+ submissions?\b|submissions? (is|are) linked/i.test(words) ||
        (main.find('.govuk-table__cell--numeric').length > 0 && /submissions received/i.test(words))
      );
    });
    expect(counting.map(([path, text]) => (text === '' ? `${path} refused` : path))).toEqual([
      '/reporting refused',
      '/reporting/published',
    ]);
  });

  it('is totals of quarters that do not overlap, none below five: nothing is left to subtract', () => {
    const $ = load(seen.get('/reporting/published') ?? '');
    const rows = $('main table tbody tr')
      .toArray()
      .map((row) =>
        $(row)
          .children()
          .toArray()
          .map((cell) => $(cell).text()),
      );
    expect($('main table')).toHaveLength(1);
    expect(rows.length).toBeGreaterThan(3);
    const quarter =
      /^(January \d{4} to March|April \d{4} to June|July \d{4} to September|October \d{4} to December) \d{4}$/;
    for (const row of rows) {
      expect(row).toEqual([
        expect.stringMatching(quarter),
        expect.stringMatching(/^(Fewer than 5|[5-9]|\d{2,})$/),
      ]);
    }
    expect(new Set(rows.map(([name]) => name)).size).toBe(rows.length);
    const rest = $('main').clone();
    rest.find('table, h1').remove();
    expect(rest.text()).not.toMatch(/Birmingham|Coventry|PCC|Telephone|Labour/);
  });
});

it.each([people.areaLead, people.spocBE])(
  '%s finds the same totals, and no figure beside an item of the plan',
  async (email) => {
    const browser = await portal.signedIn(email);
    const own = load((await browser.get('/reporting/published')).text)('main table').text();
    const other = load((await (await portal.signedIn(people.contributor)).get('/reporting/published')).text)(
      'main table',
    ).text();
    expect(own).toBe(other);
    expect((await browser.get('/reporting')).status).toBe(404);
    const main = load((await browser.get('/plan/PCC%201.4.1')).text)('main');
    expect(main.find('.govuk-table__cell--numeric')).toHaveLength(0);
    expect(main.text()).not.toMatch(/\d+ submissions?\b/);
  },
);
