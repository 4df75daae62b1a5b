import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const fileName = 'demonstration.key';
const keyBytes = 32;

const keyFile = (dataDirectory: string) => path.join(dataDirectory, fileName);

/**
 * The demonstration's own key-encryption key, made at the first start and kept in the data directory as base64,
 * readable by its owner only. 32 bytes.
 * @throws Error when the file exists and does not hold 32 bytes: a new key would make every sealed record unreadable
 */
export function loadOrCreateDemonstrationKey(dataDirectory: string): Buffer {
  const file = keyFile(dataDirectory);
  const existing = read(file);
  if (existing !== null) return checked(existing, file);

  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(keyBytes).toString('base64')}\n`, {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  });
  try {
    // A link, unlike a rename, never replaces a key that another process has just made.
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return checked(read(file) ?? Buffer.alloc(0), file);
}

/** Whether this is the key that the demonstration made in this data directory. */
export function isDemonstrationKey(dataDirectory: string, key: Buffer): boolean {
  return read(keyFile(dataDirectory))?.equals(key) ?? false;
}

function read(file: string): Buffer | null {
  try {
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return null;
    throw error;
  }
}

function checked(key: Buffer, file: string): Buffer {
  if (key.length !== keyBytes)
    throw new Error(`${file} does not hold a key of 32 bytes: put the right one back`);
  chmodSync(file, 0o600);
  return key;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
