import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type DatabaseSource, type OpenDatabase } from '#app/platform/db/open-database.ts';
import { spawnChild } from '../factories/child-process.ts';
import { databaseAt, onAdmin } from '../factories/database-template.ts';
import { fillTestDatabase } from '../factories/fill.ts';

/**
 * `npm run faults:kill -- 1000`: reports are sent, eight at a time, by a process that is killed at a random moment and
 * started again, until so many were acknowledged or FAULTS_SECONDS are over; on the embedded database or on the server of
 * BENCH_DATABASE_URL. Which were lost, kept twice or in part?
 */
const SENDERS = 8;
const count = Number(process.argv[2] ?? 1000);
const server = process.env.BENCH_DATABASE_URL;
const root = mkdtempSync(join(tmpdir(), 'portal-faults-'));
const place = server ? databaseAt(server, 'portal_faults') : join(root, 'data');
const source: DatabaseSource = server
  ? { kind: 'postgresql', url: place, ownerUrl: place }
  : { kind: 'embedded', directory: place };

if (server)
  await onAdmin(
    server,
    'DROP DATABASE IF EXISTS portal_faults WITH (FORCE)',
    'CREATE DATABASE portal_faults',
  );
await opened(({ db }) => fillTestDatabase(db));
const acknowledged: string[] = [];
let kills = 0;
process.env.SENDERS = String(SENDERS);
const began = performance.now();
const seconds = Number(process.env.FAULTS_SECONDS ?? Infinity);
while (acknowledged.length < count && performance.now() - began < seconds * 1000) {
  const child = spawnChild('tests/doubles/submit-until-killed.ts', place);
  const until = 1 + Math.floor(Math.random() * (count / 10));
  for (let each = 0; each < until; each += 1) acknowledged.push(await child.line());
  await child.kill();
  acknowledged.push(...(await child.rest()));
  kills += 1;
}
const found = await opened(look);
console.log(
  `${source.kind}: killed ${kills} times, ${acknowledged.length} acknowledged, ${found.lost} of them lost, ` +
    `${found.unheard} kept without their sender having heard, ${found.inPart} kept in part`,
);
rmSync(root, { recursive: true, force: true });
if (found.lost + found.inPart > 0 || found.unheard > kills * SENDERS) process.exitCode = 1;

async function opened<Answer>(work: (database: OpenDatabase) => Promise<Answer>): Promise<Answer> {
  const database = await openDatabase(source, 'prisma/migrations');
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Whole is a report with its content, event, route, place, entry in the trail and the job that tells of its danger. */
async function look({ db }: OpenDatabase) {
  const rows = await db.$queryRaw<{ id: string; whole: boolean }[]>`
    SELECT s.id::text, EXISTS (SELECT FROM submission_content c WHERE c.submission_id = s.id)
      AND EXISTS (SELECT FROM submission_event e WHERE e.submission_id = s.id)
      AND EXISTS (SELECT FROM submission_route r WHERE r.submission_id = s.id)
      AND EXISTS (SELECT FROM submission_place p WHERE p.submission_id = s.id)
      AND EXISTS (SELECT FROM audit_event a WHERE a.type = 'submission.submitted' AND a.subject_id = s.id)
      AND EXISTS (SELECT FROM pgboss.job j WHERE j.name = 'tell-high' AND j.data->>'submissionId' = s.id::text)
      AND NOT EXISTS (SELECT FROM draft d WHERE d.id = s.draft_id) AS whole
    FROM submission s`;
  const kept = new Set(rows.map(({ id }) => id));
  return {
    lost: acknowledged.filter((id) => !kept.has(id)).length,
    unheard: rows.length - acknowledged.length,
    inPart: rows.filter(({ whole }) => !whole).length,
  };
}
