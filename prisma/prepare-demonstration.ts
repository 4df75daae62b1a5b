import { readFileSync } from 'node:fs';
import { prepareDemonstration } from '#app/domain/admin/prepare-demonstration.server.ts';
import { systemClock } from '#app/platform/clock.ts';
import { makeKeyring } from '#app/platform/crypto/envelope.ts';
import { exampleKey } from '#app/platform/crypto/known-keys.ts';
import { openDatabase } from '#app/platform/db/open-database.ts';
import { collectRows, countRows } from './demonstration/collect-rows.ts';
import { play } from './demonstration/play.ts';
import { hashOfStories, storiesOf } from './demonstration/year.ts';
import { hashOfModels, readYearFile, writeYearFile } from './demonstration/year-file.ts';
import { readDemonstration, readForcePack } from '../app/domain/admin/read-force-pack.ts';

/**
 * Lives the demonstration's year through the use cases in a database of its own and keeps what came of it beside the
 * pack, so that the demonstration starts with it in seconds. `--if-outdated` does so only where the file is not of this
 * code any more.
 */
const packDirectory = 'prisma/packs/west-midlands-2015';

const pack = await readForcePack(packDirectory);
const stories = storiesOf(pack, await readDemonstration(packDirectory, pack));
const stamp = {
  stories: hashOfStories(stories),
  models: hashOfModels(readFileSync('prisma/schema.prisma', 'utf8')),
};
const there = process.argv.includes('--if-outdated') ? await readYearFile(packDirectory) : null;
if (there?.stories !== stamp.stories || there.models !== stamp.models) await make();

async function make(): Promise<void> {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(0)} s`;
  console.log('Making the demonstration’s year of data. This takes a minute or two.');
  const { db, pool, close } = await openDatabase({ kind: 'embedded', directory: null }, 'prisma/migrations');
  try {
    await prepareDemonstration({
      db,
      realTime: systemClock,
      packDirectory,
      keyring: makeKeyring(exampleKey),
      withYear: false,
    });
    const before = await countRows(pool);
    await play(db, pack, stories, (done) => {
      if (done % 50 === 0) console.log(`${done} reports after ${seconds()}`);
    });
    const rows = await collectRows(pool, before);
    const size = await writeYearFile(packDirectory, { ...stamp, rows });
    console.log(`Made in ${seconds()}: ${Math.ceil(size / 1024)} KiB.`);
  } finally {
    await close();
  }
}
