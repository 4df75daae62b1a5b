import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDemonstration } from '#app/domain/admin/prepare-demonstration.server.ts';
import { systemClock } from '#app/platform/clock.ts';
import { makeKeyring } from '#app/platform/crypto/envelope.ts';
import { openDatabase } from '#app/platform/db/open-database.ts';
import { yearFilePath } from '#prisma/demonstration/year-file.ts';

/** How long the demonstration's first start takes on this machine, part by part: `npm run bench:first-start`. */
const packDirectory = 'prisma/packs/west-midlands-2015';
const directory = mkdtempSync(join(tmpdir(), 'portal-first-start-'));
const started = performance.now();
let before = started;
const tell = (what: string) => {
  const now = performance.now();
  console.log(`${what.padEnd(44)} ${((now - before) / 1000).toFixed(1)} s`);
  before = now;
};

const database = await openDatabase({ kind: 'embedded', directory }, 'prisma/migrations');
tell('make the database and migrate');
const keyring = makeKeyring(randomBytes(32));
await prepareDemonstration({
  db: database.db,
  realTime: systemClock,
  packDirectory,
  keyring,
  withYear: true,
});
tell('load pack, people and the year');
await database.analyze();
tell('analyze');
const size = Math.ceil(statSync(yearFilePath(packDirectory)).size / 1024);
console.log(`${await database.db.submission.count()} submissions from a file of ${size} KiB`);
await database.close();
rmSync(directory, { recursive: true, force: true });
console.log(`in all ${((performance.now() - started) / 1000).toFixed(1)} s`);
