import { afterAll } from 'vitest';
import type { Db } from '#app/platform/db/client.ts';
import { openDatabase, type DatabaseSource, type OpenDatabase } from '#app/platform/db/open-database.ts';
import { testDatabaseSource } from './database.ts';

/** A database at the head of the migrations with nothing in it, closed and removed after the file's last test. */
export async function emptyDatabase(): Promise<OpenDatabase> {
  const database = await openDatabase(await testDatabaseSource('empty'), 'prisma/migrations');
  afterAll(() => database.close());
  return database;
}

/**
 * Where a database is that holds what `fill` puts into it and nothing else, and which can be opened again and again.
 * Removed after the file's last test.
 */
export async function filledDatabase(fill: (db: Db) => Promise<void>): Promise<DatabaseSource> {
  const source = await reopened(await testDatabaseSource('empty'));
  const database = await openDatabase(source, 'prisma/migrations');
  try {
    await fill(database.db);
  } finally {
    await database.close();
  }
  return source;
}

/** The embedded one stays as it is from one opening to the next, of which there may be one at a time. */
async function reopened(source: DatabaseSource): Promise<DatabaseSource> {
  if (source.kind !== 'embedded' || !source.start) return source;
  const { pglite, stop } = await source.start();
  afterAll(stop);
  let held = false;
  const release = () => {
    held = false;
    return Promise.resolve();
  };
  const start = async () => {
    if (held) throw new Error('Whoever opened this database before holds it still.');
    held = true;
    // Each finds a session that is new.
    await pglite.exec('DISCARD ALL');
    return { pglite, stop: release };
  };
  return { ...source, start };
}
