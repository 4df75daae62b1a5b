import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { onServer } from '#tests/factories/blank-database.ts';
import { startChild } from '#tests/factories/child-process.ts';
import { startEmbeddedDatabase } from './embedded-database.ts';
import { openDatabase } from './open-database.ts';

const root = mkdtempSync(join(tmpdir(), 'portal-embedded-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

// Making a data directory takes seconds and opening one does not: the first test makes it and the others open it again.
const directory = join(root, 'data');
const lock = join(directory, 'lock');

/** Starting a process and making a data directory takes long on a machine that is busy. Milliseconds. */
const patience = 120_000;

describe.skipIf(onServer)('the data directory of the embedded database', { timeout: patience }, () => {
  it('is refused to a second process and to a second start in one process; what kill -9 leaves is taken over', async () => {
    const child = startChild('tests/doubles/hold-database.ts', directory);
    expect(await child.line()).toBe('held');
    await expect(startEmbeddedDatabase(directory)).rejects.toThrow(
      'is held by another portal: stop it first',
    );

    await child.kill();
    expect(existsSync(lock)).toBe(true);
    const database = await startEmbeddedDatabase(directory);
    expect(readFileSync(lock, 'utf8')).toBe(String(process.pid));
    await expect(startEmbeddedDatabase(directory)).rejects.toThrow('is already held by this process');
    for (const path of [directory, database.connection.host]) expect(statSync(path).mode & 0o077).toBe(0);
    await database.close();
    expect(existsSync(lock)).toBe(false);
  });

  it.each([
    ['a process that is gone', '2147483646'],
    ['a process of our own number before us', String(process.pid)],
    ['nothing', ''],
    ['rubbish', 'not a pid'],
  ])('is taken over from a lock that names %s', async (_, content) => {
    writeFileSync(lock, content);
    const database = await startEmbeddedDatabase(directory);
    expect(readFileSync(lock, 'utf8')).toBe(String(process.pid));
    await database.close();
  });

  it('is free again after a start that failed', async () => {
    const migrations = join(root, 'migrations');
    mkdirSync(join(migrations, '0001_wrong'), { recursive: true });
    writeFileSync(join(migrations, '0001_wrong', 'migration.sql'), 'SELECT 1 / 0');
    const start = () => openDatabase({ kind: 'embedded', directory }, migrations);
    await expect(start()).rejects.toThrow('Migration 0001_wrong failed and was rolled back');
    expect(existsSync(lock)).toBe(false);
    await expect(start()).rejects.toThrow('Migration 0001_wrong failed and was rolled back');
  });

  it('may have a path longer than a socket’s: the socket then lies elsewhere, and is tidied away', async () => {
    const long = join(root, 'x'.repeat(120));
    renameSync(directory, long);
    const database = await startEmbeddedDatabase(long);
    expect(database.connection.host.startsWith(long)).toBe(false);
    const client = new pg.Client(database.connection);
    await client.connect();
    expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await client.end();
    await database.close();
    expect(existsSync(database.connection.host)).toBe(false);
  });
});
