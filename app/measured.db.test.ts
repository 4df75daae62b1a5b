import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { readJobs, sendJobsAgain } from '#app/domain/admin/jobs.server.ts';
import { measure } from '#app/measured.ts';
import { serveMetrics } from '#app/platform/metrics.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { officers } from '#tests/factories/officers.ts';
import { countStatements } from '#tests/factories/count-statements.ts';
import { queuedJobs } from '#tests/factories/queued-jobs.ts';
import { runningPortal } from '#tests/factories/running-portal.ts';
import { submitted } from '#tests/factories/submitted.ts';

const { portal } = await runningPortal();
const { db, database, clock } = portal;
const { reporter, fib, administrator } = await officers(database, clock);
const reference = await submitted(reporter, { danger: 'soon' });
measure(portal);
const counter = await countStatements(database.pool);

/** As after twelve tries at a mail server that is away. */
async function deadMail(): Promise<string> {
  const kind = 'received';
  await transaction(db, (tx) =>
    enqueue(tx, { name: 'send-mail', data: { kind, accountId: reporter.actor.accountId } }),
  );
  const [job] = await db.$queryRaw<{ id: string }[]>`
    UPDATE pgboss.job SET state = 'failed', retry_count = retry_limit, started_on = now(), completed_on = now()
    WHERE id = (SELECT id FROM pgboss.job WHERE name = 'send-mail' ORDER BY created_on DESC LIMIT 1)
    RETURNING id::text`;
  return job!.id;
}

describe('what is measured', () => {
  it('is given out on a port of its own, without an organisation, a reference or an address', async () => {
    await deadMail();
    portal.metrics.answered(503, 1200);
    portal.metrics.jobFailed('send-mail');
    const server = await serveMetrics(portal.metrics, 0, '127.0.0.1');
    const { port } = server.address() as AddressInfo;
    const { statements, result: answer } = await counter.during(() =>
      fetch(`http://127.0.0.1:${port}/metrics`),
    );
    const text = await answer.text();
    // What two gauges tell of is asked once.
    expect(statements.filter((sql) => sql.includes('FROM pgboss.job'))).toHaveLength(1);
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    server.closeAllConnections();
    server.close();
    for (const line of [
      'portal_ready 1',
      'portal_jobs{job="send-mail",state="dead"} 1',
      'portal_high_waiting 1',
      'portal_files_unscanned 0',
      'portal_urgent{what="overdue"} 0',
      'portal_job_failures_total{job="send-mail"} 1',
      'portal_request_seconds_count{status="5xx"} 1',
    ])
      expect(text.split('\n')).toContain(line);
    expect(text).toMatch(/^portal_job_oldest_seconds\{job="tell-high",state="waiting"\} \d/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d/m);
    expect(text).not.toContain(reference);
    expect(text).not.toMatch(/@|Harbour/);
  });
});

describe('jobs that were given up', () => {
  it('are shown to an administrator without what they are about, and to nobody else', async () => {
    const { counts, dead } = await readJobs(administrator);
    expect(counts).toContainEqual(expect.objectContaining({ name: 'send-mail', state: 'dead', count: 1 }));
    expect(dead).toEqual([
      {
        id: expect.any(String) as string,
        name: 'send-mail',
        createdAt: expect.any(Date) as Date,
        endedAt: expect.any(Date) as Date,
        tries: 13,
      },
    ]);
    await expect(readJobs(fib)).rejects.toThrow();
    await expect(sendJobsAgain(fib, 'all')).rejects.toThrow();
  });

  it('are sent again, one or all, with all their tries, and on the trail', async () => {
    const other = await deadMail();
    expect(await sendJobsAgain(administrator, { id: randomUUID() })).toBe(0);
    expect(await sendJobsAgain(administrator, { id: other })).toBe(1);
    expect(await sendJobsAgain(administrator, 'all')).toBe(1);
    expect((await readJobs(administrator)).dead).toEqual([]);
    const again = (await queuedJobs(db)).filter(({ state }) => state === 'retry');
    expect(again.map(({ name }) => name)).toEqual(['send-mail', 'send-mail']);
    const [job] = await db.$queryRaw<{ tries: number }[]>`
      SELECT retry_count AS tries FROM pgboss.job WHERE id = ${other}::uuid`;
    expect(job).toEqual({ tries: 0 });
    expect(await db.auditEvent.findMany({ where: { type: 'jobs.sent_again' } })).toMatchObject([
      { data: { job: 'send-mail', count: 1 } },
      { data: { job: 'send-mail', count: 1 } },
    ]);
  });
});
