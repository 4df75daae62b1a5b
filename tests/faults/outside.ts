import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { addressAt } from '../e2e/ports.ts';
import { startPortalProcess } from '../e2e/server-process.ts';
import { databaseAt, onAdmin } from '../factories/database-template.ts';
import { openBrowser } from './browser.ts';
import { startStore, storeAway } from './store.ts';
import { makeWay } from './way.ts';

/**
 * `npm run faults:outside -- 10000`: the built portal on the server of BENCH_DATABASE_URL, while its database is cut off and
 * comes back, its mail server and its store of files are away, senders are slow, and so many requests of chance come. What is answered meanwhile, and
 * does all of it go on afterwards by itself?
 */
const requests = Number(process.argv[2] ?? 10_000);
const server = new URL(process.env.BENCH_DATABASE_URL ?? '');
const port = 4398;
const address = addressAt(port);
const root = mkdtempSync(join(tmpdir(), 'portal-outside-'));
const faults: string[] = [];
const expect = (holds: boolean, what: string) => {
  if (!holds) faults.push(what);
};

await onAdmin(
  server.href,
  'DROP DATABASE IF EXISTS portal_outside WITH (FORCE)',
  'CREATE DATABASE portal_outside',
);
const way = await makeWay(server.hostname, Number(server.port || 5432));
const through = new URL(databaseAt(server.href, 'portal_outside'));
through.host = `127.0.0.1:${way.port}`;
const mail = await mailServer();
const store = await startStore();
const portal = await startPortalProcess(root, port, {
  DATABASE_URL: through.href,
  SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
  MAIL_FROM: 'Portal <portal@force.example>',
  ALERT_URL: '',
  ...store.settings,
});
try {
  const administrator = openBrowser(address);
  await administrator.signIn('administrator@police.example');
  const cookie = administrator.cookie();
  await cutOff(cookie);
  await mailAway(cookie);
  const [reporter, officer] = [openBrowser(address), openBrowser(address)];
  await reporter.signIn('robin@harbour-trust.example');
  await officer.signIn('fib.officer@police.example');
  await storeAway(address, store, reporter, officer, expect);
  await slowSenders();
  await chance(cookie);
} finally {
  await portal.stop();
  way.close();
  mail.close();
  await store.stop();
  await onAdmin(server.href, 'DROP DATABASE portal_outside WITH (FORCE)');
  rmSync(root, { recursive: true, force: true });
}
for (const fault of faults) console.log(`FAULT: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;

async function cutOff(cookie: string): Promise<void> {
  const answers: Record<string, number> = {};
  let away = true;
  const typed = 'What I typed while it was away';
  const ask = async () => {
    while (away) {
      const posted = { method: 'POST', body: new URLSearchParams({ name: typed }), headers: { cookie } };
      const answer = await fetch(`${address}/administration/settings/signposts/new`, posted);
      const text = await answer.text();
      const kept = text.includes(typed) ? ', text given back' : '';
      const key = `${answer.status}${answer.headers.has('retry-after') ? ' with Retry-After' : ''}${kept}`;
      answers[key] = (answers[key] ?? 0) + 1;
      await pause(20);
    }
  };
  way.cut();
  const asking = Promise.all([ask(), ask(), ask(), ask()]);
  await pause(5000);
  away = false;
  await asking;
  way.restore();
  const back = performance.now();
  while ((await fetch(`${address}/administration/jobs`, { headers: { cookie } })).status !== 200)
    await pause(20);
  const after = Math.round(performance.now() - back);
  console.log(
    `Database cut off for 5 s: ${JSON.stringify(answers)}; the first page ${after} ms after it was back`,
  );
  expect(
    Object.keys(answers).every((key) => key === '503 with Retry-After, text given back'),
    'other answers than 503',
  );
}

/** Ten links for a new password are asked for while nobody takes mail. */
async function mailAway(cookie: string): Promise<void> {
  await mail.away();
  const took = mail.count();
  const people = ['robin@harbour-trust.example', 'sam@lantern-project.example', 'fib.officer@police.example'];
  for (const email of people)
    await fetch(`${address}/forgotten-password`, { method: 'POST', body: new URLSearchParams({ email }) });
  await pause(3000);
  const ready = (await fetch(`${address}/health/ready`)).status;
  await mail.back();
  const back = performance.now();
  while (mail.count() - took < people.length && performance.now() - back < 180_000) await pause(100);
  const took2 = mail.count() - took;
  console.log(
    `Mail server away: ${took2} of ${people.length} links delivered by themselves, the last ${Math.round((performance.now() - back) / 1000)} s after it was back; ready said ${ready} meanwhile`,
  );
  expect(took2 === people.length, 'mail was lost');
  expect((await fetch(`${address}/`, { headers: { cookie } })).ok, 'no page after the mail server was away');
}

/** Three hundred forms that begin and go no further. */
async function slowSenders(): Promise<void> {
  const sockets = Array.from({ length: 300 }, () => {
    const socket = connect(port, 'localhost');
    socket.on('error', () => undefined);
    socket.write(
      'POST /sign-in HTTP/1.1\r\nHost: localhost:4398\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\nemail=',
    );
    return socket;
  });
  const times: number[] = [];
  for (let each = 0; each < 50; each += 1) {
    const began = performance.now();
    const { status } = await fetch(`${address}/sign-in`);
    expect(status === 200, `a page beside slow senders was ${status}`);
    times.push(performance.now() - began);
  }
  times.sort((one, other) => one - other);
  console.log(
    `300 slow senders: a page in ${Math.round(times[25] ?? 0)} ms (median of 50), the slowest ${Math.round(times[49] ?? 0)} ms`,
  );
  for (const socket of sockets) socket.destroy();
}

/** Addresses, methods, fields and headers of chance, always the same ones. */
async function chance(cookie: string): Promise<void> {
  const next = numbers(20_161_218);
  const pick = <Of>(all: readonly Of[]): Of => all[Math.floor(next() * all.length)] as Of;
  const pieces = [
    'reports',
    'queues',
    'administration',
    'settings',
    'plan',
    '..',
    '%00',
    '%ff',
    'new',
    '\u202e',
    'a'.repeat(300),
    '00000000-0000-4000-8000-000000000000',
    'clocks',
    'high',
    '-1',
    "'",
    '%2e%2e',
    'search',
  ];
  const values = [
    '',
    'x',
    '\u0000',
    '\ud800',
    'a'.repeat(5000),
    '-1',
    '1e999',
    '__proto__',
    '<script>',
    "' OR 1=1",
    '٣',
    '2016-02-30',
  ];
  const names = [
    'name',
    'email',
    'from-day',
    'expectedVersion',
    'intent',
    '__proto__',
    'part',
    'x'.repeat(200),
  ];
  const statuses: Record<string, number> = {};
  const one = async () => {
    const path = Array.from({ length: 1 + Math.floor(next() * 4) }, () => pick(pieces)).join('/');
    const method = pick(['GET', 'GET', 'POST', 'POST', 'HEAD', 'PUT', 'DELETE']);
    const body =
      method === 'POST'
        ? new URLSearchParams(
            Array.from({ length: Math.floor(next() * 6) }, () => [pick(names), pick(values)]),
          )
        : undefined;
    const headers =
      next() < 0.7 ? { cookie } : { cookie: `portal-session=${pick(values).replace(/[^\x20-\x7e]/g, '')}` };
    const { status } = await fetch(
      `${address}/${encodeURI(path)}?${new URLSearchParams({ [pick(names)]: pick(values) }).toString()}`,
      { method, body, headers, redirect: 'manual' },
    );
    statuses[status] = (statuses[status] ?? 0) + 1;
  };
  for (let done = 0; done < requests; done += 8) await Promise.all(Array.from({ length: 8 }, one));
  console.log(`${requests} requests of chance: ${JSON.stringify(statuses)}`);
  expect(
    Object.keys(statuses).every((status) => Number(status) < 500),
    'a request of chance was answered with a defect',
  );
  expect(
    (await fetch(`${address}/administration/settings`, { headers: { cookie } })).ok,
    'no page afterwards',
  );
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function mailServer() {
  let took = 0;
  const make = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _, done) =>
        void stream.resume().on('end', () => {
          took += 1;
          done();
        }),
    });
  let now = make();
  const listen = (at: number) => new Promise<void>((done) => void now.listen(at, '127.0.0.1', () => done()));
  await listen(0);
  const { port } = now.server.address() as { port: number };
  return {
    port,
    count: () => took,
    away: () => new Promise<void>((done) => now.close(() => done())),
    back: () => {
      now = make();
      return listen(port);
    },
    close: () => now.close(),
  };
}
