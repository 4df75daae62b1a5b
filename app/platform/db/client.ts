import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';

export type Db = PrismaClient;

/** Where the portal's own connections go. `options` sets the role and time zone of each connection at start. */
export type Connection = pg.PoolConfig;

/**
 * Every connection runs in UTC (a server zoned Europe/London shifts timestamps otherwise) and as the role that owns nothing.
 * Nothing is compiled: with a million reports the planner finds a page dear enough for it, and compiling takes ten times as long.
 */
export const SESSION_OPTIONS = '-c timezone=UTC -c role=portal_app -c jit=off';

/** How long a statement waits for a connection, in milliseconds: longer, and its sender is better told to come again. */
const longestWait = 10_000;

/** One pool, shared by Prisma, the rate limiter and the job queue's own reads. */
export function createPool(connection: Connection, size: number, wait = longestWait): pg.Pool {
  return new pg.Pool({
    ...connection,
    max: size,
    connectionTimeoutMillis: wait,
    idleTimeoutMillis: 30_000,
  });
}

/**
 * A statement goes with a name that is made of its text, so that a connection parses it once and then keeps its plan, as long
 * as one for all values seems no dearer than one for those at hand (docs/decisions/0012).
 */
export function createClient(pool: pg.Pool, wait = longestWait): Db {
  return new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: nameStatements() }),
    transactionOptions: { maxWait: wait, timeout: 15_000 },
    errorFormat: 'minimal',
  });
}

/** So many statements are kept; what is asked only after them is parsed each time. */
const MAX_PREPARED = 1000;

/** Clients of one database may keep the same statement, so its name is made of its text. */
function nameStatements(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined || names.size >= MAX_PREPARED) return known ?? '';
    const name = createHash('sha256').update(sql).digest('base64url');
    names.set(sql, name);
    return name;
  };
}
