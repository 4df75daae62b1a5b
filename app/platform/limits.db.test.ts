import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#tests/factories/database.ts';
import { columnsWith } from '#tests/factories/stored-text.ts';
import { createLimits, type Limit } from './limits.ts';

const { pool } = await testDatabase();
const limits = createLimits(pool);
const limit = (name: string): Limit => ({ name, points: 3, seconds: 60 });
const takeTimes = (of: Limit, key: string, times: number) =>
  Promise.all(Array.from({ length: times }, () => limits.take(of, key)));

describe('a limit', () => {
  it('lets so many tries through and then says how long to wait', async () => {
    const tries = limit('plain');
    for (let turn = 1; turn <= 3; turn += 1) expect(await limits.take(tries, 'one')).toBeNull();
    const wait = await limits.take(tries, 'one');
    expect(wait).toBeGreaterThanOrEqual(1);
    expect(wait).toBeLessThanOrEqual(60);
  });

  it('counts each key and each kind of try by itself', async () => {
    await takeTimes(limit('apart'), 'one', 4);
    expect(await limits.take(limit('apart'), 'two')).toBeNull();
    expect(await limits.take(limit('apart-2'), 'one')).toBeNull();
  });

  it('lets exactly so many through when they come at once, over several instances', async () => {
    const other = createLimits(pool);
    const tries = limit('at-once');
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, turn) => (turn % 2 ? limits : other).take(tries, 'one')),
    );
    expect(answers.filter((wait) => wait === null)).toHaveLength(3);
  });

  it('is forgotten on request and after its time', async () => {
    await takeTimes(limit('forgotten'), 'one', 4);
    await limits.forget(limit('forgotten'), 'one');
    expect(await limits.take(limit('forgotten'), 'one')).toBeNull();

    await takeTimes(limit('over'), 'one', 4);
    await pool.query(`UPDATE rate_limit SET expire = $1 WHERE key LIKE 'over:%'`, [Date.now() - 1]);
    expect(await limits.take(limit('over'), 'one')).toBeNull();
  });

  it('keeps no key in clear', async () => {
    await limits.take(limit('clear'), 'someone@partner.example');
    expect(await columnsWith(pool, 'someone@partner.example')).toEqual([]);
    expect(await columnsWith(pool, 'clear:')).toEqual(['public.rate_limit.key']);
  });

  it('answers no when its store does not answer', async () => {
    const nobody = createLimits(new pg.Pool({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 2000 }));
    await expect(nobody.take(limit('down'), 'one')).rejects.toThrow();
    await expect(nobody.forget(limit('down'), 'one')).rejects.toThrow();
  });
});
