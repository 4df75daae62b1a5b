/** What comes and goes piece by piece, so that no file is in memory whole. */
export type Bytes = AsyncIterable<Uint8Array>;

/**
 * Where the bytes of files are kept: on disk or in a store that speaks S3. It is given sealed bytes only, and names that
 * say nothing. Every call throws when the store does not answer.
 */
export interface FileStore {
  /** Keeps exactly `length` bytes under a name, whole or not at all. What had the name before is replaced. */
  put: (name: string, bytes: Bytes, length: number) => Promise<void>;
  /** Null when there is nothing of that name. Whoever takes the bytes reads them to the end or leaves the loop. */
  get: (name: string) => Promise<Bytes | null>;
  /** Afterwards there is nothing of that name. */
  remove: (name: string) => Promise<void>;
}

/** The store does not answer, or not with the file: the same may succeed later. It repeats neither key nor name. */
export class StoreAway extends Error {}

const name = /^[a-z0-9][a-z0-9-]{0,63}(\/[a-z0-9][a-z0-9-]{0,63}){0,3}$/;

/** The name, when it is one that the portal makes: nothing that a person typed, and no way out of a directory. */
export function checkedName(given: string): string {
  if (!name.test(given)) throw new Error('This is no name of a stored file');
  return given;
}

/** The bytes, with an error where there are more or fewer than were promised. */
export async function* counted(bytes: Bytes, length: number): AsyncGenerator<Uint8Array> {
  let count = 0;
  for await (const chunk of bytes) {
    count += chunk.byteLength;
    if (count > length) throw new Error('The file is longer than was said');
    yield chunk;
  }
  if (count < length) throw new Error('The file is shorter than was said');
}
