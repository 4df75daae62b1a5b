import { countJobs } from '#app/domain/admin/jobs.server.ts';
import { freeSpaceIn, readiness } from '#app/domain/admin/readiness.server.ts';
import { countQuarantined } from '#app/domain/intake/attachments/sweep-attachments.server.ts';
import { urgentHealth } from '#app/domain/reminders/urgent-health.server.ts';
import { highWaiting } from '#app/domain/reminders/urgent-overdue.server.ts';
import { keepsOnDisk } from '#app/platform/env.ts';
import { gauge, serveMetrics } from '#app/platform/metrics.ts';
import type { Portal } from '#app/portal.ts';

/** Registers what is read of the database and of the pool each time somebody asks. Counts and ages, nothing else. */
export function measure(portal: Portal): void {
  const { db, database, clock, realTime, metrics, config } = portal;
  const age = (since: Date | null, now: Date) =>
    since ? Math.max(0, (now.getTime() - since.getTime()) / 1000) : 0;
  const jobs = askedOnce(() => countJobs(db));
  const high = askedOnce(() => highWaiting(db, clock.now()));
  const freeSpace = keepsOnDisk(config) ? freeSpaceIn(config.dataDirectory) : null;

  gauge(metrics, { name: 'portal_ready', help: '1 where the portal takes reports' }, async () => [
    { value: (await readiness(db, freeSpace)).length === 0 ? 1 : 0 },
  ]);
  const labelNames = ['job', 'state'];
  gauge(metrics, { name: 'portal_jobs', help: 'Jobs that are not done', labelNames }, async () =>
    (await jobs()).map(({ name: job, state, count }) => ({ labels: { job, state }, value: count })),
  );
  gauge(
    metrics,
    { name: 'portal_job_oldest_seconds', help: 'Age of the oldest of them', labelNames },
    async () =>
      (await jobs()).map(({ name: job, state, oldest }) => ({
        labels: { job, state },
        value: age(oldest, realTime.now()),
      })),
  );
  gauge(metrics, { name: 'portal_files_unscanned', help: 'Files that wait for a scan' }, async () => [
    { value: await countQuarantined(db) },
  ]);
  gauge(
    metrics,
    { name: 'portal_high_waiting', help: 'High reports that nobody who is here holds' },
    async () => [{ value: (await high()).count }],
  );
  gauge(
    metrics,
    { name: 'portal_high_waiting_seconds', help: 'For how long the oldest of them has waited' },
    async () => [{ value: age((await high()).since, clock.now()) }],
  );
  gauge(
    metrics,
    { name: 'portal_urgent', help: 'What /health/urgent counts', labelNames: ['what'] },
    async () => {
      const { status, ...counts } = await urgentHealth(db, clock.now());
      return status === 'unknown'
        ? []
        : Object.entries(counts).map(([what, value]) => ({ labels: { what }, value }));
    },
  );
  gauge(metrics, { name: 'portal_database_connections', help: 'Of the pool', labelNames: ['state'] }, () => {
    const { totalCount, idleCount, waitingCount } = database.pool;
    return Promise.resolve([
      { labels: { state: 'used' }, value: totalCount - idleCount },
      { labels: { state: 'idle' }, value: idleCount },
      { labels: { state: 'waited_for' }, value: waitingCount },
    ]);
  });
}

/** Whoever asks while the answer is on its way is given the same one: the gauges of one look ask together. */
function askedOnce<T>(ask: () => Promise<T>): () => Promise<T> {
  let asking: Promise<T> | null = null;
  return () =>
    (asking ??= ask().finally(() => {
      asking = null;
    }));
}

/** Gives the metrics out where METRICS_PORT is set. Answers what stops that. */
export async function startMetrics(portal: Portal): Promise<() => void> {
  const { metricsPort, metricsHost } = portal.config;
  if (metricsPort === undefined) return () => undefined;
  measure(portal);
  const server = await serveMetrics(portal.metrics, metricsPort, metricsHost);
  return () => {
    server.close();
    server.closeAllConnections();
  };
}
