import PgBoss from 'pg-boss';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Job } from './job.ts';

/** Builds the statement; never started, so it has no connection and no timer of its own. */
const sender = new PgBoss({
  db: { executeSql: () => Promise.reject(new Error('a job is only sent inside a transaction')) },
});

/** Sends a job that exists exactly when `tx` commits: the only place that sends. */
export async function enqueue(tx: Tx, job: Job): Promise<void> {
  await sender.send(job.name, job.data, {
    db: {
      executeSql: async (text, values) => ({
        rows: await tx.$queryRawUnsafe<object[]>(text, ...(values as unknown[])),
      }),
    },
  });
}
