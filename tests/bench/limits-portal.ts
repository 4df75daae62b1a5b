import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Server from '#app/server.ts';
import { exampleKey } from '#app/platform/crypto/known-keys.ts';
import { makeCtx } from '../factories/ctx.ts';
import { fillTestDatabase } from '../factories/fill.ts';
import { submitted } from '../factories/submitted.ts';
import { writtenDraft } from '../factories/written-draft.ts';
import { benchSource } from './measure.ts';

/**
 * The built server in a process of its own, as `npm run bench:limits` asks it: tells its parent where it listens and what
 * there is to ask for, and how much memory it took when it is told to stop.
 */
const DRAFTS = 16;
const OPEN = 50;

const { startServer, readConfig } = (await import('../../build/server/index.js' as string)) as typeof Server;
const config = readConfig({
  NODE_ENV: 'production',
  PORTAL_MODE: 'demonstration',
  PORT: process.env.BENCH_PORT,
  PORTAL_URL: `http://127.0.0.1:${process.env.BENCH_PORT}`,
  DATA_DIRECTORY: mkdtempSync(join(tmpdir(), 'portal-limits-')),
  KEY_ENCRYPTION_KEY: exampleKey.toString('base64'),
  LOG_LEVEL: 'info',
});
const { portal, stop } = await startServer(config, { database: await benchSource() });
await fillTestDatabase(portal.db);
const reporter = await makeCtx(portal.database, { email: 'robin@harbour-trust.example' });
const drafts: string[] = [];
for (let written = 0; written < DRAFTS; written += 1) drafts.push(await writtenDraft(reporter));
let submissionId = '';
for (let sent = 0; sent < OPEN; sent += 1) submissionId = await submitted(reporter);

let most = 0;
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss());
}, 200);
process.send?.({ drafts, submissionId });
process.once('message', () => {
  clearInterval(watch);
  process.send?.({ megabytes: Math.round(most / 1024 ** 2) });
  void stop().then(() => process.exit(0));
});
