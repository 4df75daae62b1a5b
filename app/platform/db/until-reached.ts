import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Connection } from './client.ts';
import { isDatabaseAway } from './is-database-away.ts';

/** For how many seconds a database is awaited that is still coming, and who hears once that it is. */
export type Patience = { seconds: number; say: () => void };

/**
 * Waits for a database that does not answer yet, as after a power cut, when server and portal start together. One that
 * answers and refuses is no matter of time.
 * @throws Error of the driver: what it refuses, or why it was not reached in time
 */
export async function untilReached(
  greet: () => Promise<void>,
  { seconds, say }: Patience,
  wait: (milliseconds: number) => Promise<unknown> = pause,
): Promise<void> {
  for (let left = seconds; ; left -= 1) {
    try {
      await greet();
      return;
    } catch (failure) {
      if (left <= 0 || !isDatabaseAway(failure)) throw failure;
      if (left === seconds) say();
    }
    await wait(1000);
  }
}

/** Connects once and hangs up. */
export async function greet(connection: Connection): Promise<void> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } finally {
    await client.end().catch(() => undefined);
  }
}
