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

/** PostgreSQL's own: connection lost, deadlock and serialisation, no room or connections left, shutting down or starting up. */
const sqlState = /^(?:08...|40001|40P01|53...|57P0.)$/;

const socketCodes = new Set(['ENOTFOUND', 'ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE']);

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
  return sqlState.test(originalCode(error)) || isDatabaseAway(error.cause);
}

/** Of an error that Prisma has no code for: `meta.driverAdapterError` holds PostgreSQL's. */
function originalCode(error: Error): string {
  const adapter = 'meta' in error ? at(error.meta, 'driverAdapterError') : error;
  const original = at(at(adapter, 'cause'), 'originalCode');
  return typeof original === 'string' ? original : '';
}

const at = (given: unknown, name: string): unknown =>
  typeof given === 'object' && given !== null && name in given
    ? (given as Readonly<Record<string, unknown>>)[name]
    : undefined;
