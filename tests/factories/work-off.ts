import type { Db } from '#app/platform/db/client.ts';
import type { Jobs } from '#app/platform/jobs/job.ts';
import type { JobHandlers } from '#app/platform/jobs/workers.ts';

type Waiting = { [Name in keyof Jobs]: { id: string; name: Name; data: Jobs[Name] } }[keyof Jobs];

/**
 * Works off every job that waits and those they send, one after the other, without workers and without waiting. A job
 * that fails stays. Gives the names of those that were done.
 */
export async function workOff(db: Db, handlers: JobHandlers): Promise<string[]> {
  const done: string[] = [];
  for (;;) {
    const [job] = await db.$queryRaw<Waiting[]>`
      SELECT id, name, data FROM pgboss.job WHERE state IN ('created', 'retry') AND name NOT LIKE '\\_\\_%'
      ORDER BY created_on, id LIMIT 1`;
    if (!job) return done;
    await handle(handlers, job);
    await db.$executeRaw`DELETE FROM pgboss.job WHERE id = ${job.id}::uuid`;
    done.push(job.name);
  }
}

function handle<Name extends keyof Jobs>(
  handlers: JobHandlers,
  job: { name: Name; data: Jobs[Name] },
): Promise<void> {
  return handlers[job.name](job.data);
}
