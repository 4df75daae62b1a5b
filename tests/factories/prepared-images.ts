import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient, createPool, type Connection } from '#app/platform/db/client.ts';
import { dumpImage } from '#app/platform/db/embedded-database.ts';
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

async function write(directory: string, name: PreparedImage, image: Blob): Promise<void> {
  writeFileSync(imagePath(directory, name), Buffer.from(await image.arrayBuffer()));
}

const read = new Map<string, Blob>();

/** A prepared image, read once a worker. A Blob of its bytes would copy them piece by piece for each file of tests. */
export function readImage(directory: string, name: PreparedImage): Blob {
  const path = imagePath(directory, name);
  const image = read.get(path) ?? blobOf(new Uint8Array(readFileSync(path)).buffer);
  read.set(path, image);
  return image;
}

function blobOf(bytes: ArrayBuffer): Blob {
  return Object.assign(new Blob(), { arrayBuffer: () => Promise.resolve(bytes) });
}

/** Fills a prepared database through a connection to it. */
export async function fill(connection: Connection): Promise<void> {
  const pool = createPool(connection, 4);
  const db = createClient(pool);
  await fillTestDatabase(db);
  await db.$disconnect();
  if (!pool.ended) await pool.end();
}
