import type pg from 'pg';
import PgBoss from 'pg-boss';
import { type JobName, type Jobs, jobNames } from './job.ts';

export type JobHandlers = { [Name in JobName]: (data: Jobs[Name]) => Promise<void> };

export type Workers = { stop: () => Promise<void> };

/**
 * Starts one worker per queue. A handler that throws is retried as its queue says; `onError` hears of it.
 * `pollSeconds` is how long an empty queue waits before it looks again.
 */
export async function startWorkers(
  pool: pg.Pool,
  handlers: JobHandlers,
  onError: (error: Error, name?: JobName) => void,
  pollSeconds = 2,
): Promise<Workers> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    migrate: false,
    supervise: true,
    schedule: true,
  });
  boss.on('error', (error) => onError(error));
  await boss.start();
  for (const name of jobNames)
    await workOn(boss, name, handlers[name] as (data: unknown) => Promise<void>, onError, pollSeconds);
  return { stop: () => boss.stop({ graceful: true, wait: true, timeout: 20_000, close: false }) };
}

async function workOn(
  boss: PgBoss,
  name: JobName,
  handle: (data: unknown) => Promise<void>,
  onError: (error: Error, name?: JobName) => void,
  pollSeconds: number,
): Promise<void> {
  await boss.work<unknown>(name, { batchSize: 1, pollingIntervalSeconds: pollSeconds }, async ([job]) => {
    if (!job) return;
    try {
      await handle(job.data);
    } catch (cause) {
      onError(cause instanceof Error ? cause : new Error(String(cause)), name);
      throw cause;
    }
  });
}
