import pg from 'pg';
import { prepareJobQueues } from '#app/platform/jobs/prepare-queues.ts';
import { createClient, createPool, SESSION_OPTIONS, type Connection, type Db } from './client.ts';
import { startEmbeddedDatabase, type EmbeddedDatabase, type StartedPglite } from './embedded-database.ts';
import { alone, migrate, readMigrations } from './migrate.ts';
import { greet, untilReached, type Patience } from './until-reached.ts';

export type OpenDatabase = {
  db: Db;
  pool: pg.Pool;
  kind: 'embedded' | 'postgresql';
  /** Has the planner look at what the tables hold now: after much was loaded at once. */
  analyze: () => Promise<void>;
  /** What the application itself may not do, as the owner of the tables. */
  asOwner: (sql: string) => Promise<void>;
  close: () => Promise<void>;
};

/** `start` and `prepared`: the database stands at the head of the migrations, as a copy of a test does. */
export type DatabaseSource =
  | { kind: 'embedded'; directory: string | null; start?: () => Promise<StartedPglite> }
  /**
   * `ownerUrl` migrates, `url` works; where both are one, the portal still gives up its rights on every connection.
   * `superuser`: whether `url` may be one, who could take every right again; tests and the demonstration may.
   */
  | { kind: 'postgresql'; url: string; ownerUrl: string; superuser?: 'refused'; prepared?: true };

const POOL_SIZE = 10;
/**
 * The embedded database does one thing at a time. Whoever comes while two hundred others send waits in line, where a
 * server would have answered: longer than elsewhere, and not without end. Milliseconds.
 */
const EMBEDDED_WAIT = 30_000;

/**
 * Opens the database at the head of the migrations, with every connection in UTC and in the role portal_app. A server that
 * does not answer yet is awaited with `patience`.
 */
export async function openDatabase(
  source: DatabaseSource,
  migrationsDirectory: string,
  patience?: Patience,
): Promise<OpenDatabase> {
  if (patience && source.kind === 'postgresql')
    await untilReached(() => greet({ connectionString: source.ownerUrl }), patience);
  const embedded =
    source.kind === 'embedded' ? await startEmbeddedDatabase(source.directory, source.start) : null;
  try {
    return await openOn(embedded, source, migrationsDirectory);
  } catch (failure) {
    await embedded?.close();
    throw failure;
  }
}

async function openOn(
  embedded: EmbeddedDatabase | null,
  source: DatabaseSource,
  migrationsDirectory: string,
): Promise<OpenDatabase> {
  const owner: Connection = embedded ? embedded.connection : { connectionString: ownerUrl(source) };
  if (!isPrepared(source)) await prepare(owner, migrationsDirectory);
  if (embedded) await shareSession(embedded);
  const pool = embedded
    ? createPool(embedded.connection, POOL_SIZE, EMBEDDED_WAIT)
    : createPool(workingConnection(source), POOL_SIZE);
  // A connection that breaks while idle is replaced by the pool; the query that needs it fails on its own.
  pool.on('error', () => undefined);
  await refuseWrongSession(pool, source.kind === 'postgresql' && source.superuser === 'refused').catch(
    async (failure: unknown) => {
      await pool.end();
      throw failure;
    },
  );
  const db = createClient(pool, embedded ? EMBEDDED_WAIT : undefined);
  return {
    db,
    pool,
    kind: source.kind,
    analyze: () => asOwner(embedded, owner, 'ANALYZE'),
    asOwner: (sql) => asOwner(embedded, owner, sql),
    close: async () => {
      await db.$disconnect();
      if (!pool.ended) await pool.end();
      await embedded?.close();
    },
  };
}

const isPrepared = (source: DatabaseSource) =>
  source.kind === 'embedded' ? source.start !== undefined : source.prepared === true;

/** Migrations and job queues, as the role that owns the tables. Safe to run by many instances at once. */
export async function prepare(owner: Connection, migrationsDirectory: string): Promise<void> {
  const pool = new pg.Pool({ ...owner, options: '-c timezone=UTC', max: 2 });
  try {
    const client = await pool.connect();
    try {
      // The job queue takes no lock of its own while it makes its schema and its queues.
      await alone(client, async () => {
        await migrate(client, readMigrations(migrationsDirectory));
        await prepareJobQueues(pool);
      });
    } finally {
      client.release();
    }
  } finally {
    await pool.end();
  }
}

/** PGlite's connections share one session: its role and time zone are set once, after the migrations. */
async function shareSession(embedded: EmbeddedDatabase): Promise<void> {
  await embedded.setForAll(`SET timezone TO 'UTC'; SET ROLE portal_app;`);
}

function ownerUrl(source: DatabaseSource): string {
  return source.kind === 'postgresql' ? source.ownerUrl : '';
}

function workingConnection(source: DatabaseSource): Connection {
  return source.kind === 'postgresql' ? { connectionString: source.url, options: SESSION_OPTIONS } : {};
}

/** On the embedded database one message does it, so that no other query meets the owner. */
async function asOwner(embedded: EmbeddedDatabase | null, owner: Connection, sql: string): Promise<void> {
  if (embedded) return embedded.setForAll(`SET LOCAL ROLE NONE; ${sql};`);
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Fails closed: the portal does not start on a connection that could lift the append-only rule or shift times. */
async function refuseWrongSession(pool: pg.Pool, refusesSuperuser: boolean): Promise<void> {
  const { rows } = await pool.query<{ role: string; zone: string; superuser: boolean }>(
    `SELECT current_user AS role, current_setting('TimeZone') AS zone,
      (SELECT rolsuper FROM pg_roles WHERE rolname = session_user) AS superuser`,
  );
  const session = rows[0];
  if (session?.zone !== 'UTC')
    throw new Error(`The database session is in time zone ${session?.zone}: it must be UTC.`);
  // Owning no table is not enough: a superuser owns none and may all the same lift every rule.
  if (session.role !== 'portal_app')
    throw new Error(
      `The database session works as ${session.role}: the portal must work as portal_app, which owns nothing.`,
    );
  if (session.superuser && refusesSuperuser)
    throw new Error(
      'The user of DATABASE_URL is a superuser, who could take back every right that the portal gives up: give it a role of its own, as docs/operations says.',
    );
}
