import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOfPortal, compareRawQueries } from './compare.ts';
import type { NotedQuery } from './note.ts';

/**
 * `npm run raw-queries`: compares what the code says of its raw queries with what the database said of them in a run of
 * the domain suite: the one whose notes are in the folder that is named, or one of its own.
 */
const folder = process.argv[2] ?? run();
const noted = readdirSync(folder)
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as NotedQuery);
const differences = compareRawQueries(codeOfPortal(), noted);
for (const difference of differences) console.log(difference);
console.log(`${differences.length} differences between raw queries and the database`);
process.exit(differences.length === 0 ? 0 : 1);

function run(): string {
  const notes = mkdtempSync(join(tmpdir(), 'raw-queries-'));
  const env = { ...process.env, RAW_QUERIES: notes };
  spawnSync('npm', ['run', '-s', 'domain'], { stdio: 'inherit', env });
  return notes;
}
