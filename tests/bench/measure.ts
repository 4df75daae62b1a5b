import { openDatabase, type DatabaseSource, type OpenDatabase } from '#app/platform/db/open-database.ts';
import { databaseAt, onAdmin } from '../factories/database-template.ts';
import { fillTestDatabase } from '../factories/fill.ts';

const ROUNDS = 25;

/** What every test starts from, on `benchSource`. */
export async function open(source?: DatabaseSource): Promise<OpenDatabase> {
  const opened = await openDatabase(source ?? (await benchSource()), 'prisma/migrations');
  await fillTestDatabase(opened.db);
  return opened;
}

/** PGlite, in memory or in a data directory, or a new database on the server of BENCH_DATABASE_URL. */
export async function benchSource(directory: string | null = null): Promise<DatabaseSource> {
  const server = process.env.BENCH_DATABASE_URL;
  if (!server) return { kind: 'embedded', directory };
  await onAdmin(server, 'DROP DATABASE IF EXISTS portal_bench WITH (FORCE)');
  await onAdmin(server, 'CREATE DATABASE portal_bench');
  const url = databaseAt(server, 'portal_bench');
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

/** How long something takes, in milliseconds: half of the times, and nineteen of twenty. */
export type Times = { median: number; p95: number };

export async function measure(all: Record<string, () => Promise<unknown>>): Promise<Record<string, Times>> {
  const measured: Record<string, Times> = {};
  for (const [name, run] of Object.entries(all)) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const started = performance.now();
      await run();
      times.push(performance.now() - started);
    }
    times.sort((one, other) => one - other);
    const at = (share: number) => times[Math.min(ROUNDS - 1, Math.floor(ROUNDS * share))] ?? 0;
    measured[name] = { median: at(0.5), p95: at(0.95) };
  }
  return measured;
}

/** One line for each: what it takes at every size, and how that grows from the first. */
export function report(
  title: string,
  measured: readonly Record<string, Times>[],
  sizes: readonly string[],
): void {
  console.log(`${title}: median and p95 of ${ROUNDS}, milliseconds; ratios to ${sizes[0]}`);
  for (const [name, first] of Object.entries(measured[0] ?? {})) {
    const columns = measured.map((times, index) => {
      const { median, p95 } = times[name] ?? first;
      const inWords = `${sizes[index]}: ${median.toFixed(1).padStart(8)} ${p95.toFixed(1).padStart(8)}`;
      return index === 0
        ? inWords
        : `${inWords} (${(median / first.median).toFixed(2)}, ${(p95 / first.p95).toFixed(2)})`;
    });
    console.log(`${name.padEnd(38)} ${columns.join('   ')}`);
  }
}
