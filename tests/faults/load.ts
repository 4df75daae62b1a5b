import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressAt } from '../e2e/ports.ts';
import { startPortalProcess } from '../e2e/server-process.ts';
import { databaseAt, onAdmin } from '../factories/database-template.ts';
import { formOf } from '../factories/forms.ts';
import { openBrowser, sendReport, type Browser } from './browser.ts';

/**
 * `npm run faults:load -- 20`: for so many minutes partners send reports while officers take and read them, search, and
 * leads look at figures, all without a pause, on the built portal with the demonstration's year; on the embedded database
 * or on the server of BENCH_DATABASE_URL. Is each page answered, and does the memory stay what it was?
 */
const minutes = Number(process.argv[2] ?? 20);
const server = process.env.BENCH_DATABASE_URL;
const port = 4397;
const address = addressAt(port);
const root = mkdtempSync(join(tmpdir(), 'portal-load-'));
if (server)
  await onAdmin(server, 'DROP DATABASE IF EXISTS portal_load WITH (FORCE)', 'CREATE DATABASE portal_load');
const portal = await startPortalProcess(
  root,
  port,
  { ALERT_URL: '', ...(server ? { DATABASE_URL: databaseAt(server, 'portal_load') } : {}) },
  [],
);

const statuses: Record<number, number> = {};
const faults: string[] = [];
let slowest = 0;
let sent = 0;
const until = performance.now() + minutes * 60_000;

/** Goes on until the time is over; whatever is no answer of the portal's own is a fault. */
async function keepOn(browser: Browser, round: (browser: Browser) => Promise<void>): Promise<void> {
  while (performance.now() < until)
    await round(browser).catch((failure: unknown) => faults.push(String(failure)));
}

async function noted(email: string): Promise<Browser> {
  const browser = openBrowser(address);
  await browser.signIn(email);
  const timed =
    <Asked extends unknown[]>(ask: (...asked: Asked) => ReturnType<Browser['get']>) =>
    async (...asked: Asked) => {
      const began = performance.now();
      const answer = await ask(...asked);
      slowest = Math.max(slowest, performance.now() - began);
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      if (answer.status >= 400)
        faults.push(`${answer.path.replace(/[0-9a-f-]{36}/g, ':id')} ${answer.status}`);
      return answer;
    };
  return { ...browser, get: timed(browser.get), post: timed(browser.post) };
}

const reports = async (browser: Browser) => {
  const id = await sendReport(browser);
  sent += 1;
  for (const path of ['/reports', `/reports/${id}`]) await browser.get(path);
};
/** The next that waits is taken and read with all that belongs to it. */
const works = async (browser: Browser) => {
  const queue = await browser.get('/queues/fib?view=unassigned');
  const { action, fields } = formOf(queue.text);
  const { location } = action === undefined ? queue : await browser.post(action, fields);
  const report = /^\/submissions\/[0-9a-f-]{36}/.exec(location ?? '')?.[0];
  if (report === undefined) return;
  for (const path of ['', '/matches', '/plan-links', '/report', '/export']) await browser.get(report + path);
};
const looks = async (browser: Browser) => {
  for (const path of ['/', '/reporting', '/plan', '/high', '/tasks', '/help']) await browser.get(path);
};

const everybody: [email: string, round: (browser: Browser) => Promise<void>][] = [
  ['robin@harbour-trust.example', reports],
  ['uma@community-centres.example', reports],
  ['fib.officer@police.example', works],
  ['fib.supervisor@police.example', works],
  ['mds.lead@police.example', looks],
];

const memory: number[] = [];
const held = () => {
  const [, kilobytes = '0'] =
    /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${portal.child.pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
};
const watching = setInterval(() => memory.push(held()), (minutes * 60_000) / 20);
try {
  await Promise.all(everybody.map(async ([email, round]) => keepOn(await noted(email), round)));
} finally {
  clearInterval(watching);
  await portal.stop();
  rmSync(root, { recursive: true });
  if (server) await onAdmin(server, 'DROP DATABASE portal_load WITH (FORCE)');
}
console.log(
  `${server ? 'PostgreSQL' : 'Embedded database'}, ${minutes} minutes: ${JSON.stringify(statuses)}, ${sent} reports sent, ` +
    `the slowest answer ${(slowest / 1000).toFixed(1)} s`,
);
console.log(`Megabytes held, in twentieths of the time: ${memory.join(' ')}`);
for (const fault of new Set(faults))
  console.log(`FAULT: ${fault} (${faults.filter((each) => each === fault).length})`);
const middle = (of: number[]) => of.toSorted((one, other) => one - other)[of.length >> 1] ?? 0;
const [early, late] = [middle(memory.slice(4, 9)), middle(memory.slice(-5))];
if (late > early * 1.1) console.log(`FAULT: memory grew from ${early} to ${late} MB`);
if (faults.length > 0 || late > early * 1.1) process.exitCode = 1;
