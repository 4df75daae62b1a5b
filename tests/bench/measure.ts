import { openDatabase, type DatabaseSource, type OpenDatabase } from '#app/platform/db/open-database.ts';
import { databaseAt, onAdmin } from '../factories/database-template.ts';
import { fillTestDatabase } from '../factories/fill.ts';

const ROUNDS = 25;

/** What every test starts from, on `benchSource`; `again` leaves what is there as it is. */
export async function open(source?: DatabaseSource, again = false): Promise<OpenDatabase> {
  const opened = await openDatabase(source ?? (await benchSource()), 'prisma/migrations');
  if (!again) await fillTestDatabase(opened.db);
  return opened;
}

/** PGlite, in memory or in a data directory, or a database on the server of BENCH_DATABASE_URL: a new one, or `again` what is there. */
export async function benchSource(
  directory: string | null = null,
  { name = 'portal_bench', again = false } = {},
): Promise<DatabaseSource> {
  const server = process.env.BENCH_DATABASE_URL;
  if (!server) return { kind: 'embedded', directory };
  if (!again) {
    await onAdmin(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await onAdmin(server, `CREATE DATABASE ${name}`);
  }
  const url = databaseAt(server, name);
  return { kind: 'postgresql', url, ownerUrl: url };
}

/**
 * What a server's autovacuum would do, and PGlite has none: statistics, and indexes of words without a list of what is
 * still to be added. Only the owner of the tables may, so the portal's role is put aside for it.
 */
export async function analyse({ pool }: OpenDatabase): Promise<void> {
  const client = await pool.connect();
  for (const sql of ['SET ROLE NONE', 'VACUUM ANALYZE', 'SET ROLE portal_app']) await client.query(sql);
  client.release();
}

/** How long something takes, in milliseconds: half of the times, and nineteen of twenty. Where it was counted, what it reads. */
export type Times = { median: number; p95: number; blocks?: number; rows?: number };

export function timesOf(times: readonly number[]): Times {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

export async function measure(all: Record<string, () => Promise<unknown>>): Promise<Record<string, Times>> {
  const measured: Record<string, Times> = {};
  for (const [name, run] of Object.entries(all)) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const started = performance.now();
      await run();
      times.push(performance.now() - started);
    }
    measured[name] = timesOf(times);
  }
  return measured;
}

/** One line for each: what it takes at every size, and how that grows from the first. */
export function report(
  title: string,
  measured: readonly Record<string, Times>[],
  sizes: readonly string[],
): void {
  console.log(`${title}: median and p95 in milliseconds, blocks and rows read; ratios to ${sizes[0]}`);
  for (const [name, first] of Object.entries(measured[0] ?? {})) {
    const columns = measured.map((times, index) => {
      const { median, p95, blocks, rows } = times[name] ?? first;
      const counts = blocks === undefined ? '' : ` ${blocks} blocks ${rows} rows`;
      const inWords = `${sizes[index]}: ${median.toFixed(1).padStart(8)} ${p95.toFixed(1).padStart(8)}${counts}`;
      return index === 0
        ? inWords
        : `${inWords} (${(median / first.median).toFixed(2)}, ${(p95 / first.p95).toFixed(2)})`;
    });
    console.log(`${name.padEnd(38)} ${columns.join('   ')}`);
  }
}
