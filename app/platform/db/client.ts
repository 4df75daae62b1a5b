import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';

export type Db = PrismaClient;

/** Where the portal's own connections go. `options` sets the role and time zone of each connection at start. */
export type Connection = pg.PoolConfig;

/** Every connection runs in UTC (a server zoned Europe/London shifts timestamps otherwise) and as the role that owns nothing. */
export const SESSION_OPTIONS = '-c timezone=UTC -c role=portal_app';

/** One pool, shared by Prisma, the rate limiter and the job queue's own reads. */
export function createPool(connection: Connection, size: number): pg.Pool {
  return new pg.Pool({
    ...connection,
    max: size,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
  });
}

export function createClient(pool: pg.Pool): Db {
  return new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
    errorFormat: 'minimal',
  });
}
