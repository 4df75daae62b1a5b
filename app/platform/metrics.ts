import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What a portal counts by itself while it runs, and the registry that gives it out. */
export type Metrics = {
  registry: Registry;
  answered: (status: number, milliseconds: number) => void;
  jobFailed: (job: string) => void;
};

/** Labels are closed lists of the code: no organisation, no reference, no address. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Histogram({
    name: 'portal_request_seconds',
    help: 'How long answers took, by the first digit of their status',
    labelNames: ['status'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const failures = new Counter({
    name: 'portal_job_failures_total',
    help: 'Tries of a job that failed',
    labelNames: ['job'],
    registers,
  });
  return {
    registry,
    answered: (status, milliseconds) =>
      requests.observe({ status: `${Math.floor(status / 100)}xx` }, milliseconds / 1000),
    jobFailed: (job) => failures.inc({ job }),
  };
}

/** A gauge that is read when somebody asks: `read` gives a value for each set of labels. What cannot be read is left out. */
export function gauge(
  { registry }: Metrics,
  given: { name: string; help: string; labelNames?: string[] },
  read: () => Promise<{ labels?: Record<string, string>; value: number }[]>,
): void {
  new Gauge({
    ...given,
    labelNames: given.labelNames ?? [],
    registers: [registry],
    collect: async function collect() {
      this.reset();
      for (const { labels = {}, value } of await read().catch(() => [])) this.set(labels, value);
    },
  });
}

/** Gives the metrics out on a port of their own, which no proxy leads to. 503 where they cannot be read. */
export async function serveMetrics({ registry }: Metrics, port: number, host: string): Promise<Server> {
  collectDefaultMetrics({ register: registry });
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'Content-Type': registry.contentType }).end(text),
      () => response.writeHead(503).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}
