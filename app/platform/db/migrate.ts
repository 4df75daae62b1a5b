import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientBase } from 'pg';

/** Any fixed number: every instance that starts takes this advisory lock, so only one prepares the database. */
const PREPARATION_LOCK = 7_402_015;

export type Migration = { name: string; sql: string; checksum: string };

/** Reads `prisma/migrations/<name>/migration.sql`, in name order. Migrations only ever go forward. */
export function readMigrations(directory: string): Migration[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(directory, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Applies what is missing, each migration in a transaction of its own, and records it in `_prisma_migrations` in
 * Prisma's own format, so that Prisma's tools can take over. Returns the names applied.
 * Throws when a migration that was applied has changed since, or when the database is ahead of this code.
 */
export function migrate(client: ClientBase, migrations: Migration[]): Promise<string[]> {
  return alone(client, async () => {
    await client.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (
      id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
      logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`);
    const { rows } = await client.query<{ migration_name: string; checksum: string }>(
      'SELECT migration_name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    );
    const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
    refuseDrift(migrations, applied);
    const missing = migrations.filter((migration) => !applied.has(migration.name));
    for (const migration of missing) await applyOne(client, migration);
    return missing.map((migration) => migration.name);
  });
}

/** Lets one instance at a time prepare the database. Taken again inside by the same connection it does not wait. */
export async function alone<Answer>(client: ClientBase, work: () => Promise<Answer>): Promise<Answer> {
  await client.query('SELECT pg_advisory_lock($1)', [PREPARATION_LOCK]);
  try {
    return await work();
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [PREPARATION_LOCK]);
  }
}

/** The first of the migrations that 0001_baseline took the place of before anything was released (decision 0051). */
const BEFORE_THE_BASELINE = '0001_foundation';

function refuseDrift(migrations: Migration[], applied: Map<string, string>): void {
  if (applied.has(BEFORE_THE_BASELINE))
    throw new Error(
      'The database was made by the migrations from before the first release, which are one now: make it anew. ' +
        'For the embedded database delete its directory (var/data, or data in DATA_DIRECTORY); on PostgreSQL give the portal an empty database.',
    );
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  for (const [name, checksum] of applied) {
    const expected = known.get(name);
    if (expected === undefined)
      throw new Error(
        `The database has migration ${name}, which this version of the portal does not know: run a newer version.`,
      );
    if (expected !== checksum)
      throw new Error(
        `Migration ${name} has changed since it was applied: restore the file and add a new migration instead.`,
      );
  }
}

async function applyOne(client: ClientBase, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) VALUES ($1, $2, clock_timestamp(), $3, 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    throw new Error(`Migration ${migration.name} failed and was rolled back.`, { cause });
  }
}
