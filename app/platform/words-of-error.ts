/**
 * For whoever sits at a terminal: what went wrong and, where one error wraps another, why. Faults of a first day are told
 * with what to do; none is told with a trace of code or with what a secret setting holds.
 */
export function wordsOfError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const advice = adviceFor(error, code);
  const why = error.cause instanceof Error ? `\n${wordsOfError(error.cause)}` : '';
  const what = `${error.message || error.name}${code ? ` (${code})` : ''}`;
  return `${advice ? `${advice}\n  ${what}` : what}${why}`;
}

function adviceFor(error: Error, code: string): string | undefined {
  if ('syscall' in error && error.syscall === 'listen')
    return Object.hasOwn(listening, code) ? listening[code] : undefined;
  if ('path' in error && typeof error.path === 'string' && Object.hasOwn(writing, code))
    return `${writing[code]} ${error.path}`;
  return Object.hasOwn(connecting, code) ? connecting[code] : undefined;
}

const listening: Record<string, string> = {
  EADDRINUSE: 'Another program listens on this port: stop it, or set another PORT.',
  EACCES: 'This user may not listen on this port: set a PORT above 1023.',
  EADDRNOTAVAIL: 'HOST is no address of this machine.',
};

const writing: Record<string, string> = {
  EACCES: 'The portal’s user has no right to',
  EPERM: 'The portal’s user has no right to',
  EROFS: 'Nothing can be written to',
  ENOENT: 'There is no folder in which there could be',
  ENOTDIR: 'There is no folder in which there could be',
  ENOSPC: 'The disk is full, and nothing can be written to',
};

const untrusted =
  'The certificate of the server is not trusted: check that the address is the name in it, and for an authority of the force’s own set NODE_EXTRA_CA_CERTS to its file.';

/** Codes of sockets and TLS, and of PostgreSQL (appendix A of its manual). */
const connecting: Record<string, string> = {
  ECONNREFUSED: 'Nothing listens at this address: check host and port, and whether the server runs.',
  ENOTFOUND: 'The name of this host is not known: check the address.',
  EAI_AGAIN: 'The name of this host could not be looked up: check the address and the name server.',
  ETIMEDOUT: 'The host did not answer: check the address and the firewall.',
  EHOSTUNREACH: 'There is no way to this host: check the address and the network.',
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  ERR_TLS_CERT_ALTNAME_INVALID: untrusted,
  CERT_HAS_EXPIRED: 'The certificate of the server has run out.',
  '28P01': 'The database refuses user name or password: check DATABASE_URL and DATABASE_OWNER_URL.',
  '28000': 'The database lets this user in from nowhere, or not like this: check pg_hba.conf.',
  '3D000': 'There is no database of this name: make it as docs/operations says.',
  '22023': 'The role portal_app is missing: make the roles as docs/operations says.',
  '42501':
    'The database refuses a right: both users must be members of portal_app, and the owner own the database.',
  '0A000': 'PostgreSQL lacks an extension: install its package called contrib.',
  '58P01': 'PostgreSQL lacks an extension: install its package called contrib.',
};
