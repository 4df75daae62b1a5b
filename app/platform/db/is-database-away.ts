/**
 * Prisma's codes for a database that cannot answer at the moment: not reached, timed out, connection closed, no free
 * connection, transaction not started in time, transaction lost against another.
 */
const prismaCodes = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P1018',
  'P2024',
  'P2028',
  'P2034',
  'P2037',
]);

/** The same as the adapter says it, for a raw statement, which has one code of Prisma's for whatever happens to it. */
const adapterKinds = new Set([
  'ConnectionClosed',
  'DatabaseNotReachable',
  'SocketTimeout',
  'TooManyConnections',
  'TransactionWriteConflict',
]);

/**
 * PostgreSQL's own: connection lost, a standby that takes over, deadlock and serialisation, no room or connections left,
 * shutting down or starting up, a disk that fails.
 */
const sqlState = /^(?:08...|25006|40001|40P01|53...|57P0.|58030)$/;

const socketCodes = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** What the driver throws without a code. */
const driverWords =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/;

/** Whether the same request may succeed shortly: the database is away, starting, full or too busy. Anything else is a defect. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (driverWords.test(error.message)) return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (prismaCodes.has(code) || sqlState.test(code)) return true;
  if (socketCodes.has(code))
    return 'syscall' in error && error.syscall === 'connect' ? true : code !== 'ENOENT';
  const cause = adapterCause(error);
  return (
    sqlState.test(textAt(cause, 'originalCode')) ||
    adapterKinds.has(textAt(cause, 'kind')) ||
    isDatabaseAway(error.cause)
  );
}

/** What the adapter says of an error that Prisma has no code for; `originalCode` in it is PostgreSQL's. */
const adapterCause = (error: Error): unknown =>
  at('meta' in error ? at(error.meta, 'driverAdapterError') : error, 'cause');

function textAt(given: unknown, name: string): string {
  const found = at(given, name);
  return typeof found === 'string' ? found : '';
}

const at = (given: unknown, name: string): unknown =>
  typeof given === 'object' && given !== null && name in given
    ? (given as Readonly<Record<string, unknown>>)[name]
    : undefined;
