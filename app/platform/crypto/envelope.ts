import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

/**
 * Envelope encryption for what must not be readable in the database: AES-256-GCM with a fresh data key for every
 * value, itself wrapped with AES-256-GCM by the key-encryption key. Both layers are bound to the table, row and column
 * that the value belongs to, so a sealed value copied to another place does not open there.
 *
 * Layout of a sealed value, version 1:
 *
 *     0        1 byte    version, 0x01
 *     1        4 bytes   id of the key-encryption key (first bytes of its SHA-256)
 *     5       12 bytes   nonce of the wrapping
 *     17      32 bytes   wrapped data key
 *     49      16 bytes   tag of the wrapping
 *     65      12 bytes   nonce of the text
 *     77     n x 256     encrypted text: UTF-8, then 0x80, then zeros to a full block, so that its length tells little
 *     end    16 bytes    tag of the text
 */
export type SealedValue = Uint8Array<ArrayBuffer>;

/** Where a sealed value lives. `row` is the primary key of its row. */
export type SealedPlace = { table: string; row: string; column: string };

/** A key-encryption key. `id` is 8 hexadecimal digits and no secret; `secret` does not show itself when printed. */
export type Kek = { id: string; secret: KeyObject };

/** `current` seals; `previous` are still tried for what was sealed before a change of key. */
export type Keyring = { current: Kek; previous: Kek[] };

/** The value does not open: another key, another place, or altered bytes. It says no more on purpose. */
export class UnsealError extends Error {
  constructor() {
    super('A sealed value does not open');
    this.name = 'UnsealError';
  }
}

const version = 0x01;
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const idBytes = 4;
const block = 256;
const wrapStart = 1 + idBytes;
const wrapBytes = nonceBytes + keyBytes + tagBytes;
const textStart = wrapStart + wrapBytes;
const smallest = textStart + nonceBytes + block + tagBytes;

/**
 * Makes a keyring from raw keys of 32 bytes.
 * @throws Error when a key has another length or two keys share an id
 */
export function makeKeyring(current: Buffer, previous: Buffer[] = []): Keyring {
  const keks = [current, ...previous].map(makeKek);
  if (new Set(keks.map((kek) => kek.id)).size !== keks.length) {
    throw new Error('Two key-encryption keys have the same id: list each key once');
  }
  const [first, ...rest] = keks as [Kek, ...Kek[]];
  return { current: first, previous: rest };
}

function makeKek(key: Buffer): Kek {
  if (key.length !== keyBytes) throw new Error(`A key-encryption key has ${keyBytes} bytes`);
  const id = createHash('sha256')
    .update(key)
    .digest('hex')
    .slice(0, idBytes * 2);
  return { id, secret: createSecretKey(key) };
}

/** Seals a text for one place. Sealing the same text twice gives different bytes. */
export function seal(keyring: Keyring, text: string, place: SealedPlace): SealedValue {
  const dataKey = randomBytes(keyBytes);
  try {
    return Buffer.concat([
      header(keyring.current),
      wrap(keyring.current, dataKey, place),
      encrypt(dataKey, pad(Buffer.from(text, 'utf8')), associated('text', '', place)),
    ]);
  } finally {
    dataKey.fill(0);
  }
}

/**
 * Opens what `seal` made for the same place.
 * @throws UnsealError
 */
export function open(keyring: Keyring, sealed: Uint8Array, place: SealedPlace): string {
  const value = checked(sealed);
  const dataKey = unwrap(keyring, value, place);
  try {
    return unpad(decrypt(dataKey, value.subarray(textStart), associated('text', '', place))).toString('utf8');
  } finally {
    dataKey.fill(0);
  }
}

/**
 * Wraps the data key anew with the current key; the encrypted text stays as it is. A value that is already under the
 * current key is wrapped again all the same, which also proves that it opens.
 * @throws UnsealError
 */
export function rewrap(keyring: Keyring, sealed: Uint8Array, place: SealedPlace): SealedValue {
  const value = checked(sealed);
  const dataKey = unwrap(keyring, value, place);
  try {
    return Buffer.concat([
      header(keyring.current),
      wrap(keyring.current, dataKey, place),
      value.subarray(textStart),
    ]);
  } finally {
    dataKey.fill(0);
  }
}

/**
 * The id of the key that a value is sealed under, to find what still waits for `rewrap`.
 * @throws UnsealError when the bytes are no sealed value
 */
export function keyIdOf(sealed: Uint8Array): string {
  return checked(sealed).toString('hex', 1, wrapStart);
}

function checked(sealed: Uint8Array): Buffer {
  const value = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (value.length < smallest || value[0] !== version || (value.length - smallest) % block !== 0)
    throw new UnsealError();
  return value;
}

function header(kek: Kek): Buffer {
  return Buffer.concat([Buffer.of(version), Buffer.from(kek.id, 'hex')]);
}

function wrap(kek: Kek, dataKey: Buffer, place: SealedPlace): Buffer {
  return encrypt(kek.secret, dataKey, associated('key', kek.id, place));
}

function unwrap(keyring: Keyring, value: Buffer, place: SealedPlace): Buffer {
  const id = keyIdOf(value);
  const kek = [keyring.current, ...keyring.previous].find((candidate) => candidate.id === id);
  if (kek === undefined) throw new UnsealError();
  return decrypt(kek.secret, value.subarray(wrapStart, textStart), associated('key', kek.id, place));
}

/** What ties bytes to their place. Each part is preceded by its length, so that no two places give the same bytes. */
export function associated(layer: 'key' | 'text' | 'stream', keyId: string, place: SealedPlace): Buffer {
  const parts = [`sealed value ${version}`, layer, keyId, place.table, place.row, place.column];
  return Buffer.concat(
    parts.flatMap((part) => {
      const bytes = Buffer.from(part, 'utf8');
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}

/** Nonce, encrypted bytes, tag. */
function encrypt(key: KeyObject | Buffer, plain: Buffer, aad: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(aad);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: KeyObject | Buffer, bytes: Buffer, aad: Buffer): Buffer {
  try {
    const nonce = bytes.subarray(0, nonceBytes);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
    decipher.setAAD(aad);
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  } catch {
    throw new UnsealError();
  }
}

function pad(plain: Buffer): Buffer {
  const padded = Buffer.alloc(Math.ceil((plain.length + 1) / block) * block);
  plain.copy(padded);
  padded[plain.length] = 0x80;
  return padded;
}

function unpad(padded: Buffer): Buffer {
  const end = padded.lastIndexOf(0x80);
  if (end < 0) throw new UnsealError();
  return padded.subarray(0, end);
}
