import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startS3 } from '#tests/doubles/s3.ts';
import { diskFiles } from './disk-files.ts';
import { StoreAway, type FileStore } from './file-store.ts';
import { s3Files } from './s3-files.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'files-'));
const s3 = await startS3();
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await s3.stop();
});

async function* pieces(...parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield await Promise.resolve(part);
}

async function* breaking(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from('begin'));
  throw new Error('the sender broke off');
}

async function contentOf(store: FileStore, name: string): Promise<Buffer | null> {
  const bytes = await store.get(name);
  if (bytes === null) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe.each([
  ['on disk', diskFiles(directory)],
  ['in a bucket', s3Files(s3.settings)],
])('files %s', (where, store) => {
  const prefix = where === 'on disk' ? 'disk' : 'bucket';

  it('come back byte for byte, from pieces of any size', async () => {
    const [one, other] = [randomBytes(300_000), randomBytes(17)];
    await store.put(`${prefix}/a/original`, pieces(one, Buffer.alloc(0), other), 300_017);
    expect((await contentOf(store, `${prefix}/a/original`))?.equals(Buffer.concat([one, other]))).toBe(true);
  });

  it('are replaced whole', async () => {
    await store.put(`${prefix}/b/original`, pieces(Buffer.from('a longer first text')), 19);
    await store.put(`${prefix}/b/original`, pieces(Buffer.from('second')), 6);
    expect(String(await contentOf(store, `${prefix}/b/original`))).toBe('second');
  });

  it('that are not there are null, and are removed without a word', async () => {
    expect(await store.get(`${prefix}/none/original`)).toBeNull();
    await store.remove(`${prefix}/none/original`);
  });

  it('are gone once removed, and their neighbours are not', async () => {
    await store.put(`${prefix}/c/original`, pieces(Buffer.from('one')), 3);
    await store.put(`${prefix}/c/copy`, pieces(Buffer.from('two')), 3);
    await store.remove(`${prefix}/c/original`);
    expect(await store.get(`${prefix}/c/original`)).toBeNull();
    expect(String(await contentOf(store, `${prefix}/c/copy`))).toBe('two');
  });

  it.each([
    ['are shorter than was said', () => pieces(Buffer.from('abc')), 4],
    ['are longer than was said', () => pieces(Buffer.from('abcdef')), 4],
    ['break off', breaking, 10],
  ])('that %s are not kept', async (_what, bytes, length) => {
    await expect(store.put(`${prefix}/d/original`, bytes(), length)).rejects.toThrow();
    expect(await store.get(`${prefix}/d/original`)).toBeNull();
  });

  it.each(['../outside', 'a/../../b', '/etc/passwd', 'a//b', 'A', 'a.b', '', 'a/b/c/d/e', 'photo of Maria'])(
    'never get the name %j',
    async (name) => {
      await expect(store.put(name, pieces(Buffer.from('x')), 1)).rejects.toThrow('no name');
      await expect(store.get(name)).rejects.toThrow('no name');
      await expect(store.remove(name)).rejects.toThrow('no name');
    },
  );

  it('pass piece by piece: a large file is never held whole', async () => {
    const blocks = 256;
    let taken = 0;
    let held = 0;
    async function* source() {
      for (; taken < blocks; taken += 1) yield await Promise.resolve(Buffer.alloc(65_536, taken));
    }
    await store.put(`${prefix}/e/original`, source(), blocks * 65_536);
    let given = 0;
    for await (const chunk of (await store.get(`${prefix}/e/original`)) ?? []) {
      given += chunk.byteLength;
      held = Math.max(held, chunk.byteLength);
    }
    expect(given).toBe(blocks * 65_536);
    expect(held).toBeLessThan(4 * 1024 * 1024);
  });
});

describe('on disk', () => {
  const store = diskFiles(directory);
  const modeOf = (...parts: string[]) => statSync(path.join(directory, ...parts)).mode & 0o777;

  it('only the portal’s own account may read them', async () => {
    await store.put('mode/original', pieces(Buffer.from('x')), 1);
    expect(modeOf('mode')).toBe(0o700);
    expect(modeOf('mode', 'original')).toBe(0o600);
  });

  it('a store that is gone is away, and is not begun anew beside what it held', async () => {
    const [mounted, elsewhere] = [path.join(directory, 'mounted'), path.join(directory, 'elsewhere')];
    const disk = diskFiles(mounted);
    await disk.put('a/original', pieces(Buffer.from('x')), 1);
    renameSync(mounted, elsewhere);
    await expect(disk.get('a/original')).rejects.toThrow(StoreAway);
    await expect(disk.put('b/original', pieces(Buffer.from('x')), 1)).rejects.toThrow(StoreAway);
    expect(existsSync(mounted)).toBe(false);
    renameSync(elsewhere, mounted);
    expect(String(await contentOf(disk, 'a/original'))).toBe('x');
  });

  it('what a killed portal left goes with the file, and the folder with its last file', async () => {
    await store.put('left/original', pieces(Buffer.from('x')), 1);
    writeFileSync(path.join(directory, 'left', 'original.0a1b2c3d4e5f.part'), 'half');
    await store.remove('left/original');
    expect(readdirSync(directory)).not.toContain('left');
  });
});

describe('in a bucket', () => {
  it('a wrong key is an error that repeats neither key nor name', async () => {
    const store = s3Files({ ...s3.settings, secretAccessKey: 'not-the-secret' });
    await expect(store.put('x/original', pieces(Buffer.from('x')), 1)).rejects.toThrow(
      /^The file store answered 403$/,
    );
    await expect(store.get('x/original')).rejects.toThrow(/^The file store answered 403$/);
    await expect(store.remove('x/original')).rejects.toThrow(/^The file store answered 403$/);
  });

  it('that does not answer is away', async () => {
    const away = s3Files({ ...s3.settings, endpoint: 'http://127.0.0.1:1' });
    await expect(away.get('x/original')).rejects.toThrow(StoreAway);
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const store = s3Files({ ...s3.settings, endpoint: `http://127.0.0.1:${port}` }, 50);
    await expect(store.get('x/original')).rejects.toThrow(StoreAway);
    silent.closeAllConnections();
    await new Promise((resolve) => silent.close(resolve));
  });

  it('a missing bucket is an error on writing', async () => {
    const store = s3Files({ ...s3.settings, bucket: 'another' });
    await expect(store.put('x/original', pieces(Buffer.from('x')), 1)).rejects.toThrow('answered 404');
  });

  it('says the length before the bytes, follows no redirect and is asked under the prefix', async () => {
    const seen: { method: string | undefined; url: string | undefined; length: string | undefined }[] = [];
    const server = createServer((request, response) => {
      seen.push({ method: request.method, url: request.url, length: request.headers['content-length'] });
      request.resume().on('end', () => {
        if (request.method === 'GET') response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
        else response.end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const store = s3Files({ ...s3.settings, endpoint: `http://127.0.0.1:${port}` });
    await store.put('x/original', pieces(Buffer.from('four')), 4);
    await expect(store.get('x/original')).rejects.toThrow();
    expect(seen).toEqual([
      { method: 'PUT', url: '/portal-files/force/one/x/original', length: '4' },
      { method: 'GET', url: '/portal-files/force/one/x/original', length: undefined },
    ]);
    await new Promise((resolve) => server.close(resolve));
  });
});
