import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';

/** Tables with fewer rows are read whole because that is the quickest: accounts, queues, areas, the plan. */
const FEW = 2_000;

/** The tables that a server read from beginning to end while something ran, of those that grow. */
export async function wholeReads(pool: pg.Pool, run: () => Promise<unknown>): Promise<string[]> {
  const before = await readSoFar(pool);
  await run();
  const after = await readSoFar(pool);
  return [...after].flatMap(([table, rows]) => (rows - (before.get(table) ?? 0) > FEW ? [table] : []));
}

/** Rows read by sequential scans, by table. A server's sessions tell of theirs a second later. */
async function readSoFar(pool: pg.Pool): Promise<Map<string, number>> {
  await wait(1_500);
  const { rows } = await pool.query<{ name: string; rows: number }>(
    'SELECT relname::text AS name, seq_tup_read::float AS rows FROM pg_stat_user_tables',
  );
  return new Map(rows.map(({ name, rows: read }) => [name, read]));
}
