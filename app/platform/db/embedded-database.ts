import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { fuzzystrmatch } from '@electric-sql/pglite/contrib/fuzzystrmatch';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { inWholeExchanges } from './whole-exchanges.ts';

/** Longest path a Unix socket takes (sun_path less its closing NUL). */
const LONGEST_SOCKET_PATH = 107;
/** Above the sum of all pools of one portal process. */
const MAX_CONNECTIONS = 60;

/** What is in memory anyway needs no large cache of it, and making one takes a fifth of an opening. */
const inMemory = ['-c', 'shared_buffers=16MB'];

export type EmbeddedDatabase = {
  /** Connection settings for `pg`: a Unix socket directory, never a network port. */
  connection: { host: string; port: number; user: string; database: string };
  /** All connections share one session, so a setting is made here once, for all of them. */
  setForAll: (sql: string) => Promise<void>;
  close: () => Promise<void>;
};

/** PostgreSQL inside this process (PGlite), before it is served. `parsed`: the statements that it keeps (tests). */
export type StartedPglite = { pglite: PGlite; parsed?: Set<string>; stop: () => Promise<void> };

/**
 * Starts PostgreSQL inside this process (PGlite) and serves it on a Unix socket under `directory`.
 * Safe against a crash of the process, not against a power cut: it does not fsync.
 * `directory: null` keeps the data in memory only. `start`: a prepared one (tests) in place of what is in the directory.
 * Throws when another live process holds the directory: two processes on one directory lose acknowledged rows.
 */
export async function startEmbeddedDatabase(
  directory: string | null,
  start = () => startPglite(directory),
): Promise<EmbeddedDatabase> {
  const release = directory === null ? () => undefined : takeLock(directory);
  try {
    return await serve(directory, await start(), release);
  } catch (failure) {
    release();
    throw failure;
  }
}

/** `options`: an archive to start from, or how a new one is made (tests). */
export async function startPglite(
  directory: string | null,
  options: Pick<PGliteOptions, 'loadDataDir' | 'initDbStartParams'> = {},
): Promise<StartedPglite> {
  const pglite = await PGlite.create({
    ...(directory === null
      ? { startParams: [...PGlite.defaultStartParams, ...inMemory] }
      : { dataDir: join(resolve(directory), 'database') }),
    ...options,
    extensions: { pg_trgm, unaccent, fuzzystrmatch },
  });
  return { pglite, stop: () => pglite.close() };
}

/** All of a database that nobody has open, as one compressed archive. @throws Error where a portal holds the directory */
export async function dumpEmbeddedDatabase(
  directory: string | null,
  start = () => startPglite(directory),
): Promise<Blob> {
  const release = directory === null ? () => undefined : takeLock(directory);
  try {
    const { pglite, stop } = await start();
    try {
      return await pglite.dumpDataDir('gzip');
    } finally {
      await stop();
    }
  } finally {
    release();
  }
}

/** Makes of such an archive the database of a directory that has none: whole or not at all. @throws Error in words */
export async function loadEmbeddedDatabase(directory: string, archive: Blob): Promise<void> {
  const release = takeLock(directory);
  try {
    const made = join(resolve(directory), 'database');
    if (existsSync(made)) throw new Error(`There is a database in ${made} already.`);
    try {
      await (await startPglite(directory, { loadDataDir: archive })).stop();
    } catch (failure) {
      rmSync(made, { recursive: true, force: true });
      throw failure;
    }
  } finally {
    release();
  }
}

async function serve(
  directory: string | null,
  { pglite, parsed, stop }: StartedPglite,
  release: () => void,
): Promise<EmbeddedDatabase> {
  const socketDirectory = chooseSocketDirectory(directory);
  const port = 5432;
  const server = new PGLiteSocketServer({
    db: inWholeExchanges(pglite, parsed),
    path: join(socketDirectory, `.s.PGSQL.${port}`),
    maxConnections: MAX_CONNECTIONS,
  });
  await server.start();
  return {
    connection: { host: socketDirectory, port, user: 'postgres', database: 'postgres' },
    setForAll: async (sql) => {
      await pglite.exec(sql);
    },
    close: async () => {
      await server.stop();
      await stop();
      rmSync(socketDirectory, { recursive: true, force: true });
      release();
    },
  };
}

function chooseSocketDirectory(directory: string | null): string {
  if (directory !== null) {
    const own = join(resolve(directory), 'socket');
    if (join(own, '.s.PGSQL.5432').length <= LONGEST_SOCKET_PATH) {
      mkdirSync(own, { recursive: true, mode: 0o700 });
      rmSync(join(own, '.s.PGSQL.5432'), { force: true });
      return own;
    }
  }
  return mkdtempSync(join(tmpdir(), 'portal-'));
}

/** Directories this process holds: a lock file with our own pid is otherwise one left by an earlier process of that number. */
const held = new Set<string>();

/** Exclusive lock file with the holder's pid; a lock left by a process that died is taken over. */
function takeLock(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = resolve(directory, 'lock');
  if (held.has(path)) throw new Error(`${path} is already held by this process.`);
  removeStaleLock(path);
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, String(process.pid), { mode: 0o600 });
  try {
    // A link never replaces a lock, and the lock appears with its pid: nobody reads one that is still empty.
    linkSync(draft, path);
  } catch (cause) {
    throw new Error(
      `${path} is held by another portal: stop it first. Two portals on one data directory lose reports. If none runs, delete this file.`,
      { cause },
    );
  } finally {
    rmSync(draft, { force: true });
  }
  held.add(path);
  return () => {
    held.delete(path);
    rmSync(path, { force: true });
  };
}

/** Moves a dead process's lock aside before removing it, and puts it back when another portal has just taken it. */
function removeStaleLock(path: string): void {
  if (!existsSync(path) || isAlive(Number(readFileSync(path, 'utf8')))) return;
  const aside = `${path}.${process.pid}`;
  renameSync(path, aside);
  if (isAlive(Number(readFileSync(aside, 'utf8')))) renameSync(aside, path);
  else rmSync(aside);
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
