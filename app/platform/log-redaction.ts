/** A key whose name ends like this carries content, an address or a secret, at whatever depth it stands. */
const secretKey =
  /(authorization|cookie|body|posted|values|comment|email|password|passphrase|token|secret|answers?|text|content|html|contact|telephone|safetimes|anotherway|ways)$/;

const deepest = 6;
const mostEntries = 50;

/** Errors of these kinds repeat in their message what they were given. */
const quoting = /^(Prisma|SyntaxError$|URIError$|DatabaseError$|error$|ZodError$|\$ZodError$)/;

/** A copy of a line's fields in which every secret key reads [redacted] and errors keep only what is safe to keep. */
export function redacted(fields: object): Record<string, unknown> {
  return objectCopy(fields, 0, new Set());
}

function copy(value: unknown, depth: number, above: Set<object>): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return '[bytes]';
  if (depth >= deepest || above.has(value)) return '[left out]';
  if (value instanceof Error) return errorCopy(value, depth, new Set([...above, value]));
  if (Array.isArray(value)) {
    const inside = new Set([...above, value]);
    return value.slice(0, mostEntries).map((entry) => copy(entry, depth + 1, inside));
  }
  return objectCopy(value, depth, above);
}

function objectCopy(value: object, depth: number, above: Set<object>): Record<string, unknown> {
  const inside = new Set([...above, value]);
  const entries = Object.entries(value).slice(0, mostEntries);
  return Object.fromEntries(
    entries.map(([key, entry]) => [
      key,
      isSecret(key) && entry !== undefined ? '[redacted]' : copy(entry, depth + 1, inside),
    ]),
  );
}

function isSecret(key: string): boolean {
  return secretKey.test(key.toLowerCase());
}

/**
 * Name, code, places in the code and cause. The message goes only with errors that write their own words; further
 * properties, such as a failed query's arguments, never.
 */
function errorCopy(error: Error, depth: number, above: Set<object>): Record<string, unknown> {
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
  return {
    type: error.name,
    code: 'code' in error && typeof error.code === 'string' ? error.code : undefined,
    message: quoting.test(error.name) || quoting.test(error.constructor.name) ? undefined : error.message,
    at: frames.slice(0, 12),
    cause: error.cause instanceof Error ? copy(error.cause, depth + 1, above) : undefined,
  };
}
