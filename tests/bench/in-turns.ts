import type pg from 'pg';
import { timesOf, type Times } from './measure.ts';

export type Work = Record<string, () => Promise<unknown>>;

const ROUNDS = 40;
const COUNTED = 10;

/**
 * Does the same work in several databases in turns: its times in each, and the blocks and rows of tables that it reads.
 * `pools` are of those databases, in the order of `works`.
 */
export async function inTurns(
  pools: readonly pg.Pool[],
  works: readonly Work[],
): Promise<Record<string, Times>[]> {
  const measured: Record<string, Times>[] = works.map(() => ({}));
  for (const name of Object.keys(works[0] ?? {})) {
    const times: number[][] = works.map(() => []);
    const read: Read[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [place, work] of works.entries()) {
        const started = performance.now();
        await work[name]?.();
        times[place]?.push(performance.now() - started);
      }
    for (const [place, work] of works.entries()) {
      const pool = pools[place];
      if (!pool) throw new Error('Each work has its database.');
      const before = await readSoFar(pool);
      for (let round = 0; round < COUNTED; round += 1) await work[name]?.();
      const after = await readSoFar(pool);
      read[place] = {
        blocks: Math.round((after.blocks - before.blocks) / COUNTED),
        rows: Math.round((after.rows - before.rows) / COUNTED),
      };
    }
    for (const [place, each] of measured.entries())
      each[name] = { ...timesOf(times[place] ?? []), ...read[place] };
  }
  return measured;
}

type Read = { blocks: number; rows: number };

/** What the sessions of the pool read of its tables so far; each is told to say so at once. */
async function readSoFar(pool: pg.Pool): Promise<Read> {
  const clients = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()));
  for (const client of clients) await client.query('SELECT pg_stat_force_next_flush()');
  const counted = await clients[0]?.query<Read>(`
    SELECT (SELECT sum(heap_blks_read + heap_blks_hit + idx_blks_read + idx_blks_hit + coalesce(toast_blks_read + toast_blks_hit + tidx_blks_read + tidx_blks_hit, 0))
        FROM pg_statio_user_tables)::float AS blocks,
      (SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) FROM pg_stat_user_tables)::float AS rows`);
  for (const client of clients) client.release();
  const [read] = counted?.rows ?? [];
  if (!read) throw new Error('A count has a row.');
  return read;
}
