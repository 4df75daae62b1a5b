import type { PGlite } from '@electric-sql/pglite';

/** A file or directory in the memory of Emscripten, which PGlite is built with; `name_next` chains those of one hash. */
type Node = { contents?: Uint8Array | Record<string, Node>; name_next?: Node };
/** An open file: where it stands is shared by its copies. */
type Stream = { shared: object };
type Emscripten = {
  HEAPU8: Uint8Array;
  stackSave: () => number;
  stackRestore: (to: number) => void;
  FS: { nameTable: (Node | undefined)[]; streams: (Stream | null | undefined)[] };
};

/**
 * Notes all that a database in memory is: the memory it computes in, its files and which of them are open. What is
 * returned puts all of it back. The database must be at rest, outside a transaction, both times.
 */
export function snapshotOf(pglite: PGlite): () => void {
  const emscripten = pglite.Module as unknown as Emscripten;
  const { FS, HEAPU8 } = emscripten;
  const memory = HEAPU8.slice(0, usedOf(HEAPU8));
  const stack = emscripten.stackSave();
  const nameTable = [...FS.nameTable];
  const nodes = nameTable
    .flatMap(chained)
    .map((node) => ({ node, was: { ...node, contents: copyOf(node) } }));
  const streams = FS.streams.map((stream) =>
    stream ? { stream, was: { ...stream }, shared: { ...stream.shared } } : stream,
  );
  return () => {
    // Memory only ever grows, and what is beyond was nothing but zeros.
    emscripten.HEAPU8.set(memory);
    emscripten.HEAPU8.fill(0, memory.length);
    emscripten.stackRestore(stack);
    FS.nameTable = [...nameTable];
    for (const { node, was } of nodes) Object.assign(node, was, { contents: copyOf(was) });
    FS.streams = streams.map((open) => {
      if (!open) return open;
      Object.assign(open.was.shared, open.shared);
      return Object.assign(open.stream, open.was);
    });
  };
}

/** Memory is given in pages. */
const nothing = Buffer.alloc(65_536);

/** How much of the memory was ever written to, in bytes: what is beyond is nothing but zeros. */
function usedOf(memory: Uint8Array): number {
  const pages = Buffer.from(memory.buffer);
  let used = pages.length;
  while (used > 0 && pages.subarray(used - nothing.length, used).equals(nothing)) used -= nothing.length;
  return used;
}

function chained(first: Node | undefined): Node[] {
  const nodes: Node[] = [];
  for (let node = first; node; node = node.name_next) nodes.push(node);
  return nodes;
}

function copyOf({ contents }: Node): Node['contents'] {
  return contents instanceof Uint8Array ? contents.slice() : contents && { ...contents };
}
