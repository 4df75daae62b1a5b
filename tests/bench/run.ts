import { volumes } from '#app/domain/reporting/volumes.server.ts';
import { ownReports } from '#app/domain/submissions/own-reports.server.ts';
import { savePage } from '#app/domain/submissions/save-page.server.ts';
import { queuePage } from '#app/domain/triage/queue.server.ts';
import { openDatabase, type OpenDatabase } from '#app/platform/db/open-database.ts';
import { databaseAt, onAdmin } from '../factories/database-template.ts';
import { makeCtx } from '../factories/ctx.ts';
import { fillTestDatabase } from '../factories/fill.ts';
import { minimalPosts } from '../factories/form-answers.ts';
import { submitted } from '../factories/submitted.ts';
import { writtenDraft } from '../factories/written-draft.ts';
import { addHistory } from './history.ts';

/**
 * `npm run bench`: how the cost of the pages people live in grows with what was ever sent. Ratios within one run, so
 * that a slow machine says the same. On PGlite, or on the server of BENCH_DATABASE_URL.
 */
const OPEN = 100;
const SMALL = 1_000;
const LARGE = 100_000;
const ROUNDS = 25;

const database = await open();
const officer = await makeCtx(database, { email: 'fib.officer@police.example' });
const reporter = await makeCtx(database, { email: 'robin@harbour-trust.example' });
const lead = await makeCtx(database, { email: 'mds.lead@police.example' });

const draftId = await writtenDraft(reporter);
const { danger: posted } = minimalPosts;

let first = '';
for (let sent = 0; sent < OPEN; sent += 1) first = await submitted(reporter);

const work: Record<string, () => Promise<unknown>> = {
  'queue page': () => queuePage(officer, { queueCode: 'fib', view: 'unassigned', cursor: null }),
  'save a step': () => savePage(reporter, { draftId, pageId: 'danger', posted }),
  submit: () => submitted(reporter),
  'own reports': () => ownReports(reporter, { before: null }),
  'volumes of a year': () => volumes(lead, { first: '2015-04', last: '2016-01' }),
};

await addHistory(database.db, first, SMALL);
await analyse(database);
const small = await measure(work);
await addHistory(database.db, first, LARGE - SMALL);
await analyse(database);
const large = await measure(work);

console.log(`${database.kind}: median of ${ROUNDS}, milliseconds, with ${OPEN} open submissions`);
for (const name of Object.keys(work)) {
  const [one, other] = [small[name] ?? 0, large[name] ?? 0];
  console.log(
    `${name.padEnd(20)} ${SMALL} closed: ${one.toFixed(1).padStart(8)}   ${LARGE} closed: ${other.toFixed(1).padStart(8)}   ratio ${(other / one).toFixed(2)}`,
  );
}
await database.close();

async function open(): Promise<OpenDatabase> {
  const server = process.env.BENCH_DATABASE_URL;
  const source = server ? await onServer(server) : ({ kind: 'embedded', directory: null } as const);
  const opened = await openDatabase(source, 'prisma/migrations');
  await fillTestDatabase(opened.db);
  return opened;
}

async function onServer(server: string) {
  await onAdmin(server, 'DROP DATABASE IF EXISTS portal_bench WITH (FORCE)');
  await onAdmin(server, 'CREATE DATABASE portal_bench');
  const url = databaseAt(server, 'portal_bench');
  return { kind: 'postgresql', url, ownerUrl: url } as const;
}

/** The statistics that a server's autovacuum would keep; PGlite has none. */
async function analyse({ pool }: OpenDatabase): Promise<void> {
  await pool.query('ANALYZE');
}

async function measure(all: typeof work): Promise<Record<string, number>> {
  const medians: Record<string, number> = {};
  for (const [name, run] of Object.entries(all)) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const started = performance.now();
      await run();
      times.push(performance.now() - started);
    }
    medians[name] = times.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
  }
  return medians;
}
