import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';

/** Smaller tables are read whole because that is the quickest: accounts, queues, areas, the plan. */
const FEW = 2_000;
/** A server's session tells of what it read at the latest when it has had nothing to do for so long. */
const TOLD_AFTER = 11_000;

/** The tables that a server read from beginning to end while each of these ran, of those that grow. */
export async function wholeReads(
  pool: pg.Pool,
  work: Record<string, () => Promise<unknown>>,
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  let before = await readSoFar(pool);
  for (const [name, run] of Object.entries(work)) {
    await run();
    const after = await readSoFar(pool);
    found[name] = [...after].flatMap(([table, rows]) =>
      rows - (before.get(table) ?? 0) > FEW ? [table] : [],
    );
    before = after;
  }
  return found;
}

/** Rows read by sequential scans, by table. */
async function readSoFar(pool: pg.Pool): Promise<Map<string, number>> {
  await wait(TOLD_AFTER);
  const { rows } = await pool.query<{ name: string; rows: number }>(
    'SELECT relname::text AS name, seq_tup_read::float AS rows FROM pg_stat_user_tables WHERE n_live_tup > $1',
    [FEW],
  );
  return new Map(rows.map(({ name, rows: read }) => [name, read]));
}
