import type { Db } from '#app/platform/db/client.ts';
import { schedule, type JobName } from '#app/platform/jobs/job.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { may } from '../kernel/permissions.ts';

/** How many jobs of a name stand how, and since when the oldest does. `dead`: it was tried as often as it may be. */
export type JobCount = {
  name: JobName;
  state: 'waiting' | 'trying_again' | 'running' | 'dead';
  count: number;
  oldest: Date;
};

/** A job that nobody does any more, and that a person may send again. Never what it is about. */
export type DeadJob = { id: string; name: JobName; createdAt: Date; endedAt: Date; tries: number };

/** What comes by itself comes again, so that nobody needs to send it. */
const byItself: string[] = schedule.map(({ name }) => name);
const mostListed = 200;

/** Over jobs that are not done: those that are go to an archive within half a day. */
export async function countJobs(db: Db | Tx): Promise<JobCount[]> {
  return db.$queryRaw<JobCount[]>`
    SELECT name, CASE state::text WHEN 'created' THEN 'waiting' WHEN 'retry' THEN 'trying_again'
        WHEN 'active' THEN 'running' ELSE 'dead' END AS state,
      count(*)::integer AS count, min(created_on) AS oldest
    FROM pgboss.job WHERE state::text IN ('created', 'retry', 'active', 'failed')
    GROUP BY 1, 2 ORDER BY 1, 2`;
}

/** For the administrator, who sees how many wait for what and sends again what was given up. @throws NotFound */
export async function readJobs(ctx: Ctx): Promise<{ counts: JobCount[]; dead: DeadJob[] }> {
  if (!may(ctx.actor, 'jobs.oversee')) throw new NotFound();
  const counts = await countJobs(ctx.db);
  const dead = await ctx.db.$queryRaw<DeadJob[]>`
    SELECT id::text, name, created_on AS "createdAt", completed_on AS "endedAt", retry_count + 1 AS tries
    FROM pgboss.job WHERE state::text = 'failed' AND completed_on IS NOT NULL AND NOT name = ANY(${byItself})
    ORDER BY completed_on DESC, id LIMIT ${mostListed}`;
  return { counts: counts.filter(({ name }) => !byItself.includes(name)), dead };
}

/**
 * Gives dead jobs all their tries again: one, or every one that there is. What was sent again meanwhile, or is done, is
 * left alone. @throws NotFound
 */
export async function sendJobsAgain(ctx: Ctx, which: { id: string } | 'all'): Promise<number> {
  if (!may(ctx.actor, 'jobs.oversee')) throw new NotFound();
  const id = which === 'all' ? null : which.id;
  return transaction(ctx.db, async (tx) => {
    const sent = await tx.$queryRaw<{ name: string }[]>`
      UPDATE pgboss.job SET state = 'retry', retry_count = 0, started_on = NULL, completed_on = NULL, output = NULL,
        start_after = now(), keep_until = now() + interval '14 days'
      WHERE state::text = 'failed' AND NOT name = ANY(${byItself}) AND (${id}::uuid IS NULL OR id = ${id}::uuid)
      RETURNING name`;
    for (const name of new Set(sent.map((job) => job.name)))
      await record(tx, ctx, {
        type: 'jobs.sent_again',
        data: { job: name, count: sent.filter((job) => job.name === name).length },
      });
    return sent.length;
  });
}
