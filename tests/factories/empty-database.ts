import { afterAll } from 'vitest';
import { openDatabase, type DatabaseSource, type OpenDatabase } from '#app/platform/db/open-database.ts';
import { blankDatabase, onServer } from './blank-database.ts';

/** A database at the head of the migrations with nothing in it, closed and removed after the file's last test. */
export async function emptyDatabase(): Promise<OpenDatabase> {
  const database = await openDatabase(await emptySource(), 'prisma/migrations');
  afterAll(() => database.close());
  return database;
}

async function emptySource(): Promise<DatabaseSource> {
  if (!onServer) return { kind: 'embedded', directory: null };
  const { connection } = await blankDatabase();
  const url = connection.connectionString ?? '';
  return { kind: 'postgresql', url, ownerUrl: url };
}
