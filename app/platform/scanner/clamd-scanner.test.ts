import { createServer, type Server, type Socket } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eicar } from '#app/platform/scanner/eicar.ts';
import { hasClamd, startClamd, type Clamd } from '#tests/doubles/clamd.ts';
import { clamdScanner } from './clamd-scanner.ts';
import { openScanner } from './open-scanner.ts';

const PATIENT = 20_000;

describe.skipIf(!hasClamd)('a real clamd', () => {
  let clamd: Clamd;
  beforeAll(async () => {
    clamd = await startClamd();
  });
  afterAll(() => clamd.stop());
  const scan = (...pieces: Uint8Array[]) => clamdScanner({ path: clamd.path }).scan(pieces, PATIENT);

  it('catches EICAR, in one piece and in many', async () => {
    const found = { kind: 'infected', signature: 'Eicar-Test-Signature.UNOFFICIAL' };
    expect(await scan(eicar)).toEqual(found);
    expect(await scan(...[...eicar].map((byte) => Uint8Array.of(byte)))).toEqual(found);
  });

  it('lets a clean file pass, an empty piece in it and a large one', async () => {
    expect(await scan(Buffer.from('A white van.'), Buffer.alloc(0), Buffer.from(' Again.'))).toEqual({
      kind: 'clean',
    });
    expect(await scan(...Array.from({ length: 200 }, () => Buffer.alloc(125_000, 'word ')))).toEqual({
      kind: 'clean',
    });
  });

  it('does not call clean what is longer than it takes', async () => {
    const verdict = await scan(...Array.from({ length: 30 }, () => Buffer.alloc(1_000_000, 'word ')));
    expect(verdict.kind).toBe('unavailable');
  });

  it('tells a file that cannot be read from a scanner that does not answer', async () => {
    async function* broken() {
      yield await Promise.resolve(Buffer.from('begin'));
      throw new Error('the store broke off');
    }
    await expect(clamdScanner({ path: clamd.path }).scan(broken(), PATIENT)).rejects.toThrow(
      'the store broke off',
    );
  });
});

describe('a scanner that', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'scanner-'));
  const socketPath = path.join(directory, 'socket');
  let server: Server | null = null;
  const open = new Set<Socket>();

  afterEach(async () => {
    for (const socket of open) socket.destroy();
    open.clear();
    const running = server;
    server = null;
    if (running) await new Promise((resolve) => running.close(resolve));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  /** Answers a connection in a way of its own. */
  async function scannerThat(answers: (socket: Socket) => void) {
    const made = createServer((socket) => {
      open.add(socket.on('error', () => socket.destroy()));
      answers(socket);
    });
    server = made;
    await new Promise<void>((resolve) => made.listen(socketPath, resolve));
    return clamdScanner({ path: socketPath });
  }
  /** Answers once the whole file is there: an empty piece ends it. */
  const afterAllOfIt = (answer: string) => (socket: Socket) => {
    let received = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (received.subarray(-4).equals(Buffer.alloc(4))) socket.end(answer);
    });
  };
  const file = [Buffer.from('A white van.')];

  it('is not there: no verdict', async () => {
    const scanner = clamdScanner({ path: path.join(directory, 'nothing') });
    expect(await scanner.scan(file, PATIENT)).toEqual({ kind: 'unavailable', why: 'not_reached' });
  });

  it('was never set up: no verdict, and it says so beforehand', async () => {
    const scanner = openScanner({ clamd: undefined });
    expect(scanner.configured).toBe(false);
    expect(await scanner.scan(file, PATIENT)).toEqual({ kind: 'unavailable', why: 'not_configured' });
  });

  it('takes the file and never answers: no verdict when the time is up', async () => {
    const scanner = await scannerThat((socket) => socket.resume());
    expect(await scanner.scan(file, 50)).toEqual({ kind: 'unavailable', why: 'timed_out' });
  });

  it('stops taking the file: no verdict when the time is up, and the file waits with it', async () => {
    const scanner = await scannerThat((socket) => socket.pause());
    let given = 0;
    function* endless() {
      for (;;) {
        given += 1;
        yield Buffer.alloc(65_536);
      }
    }
    expect(await scanner.scan(endless(), 100)).toEqual({ kind: 'unavailable', why: 'timed_out' });
    expect(given).toBeLessThan(200);
  });

  it.each([
    ['hangs up', ''],
    ['breaks off in its answer', 'stream: O'],
  ])('%s: no verdict', async (_what, answer) => {
    const scanner = await scannerThat(afterAllOfIt(answer));
    expect(await scanner.scan(file, PATIENT)).toEqual({ kind: 'unavailable', why: 'not_reached' });
  });

  it.each([
    'stream: Can’t allocate memory ERROR\0',
    'INSTREAM size limit exceeded. ERROR\0',
    'OK\0',
    'stream: OK, perhaps\0',
    'UNKNOWN COMMAND\0',
  ])('answers %j: no verdict', async (answer) => {
    const scanner = await scannerThat(afterAllOfIt(answer));
    expect(await scanner.scan(file, PATIENT)).toEqual({ kind: 'unavailable', why: 'not_scanned' });
  });

  it('says OK before it was given the file: no verdict', async () => {
    const scanner = await scannerThat((socket) => socket.end('stream: OK\0').pause());
    const verdict = await scanner.scan(
      Array.from({ length: 200 }, () => Buffer.alloc(65_536)),
      PATIENT,
    );
    expect(verdict.kind).toBe('unavailable');
  });

  it('answers with far too much: no verdict', async () => {
    const scanner = await scannerThat(afterAllOfIt('x'.repeat(1_000_000)));
    expect(await scanner.scan(file, PATIENT)).toEqual({ kind: 'unavailable', why: 'not_reached' });
  });

  it('names what it found: infected, with the name cut to what can be kept', async () => {
    const scanner = await scannerThat(afterAllOfIt(`stream: ${'N'.repeat(500)} FOUND\0`));
    expect(await scanner.scan(file, PATIENT)).toEqual({ kind: 'infected', signature: 'N'.repeat(200) });
  });

  it('is a clamd on a port speaks the same way', async () => {
    const made = createServer(afterAllOfIt('stream: OK\0'));
    server = made;
    await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
    const address = made.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const scanner = openScanner({ clamd: { host: '127.0.0.1', port } });
    expect(await scanner.scan(file, PATIENT)).toEqual({ kind: 'clean' });
  });
});
