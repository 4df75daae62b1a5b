import { describe, expect, inject, it } from 'vitest';
import { openDatabase } from '#app/platform/db/open-database.ts';
import { keptDatabase } from '#tests/factories/kept-databases.ts';
import type { PreparedImage } from '#tests/factories/prepared-images.ts';

const images = inject('databaseImages');

async function open(name: PreparedImage = 'filled') {
  const started = await keptDatabase(images!, name);
  const start = () => Promise.resolve(started);
  const database = await openDatabase({ kind: 'embedded', directory: null, start }, 'prisma/migrations');
  return { pglite: started.pglite, ...database };
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

  it('has planned what two have asked, and nothing that one has', async () => {
    const one = Array.from({ length: 40 }, (_, number) => number);
    const both = one.slice(20);
    const asks = async (numbers: number[]) => {
      // What files before this one have asked of the filled one is more than a few statements can add to.
      const { pool, close } = await open('empty');
      const { rows: planned } = await pool.query<{ name: string }>(
        `SELECT name FROM pg_prepared_statements WHERE name LIKE 'number %' AND generic_plans > 0 ORDER BY name`,
      );
      for (const number of numbers) {
        const text = `SELECT count(*)::int + ${number} AS sum FROM rate_limit WHERE points > $1`;
        const { rows } = await pool.query({ name: `number ${number}`, text, values: [0] });
        expect(rows).toEqual([{ sum: number }]);
      }
      await close();
      return planned.map(({ name }) => name);
    };

    expect(await asks(one)).toEqual([]);
    expect(await asks(both)).toEqual([]);
    const named = both.map((number) => `number ${number}`).toSorted();
    expect(await asks(one)).toEqual(named);
  });

  it('is refused by whoever links a library that is not taken back', async () => {
    const { pglite, stop } = await keptDatabase(images!, 'filled');
    await pglite.exec(`LOAD 'utf8_and_win'`);
    await expect(stop()).rejects.toThrow('utf8_and_win');
    await pglite.close();
  });
});
