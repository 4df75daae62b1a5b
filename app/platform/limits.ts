import { createHash } from 'node:crypto';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** How often something may be tried: `points` tries within `seconds`. */
export type Limit = { name: string; points: number; seconds: number };

export type Limits = {
  /** Counts one try, or as many points as it costs. Answers null when it may go on, else the seconds to wait. Throws when the store is down: no answer is a no. */
  take: (limit: Limit, key: string, cost?: number) => Promise<number | null>;
  /** Gives one try back: what turned out well does not count. */
  giveBack: (limit: Limit, key: string) => Promise<void>;
  /** Forgets the tries, after a success. */
  forget: (limit: Limit, key: string) => Promise<void>;
};

/** Limits kept in PostgreSQL, so that all instances count together. Keys are hashed: the store holds no address. */
export function createLimits(pool: pg.Pool): Limits {
  const limiters = new Map<string, RateLimiterPostgres>();
  const limiterOf = (limit: Limit) => {
    const existing = limiters.get(limit.name);
    if (existing) return existing;
    const made = new RateLimiterPostgres({
      storeClient: withoutNames(pool),
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix: limit.name,
      points: limit.points,
      duration: limit.seconds,
      clearExpiredByTimeout: false,
    });
    limiters.set(limit.name, made);
    return made;
  };
  return {
    take: async (limit, key, cost = 1) => {
      try {
        await limiterOf(limit).consume(hash(key), cost);
        return null;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        throw refusal;
      }
    },
    giveBack: async (limit, key) => {
      await limiterOf(limit).reward(hash(key));
    },
    forget: async (limit, key) => {
      await limiterOf(limit).delete(hash(key));
    },
  };
}

/** The limiter names its statements; a server is sent none with a name (docs/decisions/0012). */
function withoutNames(pool: pg.Pool): Pick<pg.Pool, 'query'> {
  return { query: ({ text, values }: pg.QueryConfig) => pool.query({ text, values }) } as Pick<
    pg.Pool,
    'query'
  >;
}

function hash(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
