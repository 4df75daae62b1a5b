import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import type { Db } from '#app/platform/db/client.ts';
import { startPglite } from '#app/platform/db/embedded-database.ts';
import { openDatabase, type DatabaseSource, type OpenDatabase } from '#app/platform/db/open-database.ts';
import { testDatabaseSource } from './database.ts';
import { readImage } from './prepared-images.ts';

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
  const images = inject('databaseImages');
  const source = images === null ? await testDatabaseSource('empty') : emptyIn(newDirectory(), images);
  const database = await openDatabase(source, 'prisma/migrations');
  try {
    await fill(database.db);
  } finally {
    await database.close();
  }
  return source.kind === 'embedded' ? { kind: 'embedded', directory: source.directory } : source;
}

function emptyIn(directory: string, images: string): DatabaseSource {
  const start = () => startPglite(directory, { loadDataDir: readImage(images, 'empty') });
  return { kind: 'embedded', directory, start };
}

function newDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'portal-empty-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
