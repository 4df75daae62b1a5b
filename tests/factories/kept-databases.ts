import type { PGlite } from '@electric-sql/pglite';
import { startPglite, type StartedPglite } from '#app/platform/db/embedded-database.ts';
import { readImage, type PreparedImage } from './prepared-images.ts';
import { snapshotOf } from './pglite-snapshot.ts';
import { planAll } from './plan-all.ts';

type Kept = {
  pglite: PGlite;
  putBack: () => Promise<void>;
  /** Statements that are parsed and planned in what is put back. */
  planned: Set<string>;
  /** Statements that somebody asked. */
  asked: Set<string>;
};

/** Prepared databases that this worker has open and nobody uses. */
const idle: Record<PreparedImage, Kept[]> = { empty: [], filled: [] };

/** A snapshot is taken anew when so many statements were asked a second time, or a quarter more than it has. */
const WORTH_PLANNING = 20;

/**
 * A prepared database as it was when this worker opened it first. Opening one takes half a second of computing, and its
 * tables half a second more as they are first asked; putting one back takes a fiftieth of that. Whoever stops it gives it
 * to the next. The statements that two have asked are parsed and planned for whoever comes after them.
 */
export async function keptDatabase(directory: string, name: PreparedImage): Promise<StartedPglite> {
  const kept = idle[name].pop() ?? (await open(directory, name));
  const parsed = new Set(kept.planned);
  const stop = async () => {
    await kept.putBack();
    await planWhatIsAskedAgain(kept, parsed);
    idle[name].push(kept);
  };
  return { pglite: kept.pglite, parsed, stop };
}

async function open(directory: string, name: PreparedImage): Promise<Kept> {
  const { pglite } = await startPglite(null, { loadDataDir: readImage(directory, name) });
  // What is linked to the process later would not be taken back with its memory.
  for (const library of ['plpgsql', 'dict_snowball', 'pg_trgm', 'unaccent', 'fuzzystrmatch'])
    await pglite.exec(`LOAD '${library}'`);
  await askEachTable(pglite);
  // One plan of a statement serves all its values, so that it is planned once.
  await pglite.exec(`SET plan_cache_mode = force_generic_plan`);
  return { pglite, putBack: await puttingBack(pglite), planned: new Set(), asked: new Set() };
}

async function puttingBack(pglite: PGlite): Promise<Kept['putBack']> {
  const libraries = await librariesOf(pglite);
  const restore = snapshotOf(pglite);
  return async () => {
    const linked = await librariesOf(pglite);
    if (linked !== libraries) throw new Error(`Load before the snapshot (kept-databases.ts): ${linked}`);
    restore();
  };
}

async function planWhatIsAskedAgain(kept: Kept, parsed: ReadonlySet<string>): Promise<void> {
  const again = [...parsed].filter((statement) => kept.asked.has(statement) && !kept.planned.has(statement));
  for (const statement of parsed) kept.asked.add(statement);
  if (again.length < Math.max(WORTH_PLANNING, kept.planned.size / 4)) return;
  for (const statement of await planAll(kept.pglite, again)) kept.planned.add(statement);
  kept.putBack = await puttingBack(kept.pglite);
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
