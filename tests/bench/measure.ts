import { openDatabase, type OpenDatabase } from '#app/platform/db/open-database.ts';
import { databaseAt, onAdmin } from '../factories/database-template.ts';
import { fillTestDatabase } from '../factories/fill.ts';

const ROUNDS = 25;

/** PGlite, or a new database on the server of BENCH_DATABASE_URL. */
export async function open(): Promise<OpenDatabase> {
  const server = process.env.BENCH_DATABASE_URL;
  const source = server ? await onServer(server) : ({ kind: 'embedded', directory: null } as const);
  const opened = await openDatabase(source, 'prisma/migrations');
  await fillTestDatabase(opened.db);
  return opened;
}

async function onServer(server: string) {
  await onAdmin(server, 'DROP DATABASE IF EXISTS portal_bench WITH (FORCE)');
  await onAdmin(server, 'CREATE DATABASE portal_bench');
  const url = databaseAt(server, 'portal_bench');
  return { kind: 'postgresql', url, ownerUrl: url } as const;
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

/** The median of each, in milliseconds. */
export async function measure(all: Record<string, () => Promise<unknown>>): Promise<Record<string, number>> {
  const medians: Record<string, number> = {};
  for (const [name, run] of Object.entries(all)) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const started = performance.now();
      await run();
      times.push(performance.now() - started);
    }
    medians[name] = times.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
  }
  return medians;
}

/** One line for each: what it takes with little and with much, and how that grows. */
export function report(
  title: string,
  small: Record<string, number>,
  large: Record<string, number>,
  sizes: readonly [string, string],
): void {
  console.log(`${title}: median of ${ROUNDS}, milliseconds`);
  for (const name of Object.keys(small)) {
    const [one, other] = [small[name] ?? 0, large[name] ?? 0];
    console.log(
      `${name.padEnd(26)} ${sizes[0]}: ${one.toFixed(1).padStart(8)}   ${sizes[1]}: ${other.toFixed(1).padStart(8)}   ratio ${(other / one).toFixed(2)}`,
    );
  }
}
