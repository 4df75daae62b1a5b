import { randomUUID } from 'node:crypto';

/**
 * By which the log and the audit trail name a request. A proxy of the force's own may have named it already, so that its
 * log says the same; nobody else may, as the id is kept.
 */
export function requestIdOf(headers: Headers, trustProxy: boolean): string {
  const given = trustProxy ? headers.get('x-request-id') : null;
  return given !== null && /^[\da-f-]{32,36}$/i.test(given) ? given : randomUUID();
}
