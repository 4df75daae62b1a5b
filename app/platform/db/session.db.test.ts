import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { asOwner, refusalOf } from '#tests/factories/as-owner.ts';
import { onServer } from '#tests/factories/blank-database.ts';
import { testDatabase, testDatabaseSource } from '#tests/factories/database.ts';
import { onAdmin } from '#tests/factories/database-template.ts';
import { openDatabase, type DatabaseSource } from './open-database.ts';

const migrations = 'prisma/migrations';

describe('the role of the portal', async () => {
  const { pool } = await testDatabase();

  it('is portal_app in every connection, which may do nothing special', async () => {
    const clients = await Promise.all(Array.from({ length: 10 }, () => pool.connect()));
    const answers = await Promise.all(
      clients.map((client) =>
        client.query(`SELECT current_user AS role, current_setting('TimeZone') AS zone, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication
          FROM pg_roles WHERE rolname = current_user`),
      ),
    );
    for (const client of clients) client.release();
    for (const { rows } of answers)
      expect(rows).toEqual([
        {
          role: 'portal_app',
          zone: 'UTC',
          rolsuper: false,
          rolcreaterole: false,
          rolcreatedb: false,
          rolbypassrls: false,
          rolreplication: false,
        },
      ]);
  });

  it('owns nothing: no table, view, sequence, function, type, schema or database', async () => {
    const { rows } = await pool.query(`
      SELECT relname AS owned FROM pg_class WHERE relowner = 'portal_app'::regrole
      UNION ALL SELECT proname FROM pg_proc WHERE proowner = 'portal_app'::regrole
      UNION ALL SELECT typname FROM pg_type WHERE typowner = 'portal_app'::regrole
      UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner = 'portal_app'::regrole
      UNION ALL SELECT datname FROM pg_database WHERE datdba = 'portal_app'::regrole
      UNION ALL SELECT rolname FROM pg_auth_members JOIN pg_roles r ON r.oid = roleid WHERE member = 'portal_app'::regrole`);
    expect(rows).toEqual([]);
  });

  it('makes no objects and leaves the record of migrations alone', async () => {
    await asOwner(pool, async (client) => {
      await client.query('SET LOCAL ROLE portal_app');
      for (const sql of [
        'CREATE TABLE mine (id integer)',
        'CREATE SCHEMA mine',
        `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'x', 'x')`,
        'DELETE FROM _prisma_migrations',
      ])
        expect([sql, await refusalOf(client, sql)]).toEqual([
          sql,
          expect.stringContaining('permission denied'),
        ]);
    });
  });

  it('may not be taken off the guards: no trigger is missing on what must not change', async () => {
    const { rows } = await pool.query<{ name: string }>(
      `SELECT tgrelid::regclass || ' ' || tgname AS name FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'O'`,
    );
    expect(rows).toEqual([]);
  });
});

describe('time', () => {
  it('is kept in UTC on a database zoned Europe/London, in summer as in winter', async () => {
    const source = await testDatabaseSource();
    await zone(source);
    const { db, pool, close } = await openDatabase(source, migrations);
    for (const instant of [
      '2016-07-01T12:00:00.123Z',
      '2016-01-18T09:00:00.000Z',
      '2016-03-27T01:30:00.000Z',
      '2016-10-30T00:30:00.000Z',
    ]) {
      await db.setting.create({ data: { key: instant, value: {}, updatedAt: new Date(instant) } });
      const read = await db.setting.findUniqueOrThrow({ where: { key: instant } });
      expect(read.updatedAt.toISOString()).toBe(instant);
      const raw = await db.$queryRaw<{ at: Date; text: string }[]>`
        SELECT updated_at AS at, to_char(updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS text FROM setting WHERE key = ${instant}`;
      expect(raw).toEqual([{ at: new Date(instant), text: instant }]);
      const found = await db.setting.count({ where: { updatedAt: new Date(instant) } });
      expect(found).toBe(1);
    }
    expect((await pool.query('SHOW timezone')).rows).toEqual([{ TimeZone: 'UTC' }]);
    await close();
  });
});

/** Gives the database itself another time zone, as a server set up by somebody in London has. */
async function zone(source: DatabaseSource): Promise<void> {
  if (source.kind === 'embedded') return;
  const name = new URL(source.url).pathname.slice(1);
  await onAdmin(source.url, `ALTER DATABASE ${name} SET timezone TO 'Europe/London'`);
  const client = new pg.Client({ connectionString: source.url });
  await client.connect();
  const { rows } = await client.query('SHOW timezone');
  await client.end();
  expect(rows).toEqual([{ TimeZone: 'Europe/London' }]);
}

describe.runIf(onServer)('start-up refuses a connection', async () => {
  const source = (await testDatabaseSource()) as Extract<DatabaseSource, { kind: 'postgresql' }>;
  const withOptions = (options: string, user?: string) => {
    const url = new URL(source.url);
    url.searchParams.set('options', options);
    if (user) url.username = user;
    return openDatabase({ ...source, url: url.href }, migrations);
  };

  it('in another time zone', async () => {
    await expect(withOptions('-c timezone=Europe/London -c role=portal_app')).rejects.toThrow(
      'The database session is in time zone Europe/London: it must be UTC.',
    );
  });

  it('that works as the owner of the tables', async () => {
    await expect(withOptions('-c timezone=UTC')).rejects.toThrow(/must work as portal_app/);
  });

  it('that works as any other role, a superuser without tables above all', async () => {
    const other = `portal_other_${randomBytes(4).toString('hex')}`;
    await onAdmin(source.url, `CREATE ROLE ${other} LOGIN SUPERUSER PASSWORD 'ci'`);
    afterAll(() => onAdmin(source.url, `DROP ROLE ${other}`));
    await expect(withOptions('-c timezone=UTC', other)).rejects.toThrow(/must work as portal_app/);
  });

  it('of a superuser, where a service in production asks', async () => {
    // The user of the tests is one.
    await expect(openDatabase({ ...source, superuser: 'refused' }, migrations)).rejects.toThrow(
      /is a superuser/,
    );
  });
});
