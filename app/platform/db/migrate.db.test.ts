import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { blankDatabase, onServer } from '#tests/factories/blank-database.ts';
import { migrate, readMigrations, type Migration } from './migrate.ts';
import { prepare } from './open-database.ts';

const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
});
const first = migration('0001_first', 'CREATE TABLE one (id integer PRIMARY KEY)');
const second = migration('0002_second', 'INSERT INTO one VALUES (2)');

describe('the migrator', async () => {
  const blank = await blankDatabase();
  const client = await blank.client();
  const tables = async () =>
    (
      await client.query<{ name: string }>(
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
      )
    ).rows.map(({ name }) => name);
  const recorded = async () =>
    (
      await client.query<{ name: string; checksum: string; finished: boolean }>(
        'SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations ORDER BY started_at, migration_name',
      )
    ).rows;

  beforeEach(async () => {
    await client.query('DROP TABLE IF EXISTS one, two, _prisma_migrations');
  });

  it('applies what is missing, in order and once, and records it with its checksum', async () => {
    expect(await migrate(client, [first])).toEqual(['0001_first']);
    expect(await migrate(client, [first, second])).toEqual(['0002_second']);
    expect(await migrate(client, [first, second])).toEqual([]);
    expect(await recorded()).toEqual(
      [first, second].map(({ name, checksum }) => ({ name, checksum, finished: true })),
    );
    expect((await client.query('SELECT id FROM one')).rows).toEqual([{ id: 2 }]);
  });

  it('refuses to start when a migration has changed since it was applied', async () => {
    await migrate(client, [first]);
    const changed = migration('0001_first', `${first.sql}; -- and a comment`);
    await expect(migrate(client, [changed, second])).rejects.toThrow(
      'Migration 0001_first has changed since it was applied',
    );
    expect(await recorded()).toHaveLength(1);
    expect((await client.query('SELECT id FROM one')).rows).toEqual([]);
  });

  it('refuses a database that is ahead of this code', async () => {
    await migrate(client, [first, second]);
    await expect(migrate(client, [first])).rejects.toThrow(
      'The database has migration 0002_second, which this version of the portal does not know',
    );
  });

  it('says of a database from before the baseline that it has to be made anew', async () => {
    await migrate(client, [migration('0001_foundation', 'SELECT 1')]);
    await expect(
      migrate(client, [migration('0001_baseline', 'CREATE TABLE one (id integer)')]),
    ).rejects.toThrow(/from before the first release.*make it anew/);
    expect(await tables()).toEqual(['_prisma_migrations']);
  });

  it('rolls a failing migration back whole, keeps those before it, and goes on once it is mended', async () => {
    const failing = migration(
      '0002_second',
      'CREATE TABLE two (id integer); INSERT INTO two VALUES (1); SELECT 1 / 0',
    );
    await expect(migrate(client, [first, failing, migration('0003_third', 'SELECT 1')])).rejects.toThrow(
      'Migration 0002_second failed and was rolled back',
    );
    expect(await tables()).toEqual(['_prisma_migrations', 'one']);
    expect((await recorded()).map(({ name }) => name)).toEqual(['0001_first']);
    const mended = migration('0002_second', 'CREATE TABLE two (id integer)');
    expect(await migrate(await blank.client(), [first, mended])).toEqual(['0002_second']);
  });

  it('keeps no migration that it could not record', async () => {
    const unrecordable = migration(`0001_${'x'.repeat(300)}`, 'CREATE TABLE two (id integer)');
    await expect(migrate(client, [unrecordable])).rejects.toThrow('failed and was rolled back');
    expect(await tables()).toEqual(['_prisma_migrations']);
  });

  it.runIf(onServer)('lets several instances start at once and applies each migration once', async () => {
    const clients = await Promise.all(Array.from({ length: 5 }, blank.client));
    const slow = migration('0002_second', 'SELECT pg_sleep(0.1); INSERT INTO one VALUES (2)');
    const applied = await Promise.all(clients.map((each) => migrate(each, [first, slow])));
    expect(applied.flat().sort()).toEqual(['0001_first', '0002_second']);
    expect((await client.query('SELECT id FROM one')).rows).toEqual([{ id: 2 }]);
  });
});

describe('the project’s migrations', async () => {
  const { connection, client } = await blankDatabase();

  it('lie in folders named by number, and are read in that order', () => {
    const names = readMigrations('prisma/migrations').map(({ name }) => name);
    expect(names[0]).toBe('0001_baseline');
    expect(names).toEqual([...names].sort());
  });

  it.runIf(onServer)(
    'may be applied by several instances at once, job queues and rights included',
    async () => {
      await Promise.all(Array.from({ length: 4 }, () => prepare(connection, 'prisma/migrations')));
    },
  );

  it('may be applied again', async () => {
    await prepare(connection, 'prisma/migrations');
    await prepare(connection, 'prisma/migrations');
    const { rows } = await (
      await client()
    ).query<{ name: string }>('SELECT migration_name AS name FROM _prisma_migrations');
    expect(rows.map(({ name }) => name).sort()).toEqual(
      readMigrations('prisma/migrations').map(({ name }) => name),
    );
  });
});
