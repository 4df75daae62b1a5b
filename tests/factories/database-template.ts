import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { dumpImage, type EmbeddedDatabase } from '#app/platform/db/embedded-database.ts';
import { createClient, createPool, SESSION_OPTIONS, type Connection } from '#app/platform/db/client.ts';
import { prepare } from '#app/platform/db/open-database.ts';
import { fillTestDatabase } from './fill.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of a prepared embedded database, or null when the tests run on a PostgreSQL server. */
    databaseImage: string | null;
    /** Name of the prepared template database on the server TEST_DATABASE_URL, or null. */
    databaseTemplate: string | null;
  }
}

/** Migrates and fills one database per run; every test file then starts from a copy of it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL;
  return server ? onServer(project, server) : embedded(project);
}

async function embedded(project: TestProject): Promise<() => Promise<void>> {
  const image = await dumpImage(async (database) => {
    await prepare(database.connection, 'prisma/migrations');
    await dropTemplates(database);
    await database.setForAll(`SET timezone TO 'UTC'; SET ROLE portal_app;`);
    await fill(database.connection);
  });
  const directory = mkdtempSync(join(tmpdir(), 'portal-image-'));
  const path = join(directory, 'image.tar');
  writeFileSync(path, Buffer.from(await image.arrayBuffer()));
  project.provide('databaseImage', path);
  project.provide('databaseTemplate', null);
  return () => {
    rmSync(directory, { recursive: true, force: true });
    return Promise.resolve();
  };
}

/** Nothing makes a database from PostgreSQL's own templates here, and every file of tests would load them. */
async function dropTemplates(database: EmbeddedDatabase): Promise<void> {
  await database.setForAll('UPDATE pg_database SET datistemplate = false WHERE datistemplate');
  for (const name of ['template0', 'template1']) await database.setForAll(`DROP DATABASE ${name}`);
}

async function onServer(project: TestProject, server: string): Promise<() => Promise<void>> {
  const name = `portal_template_${randomBytes(6).toString('hex')}`;
  await onAdmin(server, `CREATE DATABASE ${name}`);
  const url = databaseAt(server, name);
  await prepare({ connectionString: url }, 'prisma/migrations');
  await fill({ connectionString: url, options: SESSION_OPTIONS });
  project.provide('databaseImage', null);
  project.provide('databaseTemplate', name);
  return () => onAdmin(server, `DROP DATABASE ${name} WITH (FORCE)`);
}

async function fill(connection: Connection): Promise<void> {
  const pool = createPool(connection, 4);
  const db = createClient(pool);
  await fillTestDatabase(db);
  await db.$disconnect();
  if (!pool.ended) await pool.end();
}

export function databaseAt(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export async function onAdmin(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql);
  await client.end();
}
