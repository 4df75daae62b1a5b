import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Depot } from '#app/domain/intake/attachments/depot.ts';
import { diskFiles } from '#app/platform/files/disk-files.ts';
import { noScanner, type Scanner, type Verdict } from '#app/platform/scanner/scanner.ts';

/** A scanner that gives one verdict, after it has seen the whole file. `seen` counts the bytes. */
export function scannerThatSays(verdict: Verdict, configured = true): Scanner & { seen: number } {
  const scanner = {
    configured,
    seen: 0,
    scan: async (bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => {
      for await (const chunk of bytes) scanner.seen += chunk.byteLength;
      return verdict;
    },
  };
  return scanner;
}

export const clean: Verdict = { kind: 'clean' };
export const infected: Verdict = { kind: 'infected', signature: 'Eicar-Test-Signature' };
export const down: Verdict = { kind: 'unavailable', why: 'not_reached' };

export type TestDepot = Depot & {
  /** What `report` heard. */
  reported: unknown[];
  /** The bytes as they lie in the store, or null. */
  stored: (attachmentId: string, part: 'original' | 'copy') => Buffer | null;
  /** How many files lie in the store. */
  count: () => number;
};

/** A depot on disk in a directory of its own, removed after the file's last test. */
export function testDepot(scanner: Scanner = noScanner): TestDepot {
  const directory = mkdtempSync(join(tmpdir(), 'depot-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  const reported: unknown[] = [];
  return {
    files: diskFiles(directory),
    scanner,
    report: (failure) => reported.push(failure),
    reported,
    stored: (attachmentId, part) => {
      const path = join(directory, 'attachments', attachmentId, part);
      return existsSync(path) ? readFileSync(path) : null;
    },
    count: () =>
      readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
        .length,
  };
}

/** A file as a browser posts it. */
export function posted(name: string, content: Uint8Array | string, type = 'application/octet-stream'): File {
  return new File([content as BlobPart], name, { type });
}

export async function contentOf(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(Uint8Array.from(chunk));
  return Buffer.concat(chunks);
}
