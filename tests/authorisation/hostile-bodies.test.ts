import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import type { Answer } from '#tests/factories/client.ts';
import { addPeople, browsersOf, everyone, type Person } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { siteMap } from '#tests/factories/site-map.ts';
import {
  addressOf,
  makeRoom,
  makeThing,
  versionOf,
  type Params,
  type Thing,
} from '#tests/factories/things.ts';
import { cells, type Row } from './rows.ts';
import { table } from './table.ts';

const portal = await openTestPortal();
await addPeople(portal.db);
const site = siteMap();
const rows = cells(table);

/** The most that answering any of these may cost, in milliseconds of a processor: far above what it does, far below harm. */
const bound = 3000;

/**
 * Answers that show that the route did its work; of those to sign-in some routes have nothing else. A 404 shows it only
 * of a reporter, who enters where no draft or agreement of theirs is.
 */
const entered = ['422', 'ok', 'go', '409', '400', '404 of a reporter', 'in', '404', '405'];

/** For each pattern one row and one person for whom the route does its work, so that the body meets the use case. */
function work(
  method: 'GET' | 'POST',
  wanted: (pattern: string) => boolean,
): { pattern: string; row: Row; person: Person }[] {
  return site
    .filter(({ pattern }) => wanted(pattern))
    .map(({ pattern }) => {
      const found = rows.filter((row) => row.method === method && row.pattern === pattern);
      for (const cell of entered) {
        for (const row of found) {
          const person =
            cell === '404 of a reporter'
              ? everyone.find((each) => each === 'reporter' && row.expected[each] === '404')
              : everyone.findLast((each) => row.expected[each] === cell);
          if (person) return { pattern, row, person };
        }
      }
      throw new Error(`Nobody enters ${method} ${pattern}`);
    });
}

const browserOf = browsersOf(portal);

/** The thing of a row, made anew. Nobody may have more than fifty drafts, so earlier ones go. */
async function fresh(row: Row): Promise<Params> {
  await makeRoom(portal);
  return makeThing(portal, row.thing);
}

/** The last of each thing that was made. */
const left = new Map<Thing, Params>();

const form = 'application/x-www-form-urlencoded';

/** Where partners write long texts and where such a text waits for its writer to sign in. */
const longForms = [
  '/sign-in/kept',
  '/reports/drafts/:draftId/pages/:pageId',
  '/reports/drafts/:draftId/lists/:sectionId/:itemId',
  '/reports/:submissionId/add',
  '/reports/:submissionId/reply',
];
const long = (length: number) => 'x'.repeat(length);

/** One of each way in which such a form is read: a long text, a file, and a form that nobody has signed in for. */
const everyBodyAt = [
  '/sign-in',
  '/reports/drafts/:draftId/pages/:pageId',
  '/reports/drafts/:draftId/files',
  '/submissions/:submissionId/actions/:action',
];
/**
 * Elsewhere one of three, in turn, shows that the body goes through `readPairs`, which lint holds to be the only reader
 * (decision 0046).
 */
const inTurnElsewhere = ['names of the prototype', 'two megabytes', 'multipart that breaks off'];

/** Bodies that are no form, no honest form or no form of this page. */
const bodies: Record<
  string,
  {
    body: string | Uint8Array<ArrayBuffer>;
    type?: string;
    headers?: Record<string, string>;
    status?: number[];
    /** Within what the forms of long texts may hold, where it is a form like any other. */
    fits?: boolean;
  }
> = {
  nothing: { body: '' },
  'an index of a thousand million': {
    body: 'x[999999999]=1&vehicles[999999999].vehicleVrm=A&0[999999999][999999999]=',
  },
  'names nested ten thousand deep': { body: `a${'[b]'.repeat(10_000)}=1&a${'.b'.repeat(10_000)}=1` },
  'names of the prototype': {
    body: '__proto__=a&__proto__[x]=b&__proto__.x=c&constructor.prototype.x=d&hasOwnProperty=e&toString=f&then=g&valueOf=',
  },
  'bytes that are no text': { body: 'a=%FF%FE&%C0%80=1&comment=%ED%A0%80&%00=%00' },
  'a per cent sign without its number': { body: 'a=%zz', status: [400, 404] },
  'a per cent sign at the end': { body: 'a=b%', status: [400, 404] },
  'two hundred thousand fields': { body: 'a&'.repeat(100_000), status: [413, 404] },
  'three hundred kilobytes': { body: `a=${long(300 * 1024)}`, status: [413, 404, 200], fits: true },
  'a megabyte without a name': { body: long(1024 * 1024), status: [413, 404], fits: true },
  'two megabytes': { body: `a=${long(2 * 1024 * 1024)}`, status: [413, 404] },
  'only separators': { body: '&='.repeat(500) },
  'multipart without a boundary': { body: 'a=b', type: 'multipart/form-data', status: [400, 404] },
  'multipart that breaks off': {
    body: '--x\r\nContent-Disposition: form-data; name="comment"\r\n\r\nabc',
    type: 'multipart/form-data; boundary=x',
    status: [400, 404],
  },
  JSON: { body: '{"__proto__":{"admin":true}}', type: 'application/json', status: [400, 404] },
  'plain text': { body: 'email=a\r\npassword=b', type: 'text/plain', status: [400, 404] },
  'no type at all': { body: 'a=b', type: '', status: [400, 404] },
  'another alphabet': { body: 'a=b', type: `${form}; charset=utf-16`, status: [400, 404] },
  'a compressed body': {
    body: new Uint8Array([31, 139, 8, 0, 0, 0, 0, 0]),
    headers: { 'content-encoding': 'gzip' },
    status: [400, 404],
  },
};

/** What is typed into every field of a page at once. */
const values: Record<string, string> = {
  nothing: '',
  NUL: '%00a%00',
  'half a character': '%ED%A0%80%ED',
  'a number out of range': '99999999999999999999999999',
  'a number below': '-1',
  'no number': 'NaN',
  'an endless number': '1e400',
  'a name of the prototype': '__proto__',
  'another id': '00000000-0000-4000-8000-000000000000',
  markup: encodeURIComponent('"><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}${7*7}'),
  SQL: encodeURIComponent("' OR 1=1; DROP TABLE submission; --"),
  'a line break for a header': '%0D%0ASet-Cookie:%20a=b',
  'right to left': encodeURIComponent('\u202Eabc\u2066\u200B\uFEFF'),
  'far too much': long(12_000),
};

/** What a use case has to stand itself, on every form; the rest, which ends in `readPairs`, goes round among them. */
const inEveryField = ['markup', 'far too much'];

const inEveryAddress = ['markup'];

/** Of the values that are not tried everywhere, the one whose turn it is. */
function inTurn(turn: number, always: readonly string[]): [what: string, value: string] {
  const others = Object.entries(values).filter(([what]) => !always.includes(what));
  return others[turn % others.length]!;
}

function valuesAt(turn: number, always: readonly string[]): [what: string, value: string][] {
  return [...Object.entries(values).filter(([what]) => always.includes(what)), inTurn(turn, always)];
}

const pair = (name: string, value: string) => `${encodeURIComponent(name)}=${value}`;

/** Every field once, with the version that the page would send, so that what is typed reaches the use case. */
const once = (names: string[], value: string, version: string) =>
  names.map((name) => pair(name, name === 'expectedVersion' ? version : value)).join('&');

/** Every field three times. */
const thrice = (names: string[], value: string) =>
  names.flatMap((name) => [0, 1, 2].map((index) => pair(name, `${value}${index}`))).join('&');

/** What it costs to answer, in what the process computes: a machine that is busy makes nothing cost more. */
async function costed(ask: () => Promise<Answer>): Promise<Answer & { cost: number }> {
  const before = process.cpuUsage();
  const answer = await ask();
  const { user, system } = process.cpuUsage(before);
  return { ...answer, cost: (user + system) / 1000 };
}

describe.each(work('POST', (pattern) => site.some((route) => route.pattern === pattern && route.hasAction)))(
  'POST $pattern',
  ({ pattern, row, person }) => {
    const index = site.findIndex((route) => route.pattern === pattern);
    let mayBeGone = true;

    /** The thing that is posted to: what an earlier form has left, made anew when a post used it up. */
    async function standing(): Promise<Params> {
      const before = left.get(row.thing);
      const params = before && (!mayBeGone || (await takesForm(before))) ? before : await fresh(row);
      left.set(row.thing, params);
      mayBeGone = false;
      return params;
    }

    async function takesForm(params: Params): Promise<boolean> {
      const page = await (await browserOf(person)).get(addressOf(pattern, params));
      return page.status === 200 && load(page.text)('main form[method=post]').length > 0;
    }

    /** Posts as somebody for whom the form is meant, each time to a thing that is still there. */
    async function post(
      body: string | Uint8Array<ArrayBuffer>,
      type: string,
      headers: Record<string, string> = {},
    ): Promise<Answer & { cost: number }> {
      const address = addressOf(pattern, await standing());
      const browser = await browserOf(person);
      const answer = await costed(() =>
        browser.send(address, {
          method: 'POST',
          body,
          headers: { origin: portal.origin, ...(type === '' ? {} : { 'content-type': type }), ...headers },
        }),
      );
      mayBeGone ||= answer.status < 400;
      return answer;
    }

    const plainPage = async () => (await browserOf(person)).get(addressOf(pattern, await standing()));

    const sent = Object.entries(bodies).filter(
      ([what]) => what === inTurnElsewhere[index % inTurnElsewhere.length] || everyBodyAt.includes(pattern),
    );

    it.each(sent)('stands %s', async (_, { body, type = form, headers, status, fits }) => {
      const answer = await post(body, type, headers);
      expect(answer.status).toBeLessThan(500);
      // A page that takes a file takes no other form at all (tests/integration/files.test.ts).
      const ordinary = fits && longForms.includes(pattern) ? undefined : status;
      const expected = pattern.endsWith('/files') ? [400] : ordinary;
      if (expected && pattern !== '/*') expect(expected).toContain(answer.status);
      expect(answer.cost).toBeLessThan(bound);
    });

    it('stands anything typed into its fields, and takes no form without what is typed in it', async () => {
      const $ = load((await plainPage()).text);
      const typedInto = $('main form[method=post]').find(
        'textarea, select, input[type=text], input:not([type])',
      );
      if (typedInto.length > 0) expect((await post('', form)).status).toBeGreaterThanOrEqual(400);
      const names = [
        ...new Set(
          $('main form')
            .find('input, select, textarea, button')
            .toArray()
            .flatMap((field) => $(field).attr('name') ?? []),
        ),
      ];
      const failed: string[] = [];
      for (const [what, value] of valuesAt(index, inEveryField)) {
        const version = await versionOf(portal, await standing());
        const bodies = [once(names, value, version), ...(what === 'markup' ? [thrice(names, value)] : [])];
        for (const body of bodies) {
          const answer = await post(body, form);
          if (answer.status >= 500 || answer.cost > bound)
            failed.push(`${what}: ${answer.status} at ${Math.round(answer.cost)} ms`);
          if (/<script>alert|onerror=alert\(1\)>(?!&)/.test(answer.text))
            failed.push(`${what}: comes back unescaped`);
          if (answer.headers.get('set-cookie')?.startsWith('a=b')) failed.push(`${what}: sets a header`);
        }
      }
      expect(failed).toEqual([]);
    });
  },
);

const read = new Map<Thing, Promise<Params>>();

/** Reading changes nothing, so routes that are only read share their thing. */
function toRead({ thing }: Row): Promise<Params> {
  const made = read.get(thing) ?? makeThing(portal, thing);
  read.set(thing, made);
  return made;
}

// These come last, as making room for what is posted takes drafts away.
describe.each(work('GET', () => true))('GET $pattern', ({ pattern, row, person }) => {
  it('stands anything in its address and its query', async () => {
    const params = await toRead(row);
    const browser = await browserOf(person);
    const index = site.findIndex((route) => route.pattern === pattern);
    const queries = site[index]?.queries ?? [];
    const address = addressOf(pattern, params);
    const twice = (name: string, value: string) => `${name}=${value}&${name}=${value}`;
    const place = (name: string, value: string) =>
      pattern
        .replace(`:${name}`, value)
        .replace(/:([A-Za-z]+)/g, (_, other: string) => encodeURIComponent(params[other] ?? ''));
    const all = queries.map((name) => twice(name, inTurn(index, inEveryAddress)[1]));
    const addresses = [
      ...queries.flatMap((name) => inEveryAddress.map((what) => `${address}?${twice(name, values[what]!)}`)),
      ...[...pattern.matchAll(/:([A-Za-z]+)/g)].flatMap(([, name = ''], at) =>
        // What is no id reaches no route: the guard, in one place, looks at each.
        (name.endsWith('Id') ? [inTurn(index + at, [])] : valuesAt(index, inEveryAddress))
          .filter(([, value]) => value !== '')
          .map(([, value]) => place(name, value)),
      ),
      `${address}?${[...all, 'index&_routes=root&__proto__[x]=1&constructor=1'].join('&')}`,
    ];
    const failed: string[] = [];
    for (const hostile of addresses) {
      const answer = await costed(() => browser.get(hostile));
      if ((answer.status >= 500 && pattern !== '/health/urgent') || answer.cost > bound)
        failed.push(`${hostile.slice(0, 150)}: ${answer.status} at ${Math.round(answer.cost)} ms`);
      if (answer.text.includes('<script>alert'))
        failed.push(`${hostile.slice(0, 150)}: comes back unescaped`);
    }
    expect(failed).toEqual([]);
  });
});

/** All pages go through the same part of the router; whatever is no page answers by itself. */
const answersItself = (pattern: string) => site.some((route) => route.pattern === pattern && !route.hasPage);

describe.each(work('GET', (pattern) => pattern === '/queues' || answersItself(pattern)))(
  'HEAD $pattern',
  ({ pattern, row, person }) => {
    it('gives the same as GET without a body', async () => {
      const browser = await browserOf(person);
      const address = addressOf(pattern, await toRead(row));
      const head = await browser.send(address, { method: 'HEAD', headers: { accept: 'text/html' } });
      const get = await browser.get(address);
      expect(head.text).toBe('');
      expect(head.status).toBe(get.status);
      expect([...head.headers.keys()].sort()).toEqual([...get.headers.keys()].sort());
    });
  },
);
