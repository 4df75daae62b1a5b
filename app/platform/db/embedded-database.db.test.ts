import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { startChild } from '#tests/factories/child-process.ts';
import { keptDatabase } from '#tests/factories/kept-databases.ts';
import { imagePath } from '#tests/factories/prepared-images.ts';
import { startEmbeddedDatabase } from './embedded-database.ts';
import { openDatabase } from './open-database.ts';

const root = mkdtempSync(join(tmpdir(), 'portal-embedded-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const images = inject('databaseImages');
/** For what is about the directory and not about the database in it. */
const kept = () => keptDatabase(images!, 'empty');

// Making a data directory takes seconds: the first test takes an image's, and those that need a database in it open it again.
const directory = join(root, 'data');
const lock = join(directory, 'lock');

/** Starting a process and making a data directory takes long on a machine that is busy. Milliseconds. */
const patience = 120_000;

describe.skipIf(images === null)('the data directory of the embedded database', { timeout: patience }, () => {
  it('is refused to a second process and to a second start in one process; what kill -9 leaves is taken over', async () => {
    const child = startChild('tests/doubles/hold-database.ts', directory, imagePath(images!, 'empty'));
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
    const database = await startEmbeddedDatabase(directory, kept);
    expect(readFileSync(lock, 'utf8')).toBe(String(process.pid));
    await database.close();
  });

  it('is free again after a start that failed', async () => {
    const migrations = join(root, 'migrations');
    mkdirSync(migrations);
    const start = () => openDatabase({ kind: 'embedded', directory }, migrations);
    await expect(start()).rejects.toThrow('which this version of the portal does not know');
    expect(existsSync(lock)).toBe(false);
    await expect(start()).rejects.toThrow('which this version of the portal does not know');
  });

  it('may have a path longer than a socket’s: the socket then lies elsewhere, and is tidied away', async () => {
    const long = join(root, 'x'.repeat(120));
    const database = await startEmbeddedDatabase(long, kept);
    expect(database.connection.host.startsWith(long)).toBe(false);
    const client = new pg.Client(database.connection);
    await client.connect();
    expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await client.end();
    await database.close();
    expect(existsSync(database.connection.host)).toBe(false);
  });
});
