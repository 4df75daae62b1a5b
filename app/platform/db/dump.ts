import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { dumpEmbeddedDatabase, loadEmbeddedDatabase } from './embedded-database.ts';
import type { DatabaseSource } from './open-database.ts';

/**
 * All of a database, as its own kind writes it: by pg_dump beside a running portal, or the embedded one's files, which no
 * portal may have open. @throws Error in words
 */
export async function* dumpDatabase(source: DatabaseSource): AsyncGenerator<Uint8Array> {
  if (source.kind === 'embedded') {
    yield* (await dumpEmbeddedDatabase(source.directory, source.start)).stream();
    return;
  }
  const child = spawn('pg_dump', ['--format=custom', '--no-password'], {
    env: environmentOf(source.ownerUrl),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = endOf(child, 'pg_dump');
  // Whoever reads hears of a failure once the output ends, and not as a promise that nobody waits for yet.
  ended.catch(() => undefined);
  yield* child.stdout as AsyncIterable<Uint8Array>;
  await ended;
}

/** Whether there is nothing yet where a database is to be restored. */
export async function isEmptyDatabase(source: DatabaseSource): Promise<boolean> {
  // The embedded one is made where nothing is, and refuses otherwise.
  if (source.kind === 'embedded') return true;
  const client = new pg.Client({ connectionString: source.ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ empty: boolean }>(`SELECT NOT EXISTS (
      SELECT FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
      WHERE nspname NOT IN ('pg_catalog', 'information_schema') AND nspname NOT LIKE 'pg\\_%') AS empty`);
    return rows[0]?.empty ?? false;
  } finally {
    await client.end();
  }
}

/** Puts what `dumpDatabase` wrote into an empty database of the same kind: all of it or nothing. @throws Error in words */
export async function loadDatabase(source: DatabaseSource, dump: AsyncIterable<Uint8Array>): Promise<void> {
  if (source.kind === 'embedded') {
    if (source.directory === null) throw new Error('A database in memory is restored nowhere.');
    const pieces: Uint8Array[] = [];
    for await (const piece of dump) pieces.push(piece);
    await loadEmbeddedDatabase(source.directory, new Blob(pieces as BlobPart[]));
    return;
  }
  const env = environmentOf(source.ownerUrl);
  const child = spawn(
    'pg_restore',
    ['--exit-on-error', '--single-transaction', '--no-password', `--dbname=${env.PGDATABASE}`],
    { env, stdio: ['pipe', 'ignore', 'pipe'] },
  );
  // Of a program that ended early its own words say more than the pipe that broke.
  const [sent, ended] = await Promise.allSettled([
    pipeline(Readable.from(dump), child.stdin),
    endOf(child, 'pg_restore'),
  ]);
  if (ended.status === 'rejected') throw ended.reason;
  if (sent.status === 'rejected') throw sent.reason;
}

async function endOf(child: ChildProcess, program: string): Promise<void> {
  const said = child.stderr ? text(child.stderr) : '';
  const [code] = (await once(child, 'close').catch((cause: unknown) => {
    throw new Error(`${program} did not start: install the client programs of PostgreSQL.`, { cause });
  })) as [number | null];
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${(await said).trim()}`);
}

/** As PostgreSQL's own programs read it: on the command line every user of the machine could read the password. */
function environmentOf(url: string): NodeJS.ProcessEnv {
  const { host, port, user, password, database } = new pg.Client({ connectionString: url });
  const { searchParams } = new URL(url);
  const tls = { PGSSLMODE: searchParams.get('sslmode'), PGSSLROOTCERT: searchParams.get('sslrootcert') };
  return {
    PATH: process.env.PATH,
    PGHOST: host,
    PGPORT: String(port),
    PGUSER: user,
    PGDATABASE: database,
    ...(password ? { PGPASSWORD: password } : {}),
    ...Object.fromEntries(Object.entries(tls).filter(([, value]) => value !== null)),
  };
}
