import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import type { Connection } from '#app/platform/db/client.ts';
import { startEmbeddedDatabase } from '#app/platform/db/embedded-database.ts';
import { databaseAt, onAdmin } from './database-template.ts';

/** Whether the suite runs on a PostgreSQL server, where sessions are apart and locks can be tried. */
export const onServer = Boolean(process.env.TEST_DATABASE_URL);

export type BlankDatabase = {
  /** Connects as the owner. */
  connection: Connection;
  /** Another client on it, closed with the database. */
  client: () => Promise<pg.Client>;
};

/** A database without any table, removed after the last test of the suite that asks for it. */
export async function blankDatabase(): Promise<BlankDatabase> {
  const { connection, remove } = await create();
  const clients: pg.Client[] = [];
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.end()));
    await remove();
  });
  return {
    connection,
    client: async () => {
      const client = new pg.Client(connection);
      clients.push(client);
      await client.connect();
      return client;
    },
  };
}

async function create(): Promise<{ connection: Connection; remove: () => Promise<void> }> {
  const server = process.env.TEST_DATABASE_URL;
  const templates = inject('databaseTemplates');
  if (server && templates) {
    // By its name it is removed at the end of the run, with the others.
    const name = `${templates.filled}_${randomBytes(6).toString('hex')}`;
    await onAdmin(server, `CREATE DATABASE ${name}`);
    return { connection: { connectionString: databaseAt(server, name) }, remove: () => Promise.resolve() };
  }
  const embedded = await startEmbeddedDatabase(null);
  return { connection: embedded.connection, remove: embedded.close };
}
