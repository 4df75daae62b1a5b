import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isDemonstrationKey, loadOrCreateDemonstrationKey } from '#app/platform/crypto/key-file.ts';
import { exampleKey, isKnownKey } from '#app/platform/crypto/known-keys.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'key-file-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

test('the key is made once, is kept, and only its owner may read it', () => {
  const data = path.join(directory, 'not', 'yet', 'there');
  const key = loadOrCreateDemonstrationKey(data);
  expect(key).toHaveLength(32);
  expect(isKnownKey(key)).toBe(false);
  expect(loadOrCreateDemonstrationKey(data).equals(key)).toBe(true);
  expect(readdirSync(data)).toEqual(['demonstration.key']);
  expect(statSync(path.join(data, 'demonstration.key')).mode & 0o777).toBe(0o600);
});

test('a key file that others could read is closed again', () => {
  const key = loadOrCreateDemonstrationKey(directory);
  chmodSync(path.join(directory, 'demonstration.key'), 0o644);
  expect(loadOrCreateDemonstrationKey(directory).equals(key)).toBe(true);
  expect(statSync(path.join(directory, 'demonstration.key')).mode & 0o777).toBe(0o600);
});

test('a damaged key file is an error and is not replaced', () => {
  writeFileSync(path.join(directory, 'demonstration.key'), 'c2hvcnQ=');
  expect(() => loadOrCreateDemonstrationKey(directory)).toThrow('32 bytes');
  expect(statSync(path.join(directory, 'demonstration.key')).size).toBe(8);
});

test('the demonstration key of a directory is recognised', () => {
  expect(isDemonstrationKey(directory, exampleKey)).toBe(false);
  const key = loadOrCreateDemonstrationKey(directory);
  expect(isDemonstrationKey(directory, key)).toBe(true);
  expect(isDemonstrationKey(directory, exampleKey)).toBe(false);
});

test('the example key and a key of few different bytes are known', () => {
  expect(exampleKey).toHaveLength(32);
  expect(isKnownKey(exampleKey)).toBe(true);
  expect(isKnownKey(Buffer.alloc(32))).toBe(true);
  expect(isKnownKey(Buffer.from('0123456789'.repeat(4).slice(0, 32)))).toBe(true);
});
