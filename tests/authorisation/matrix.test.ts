import { describe, expect, it } from 'vitest';
import { link, patternOf } from '#app/http/link.ts';
import { mayEnter } from '#app/http/server/access.ts';
import { siteTable } from '#app/http/server/site-map.ts';
import { taskViews } from '#app/domain/connections/tasks/task-list.server.ts';
import { queueViews } from '#app/domain/submission/queue-views.ts';
import { fixedClock } from '#app/platform/clock.ts';
import type { Answer, Client } from '#tests/factories/client.ts';
import { actorOf } from '#tests/factories/ctx.ts';
import { sendForm } from '#tests/factories/forms.ts';
import { unguarded } from '#tests/factories/past-danger.ts';
import { addPeople, browsersOf, everyone, people, type Person } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { clientScripts, siteMap } from '#tests/factories/site-map.ts';
import {
  addressOf,
  makeRoom,
  makeThing,
  versionOf,
  type Params,
  type Thing,
} from '#tests/factories/things.ts';
import { cells, type Cell, type Row } from './rows.ts';
import { table } from './table.ts';

// Time stands still, so that nobody’s proof of who they are grows old on the way through the table.
const now = new Date();
const portal = await openTestPortal({ realTime: fixedClock(now) });
await addPeople(portal.db);
const rows = cells(table);
const routes = siteMap();

describe('the site map', () => {
  it('says of every route who may enter, how it is marked and where it belongs', async () => {
    expect(portal.site.routes.map(({ pattern }) => pattern)).toEqual(routes.map(({ pattern }) => pattern));
    await expect(`${siteTable(portal.site)}\n`).toMatchFileSnapshot('./site-map.txt');
  });

  it('has rows for reading and posting of every route, and for nothing else', () => {
    const wanted = routes.flatMap(({ pattern }) => [`GET ${pattern}`, `POST ${pattern}`]);
    const had = new Set(rows.map(({ method, pattern }) => `${method} ${pattern}`));
    expect([...had].sort()).toEqual(wanted.sort());
  });
});

const browserOf = browsersOf(portal);

type Standing = { params: Params; expectedVersion: string };

/** Things that a post may change and that none has changed so far. */
const unchanged = new Map<Thing, Standing>();
let made = 0;

/** The thing of a row as it was made: a refusal has changed nothing of it. */
async function asMade({ thing }: Row): Promise<Standing> {
  const kept = unchanged.get(thing);
  if (kept) return kept;
  made += 1;
  if (made % 20 === 0) {
    await makeRoom(portal);
    unchanged.clear();
  }
  const params = await makeThing(portal, thing);
  const standing = { params, expectedVersion: await versionOf(portal, params) };
  unchanged.set(thing, standing);
  return standing;
}

const shared = new Map<Thing, Promise<Params>>();

/** Reading changes no thing that a row is about, so the rows that only read share it. */
function standing({ thing }: Pick<Row, 'thing'>): Promise<Params> {
  const made = shared.get(thing) ?? makeThing(portal, thing);
  shared.set(thing, made);
  return made;
}

const actors = new Map(
  await Promise.all(
    everyone.map(async (person) => {
      const email = people[person];
      return [person, email === null ? null : await actorOf(portal.db, email)] as const;
    }),
  ),
);

/** What those got whom the guard turned away, by method, what the route asks of them, and person. */
const atDoor = new Map<string, Cell>();
/** The routes, by method, at which somebody who is signed in was turned away. */
const guarded = new Set<string>();

/**
 * Asks as everybody in turn. The guard knows what a route asks (`handle.access`) and who comes, and nothing else: whoever
 * it turns away from one route is turned away from every other that asks the same. So each of them is asked at one such
 * route, and at every route one of them, which shows that the guard stands there too (decision 0046).
 */
async function ask(
  { method, pattern }: Row,
  once: (browser: Client) => Promise<Answer>,
): Promise<Record<string, Cell>> {
  const handle = portal.site.handleOf(pattern);
  const route = `${method} ${pattern}`;
  const given: Record<string, Cell> = {};
  for (const person of everyone) {
    const entry = mayEnter(handle, actors.get(person) ?? null);
    const door = `${method} ${handle?.access} ${person}`;
    const known =
      entry === 'enter' || (entry === 'not_found' && !guarded.has(route)) ? undefined : atDoor.get(door);
    given[person] = known ?? cellOf(await once(await browserOf(person)));
    if (entry === 'not_found') guarded.add(route);
    if (entry !== 'enter') atDoor.set(door, given[person]);
  }
  return given;
}

function cellOf({ status, location }: Answer): Cell {
  if (location !== null) return /^\/sign-in(\/kept)?(\?next=|$)/.test(location) ? 'in' : 'go';
  return status === 200 ? 'ok' : `${status}`;
}

describe.each(rows.filter(({ method }) => method === 'GET'))('GET $pattern ($thing)', (row) => {
  it('answers everybody as the table says', async () => {
    const address = addressOf(row.pattern, await standing(row));
    const given = await ask(row, (browser) => browser.get(address));
    expect(wrong(row, given)).toEqual([]);
  });
});

describe('a form that comes after the end of its session', () => {
  it.each([
    '/reports/drafts/x/pages/../delete',
    '/reports/drafts/x/delete',
    '/reports/drafts/x/delete?to=/reports/drafts/x/pages/danger',
    '/reports/drafts/x/delete#/pages/danger',
    '/reports/drafts/x/lists/people/y/remove',
    '/reports/drafts/x/lists/people/new',
    '/reports/x/withdraw',
    '/submissions/x/actions/claim',
    '/submissions/x/records/y',
    '/items/x/approve',
    '/nowhere',
    '',
  ])('is never posted again at %s', (to) => {
    expect(portal.site.handleAt(to)?.afterSessionEnd).toBeUndefined();
  });
});

describe('the browser half of the router', () => {
  const scripts = clientScripts().slice(0, 3);

  it.each(everyone)('is not there for %s', async (person) => {
    const browser = await browserOf(person);
    expect(scripts.length).toBeGreaterThan(0);
    for (const path of ['/_.data', '/queues.data', '/queues.data?_routes=root', '/reports/_.data'])
      expect((await browser.get(path)).status, path).toBe(404);
    for (const path of ['/__manifest', '/__manifest?paths=/queues&version=1', ...scripts])
      expect((await browser.get(path)).status, path).toBe(404);
  });
});

/** As if whoever uses a browser had signed in this long ago. */
const provedAgo = (minutes: number) =>
  portal.db.session.updateMany({ data: { provedAt: new Date(now.getTime() - minutes * 60_000) } });

describe('a recent proof of who somebody is', () => {
  const proved = rows.filter(({ route }) => portal.site.handleOf(patternOf(route))?.recentProof === true);
  const asking = proved.filter(({ expected }) =>
    everyone.some((person) => ['ok', 'go'].includes(expected[person])),
  );

  it.each(asking)('is asked for before $method $pattern ($thing)', async (row) => {
    const person = everyone.find((each) => ['ok', 'go'].includes(row.expected[each])) ?? 'nobody';
    const browser = await browserOf(person);
    const address = addressOf(row.pattern, await standing(row));
    await provedAgo(10);
    const answer = await (row.method === 'GET' ? browser.get(address) : browser.post(address, row.fields));
    await provedAgo(0);
    expect([answer.status, answer.location]).toEqual([
      row.method === 'GET' ? 302 : 307,
      link('identity/confirm', {}, { next: address }),
    ]);
  });
});

describe('what may not be seen', () => {
  const unknown = '00000000-0000-4000-8000-000000000000';
  const withIds = rows.filter((row) => row.method === 'GET' && /:\w+Id/.test(row.pattern));

  it.each(withIds)('looks as if it did not exist: $pattern ($thing)', async (row) => {
    const params = await standing(row);
    const absent = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, /^[0-9a-f-]{36}$/.test(value) ? unknown : value]),
    );
    // That it is 404 for each of them is in the rows: what it looks like depends on the side they are on.
    const hiddenFrom = everyone.filter((person) => row.expected[person] === '404');
    for (const person of new Set([...hiddenFrom.slice(0, 1), ...hiddenFrom.slice(-1)])) {
      const browser = await browserOf(person);
      const hidden = await browser.get(addressOf(row.pattern, params));
      const none = await browser.get(addressOf(row.pattern, absent));
      expect(plain(hidden.text), person).toBe(plain(none.text));
      expect(main(hidden.text), person).toBe(await noSuchPage(person));
      expect([...hidden.headers.keys()], person).toEqual([...none.headers.keys()]);
    }
  });
});

/** What hangs on a report of FIB. */
const ofFib: readonly Thing[] = [
  ...(['claimed report', 'sealed report', 'contact plan', 'FIB file', 'FIB record', 'FIB task'] as const),
  ...(['item', 'dissemination', 'asked dissemination', 'let out', 'export', 'FIB report'] as const),
];

describe('a restricted report whose access list has others of FIB on it', () => {
  const once = new Map(
    rows
      .filter(({ thing, expected }) => ofFib.includes(thing) && expected.officer !== '404')
      .map((row) => [`${row.method} ${row.pattern}`, row] as const),
  );

  it('is nowhere for an officer who is not on the list, whatever they could read and do before', async () => {
    const asked: { row: Row; address: string }[] = [];
    for (const row of once.values())
      asked.push({ row, address: addressOf(row.pattern, await standing(row)) });
    const browser = await browserOf('officer');
    const shown: string[] = [];
    for (const ended of [false, true]) {
      await restrictToAnother(ended);
      for (const { row, address } of asked) {
        if (ended && row.method === 'POST') continue;
        const answer = await (row.method === 'GET'
          ? browser.get(address)
          : browser.post(address, row.fields));
        if (![404, 405].includes(answer.status)) shown.push(`${row.method} ${row.pattern}: ${answer.status}`);
      }
    }
    expect([asked.length > 50, shown]).toEqual([true, []]);
  });

  it('is in no list, count or search of theirs either', async () => {
    for (const thing of ['claimed report', 'entity', 'FIB task', 'dissemination'] as const)
      await standing({ thing });
    const browser = await browserOf('officer');
    const lists = rows
      .filter((row) => row.method === 'GET' && row.thing === '-' && row.expected.officer === 'ok')
      .map(({ pattern }) => pattern)
      .filter((pattern) => /^\/(queues|tasks|approvals|disseminations|high|$)/.test(pattern));
    const searches: string[] = [];
    for (const query of ['BX51 ABC', 'van']) searches.push(await sendForm(browser, '/search', { query }));
    const asked = [
      ...lists,
      ...queueViews.map(({ id }) => `/queues/fib?view=${id}`),
      ...taskViews.map((view) => `/tasks?view=${view}`),
      ...searches,
    ];
    expect(asked.length).toBeGreaterThan(25);
    for (const ended of [false, true]) {
      await restrictToAnother(ended);
      const hidden = await portal.db.submission.findMany({
        where: { restricted: true, priority: { not: 'high' } },
      });
      const words = hidden.flatMap(({ id, reference }) => [id, reference]);
      expect(hidden.length).toBeGreaterThan(3);
      const shown: string[] = [];
      for (const address of asked) {
        const { status, text } = await browser.get(address);
        if (status !== 200 || words.some((word) => text.includes(word))) shown.push(`${status} ${address}`);
      }
      expect(shown).toEqual([]);
    }
  });
});

/** Every report that is not High becomes restricted to one officer, who holds it while it is open. */
async function restrictToAnother(ended: boolean): Promise<void> {
  const { id } = await portal.db.account.findUniqueOrThrow({
    where: { email: 'fib.officer.two@police.example' },
  });
  const { pool } = portal.database;
  await unguarded(
    pool,
    `UPDATE submission SET restricted = true, claimed_by = $1, claimed_at = now(),
       status = CASE WHEN $2 THEN 'closed' ELSE status END WHERE priority <> 'high'`,
    [id, ended],
  );
  await pool.query(
    `INSERT INTO submission_access (id, submission_id, account_id, added_at, added_by, reason)
     SELECT gen_random_uuid(), id, $1, now(), $1, 'Test' FROM submission ON CONFLICT DO NOTHING`,
    [id],
  );
}

// Posts come last, as making room for what they change takes drafts away.
describe.each(rows.filter(({ method }) => method === 'POST'))('POST $pattern ($thing)', (row) => {
  it('answers everybody as the table says', async () => {
    const given = await ask(row, async (browser) => {
      const { params, expectedVersion } = await asMade(row);
      const answer = await browser.post(addressOf(row.pattern, params), { ...row.fields, expectedVersion });
      // What a post has changed is made anew for the next; whoever is sent to sign-in has changed nothing.
      if (['ok', 'go'].includes(cellOf(answer))) unchanged.delete(row.thing);
      return answer;
    });
    expect(wrong(row, given)).toEqual([]);
  });
});

/** Whoever got something else than the table says. */
function wrong(row: Row, given: Record<string, Cell>): string[] {
  return everyone
    .filter((person) => given[person] !== row.expected[person])
    .map((person) => `${person} got ${given[person]} instead of ${row.expected[person]}`);
}

const missing = new Map<Person, Promise<string>>();

/** What somebody is told of an address that the portal does not have. */
function noSuchPage(person: Person): Promise<string> {
  const asked =
    missing.get(person) ??
    browserOf(person).then(async (browser) => main((await browser.get('/no-such-page')).text));
  missing.set(person, asked);
  return asked;
}

/** What a page says, without the frame: the frame marks the section of the address. */
function main(html: string): string {
  const [title = '', content = ''] = [/<title>.*?<\/title>/s, /<main.*<\/main>/s].map(
    (part) => part.exec(html)?.[0],
  );
  expect(content).not.toBe('');
  return `${title} ${plain(content)}`;
}

/** Without what differs on every answer. */
function plain(html: string): string {
  return html.replaceAll(/nonce="[^"]*"/g, 'nonce');
}
