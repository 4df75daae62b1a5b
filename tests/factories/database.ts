import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { openDatabase, type DatabaseSource, type OpenDatabase } from '#app/platform/db/open-database.ts';
import { noteRawQueries } from '#tests/raw-queries/note.ts';
import { databaseAt, onAdmin, type Templates } from './database-template.ts';
import './keep-query-plans.ts';
import { keptDatabase } from './kept-databases.ts';
import type { PreparedImage } from './prepared-images.ts';

/** What a test file leaves open, in the order in which it was opened. */
const open: (() => Promise<void>)[] = [];

/** Where a test file's own copy of a prepared database is. On a server all copies are removed at the end of the run. */
export async function testDatabaseSource(prepared: PreparedImage = 'filled'): Promise<DatabaseSource> {
  const templates = inject('databaseTemplates');
  const server = process.env.TEST_DATABASE_URL;
  if (templates && server) {
    const name = await takeCopy(server, templates, prepared);
    const url = databaseAt(server, name);
    return { kind: 'postgresql', url, ownerUrl: url, prepared: true };
  }
  const directory = inject('databaseImages');
  if (!directory) throw new Error('No prepared database: run the suite with its global set-up.');
  return { kind: 'embedded', directory: null, start: () => keptDatabase(directory, prepared) };
}

/** Copies on the server for whoever asks next, made while the tests of another file run. */
const ahead: Partial<Record<PreparedImage, Promise<string>>> = {};

function takeCopy(server: string, templates: Templates, prepared: PreparedImage): Promise<string> {
  const copy = ahead[prepared] ?? makeCopy(server, templates[prepared]);
  ahead[prepared] = makeCopy(server, templates[prepared]);
  return copy;
}

/** What a test writes need not outlast a crash of the server, so that no commit waits for the disk. */
async function makeCopy(server: string, template: string): Promise<string> {
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  await onAdmin(
    server,
    `CREATE DATABASE ${name} TEMPLATE ${template}`,
    `ALTER DATABASE ${name} SET synchronous_commit = off`,
  );
  return name;
}

/** An open copy of the prepared database, closed after the file's last test. */
export async function testDatabase(): Promise<OpenDatabase> {
  const source = await testDatabaseSource();
  const database = await openDatabase(source, 'prisma/migrations');
  open.push(database.close, noteRawQueries(database.pool));
  return database;
}

/** After each file's last test (close-databases.ts): a hook that a file's own hook or test adds is not called. */
export async function closeDatabases(): Promise<void> {
  while (open.length > 0) await open.pop()?.();
}
