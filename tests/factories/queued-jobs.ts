import type { Db } from '#app/platform/db/client.ts';
import type { JobName } from '#app/platform/jobs/job.ts';

export type QueuedJob = { name: JobName; data: Record<string, unknown>; state: string; retryCount: number };

/** The jobs that exist, oldest first; of one submission, draft or account where an id is given. */
export async function queuedJobs(db: Db, about?: string): Promise<QueuedJob[]> {
  const jobs = await db.$queryRaw<QueuedJob[]>`
    SELECT name, data, state::text, retry_count AS "retryCount" FROM pgboss.job
    WHERE name NOT LIKE '\\_\\_%' ORDER BY created_on, id`;
  return about === undefined ? jobs : jobs.filter((job) => Object.values(job.data).includes(about));
}

/** Takes every job away, so that a test counts only what comes after. */
export async function clearJobs(db: Db): Promise<void> {
  await db.$executeRaw`DELETE FROM pgboss.job`;
}
