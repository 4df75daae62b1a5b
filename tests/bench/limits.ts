import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { load } from 'cheerio';
import { demonstrationPassword } from '#app/domain/people/accounts/password.ts';
import { exampleKey } from '#app/platform/crypto/known-keys.ts';
import { makeCtx } from '../factories/ctx.ts';
import { submitted } from '../factories/submitted.ts';
import { writtenDraft } from '../factories/written-draft.ts';
import { benchSource, open } from './measure.ts';
import { submitBesideFloor } from './submit-floor.ts';

/**
 * `npm run bench:limits`: how near the pages that people live in come to what the same markup costs a bare React Router
 * app, in requests a second of one process each with 16 at once, in turns in one run. On PGlite, or on the server of
 * BENCH_DATABASE_URL. Run `npm run build` first.
 */
const AT_ONCE = 16;
const SECONDS = 4;
const ROUNDS = 3;
const REPORTS = 50;
const reporterEmail = 'robin@harbour-trust.example';
const portalPort = 4471;
const barePort = 4472;
const portalAt = `http://127.0.0.1:${portalPort}`;
const bareAt = `http://127.0.0.1:${barePort}`;

const directory = mkdtempSync(join(tmpdir(), 'portal-limits-'));
const source = await benchSource(directory);
const { drafts, submissionId } = await written();

const portal = spawn('app/start', {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    PORTAL_MODE: 'demonstration',
    PORT: String(portalPort),
    PORTAL_URL: portalAt,
    DATA_DIRECTORY: directory,
    KEY_ENCRYPTION_KEY: exampleKey.toString('base64'),
    ...(source.kind === 'postgresql' ? { DATABASE_URL: source.url } : {}),
  },
});
while (!(await fetch(`${portalAt}/health/ready`).catch(() => null))?.ok) await pause(100);
const bare = fork(new URL('limits-bare.ts', import.meta.url), {
  env: { ...process.env, NODE_ENV: 'production', BENCH_PORT: String(barePort) },
  execArgv: process.execArgv,
});
await once(bare, 'message');

const reporter = await signedIn(reporterEmail);
const officer = await signedIn('fib.officer@police.example');
const lead = await signedIn('mds.lead@police.example');
const question = (draft = drafts[0]) => `/reports/drafts/${draft}/pages/information`;
/** What is asked for, by whom, and how near its bare render it is to come on PostgreSQL (half of that on PGlite). */
const asked = [
  { name: 'help', path: '/help', cookie: '', goal: null },
  { name: 'question', path: question(), cookie: reporter, goal: 0.35 },
  { name: 'own reports', path: '/reports', cookie: reporter, goal: null },
  { name: 'queue', path: '/queues/fib', cookie: officer, goal: 0.15 },
  { name: 'submission', path: `/submissions/${submissionId}`, cookie: officer, goal: 0.15 },
  { name: 'lead', path: '/', cookie: lead, goal: 0.15 },
  { name: 'reporting', path: '/reporting', cookie: lead, goal: 0.15 },
];

for (const { name, path, cookie } of asked) {
  const html = await (await get(`${portalAt}${path}`, cookie)).text();
  bare.send({ name: name.replace(' ', '-'), html });
  await once(bare, 'message');
  const again = await (await fetch(`${bareAt}/rendered/${name.replace(' ', '-')}`)).text();
  if (Math.abs(again.length / html.length - 1) > 0.05)
    throw new Error(`${name}: ${again.length} bytes rendered where there are ${html.length}`);
}

const saves: URLSearchParams[][] = [];
for (const draft of drafts) saves.push(await formsOf(draft));

const perSecond = new Map<string, number[]>();
const note = (what: string, rate: number) => perSecond.set(what, [...(perSecond.get(what) ?? []), rate]);
for (let round = 0; round < ROUNDS; round += 1)
  for (const { name, path, cookie } of asked) {
    const kept = name.replace(' ', '-');
    note(name, await rateOf(() => get(`${portalAt}${path}`, cookie)));
    note(`${name} rendered`, await rateOf(() => fetch(`${bareAt}/rendered/${kept}`)));
    note(`${name} bytes`, await rateOf(() => fetch(`${bareAt}/bytes/${kept}`)));
    if (name === 'question') note('saved', await rateOf(save, 302));
  }

const of = (what: string) => {
  const rates = (perSecond.get(what) ?? []).toSorted((one, other) => one - other);
  return rates[rates.length >> 1] ?? 0;
};
const kind = process.env.BENCH_DATABASE_URL ? 'PostgreSQL' : 'PGlite';
console.log(`${kind}: requests a second, the middle one of ${ROUNDS} rounds of ${SECONDS} seconds`);
const row = (cells: readonly (string | number)[]) =>
  console.log(cells.map((cell) => String(cell).padStart(12)).join(''));
row(['page', 'portal', 'rendered', 'bytes', 'to rendered', 'goal']);
const goalOf = (goal: number | null) => (goal === null ? '-' : kind === 'PostgreSQL' ? goal : goal / 2);
for (const { name, goal } of asked)
  row([
    name,
    of(name).toFixed(0),
    of(`${name} rendered`).toFixed(0),
    of(`${name} bytes`).toFixed(0),
    (of(name) / of(`${name} rendered`)).toFixed(2),
    goalOf(goal),
  ]);
const saving = of('saved') / of('question rendered');
row(['saving', of('saved').toFixed(0), '', '', saving.toFixed(2), goalOf(0.25)]);
const [, held = '?'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${portal.pid}/status`, 'utf8')) ?? [];
console.log(`The portal held ${Math.round(Number(held) / 1024)} MB at most.`);
bare.disconnect();
portal.kill();
await once(portal, 'exit');

// Last, as the pages of reports are another matter among a thousand that tell the same.
const sent = await sentBesideFloor();
console.log(
  `Reports sent a second: ${sent.submitted.toFixed(0)}, their ${sent.rows} rows by nothing but INSERT: ${sent.raw.toFixed(0)}; ` +
    `${(sent.submitted / sent.raw).toFixed(2)} of that floor, where the goal is ${goalOf(0.4)}.`,
);
rmSync(directory, { recursive: true });

/** A draft for each who asks at once, and open reports, as they are written through the use cases. */
async function written(): Promise<{ drafts: string[]; submissionId: string }> {
  const database = await open(source);
  const by = await makeCtx(database, { email: reporterEmail });
  const begun: string[] = [];
  for (let each = 0; each < AT_ONCE; each += 1) begun.push(await writtenDraft(by));
  let last = '';
  for (let sent = 0; sent < REPORTS; sent += 1) last = await submitted(by);
  // As a server's autovacuum does: without statistics a page is planned anew each time it is asked for.
  await database.analyze();
  await database.close();
  return { drafts: begun, submissionId: last };
}

/** How fast reports are sent, in this process. */
async function sentBesideFloor(): ReturnType<typeof submitBesideFloor> {
  const database = await open(source);
  const by = await makeCtx(database, { email: reporterEmail });
  const beside = await submitBesideFloor(database, by, { atOnce: AT_ONCE, rounds: ROUNDS, each: 10 });
  await database.close();
  return beside;
}

function get(address: string, cookie: string): Promise<Response> {
  return fetch(address, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });
}

function post(path: string, cookie: string, fields: URLSearchParams): Promise<Response> {
  return fetch(`${portalAt}${path}`, {
    method: 'POST',
    body: fields,
    headers: { cookie, accept: 'text/html', origin: portalAt },
    redirect: 'manual',
  });
}

async function signedIn(email: string): Promise<string> {
  const answer = await post('/sign-in', '', new URLSearchParams({ email, password: demonstrationPassword }));
  if (answer.status !== 302) throw new Error(`${email} could not sign in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/**
 * The form of a draft's page, saved with one text and then with another: each as it was made of the page that holds the other,
 * so that the two are posted in turns, each with the version that it changes.
 */
async function formsOf(draft: string): Promise<URLSearchParams[]> {
  const forms: URLSearchParams[] = [];
  for (const text of ['one man', 'two men', 'one man']) {
    const $ = load(await (await get(`${portalAt}${question(draft)}`, reporter)).text());
    const fields = new URLSearchParams(
      $('main form[data-keep]')
        .serializeArray()
        .map(({ name, value }) => [name, value]),
    );
    fields.set('whatIsKnown', `The white van was outside the house again: ${text} got out.`);
    const { status } = await post(question(draft), reporter, fields);
    if (status !== 302) throw new Error(`A page was not saved: ${status}`);
    forms.push(fields);
  }
  return forms.slice(1);
}

/** Saves the page of a draft with its other text. */
function save(each: number): Promise<Response> {
  const fields = saves[each]?.shift() ?? new URLSearchParams();
  saves[each]?.push(fields);
  return post(question(drafts[each]), reporter, fields);
}

/** How often a second the answer comes whole, with `AT_ONCE` asking again as soon as it does. */
async function rateOf(ask: (each: number) => Promise<Response>, status = 200): Promise<number> {
  let answers = 0;
  const began = performance.now();
  const until = began + SECONDS * 1000;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async (_, each) => {
      while (performance.now() < until) {
        const answer = await ask(each);
        await answer.arrayBuffer();
        if (answer.status !== status) throw new Error(`${answer.url} answered ${answer.status}`);
        answers += 1;
      }
    }),
  );
  return (answers * 1000) / (performance.now() - began);
}
