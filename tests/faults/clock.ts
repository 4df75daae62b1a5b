import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressAt } from '../e2e/ports.ts';
import { startPortalProcess } from '../e2e/server-process.ts';
import { databaseAt, onAdmin } from '../factories/database-template.ts';
import { openBrowser, sendReport } from './browser.ts';

/**
 * `npm run faults:clock`: the clock of the machine that the built portal runs on jumps, a little and far, ahead and back,
 * while people work; that of the database on the server of BENCH_DATABASE_URL does not. Needs `faketime` of Debian.
 */
const library = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1';
if (!existsSync(library)) throw new Error('Install faketime: it is what makes the clock jump.');
const server = process.env.BENCH_DATABASE_URL ?? '';
const port = 4396;
const address = addressAt(port);
const root = mkdtempSync(join(tmpdir(), 'portal-clock-'));
const offset = join(root, 'offset');
const jump = (by: string) => writeFileSync(offset, by);

jump('+0');
await onAdmin(server, 'DROP DATABASE IF EXISTS portal_clock WITH (FORCE)', 'CREATE DATABASE portal_clock');
const portal = await startPortalProcess(root, port, {
  ALERT_URL: '',
  DATABASE_URL: databaseAt(server, 'portal_clock'),
  LD_PRELOAD: library,
  FAKETIME_TIMESTAMP_FILE: offset,
  FAKETIME_NO_CACHE: '1',
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
});
let faults = 0;
try {
  for (const by of ['+45m', '-2h', '+26h', '-3d', '+400d', '+0']) {
    const before = openBrowser(address);
    await before.signIn('robin@harbour-trust.example');
    jump(by);
    const said = [`the page of one signed in before ${(await before.get('/reports')).status}`];
    try {
      const after = openBrowser(address);
      await after.signIn('robin@harbour-trust.example');
      const id = await sendReport(after);
      said.push(`a report sent, its page ${(await after.get(`/reports/${id}`)).status}`);
      const officer = openBrowser(address);
      await officer.signIn('fib.officer@police.example');
      for (const path of [`/submissions/${id}`, '/queues/fib', '/queues/urgent', '/'])
        said.push(`${path.replace(id, ':id')} ${(await officer.get(path)).status}`);
    } catch (failure) {
      said.push(`FAULT: ${String(failure)}`);
    }
    said.push(`ready ${(await fetch(`${address}/health/ready`)).status}`);
    faults += said.filter((each) => / 5\d\d$| 404$|^FAULT/.test(each)).length;
    console.log(`${by}: ${said.join('; ')}`);
  }
} finally {
  await portal.stop();
  rmSync(root, { recursive: true });
  await onAdmin(server, 'DROP DATABASE portal_clock WITH (FORCE)');
}
if (faults > 0) process.exitCode = 1;
