import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Db } from '#app/platform/db/client.ts';
import { openDatabase, type DatabaseSource, type OpenDatabase } from '#app/platform/db/open-database.ts';
import { blankDatabase, onServer } from './blank-database.ts';

/** A database at the head of the migrations with nothing in it, closed and removed after the file's last test. */
export async function emptyDatabase(): Promise<OpenDatabase> {
  const source = onServer ? await emptyOnServer() : ({ kind: 'embedded', directory: null } as const);
  const database = await openDatabase(source, 'prisma/migrations');
  afterAll(() => database.close());
  return database;
}

/** Where a database is that holds what `fill` puts into it and nothing else. Removed after the file's last test. */
export async function filledDatabase(fill: (db: Db) => Promise<void>): Promise<DatabaseSource> {
  const source = onServer ? await emptyOnServer() : emptyDirectory();
  const database = await openDatabase(source, 'prisma/migrations');
  try {
    await fill(database.db);
  } finally {
    await database.close();
  }
  return source;
}

async function emptyOnServer(): Promise<DatabaseSource> {
  const { connection } = await blankDatabase();
  const url = connection.connectionString ?? '';
  return { kind: 'postgresql', url, ownerUrl: url };
}

function emptyDirectory(): DatabaseSource {
  const directory = mkdtempSync(join(tmpdir(), 'portal-empty-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return { kind: 'embedded', directory };
}
