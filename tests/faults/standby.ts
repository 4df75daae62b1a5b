import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { addressAt } from '../e2e/ports.ts';
import { startPortalProcess } from '../e2e/server-process.ts';
import { openBrowser, sendReport } from './browser.ts';
import { makeWay } from './way.ts';

/**
 * `npm run faults:standby`, as root on Debian with PostgreSQL installed: a primary with a standby that has each transaction
 * before it is acknowledged, both made for this. The primary dies while reports are sent, the standby is promoted, and the
 * address leads there. Is an acknowledged report lost, and how long does nobody get a receipt?
 */
const AT_ONCE = 4;
const BEFORE = 60;
const AFTER = 60;
const port = 4395;
const address = addressAt(port);
const [version = ''] = readdirSync('/usr/lib/postgresql').toSorted(
  (one, other) => Number(other) - Number(one),
);
const bin = `/usr/lib/postgresql/${version}/bin`;
const [uid = 0, gid = 0] = ['-u', '-g'].map((of) => Number(execFileSync('id', [of, 'postgres']).toString()));
const root = mkdtempSync(join(tmpdir(), 'portal-standby-'));
const databases = join(root, 'databases');
mkdirSync(databases);
for (const directory of [root, databases]) chmodSync(directory, 0o755);
chownSync(databases, uid, gid);

const as = (program: string, ...options: string[]) =>
  execFileSync(join(bin, program), options, {
    uid,
    gid,
    cwd: databases,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
const primary = { directory: join(databases, 'primary'), port: 5471 };
const standby = { directory: join(databases, 'standby'), port: 5472 };
const start = (server: typeof primary, options = '') =>
  as(
    'pg_ctl',
    ...['-D', server.directory, '-w', '-l', join(databases, 'log'), 'start'],
    ...[
      '-o',
      `-p ${server.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${databases} ${options}`,
    ],
  );
const asked = async <Row extends pg.QueryResultRow>(
  server: typeof primary,
  database: string,
  sql: string,
) => {
  const client = new pg.Client(`postgresql://postgres@127.0.0.1:${server.port}/${database}`);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
};

as('initdb', '-D', primary.directory, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8');
start(primary);
const from = `host=127.0.0.1 port=${primary.port} user=postgres application_name=standby`;
as('pg_basebackup', '-d', from, '-D', standby.directory, '-R', '-X', 'stream');
start(standby);
// On a command line, so that the standby, once promoted, waits for none in its turn.
await asked(primary, 'postgres', 'CREATE DATABASE portal');
as('pg_ctl', '-D', primary.directory, '-w', 'stop');
start(primary, '-c synchronous_standby_names=standby');

const way = await makeWay('127.0.0.1', primary.port);
const portal = await startPortalProcess(root, port, {
  ALERT_URL: '',
  DATABASE_URL: `postgresql://postgres@127.0.0.1:${way.port}/portal`,
});
const acknowledged: string[] = [];
const refusals: string[] = [];
let diedAt = Infinity;
let firstAfter = Infinity;
try {
  const people = ['robin@harbour-trust.example', 'uma@community-centres.example'];
  const browsers = await Promise.all(
    Array.from({ length: AT_ONCE }, async (_, each) => {
      const browser = openBrowser(address);
      await browser.signIn(people[each % people.length] ?? '');
      return browser;
    }),
  );
  let enough = Infinity;
  const sending = browsers.map(async (browser) => {
    while (acknowledged.length < enough)
      try {
        acknowledged.push(await sendReport(browser));
        if (performance.now() > diedAt) firstAfter = Math.min(firstAfter, performance.now());
      } catch (failure) {
        refusals.push(failure instanceof Error ? failure.message.replaceAll(/[0-9a-f-]{36}/g, ':id') : '');
        await pause(50);
      }
  });
  while (acknowledged.length < BEFORE) await pause(10);
  as('pg_ctl', '-D', primary.directory, '-m', 'immediate', 'stop');
  diedAt = performance.now();
  way.cut();
  as('pg_ctl', '-D', standby.directory, '-w', 'promote');
  way.restore(standby.port);
  enough = acknowledged.length + AFTER;
  await Promise.all(sending);
} finally {
  await portal.stop();
}
const kept = await asked<{ id: string }>(standby, 'portal', 'SELECT id::text FROM submission');
const ids = new Set(kept.map(({ id }) => id));
const lost = acknowledged.filter((id) => !ids.has(id)).length;
console.log(
  `The primary died while ${AT_ONCE} sent: ${acknowledged.length} acknowledged before and after, ${lost} of them lost; ` +
    `${refusals.length} answers without a receipt meanwhile, the next receipt ${((firstAfter - diedAt) / 1000).toFixed(1)} s after`,
);
for (const words of new Set(refusals))
  console.log(`  ${refusals.filter((each) => each === words).length} x ${words}`);
as('pg_ctl', '-D', standby.directory, '-m', 'fast', 'stop');
way.close();
rmSync(root, { recursive: true });
if (lost > 0) process.exitCode = 1;
