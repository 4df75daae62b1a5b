import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { testDatabase } from '#tests/factories/database.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { Id } from '#app/platform/db/id.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { enqueue } from './enqueue.ts';
import { jobNames, queueSettings, schedule, type JobName } from './job.ts';
import { startWorkers, type JobHandlers, type Workers } from './workers.ts';

const { db, pool } = await testDatabase();
const job = {
  name: 'tell-high',
  data: { submissionId: '5cd4d1d2-6f0e-4c52-9d39-6ac1f3b0b001' as Id<'Submission'> },
} as const;

beforeEach(() => clearJobs(db));

describe('enqueue', () => {
  it('leaves a job with its data and its queue’s way of retrying once the transaction commits', async () => {
    await transaction(db, (tx) => enqueue(tx, job));
    expect(await queuedJobs(db)).toEqual([{ ...job, state: 'created', retryCount: 0 }]);
    const [settings] = await db.$queryRaw<object[]>`
      SELECT retry_limit AS "retryLimit", retry_delay AS "retryDelay", retry_backoff AS "retryBackoff" FROM pgboss.job`;
    expect(settings).toEqual(queueSettings['tell-high']);
  });

  it('leaves nothing when the transaction rolls back', async () => {
    const failing = transaction(db, async (tx) => {
      await enqueue(tx, job);
      expect(await tx.$queryRaw<object[]>`SELECT 1 FROM pgboss.job`).toHaveLength(1);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await queuedJobs(db)).toEqual([]);
  });

  it('works inside a transaction only: a plain client does not compile and an ended transaction is refused', async () => {
    expectTypeOf<Db>().not.toExtend<Tx>();
    const ended = await transaction(db, (tx) => Promise.resolve(tx));
    await expect(enqueue(ended, job)).rejects.toThrow();
    expect(await queuedJobs(db)).toEqual([]);
  });
});

/** The pool, with somebody between it and the workers. */
function between(query: (text: string, values?: unknown[]) => Promise<unknown>): typeof pool {
  return { query } as unknown as typeof pool;
}

async function turns(count: number): Promise<void> {
  for (let each = 0; each < count; each += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('workers', () => {
  let workers: Workers | undefined;
  const heard: { message: string; name: JobName | undefined }[] = [];
  const start = async (handlers: Partial<JobHandlers>, on = pool) => {
    // What is scheduled comes by itself, at whatever minute this runs.
    const scheduled = new Set(schedule.map(({ name }) => name));
    const others = Object.fromEntries(
      jobNames.map((name) => [
        name,
        () => (scheduled.has(name) ? Promise.resolve() : Promise.reject(new Error(`nobody sent ${name}`))),
      ]),
    ) as unknown as JobHandlers;
    const all = { ...others, ...handlers };
    workers = await startWorkers(on, all, ({ message }, name) => heard.push({ message, name }), {
      pollSeconds: 0.5,
    });
  };
  beforeEach(() => (heard.length = 0));
  afterEach(async () => {
    await workers?.stop();
    workers = undefined;
  });
  /** The jobs of this test: those that come by themselves each minute are others. */
  const sent = async () => (await queuedJobs(db)).filter(({ name }) => name === job.name);
  const untilState = (state: string) =>
    vi.waitFor(async () => expect((await sent()).map((each) => each.state)).toEqual([state]), {
      timeout: 10_000,
      interval: 100,
    });

  it('work a job off with its data', async () => {
    await transaction(db, (tx) => enqueue(tx, job));
    const done: unknown[] = [];
    await start({ 'tell-high': async (data) => void done.push(await Promise.resolve(data)) });
    await untilState('completed');
    expect(done).toEqual([job.data]);
    expect(heard).toEqual([]);
  });

  it('try a failing job again until it succeeds, and say which failed', async () => {
    await transaction(db, (tx) => enqueue(tx, job));
    const tries = vi
      .fn<() => Promise<void>>()
      .mockRejectedValueOnce(new Error('not now'))
      .mockResolvedValue();
    await start({ 'tell-high': tries });
    await untilState('retry');
    expect(heard).toEqual([{ message: 'not now', name: 'tell-high' }]);
    await db.$executeRaw`UPDATE pgboss.job SET start_after = now()`;
    await untilState('completed');
    expect(tries).toHaveBeenCalledTimes(2);
    expect((await sent())[0]?.retryCount).toBe(1);
  });

  it('give a job up only after its last try', async () => {
    await transaction(db, (tx) => enqueue(tx, job));
    await db.$executeRaw`UPDATE pgboss.job SET retry_count = retry_limit`;
    await start({ 'tell-high': () => Promise.reject(new Error('never')) });
    await untilState('failed');
  });

  it('finish what is under way when they stop', async () => {
    await transaction(db, (tx) => enqueue(tx, job));
    const steps: string[] = [];
    let begun: () => void = () => undefined;
    let goOn: () => void = () => undefined;
    const started = new Promise<void>((resolve) => (begun = resolve));
    const released = new Promise<void>((resolve) => (goOn = resolve));
    await start({
      'tell-high': async () => {
        begun();
        await released;
        steps.push('done');
      },
    });
    await started;
    const stopped = workers?.stop().then(() => steps.push('stopped'));
    workers = undefined;
    goOn();
    await stopped;
    expect(steps).toEqual(['done', 'stopped']);
    await untilState('completed');
  });

  it('ask nothing of the database once they have stopped, even when they stop while they look for work', async () => {
    await transaction(db, (tx) => enqueue(tx, job));
    const steps: string[] = [];
    let look: () => void = () => undefined;
    let goOn: () => void = () => undefined;
    const looking = new Promise<void>((resolve) => (look = resolve));
    const released = new Promise<void>((resolve) => (goOn = resolve));
    const slow = between(async (text, values) => {
      steps.push('asked');
      if (!text.includes('SKIP LOCKED') || values?.[0] !== job.name) return pool.query(text, values);
      const found = await pool.query(text, values);
      look();
      await released;
      return found;
    });
    await start({ 'tell-high': async () => void steps.push(await Promise.resolve('worked')) }, slow);
    await looking;
    const stopped = workers?.stop().then(() => steps.push('stopped'));
    workers = undefined;
    // Time enough for who does not wait.
    await Promise.race([stopped, turns(50)]);
    goOn();
    await stopped;
    await turns(50);
    expect(steps.filter((step) => step === 'worked')).toHaveLength(1);
    expect(steps.at(-1)).toBe('stopped');
    await untilState('completed');
  });

  it('go on when the database is away as a job ends, and give that job again', async () => {
    await transaction(db, (tx) => enqueue(tx, job));
    let away = true;
    const failing = between((text, values) => {
      if (!away || !text.includes('completed_on = now()')) return pool.query(text, values);
      away = false;
      return Promise.reject(new Error('the database is away'));
    });
    await start({ 'tell-high': () => Promise.resolve() }, failing);
    await vi.waitFor(() => expect(heard).toEqual([{ message: 'the database is away', name: 'tell-high' }]), {
      timeout: 10_000,
    });
    await untilState('active');
    await db.$executeRaw`UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE name = ${job.name}`;
    await untilState('completed');
  });

  it('have their clockwork: every job that comes by itself is scheduled in UTC', async () => {
    const rows = await db.$queryRaw`SELECT name, cron, timezone FROM pgboss.schedule ORDER BY name`;
    const expected = schedule.map((each) => ({ ...each, timezone: 'UTC' }));
    expect(rows).toEqual(expected.sort((one, other) => (one.name < other.name ? -1 : 1)));
  });
});
