import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import PgBoss from 'pg-boss';
import { type JobName, type Jobs, jobNames } from './job.ts';

export type JobHandlers = { [Name in JobName]: (data: Jobs[Name]) => Promise<void> };

export type Workers = { stop: () => Promise<void> };

type OnError = (error: Error, name?: JobName) => void;

/** A job that is under way when the portal stops may end; one that takes longer is given back, to be tried again. */
const graceSeconds = 20;

/**
 * Works off the queues, each one job after the other and all beside each other. A handler that throws is retried as its
 * queue says; `onError` hears of it. `pollSeconds` is how long lies between two looks, `keptDays` how long a job is kept
 * once it is done. Once `stop` has ended, nothing more is asked of the pool.
 *
 * Which queues have something to do is one statement for all of them: asked one by one, some forty queues that are empty
 * keep an embedded database busy for an eighth of the time.
 *
 * The rounds are ours and not the library's: it takes the end of a job down without waiting for it, so that a database
 * that is away at that moment would end the whole portal, and so that a pool that is closed would still be used.
 */
export async function startWorkers(
  pool: pg.Pool,
  handlers: JobHandlers,
  onError: OnError,
  { pollSeconds = 2, keptDays = 7 }: { pollSeconds?: number; keptDays?: number } = {},
): Promise<Workers> {
  const underWay = new Set<Promise<unknown>>();
  const kept = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    const forget = () => underWay.delete(work);
    work.then(forget, forget);
    return work;
  };
  const boss = new PgBoss({
    db: { executeSql: (text, values) => kept(pool.query(text, values)) },
    migrate: false,
    supervise: true,
    schedule: true,
    deleteAfterDays: keptDays,
    // Seconds: what was given up stays where somebody finds it and sends it again.
    archiveFailedAfterSeconds: keptDays * 24 * 60 * 60,
  });
  boss.on('error', (error) => onError(error));
  await boss.start();
  const ended = new AbortController();
  const cutOff = new AbortController();
  const busy = new Map<JobName, Promise<void>>();
  const workOff = async (name: JobName) => {
    const handle = handlers[name] as (data: unknown) => Promise<void>;
    let worked = true;
    while (worked && !ended.signal.aborted)
      worked = await workOne(boss, name, handle, onError, cutOff.signal);
    busy.delete(name);
  };
  const rounds = (async () => {
    while (!ended.signal.aborted) {
      const waiting = await kept(namesThatWait(pool)).catch((error: unknown) => {
        onError(asError(error));
        return [];
      });
      for (const name of waiting) if (!busy.has(name)) busy.set(name, workOff(name));
      await pause(pollSeconds * 1000, undefined, { signal: ended.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      ended.abort();
      const grace = setTimeout(() => cutOff.abort(), graceSeconds * 1000);
      await rounds;
      await Promise.all(busy.values());
      clearTimeout(grace);
      await boss.stop({ graceful: false, close: false });
      await endOf(underWay);
    },
  };
}

/** The queues that hold a job whose time has come. */
async function namesThatWait(pool: pg.Pool): Promise<JobName[]> {
  const { rows } = await pool.query<{ name: JobName }>(
    `SELECT DISTINCT name FROM pgboss.job
     WHERE name = ANY ($1) AND state < 'active' AND start_after < now()`,
    [jobNames],
  );
  return rows.map(({ name }) => name);
}

const asError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));

/**
 * Works off one job. False where nothing waits, or where the database did not take down how it ended: such a job is
 * given again when its time is over.
 */
async function workOne(
  boss: PgBoss,
  name: JobName,
  handle: (data: unknown) => Promise<void>,
  onError: OnError,
  cutOff: AbortSignal,
): Promise<boolean> {
  const failed = (cause: unknown) => {
    const error = asError(cause);
    onError(error, name);
    return error;
  };
  try {
    const [job] = await boss.fetch<unknown>(name);
    if (!job) return false;
    const error = await within(job.expireInSeconds, cutOff, () => handle(job.data)).catch(failed);
    await (error ? boss.fail(name, job.id, error) : boss.complete(name, job.id));
    return true;
  } catch (cause) {
    failed(cause);
    return false;
  }
}

/** Ends with an error after so many seconds: a far end that never answers holds up no queue for ever. */
async function within(seconds: number, cutOff: AbortSignal, work: () => Promise<void>): Promise<void> {
  const over = AbortSignal.any([cutOff, AbortSignal.timeout(seconds * 1000)]);
  await new Promise<void>((resolve, reject) => {
    over.addEventListener('abort', () => reject(new Error('took too long')), { once: true });
    work().then(resolve, reject);
  });
}

/** Waits for the statements that are under way and for those that their ends bring about. */
async function endOf(underWay: Set<Promise<unknown>>): Promise<void> {
  while (underWay.size > 0) {
    await Promise.allSettled(underWay);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
