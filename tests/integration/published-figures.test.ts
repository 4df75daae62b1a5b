import { load } from 'cheerio';
import { beforeAll, describe, expect, it } from 'vitest';
import { freezeFigures } from '#app/domain/figures/freeze-figures.server.ts';
import { quarterName } from '#app/domain/figures/period.ts';
import { systemCtx } from '#app/portal.ts';
import { addHistory } from '#tests/bench/history.ts';
import { addPeople, people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { recoveredFrom, type AlikeReports, type Bounds, type ReadTable } from '#tests/factories/recover.ts';
import { readOds } from '#tests/factories/read-ods.ts';
import { makeThing } from '#tests/factories/things.ts';

const portal = await openTestPortal();
await addPeople(portal.db);

/** Reports of a year, linked to items of the plan, of several areas, partners, types and ends: each cut has small cells. */
beforeAll(async () => {
  const { submissionId = '' } = await makeThing(portal, 'contact plan');
  await addHistory(portal.db, submissionId, 355, {
    area_id: `(SELECT array_agg(id ORDER BY code) FROM area)[1 + (n * n + n / 9) % 11]`,
    organisation_id: `(SELECT array_agg(id ORDER BY name) FROM organisation)[1 + n % 3]`,
    outcome: `(ARRAY['used', 'no_further_use', 'used', 'more_needed', 'used'])[1 + (n * n + n / 7) % 5]::outcome`,
    exploitation_types: `(ARRAY['{labour}', '{sexual}', '{}', '{labour,sexual}', '{criminal}'])[1 + (n * n + n / 5) % 5]::text[]`,
  });
  await freezeFigures(systemCtx(portal, 'Test', 'test'));
});

/** Every page that links lead to from where this person starts: all that they can hold against each other. */
async function everythingSeenBy(email: string): Promise<Map<string, string>> {
  const browser = await portal.signedIn(email);
  const seen = new Map<string, string>();
  const alike = new Set<string>();
  const waiting = ['/', '/reporting', '/reporting/published', '/plan'];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (alike.has(likeness(path))) continue;
    alike.add(likeness(path));
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

/**
 * The address of a page, the same for those that hold the same: an item of the only plan, named or not, and the forms of one
 * kind that stand on the pages of items.
 */
const likeness = (path: string): string =>
  path.replace(/[?]plan=.*/, '').replace(/^\/plan\/[^/]+\/([^/]+).*/, '/plan/*/$1');

/** What the page says of each quarter, by the words of its table and row: the reader's copy and nothing of ours. */
function readPage(html: string): Map<string, Record<string, ReadTable>> {
  const $ = load(html);
  const quarters = new Map<string, Record<string, ReadTable>>();
  $('main table').each((_, table) => {
    const title = $(table).find('caption').text().replace(', by quarter', '');
    const heads = $(table).find('thead th').toArray().slice(1);
    $(table)
      .find('tbody tr')
      .each((_row, row) => {
        const [name, ...cells] = $(row)
          .children()
          .toArray()
          .map((cell) => $(cell).text());
        cells.forEach((text, index) => {
          const quarter = $(heads[index]).text();
          const tables = quarters.get(quarter) ?? {};
          quarters.set(quarter, tables);
          (tables[title] ??= {})[name ?? ''] = boundsOf(text);
        });
      });
  });
  return quarters;
}

function boundsOf(text: string): Bounds | null {
  if (text === 'None') return { least: 0, most: 0 };
  if (text === 'Too few') return { least: 1, most: 4 };
  const [, least, most] = /^(\d+)(?: to (\d+))?$/.exec(text) ?? [];
  return least === undefined ? null : { least: Number(least), most: Number(most ?? least) };
}

/** The reports themselves, by the words of the page, from SQL of its own. */
const truth = () => portal.db.$queryRaw<
  { quarter: string; area: string; came: string; type: string; count: number }[]
>`
  SELECT to_char(date_trunc('quarter', s.submitted_at AT TIME ZONE 'Europe/London'), 'YYYY-MM') AS quarter,
    coalesce(a.name, 'No area, several areas or outside the force') AS area,
    CASE WHEN s.outcome IN ('used', 'crime_recorded', 'safeguarding_action', 'passed_on') THEN 'Used, a crime recorded, safeguarding, or passed on'
      WHEN s.outcome IS NOT NULL OR s.status IN ('rejected', 'withdrawn') THEN 'Nothing further: more needed, no further use, already known, rejected or withdrawn'
      ELSE 'Not answered by then' END AS came,
    CASE cardinality(s.exploitation_types) WHEN 0 THEN 'I am not sure' WHEN 1 THEN
      CASE s.exploitation_types[1] WHEN 'labour' THEN 'Labour or financial' WHEN 'sexual' THEN 'Sexual' ELSE 'Criminal' END
      ELSE 'More than one of these' END AS type, count(*)::integer AS count
  FROM submission s LEFT JOIN area a ON a.id = s.area_id WHERE NOT s.restricted GROUP BY 1, 2, 3, 4`;

describe.each([
  ['contributor', people.contributor, null],
  ['area lead', people.areaLead, 'Birmingham East'],
] as const)('all that a %s can read', (_, email, ownArea) => {
  let seen = new Map<string, string>();
  beforeAll(async () => {
    seen = await everythingSeenBy(email);
  });

  it('holds figures of submissions among the published ones only, and of an own area', () => {
    expect([...seen.keys()].filter((path) => path.startsWith('/plan/')).length).toBeGreaterThan(30);
    const counting = [...seen].filter(([path, text]) => {
      const main = load(text)('main');
      const words = main.text();
      return (
        path.startsWith('/reporting') ||
        /submissions? (is|are) linked/i.test(words) ||
        (main.find('.govuk-table__cell--numeric').length > 0 && /submissions received/i.test(words))
      );
    });
    expect(
      counting.map(([path, text]) =>
        text === '' ? `${path} refused` : path.replace(/[0-9a-f-]{36}/, 'own'),
      ),
    ).toEqual([
      '/reporting refused',
      '/reporting/published',
      ...(ownArea ? ['/reporting/areas/own'] : []),
      ...['ods', 'csv', 'pdf'].map((as) => `/reporting/published/file?as=${as}`),
      ...(ownArea ? ['ods', 'csv', 'pdf'].map((as) => `/reporting/areas/own/file?as=${as}`) : []),
    ]);
  });

  it('leaves no count of one to four to be worked out, with all that they know themselves', async () => {
    const rows = await truth();
    const page = readPage(seen.get('/reporting/published') ?? '');
    expect(page.size).toBeGreaterThan(2);
    for (const [name, { 'All submissions': sent, ...tables }] of page) {
      const reports: AlikeReports[] = rows
        .filter(({ quarter }) => quarterName(quarter) === name)
        .map(({ area, came, type, count }) => ({
          count,
          rows: { 'By area': area, 'By what came of it': came, 'By type of exploitation': type },
        }));
      const total = sent?.['Submissions received'];
      if (!total) continue;
      expect(total).toEqual({
        least: reports.reduce((all, { count }) => all + count, 0),
        most: total.least,
      });
      const own = reports.filter((each) => each.rows['By area'] === ownArea);
      const attack = { total: total.least, tables, own, ownRows: [`By area=${ownArea}`], values: 2 };
      expect(recoveredFrom({ ...attack, others: reports.filter((each) => !own.includes(each)) })).toEqual([]);
      for (const table of Object.values(tables))
        expect(Object.values(table).some((range) => range !== null && range.most > 4)).toBe(true);
    }
  });

  it('is the same in the file', () => {
    const file = (seen.get('/reporting/published/file?as=csv') ?? '').split('\r\n').slice(1, -1);
    const page = readPage(seen.get('/reporting/published') ?? '');
    expect(file.length).toBeGreaterThan(50);
    for (const line of file) {
      const [, quarter = '', , table, row = '', , least, most] = line.slice(1, -1).split('","');
      const titles: Record<string, string> = {
        total: 'All submissions',
        area: 'By area',
        came_of_it: 'By what came of it',
        exploitation: 'By type of exploitation',
      };
      const range = page.get(quarterName(quarter))?.[titles[table ?? ''] ?? '']?.[row];
      expect(range).toEqual(least === '' ? null : { least: Number(least), most: Number(most) });
    }
  });
});

it('is the same for a SPOC, with no figure beside an item of the plan', async () => {
  const spoc = await portal.signedIn(people.spocBE);
  const other = await portal.signedIn(people.contributor);
  const table = async (browser: typeof spoc) =>
    load((await browser.get('/reporting/published')).text)('main table').text();
  expect(await table(spoc)).toBe(await table(other));
  expect((await spoc.get('/reporting')).status).toBe(404);
  const main = load((await spoc.get('/plan/PCC%201.4.1')).text)('main');
  expect(main.find('.govuk-table__cell--numeric')).toHaveLength(0);
  expect(main.text()).not.toMatch(/\d+ submissions?\b/);
});

describe('figures as a file', () => {
  const period = 'from=2015-04&to=2016-01';

  it('are the numbers of the rows, table by table, and say as what they were taken', async () => {
    const lead = await portal.signedIn(people.mdsLead);
    const answer = await lead.get(`/reporting/file?report=volumes&${period}&as=ods`);
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="figures-[-0-9a-z]+[.]ods"$/,
    );
    const { sheets } = readOds(answer.bytes);
    expect(sheets).toHaveLength(9);
    const totals = (name: string) => {
      const sheet = sheets.find((each) => each.name === name);
      return new Map((sheet?.rows.slice(4) ?? []).map(([label, total]) => [String(label), Number(total)]));
    };
    const counted = await portal.db.$queryRaw<{ area: string; count: number }[]>`
      SELECT coalesce(a.name, 'No area, several areas or outside the force') AS area, count(*)::integer AS count
      FROM submission s LEFT JOIN area a ON a.id = s.area_id
      WHERE s.submitted_at AT TIME ZONE 'Europe/London' >= '2015-04-01' AND s.submitted_at AT TIME ZONE 'Europe/London' < '2016-02-01' GROUP BY 1`;
    expect(counted.length).toBeGreaterThan(5);
    for (const { area, count } of counted) expect(totals('Area').get(area), area).toBe(count);
    expect(totals('Area').get('All submissions')).toBe(counted.reduce((all, { count }) => all + count, 0));
    const [event] = await portal.db.auditEvent.findMany({
      where: { type: 'report.viewed' },
      orderBy: { happenedAt: 'desc' },
      take: 1,
    });
    expect(event?.data).toMatchObject({ report: 'volumes, as ods' });
  });

  it('are refused where the page would say that something is wrong, and as nothing else than is offered', async () => {
    const lead = await portal.signedIn(people.mdsLead);
    for (const asked of ['as=xlsx', 'report=all', 'from=2015-14', 'report=cross&by=kind&across=nationality'])
      expect((await lead.get(`/reporting/file?${asked}`)).status, asked).toBe(404);
  });
});
