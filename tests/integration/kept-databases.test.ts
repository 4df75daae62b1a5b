import { describe, expect, inject, it } from 'vitest';
import { openDatabase } from '#app/platform/db/open-database.ts';
import { keptDatabase } from '#tests/factories/kept-databases.ts';

const images = inject('databaseImages');

async function open() {
  const { pglite, stop } = await keptDatabase(images!, 'filled');
  const start = () => Promise.resolve({ pglite, stop });
  const database = await openDatabase({ kind: 'embedded', directory: null, start }, 'prisma/migrations');
  return { pglite, ...database };
}

describe.skipIf(images === null)('a database that tests keep', () => {
  it('is given to the next as it was: rows, tables, settings, what is prepared, an open transaction', async () => {
    const first = await open();
    const accounts = await first.db.account.count();
    await first.db.$executeRaw`INSERT INTO rate_limit (key, points) VALUES ('of a test', 1)`;
    await first.pglite.exec(`
      RESET ROLE;
      CREATE TABLE left_behind AS SELECT repeat('much', 1000) FROM generate_series(1, 20000);
      DROP TABLE draft CASCADE;
      SET timezone TO 'Europe/London';
      BEGIN;
      DELETE FROM session`);
    await first.close();

    const second = await open();
    expect(second.pglite).toBe(first.pglite);
    expect(await second.db.account.count()).toBe(accounts);
    expect(await second.db.draft.count()).toBe(0);
    const { rows } = await second.pool.query(
      `SELECT to_regclass('left_behind') AS behind, current_setting('timezone') AS zone,
        (SELECT count(*)::int FROM rate_limit) AS limits`,
    );
    expect(rows).toEqual([{ behind: null, zone: 'UTC', limits: 0 }]);
    await second.close();
  });

  it('is refused by whoever links a library that is not taken back', async () => {
    const { pglite, stop } = await keptDatabase(images!, 'filled');
    await pglite.exec(`LOAD 'utf8_and_win'`);
    await expect(stop()).rejects.toThrow('utf8_and_win');
    await pglite.close();
  });
});
