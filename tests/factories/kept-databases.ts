import type { PGlite } from '@electric-sql/pglite';
import { startPglite, type StartedPglite } from '#app/platform/db/embedded-database.ts';
import { readImage, type PreparedImage } from './prepared-images.ts';
import { snapshotOf } from './pglite-snapshot.ts';

type Kept = { pglite: PGlite; putBack: () => Promise<void> };

/** Prepared databases that this worker has open and nobody uses. */
const idle: Record<PreparedImage, Kept[]> = { empty: [], filled: [] };

/**
 * A prepared database as it was when this worker opened it first. Opening one takes half a second of computing, and its
 * tables half a second more as they are first asked; putting one back takes a fiftieth of that. Whoever stops it gives it
 * to the next.
 */
export async function keptDatabase(directory: string, name: PreparedImage): Promise<StartedPglite> {
  const { pglite, putBack } = idle[name].pop() ?? (await open(directory, name));
  const stop = async () => {
    await putBack();
    idle[name].push({ pglite, putBack });
  };
  return { pglite, stop };
}

async function open(directory: string, name: PreparedImage): Promise<Kept> {
  const { pglite } = await startPglite(null, { loadDataDir: readImage(directory, name) });
  // What is linked to the process later would not be taken back with its memory.
  for (const library of ['plpgsql', 'dict_snowball', 'pg_trgm', 'unaccent', 'fuzzystrmatch'])
    await pglite.exec(`LOAD '${library}'`);
  const libraries = await librariesOf(pglite);
  await askEachTable(pglite);
  const restore = snapshotOf(pglite);
  const putBack = async () => {
    const linked = await librariesOf(pglite);
    if (linked !== libraries) throw new Error(`Load before the snapshot (kept-databases.ts): ${linked}`);
    restore();
  };
  return { pglite, putBack };
}

async function librariesOf(pglite: PGlite): Promise<string> {
  await pglite.exec('ROLLBACK');
  const { rows } = await pglite.query<{ names: string }>(
    `SELECT string_agg(module_name, ', ' ORDER BY module_name) AS names FROM pg_get_loaded_modules()`,
  );
  return rows[0]?.names ?? '';
}

/** The database reads what it knows of a table when the table is first asked, and keeps it. */
async function askEachTable(pglite: PGlite): Promise<void> {
  const { rows } = await pglite.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class
      WHERE relkind = 'r' AND relnamespace IN ('public'::regnamespace, 'pgboss'::regnamespace)`,
  );
  for (const { name } of rows) await pglite.exec(`SELECT FROM ${name} LIMIT 0`);
}
