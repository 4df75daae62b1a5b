import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import {
  associated,
  open,
  seal,
  UnsealError,
  type Keyring,
  type SealedPlace,
  type SealedValue,
} from '#app/platform/crypto/envelope.ts';

/**
 * Encryption of files, of which only one block is in memory at a time: AES-256-GCM over blocks, each with its number and
 * a mark on the last in its nonce, so that no block can be altered, moved, left out or added (the STREAM construction:
 * Hoang, Reyhanitabar, Rogaway and Vizár, CRYPTO 2015; the payload of the age file format is the same). The blocks' key
 * comes from the file's key by HKDF-SHA256 with a fresh salt and the place, so that bytes copied to another place, or
 * the same file sealed twice, do not share a key.
 *
 * Layout, version 1:
 *
 *     0        1 byte    version, 0x01
 *     1       16 bytes   salt
 *     17       n x       block: 65,536 encrypted bytes (the last may be shorter, and empty only in an empty file), 16 bytes tag
 *
 * The file's key is 32 random bytes kept elsewhere as a sealed value: whoever removes that makes the file unreadable, in
 * every copy of it, and a change of the key-encryption key touches no file.
 */
export type FileKey = Buffer;

export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

const version = 0x01;
const keyBytes = 32;
const saltBytes = 16;
const headerBytes = 1 + saltBytes;
const tagBytes = 16;
const blockBytes = 65_536;

export function newFileKey(): FileKey {
  return randomBytes(keyBytes);
}

/** The file's key as a sealed value of its row. `place` is where that value is kept. */
export function sealFileKey(keyring: Keyring, key: FileKey, place: SealedPlace): SealedValue {
  return seal(keyring, key.toString('base64'), place);
}

/** @throws UnsealError */
export function openFileKey(keyring: Keyring, sealed: Uint8Array, place: SealedPlace): FileKey {
  const key = Buffer.from(open(keyring, sealed, place), 'base64');
  if (key.length !== keyBytes) throw new UnsealError();
  return key;
}

/** How many bytes come out of `sealStream` for so many bytes of plain text. */
export function sealedLength(plainLength: number): number {
  return headerBytes + plainLength + Math.max(1, Math.ceil(plainLength / blockBytes)) * tagBytes;
}

/** Seals bytes for one place. Sealing the same bytes twice gives different ones. */
export async function* sealStream(key: FileKey, plain: Bytes, place: SealedPlace): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes);
  const blockKey = blockKeyOf(key, salt, place);
  yield Buffer.concat([Buffer.of(version), salt]);
  let number = 0;
  for await (const { bytes, last } of blocksOf(plain, blockBytes, blockBytes)) {
    const cipher = createCipheriv('aes-256-gcm', blockKey, nonceOf(number, last), {
      authTagLength: tagBytes,
    });
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

/**
 * Opens what `sealStream` made for the same place. A block is given only once it is proved, and the end only once the
 * last block was seen: whoever uses the bytes before the generator ends has a true beginning, not a whole.
 * @throws UnsealError
 */
export async function* openStream(key: FileKey, sealed: Bytes, place: SealedPlace): AsyncGenerator<Buffer> {
  let blockKey: Buffer | null = null;
  let number = 0;
  for await (const { bytes, last } of blocksOf(sealed, headerBytes, blockBytes + tagBytes)) {
    if (blockKey === null) {
      if (last || bytes.length < headerBytes || bytes[0] !== version) throw new UnsealError();
      blockKey = blockKeyOf(key, Buffer.from(bytes.subarray(1)), place);
      continue;
    }
    if (bytes.length < tagBytes || (bytes.length === tagBytes && number > 0)) throw new UnsealError();
    yield openBlock(blockKey, nonceOf(number, last), bytes);
    number += 1;
  }
}

function openBlock(blockKey: Buffer, nonce: Buffer, bytes: Buffer): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', blockKey, nonce, { authTagLength: tagBytes });
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]);
  } catch {
    throw new UnsealError();
  }
}

function blockKeyOf(key: FileKey, salt: Buffer, place: SealedPlace): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, associated('stream', '', place), keyBytes));
}

/** The number of the block in eleven bytes and whether it is the last in one. The key is used for this file only. */
function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/**
 * Cuts bytes into a first block of one size and others of another, whatever sizes they come in. The buffer of a block is
 * used again for the next.
 */
async function* blocksOf(
  source: Bytes,
  firstSize: number,
  size: number,
): AsyncGenerator<{ bytes: Buffer; last: boolean }> {
  const buffer = Buffer.allocUnsafe(Math.max(firstSize, size));
  let wanted = firstSize;
  let filled = 0;
  for await (const chunk of source) {
    for (let offset = 0; offset < chunk.length;) {
      if (filled === wanted) {
        yield { bytes: buffer.subarray(0, filled), last: false };
        wanted = size;
        filled = 0;
      }
      const taken = chunk.subarray(offset, offset + wanted - filled);
      buffer.set(taken, filled);
      filled += taken.length;
      offset += taken.length;
    }
  }
  yield { bytes: buffer.subarray(0, filled), last: true };
}
