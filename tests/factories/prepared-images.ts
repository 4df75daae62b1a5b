import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient, createPool, type Connection } from '#app/platform/db/client.ts';
import {
  startEmbeddedDatabase,
  startPglite,
  type EmbeddedDatabase,
} from '#app/platform/db/embedded-database.ts';
import { prepare } from '#app/platform/db/open-database.ts';
import { fillTestDatabase } from './fill.ts';

/** `empty`: at the head of the migrations, with nothing in it. `filled`: what every test starts from. */
export type PreparedImage = 'empty' | 'filled';

export const imagePath = (directory: string, name: PreparedImage): string => join(directory, `${name}.tar`);

/**
 * Writes the embedded databases that tests start from into a directory. Making one from nothing takes seconds, so
 * `npm test` makes them once for all its parts, and a part that runs alone makes its own.
 */
export async function prepareImages(directory: string): Promise<void> {
  const empty = await dumpImage(async (database) => {
    await prepare(database.connection, 'prisma/migrations');
    // Nothing makes a database from PostgreSQL's own templates here, and every file of tests would load them.
    await database.setForAll('UPDATE pg_database SET datistemplate = false WHERE datistemplate');
    for (const name of ['template0', 'template1']) await database.setForAll(`DROP DATABASE ${name}`);
  });
  await write(directory, 'empty', empty);
  const filled = await dumpImage(async (database) => {
    await database.setForAll(`SET timezone TO 'UTC'; SET ROLE portal_app;`);
    await fill(database.connection);
  }, empty);
  await write(directory, 'filled', filled);
}

/** A database as one archive, made from nothing or from another such archive. */
async function dumpImage(fill: (database: EmbeddedDatabase) => Promise<void>, from?: Blob): Promise<Blob> {
  const { pglite, stop } = await startPglite(
    null,
    from ? { loadDataDir: from } : { initDbStartParams: ['--wal-segsize=1'] },
  );
  const database = await startEmbeddedDatabase(null, () =>
    Promise.resolve({ pglite, stop: () => Promise.resolve() }),
  );
  await fill(database);
  await database.close();
  // Whoever opens the image has next to nothing to recover, and no megabytes of log to load.
  await pglite.exec('RESET ROLE; CHECKPOINT');
  const image = await pglite.dumpDataDir('none');
  await stop();
  return image;
}

async function write(directory: string, name: PreparedImage, image: Blob): Promise<void> {
  writeFileSync(imagePath(directory, name), Buffer.from(await image.arrayBuffer()));
}

/** A prepared image, read anew. */
export const readImage = (directory: string, name: PreparedImage): Blob =>
  new Blob([readFileSync(imagePath(directory, name))]);

/** Fills a prepared database through a connection to it. */
export async function fill(connection: Connection): Promise<void> {
  const pool = createPool(connection, 4);
  const db = createClient(pool);
  await fillTestDatabase(db);
  await db.$disconnect();
  if (!pool.ended) await pool.end();
}
