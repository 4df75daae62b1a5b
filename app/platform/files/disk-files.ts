import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { checkedName, counted, StoreAway, type FileStore } from '#app/platform/files/file-store.ts';

/**
 * Files under a directory that only the portal's own account may enter. It is made once: where it is gone later, as with a
 * disk that is no longer mounted, the store is away, and nothing is begun anew in its place.
 */
export function diskFiles(directory: string): FileStore {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const inPlace = () => stat(directory).catch(away);
  const pathOf = (name: string) => path.join(directory, ...checkedName(name).split('/'));
  return {
    put: async (name, bytes, length) => {
      const file = pathOf(name);
      const draft = `${file}.${randomBytes(6).toString('hex')}.part`;
      await inPlace();
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      try {
        const handle = await open(draft, 'wx', 0o600);
        try {
          for await (const chunk of counted(bytes, length)) await handle.writeFile(chunk);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(draft, file);
        await syncDirectory(path.dirname(file));
      } catch (failure) {
        await rm(draft, { force: true });
        throw failure;
      }
    },
    get: async (name) => {
      const file = pathOf(name);
      const there = await stat(file).catch(absent).catch(away);
      if (there === null) await inPlace();
      return there && bytesOf(file);
    },
    remove: async (name) => {
      const file = pathOf(name);
      const folder = path.dirname(file);
      const there = (await readdir(folder).catch(absent)) ?? [];
      // Also what a portal that was killed while it wrote has left.
      const own = there.filter(
        (entry) => entry === path.basename(file) || entry.startsWith(`${path.basename(file)}.`),
      );
      for (const entry of own) await rm(path.join(folder, entry), { force: true });
      if (folder !== directory && own.length === there.length) await rmdir(folder).catch(leave);
    },
  };
}

function away(cause: unknown): never {
  throw new StoreAway('The file store does not answer', { cause });
}

/** Opened when the first piece is asked for, so that bytes that nobody reads hold no handle. */
async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    yield* handle.createReadStream({ highWaterMark: 65_536, autoClose: false }) as AsyncIterable<Uint8Array>;
  } finally {
    await handle.close();
  }
}

/** A name outlives a power cut only when its directory is written too. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function absent(failure: unknown): null {
  if (codeOf(failure) === 'ENOENT') return null;
  throw failure;
}

/** Another file may have come in between, or somebody else has removed the folder. */
function leave(failure: unknown): void {
  if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(codeOf(failure))) throw failure;
}

function codeOf(failure: unknown): string {
  return failure instanceof Error && 'code' in failure ? String(failure.code) : '';
}
