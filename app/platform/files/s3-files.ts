import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import {
  checkedName,
  counted,
  StoreAway,
  type Bytes,
  type FileStore,
} from '#app/platform/files/file-store.ts';

export type S3Settings = {
  /** Origin of the store, such as https://s3.eu-west-2.amazonaws.com. */
  endpoint: string;
  region: string;
  bucket: string;
  /** Put before every name, without a slash at either end; empty for none. */
  prefix: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/** For one call, body included. A file is at most a few tens of megabytes. */
const TIMEOUT = 120_000;
/** Until a file that somebody waits for begins to come. Milliseconds. */
const PATIENCE = 15_000;

/**
 * Files in a bucket of a store that speaks S3: three calls (PUT, GET, DELETE of an object), addressed by path, signed by
 * AWS signature version 4. The body is not signed: it is sealed, TLS carries it, and its length is.
 */
export function s3Files(settings: S3Settings, patience = PATIENCE): FileStore {
  const { endpoint, region, bucket, prefix, accessKeyId, secretAccessKey } = settings;
  // A body that was sent in part can't be sent again, so whoever calls decides about another try.
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  const base = [endpoint, bucket, prefix].filter((part) => part !== '').join('/');
  const call = (name: string, init: RequestInit & { duplex?: 'half' }, ...signals: AbortSignal[]) =>
    client.fetch(`${base}/${checkedName(name)}`, {
      ...init,
      redirect: 'error',
      signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT), ...signals]),
    });
  return {
    put: async (name, bytes, length) => {
      const response = await call(name, {
        method: 'PUT',
        body: Readable.toWeb(Readable.from(counted(bytes, length))) as BodyInit,
        duplex: 'half',
        headers: { 'Content-Length': String(length), 'Content-Type': 'application/octet-stream' },
      });
      await finish(response);
    },
    get: async (name) => {
      const silent = new AbortController();
      const answer = call(name, { method: 'GET' }, silent.signal);
      const waiting = setTimeout(() => silent.abort(), patience);
      const response = await answer
        .catch((cause: unknown) => {
          throw new StoreAway('The file store does not answer', { cause });
        })
        .finally(() => clearTimeout(waiting));
      if (response.status === 404) {
        await response.body?.cancel();
        return null;
      }
      if (!response.ok || response.body === null) await finish(response);
      return response.body as Bytes | null;
    },
    remove: async (name) => {
      const response = await call(name, { method: 'DELETE' });
      if (response.status === 404) await response.body?.cancel();
      else await finish(response);
    },
  };
}

/** The answer's own text may repeat names and keys, so only its status is told. */
async function finish(response: Response): Promise<void> {
  await response.body?.cancel();
  if (!response.ok) throw new StoreAway(`The file store answered ${response.status}`);
}
