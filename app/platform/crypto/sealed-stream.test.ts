import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeKeyring, rewrap, UnsealError, type SealedPlace } from '#app/platform/crypto/envelope.ts';
import {
  newFileKey,
  openFileKey,
  openStream,
  sealedLength,
  sealFileKey,
  sealStream,
  type Bytes,
} from '#app/platform/crypto/sealed-stream.ts';

const place: SealedPlace = { table: 'attachment', row: '7b1c', column: 'original' };
const key = newFileKey();
const block = 65_536;
const header = 17;
const tag = 16;

async function whole(bytes: Bytes): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(Uint8Array.from(chunk));
  return Buffer.concat(chunks);
}

const sealed = (plain: Buffer) => whole(sealStream(key, [plain], place));
const opened = (bytes: Uint8Array, at = place, by = key) => whole(openStream(by, [bytes], at));

function cut(bytes: Buffer, sizes: number[]): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length]!;
    parts.push(bytes.subarray(at, at + size));
    at += size;
  }
  return parts;
}

describe('sealStream and openStream', () => {
  test.each([0, 1, block - 1, block, block + 1, 2 * block, 3 * block + 7])(
    '%i bytes come back',
    async (size) => {
      const plain = randomBytes(size);
      const bytes = await sealed(plain);
      expect(bytes.length).toBe(sealedLength(size));
      expect((await opened(bytes)).equals(plain)).toBe(true);
    },
  );

  test('in whatever pieces they come', async () => {
    const plain = randomBytes(2 * block + 100);
    const bytes = await sealed(plain);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 4 }),
        async (sizes) => {
          const coarse = sizes.map((size) => size + 500);
          const again = await whole(sealStream(key, cut(plain, coarse), place));
          expect(again.length).toBe(bytes.length);
          expect((await whole(openStream(key, cut(bytes, coarse), place))).equals(plain)).toBe(true);
        },
      ),
      { numRuns: 20 },
    );
  });

  test('the same bytes give others each time, and none of them shows what they were', async () => {
    const plain = Buffer.alloc(1000, 'Invented Person');
    const [first, second] = [await sealed(plain), await sealed(plain)];
    expect(first.subarray(1, 60).equals(second.subarray(1, 60))).toBe(false);
    expect(first.includes('Invented')).toBe(false);
  });

  test('a large file passes block by block: no more is taken than is given on', async () => {
    const blocks = 400;
    let taken = 0;
    function* source() {
      for (; taken < blocks; taken += 1) yield Buffer.alloc(block, taken);
    }
    let given = 0;
    let ahead = 0;
    for await (const chunk of openStream(key, sealStream(key, source(), place), place)) {
      given += chunk.length / block;
      ahead = Math.max(ahead, taken - given);
    }
    expect(given).toBe(blocks);
    expect(ahead).toBeLessThanOrEqual(3);
  });
});

describe('what must not open', () => {
  const plain = randomBytes(3 * block);

  test.each([
    ['table', { ...place, table: 'draft' }],
    ['row', { ...place, row: '7b1d' }],
    ['column', { ...place, column: 'copy' }],
  ])('another %s', async (_what, elsewhere) => {
    await expect(opened(await sealed(plain), elsewhere)).rejects.toThrow(UnsealError);
  });

  test('another key', async () => {
    await expect(opened(await sealed(plain), place, newFileKey())).rejects.toThrow(UnsealError);
  });

  test('any altered byte', async () => {
    const bytes = await sealed(randomBytes(300));
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = Buffer.from(bytes);
      altered[at] = altered[at]! ^ 0x41;
      await expect(opened(altered), `byte ${at}`).rejects.toThrow(UnsealError);
    }
  });

  test('blocks that were cut off, swapped, doubled or added', async () => {
    const bytes = await sealed(plain);
    const head = bytes.subarray(0, header);
    const blocks = [0, 1, 2].map((n) =>
      bytes.subarray(header + n * (block + tag), header + (n + 1) * (block + tag)),
    );
    const [one, two, three] = blocks as [Buffer, Buffer, Buffer];
    for (const wrong of [
      [],
      [one],
      [one, two],
      [two, one, three],
      [one, one, two, three],
      [one, two, three, three],
    ])
      await expect(opened(Buffer.concat([head, ...wrong]))).rejects.toThrow(UnsealError);
    for (const length of [0, 1, header - 1, header, header + tag - 1, bytes.length - 1])
      await expect(opened(bytes.subarray(0, length))).rejects.toThrow(UnsealError);
    await expect(opened(Buffer.concat([bytes, Buffer.alloc(1)]))).rejects.toThrow(UnsealError);
  });

  test('a block of another file under the same key', async () => {
    const [one, other] = [await sealed(plain), await sealed(plain)];
    const spliced = Buffer.concat([
      one.subarray(0, header + block + tag),
      other.subarray(header + block + tag),
    ]);
    await expect(opened(spliced)).rejects.toThrow(UnsealError);
  });
});

describe('the key of a file', () => {
  const [oldKek, newKek] = [randomBytes(32), randomBytes(32)];
  const keyring = makeKeyring(oldKek);
  const keyPlace: SealedPlace = { ...place, column: 'file_key' };

  test('comes back, in its place only', () => {
    const value = sealFileKey(keyring, key, keyPlace);
    expect(openFileKey(keyring, value, keyPlace).equals(key)).toBe(true);
    expect(() => openFileKey(keyring, value, place)).toThrow(UnsealError);
    expect(Buffer.from(value).includes(key)).toBe(false);
  });

  test('outlives a change of the key-encryption key without a touch on the file', () => {
    const rotated = makeKeyring(newKek, [oldKek]);
    const value = rewrap(rotated, sealFileKey(keyring, key, keyPlace), keyPlace);
    expect(openFileKey(makeKeyring(newKek), value, keyPlace).equals(key)).toBe(true);
  });
});
