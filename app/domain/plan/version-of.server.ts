import { createHash } from 'node:crypto';

/** Changes exactly when what a form was opened with does, so that of two who write the same the later is told. */
export const versionOf = (opened: object): string =>
  createHash('sha256').update(JSON.stringify(opened)).digest('base64url').slice(0, 22);
