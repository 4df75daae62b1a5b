import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { SESSION_OPTIONS } from '#app/platform/db/client.ts';
import { prepare } from '#app/platform/db/open-database.ts';
import { fill, prepareImages } from './prepared-images.ts';

/** Names of the two template databases on the server TEST_DATABASE_URL. */
export type Templates = { empty: string; filled: string };

declare module 'vitest' {
  interface ProvidedContext {
    /** Directory of the prepared embedded databases, or null when the tests run on a PostgreSQL server. */
    databaseImages: string | null;
    databaseTemplates: Templates | null;
  }
}

/** Every test file starts from a copy of one of two prepared databases: one is empty, the other filled. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL;
  return server ? onServer(project, server) : embedded(project);
}

async function embedded(project: TestProject): Promise<() => Promise<void>> {
  const prepared = process.env.TEST_IMAGES;
  const directory = prepared ?? mkdtempSync(join(tmpdir(), 'portal-images-'));
  if (!prepared) await prepareImages(directory);
  project.provide('databaseImages', directory);
  project.provide('databaseTemplates', null);
  return () => {
    if (!prepared) rmSync(directory, { recursive: true, force: true });
    return Promise.resolve();
  };
}

async function onServer(project: TestProject, server: string): Promise<() => Promise<void>> {
  const name = `portal_template_${randomBytes(6).toString('hex')}`;
  const templates = { empty: `${name}_empty`, filled: name };
  await onAdmin(server, `CREATE DATABASE ${templates.empty}`);
  await prepare({ connectionString: databaseAt(server, templates.empty) }, 'prisma/migrations');
  await onAdmin(server, `CREATE DATABASE ${templates.filled} TEMPLATE ${templates.empty}`);
  await fill({ connectionString: databaseAt(server, templates.filled), options: SESSION_OPTIONS });
  project.provide('databaseImages', null);
  project.provide('databaseTemplates', templates);
  return async () => {
    // The templates first: a copy that is still being made is not in the list, and holds its template.
    await dropAll(server, Object.values(templates));
    await dropAll(server, await databasesOf(server, name));
  };
}

/**
 * Removes databases, many at once: each waits for a checkpoint, which serves all who wait. Dropped one by one while tests
 * run, each took seconds, and held a transaction open that the seal of the audit trail waits for.
 */
async function dropAll(server: string, names: readonly string[]): Promise<void> {
  for (let from = 0; from < names.length; from += 20)
    await Promise.all(
      names
        .slice(from, from + 20)
        .map((name) => onAdmin(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
    );
}

export function databaseAt(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export async function onAdmin(server: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

async function databasesOf(server: string, template: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>(
    `SELECT datname FROM pg_database WHERE starts_with(datname, $1)`,
    [template],
  );
  await client.end();
  return rows.map(({ datname }) => datname);
}
