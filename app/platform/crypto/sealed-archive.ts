import {
  constants,
  createPrivateKey,
  createPublicKey,
  privateDecrypt,
  publicEncrypt,
  type KeyObject,
} from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { newFileKey, openStream, sealStream, type FileKey } from './sealed-stream.ts';

/** A stretch of what bears the name: several with one name, one after the other, are one file. */
export type Piece = { name: string; bytes: Uint8Array };

/** The archive is another's, cut short or altered, or the key is not the one: which of them cannot be told. */
export class ArchiveError extends Error {
  constructor(words = 'The backup does not open: it was cut short or altered, or this is not its key.') {
    super(words);
    this.name = 'ArchiveError';
  }
}

/**
 * Named files in one, sealed for whoever holds the private key of a pair (RSA), so that where archives are made nothing
 * can open them. Layout, version 1:
 *
 *     0        16 bytes   "portal backup 1\n"
 *     16       n          a fresh file key, encrypted to the public key by RSA-OAEP with SHA-256 (n: as long as the key)
 *     16 + n              the pieces, as sealed-stream lays them out, each with its name and length before it
 */
const mark = Buffer.from('portal backup 1\n');
const place = { table: 'backup', row: '1', column: 'pieces' };
/** NIST SP 800-57: from 2031 on nothing shorter protects. Bits. */
const shortestKey = 3072;
const oaep = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };

/** @throws Error that says what is wrong with the key, and to keep a private one elsewhere */
export function sealingKeyOf(pem: string): KeyObject {
  if (pem.includes('PRIVATE KEY'))
    throw new Error(
      'This is the private key, which opens backups: keep it elsewhere, and give the public one.',
    );
  return checked(createPublicKey(pem));
}

/** @throws Error that says what is wrong with the key */
export function openingKeyOf(pem: string): KeyObject {
  if (pem.includes('PUBLIC KEY'))
    throw new Error('This is the public key, which only makes backups: give the private one.');
  return checked(createPrivateKey(pem));
}

function checked(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'rsa' || lengthOf(key) * 8 < shortestKey)
    throw new Error(`The key of backups is an RSA key of at least ${shortestKey} bits.`);
  return key;
}

/** In bytes. */
const lengthOf = (key: KeyObject) => (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8;

export async function* sealArchive(key: KeyObject, pieces: AsyncIterable<Piece>): AsyncGenerator<Buffer> {
  const fileKey = newFileKey();
  yield Buffer.concat([mark, publicEncrypt({ key, ...oaep }, fileKey)]);
  yield* sealStream(fileKey, written(pieces), place);
}

/**
 * Each piece is proved before it is given, and that nothing is missing at the end: whoever must not act on a true
 * beginning reads all of it first. @throws ArchiveError
 */
export async function* openArchive(key: KeyObject, file: string): AsyncGenerator<Piece> {
  const start = mark.length + lengthOf(key);
  const sealed = createReadStream(file, { start });
  try {
    yield* read(openStream(await fileKeyOf(key, file, start), sealed, place));
  } catch (failure) {
    throw failure instanceof Error && failure.name === 'UnsealError' ? new ArchiveError() : failure;
  } finally {
    sealed.destroy();
  }
}

async function fileKeyOf(key: KeyObject, file: string, length: number): Promise<FileKey> {
  const handle = await open(file);
  try {
    const head = Buffer.alloc(length);
    await handle.read(head, 0, length, 0);
    if (!head.subarray(0, mark.length).equals(mark))
      throw new ArchiveError('This is no backup of the portal.');
    return privateDecrypt({ key, ...oaep }, head.subarray(mark.length));
  } catch (failure) {
    // OpenSSL says more than whoever holds another key should hear.
    throw failure instanceof Error && 'syscall' in failure ? failure : asArchiveError(failure);
  } finally {
    await handle.close();
  }
}

const asArchiveError = (failure: unknown) => (failure instanceof ArchiveError ? failure : new ArchiveError());

/** Before each piece: the length of its name in one byte, the name, and its own length in four. */
async function* written(pieces: AsyncIterable<Piece>): AsyncGenerator<Uint8Array> {
  for await (const { name, bytes } of pieces) {
    const label = Buffer.from(name);
    const head = Buffer.alloc(1 + label.length + 4);
    head.writeUInt8(label.length, 0);
    label.copy(head, 1);
    head.writeUInt32BE(bytes.length, 1 + label.length);
    yield head;
    yield bytes;
  }
}

async function* read(bytes: AsyncIterable<Buffer>): AsyncGenerator<Piece> {
  let waiting = Buffer.alloc(0);
  for await (const more of bytes) {
    waiting = Buffer.concat([waiting, more]);
    for (let piece = first(waiting); piece; piece = first(waiting)) {
      yield piece;
      waiting = waiting.subarray(piece.end);
    }
  }
  if (waiting.length > 0) throw new ArchiveError();
}

function first(bytes: Buffer): (Piece & { end: number }) | null {
  const named = 1 + (bytes[0] ?? 0);
  if (bytes.length < named + 4) return null;
  const start = named + 4;
  const end = start + bytes.readUInt32BE(named);
  if (bytes.length < end) return null;
  return { name: bytes.toString('utf8', 1, named), bytes: bytes.subarray(start, end), end };
}
