import path from 'node:path';
import type { Config } from '#app/platform/env.ts';
import { diskFiles } from '#app/platform/files/disk-files.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import { s3Files } from '#app/platform/files/s3-files.ts';

/** The store that the settings ask for: a bucket when one is named, the data directory otherwise. */
export function openFiles(config: Pick<Config, 'dataDirectory' | 'files'>): FileStore {
  return config.files === undefined
    ? diskFiles(path.join(config.dataDirectory, 'files'))
    : s3Files(config.files);
}
