import { connect, type Socket } from 'node:net';
import { addAbortSignal } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Scanner, Verdict } from '#app/platform/scanner/scanner.ts';

/** A Unix socket or a host and port. clamd knows neither encryption nor sign-in: it stands on the same host or network. */
export type ClamdAddress = { path: string } | { host: string; port: number };

/** clamd answers in one line; more than this is not clamd. */
const LONGEST_REPLY = 4096;

/**
 * Scans by clamd's INSTREAM (clamd(8), "COMMANDS"): each piece of the file behind its length in four bytes, an empty one
 * at the end, then one line of answer. The file goes through piece by piece, no faster than clamd takes it.
 */
export function clamdScanner(address: ClamdAddress): Scanner {
  return {
    configured: true,
    scan: async (bytes, timeoutMilliseconds) => {
      const signal = AbortSignal.timeout(timeoutMilliseconds);
      const source = watched(bytes);
      const socket = addAbortSignal(signal, connect(address));
      const [sent, replied] = await Promise.allSettled([
        pipeline(framed(source.bytes), socket, { end: false }).finally(() => {
          if (source.failure !== null) socket.destroy();
        }),
        replyOf(socket),
      ]);
      socket.destroy();
      if (source.failure !== null) throw source.failure;
      if (replied.status === 'fulfilled') return verdictOf(replied.value, sent.status === 'fulfilled');
      return { kind: 'unavailable', why: signal.aborted ? 'timed_out' : 'not_reached' };
    },
  };
}

/** Tells a file that can't be read from a scanner that can't be reached. */
function watched(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): {
  failure: Error | null;
  bytes: AsyncIterable<Uint8Array>;
} {
  const state: { failure: Error | null } = { failure: null };
  async function* given(): AsyncGenerator<Uint8Array> {
    try {
      yield* bytes;
    } catch (failure) {
      state.failure = failure instanceof Error ? failure : new Error(String(failure));
      throw failure;
    }
  }
  return Object.assign(state, { bytes: given() });
}

async function* framed(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0', 'ascii');
  for await (const chunk of bytes) {
    if (chunk.byteLength === 0) continue;
    yield lengthOf(chunk.byteLength);
    yield chunk;
  }
  yield lengthOf(0);
}

function lengthOf(bytes: number): Buffer {
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(bytes);
  return prefix;
}

/** Everything up to the NUL that ends an answer. @throws when the connection ends before it */
async function replyOf(socket: Socket): Promise<string> {
  let reply = '';
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    reply += chunk.toString('latin1');
    const end = reply.indexOf('\0');
    if (end >= 0) return reply.slice(0, end);
    if (reply.length > LONGEST_REPLY) break;
  }
  throw new Error('The scanner gave no answer');
}

/** A scanner that says OK before it was given everything has not seen everything. */
function verdictOf(reply: string, wholly: boolean): Verdict {
  const found = /^stream: (.+) FOUND$/.exec(reply)?.[1];
  if (found !== undefined) return { kind: 'infected', signature: found.slice(0, 200) };
  return reply === 'stream: OK' && wholly ? { kind: 'clean' } : { kind: 'unavailable', why: 'not_scanned' };
}
