import { randomUUID, type KeyObject } from 'node:crypto';
import { open, readFile, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Terminal } from '#app/admin.ts';
import { record } from '#app/domain/audit/record.server.ts';
import { namesInStore } from '#app/domain/intake/attachments/sealed-file.server.ts';
import {
  ArchiveError,
  openArchive,
  openingKeyOf,
  sealArchive,
  sealingKeyOf,
  type Piece,
} from '#app/platform/crypto/sealed-archive.ts';
import { dumpDatabase, isEmptyDatabase, loadDatabase } from '#app/platform/db/dump.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Config } from '#app/platform/env.ts';
import { openFiles } from '#app/platform/files/open-files.ts';
import { openPortal, sourceOf, systemCtx, type Overrides } from '#app/portal.ts';

/** Names of pieces that are no file of the store: of which kind the database is, and the database. */
const kindName = 'kind';
const databaseName = 'database';

/**
 * Database and files in one file that only a private key opens, which is not there. Never replaces a file. The
 * demonstration's own key is left out like any other. @throws Error in words
 */
export async function makeBackup(
  config: Config,
  { say, overrides }: Terminal,
  [file = '', publicKey = '']: readonly string[],
): Promise<void> {
  const key = sealingKeyOf(await readFile(publicKey, 'utf8'));
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const bytes of sealArchive(key, everythingOf(config, overrides)))
      await handle.writeFile(bytes);
    await handle.sync();
  } catch (failure) {
    await rm(file);
    throw failure;
  } finally {
    await handle.close();
  }
  say(`Database and files are in ${file}. It opens with the private key of ${publicKey} alone.`);
}

/** The database first: every file that it knows of is taken after it. */
async function* everythingOf(config: Config, overrides: Overrides | undefined): AsyncGenerator<Piece> {
  const source = overrides?.database ?? sourceOf(config);
  yield { name: kindName, bytes: Buffer.from(source.kind) };
  for await (const bytes of dumpDatabase(source)) yield { name: databaseName, bytes };
  const portal = await openPortal(config, overrides);
  try {
    const names = await namesInStore(portal.db);
    // Before the first file leaves: what was taken is in the trail whatever becomes of the rest.
    await transaction(portal.db, (tx) =>
      record(tx, systemCtx(portal, 'Command backup', randomUUID()), {
        type: 'backup.made',
        data: { files: names.length },
      }),
    );
    for (const name of names)
      for await (const bytes of (await portal.files.get(name)) ?? []) yield { name, bytes };
  } finally {
    await portal.close();
  }
}

/**
 * Puts a backup into an empty database and the store of files. All of it is read and proved before anything is written.
 * @throws Error in words
 */
export async function restoreBackup(
  config: Config,
  { say, overrides }: Terminal,
  [file = '', privateKey = '']: readonly string[],
): Promise<void> {
  const key = openingKeyOf(await readFile(privateKey, 'utf8'));
  const source = overrides?.database ?? sourceOf(config);
  const kind = await kindOfWhole(key, file);
  if (kind !== source.kind)
    throw new Error(
      `This is a backup of a database of the kind ${kind}: the settings name one that is ${source.kind}.`,
    );
  if (!(await isEmptyDatabase(source)))
    throw new Error('The database is not empty. Restore into a new one, so that nothing is lost by it.');

  const pieces = openArchive(key, file);
  let next = await pieces.next();
  async function* stretch(name: string): AsyncGenerator<Uint8Array> {
    for (; !next.done && next.value.name === name; next = await pieces.next()) yield next.value.bytes;
  }
  await buffer(stretch(kindName));
  await loadDatabase(source, stretch(databaseName));
  const store = openFiles(config);
  let files = 0;
  for (; !next.done; files += 1) {
    const { name } = next.value;
    // A file of the portal is a few tens of megabytes at most, and the store asks for its length first.
    const whole = await buffer(stretch(name));
    await store.put(name, Readable.from([whole]), whole.length);
  }

  const portal = await openPortal(config, overrides);
  try {
    await portal.database.analyze();
    await transaction(portal.db, (tx) =>
      record(tx, systemCtx(portal, 'Command restore', randomUUID()), {
        type: 'backup.restored',
        data: { files },
      }),
    );
  } finally {
    await portal.close();
  }
  say(
    `Database and ${files} files are restored. Look at them with verify-restore before you start the portal.`,
  );
}

/** @throws ArchiveError where anything of it was altered or is missing */
async function kindOfWhole(key: KeyObject, file: string): Promise<string> {
  let kind: string | undefined;
  for await (const { name, bytes } of openArchive(key, file))
    if (name === kindName) kind = Buffer.from(bytes).toString();
  if (kind === undefined) throw new ArchiveError();
  return kind;
}
