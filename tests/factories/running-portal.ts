import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';
import { jobHandlers } from '#app/jobs.ts';
import { fixedClock, type Clock } from '#app/platform/clock.ts';
import { exampleKey } from '#app/platform/crypto/known-keys.ts';
import { readConfig } from '#app/platform/env.ts';
import { startWorkers, type JobHandlers } from '#app/platform/jobs/workers.ts';
import { createLog } from '#app/platform/log.ts';
import { openPortal, type Portal } from '#app/portal.ts';
import { noteRawQueries } from '#tests/raw-queries/note.ts';
import { testNow } from './ctx.ts';
import { testDatabaseSource } from './database.ts';
import { queuedJobs } from './queued-jobs.ts';

export type RunningPortal = {
  portal: Portal;
  handlers: JobHandlers;
  /** Everything that was logged, one JSON object a line. */
  logged: () => string;
  /** Everything in the folder of captured mail: the messages as kept and as they would have been sent. */
  mailed: () => string;
  /** Lets workers work until no job waits. */
  workOff: () => Promise<void>;
};

/** The portal without its pages: database, keys, jobs, captured mail and log as they run, in a folder of its own. */
export async function runningPortal(
  given: { clock?: Clock; env?: NodeJS.ProcessEnv } = {},
): Promise<RunningPortal> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'portal-running-'));
  afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));
  const lines: string[] = [];
  const config = readConfig({
    PORTAL_MODE: 'demonstration',
    DATA_DIRECTORY: dataDirectory,
    KEY_ENCRYPTION_KEY: exampleKey.toString('base64'),
    ...given.env,
  });
  const portal = await openPortal(config, {
    database: await testDatabaseSource(),
    clock: given.clock ?? fixedClock(testNow),
    log: createLog('debug', { write: (line: string) => void lines.push(line) }),
  });
  const keepNotes = noteRawQueries(portal.database.pool);
  afterAll(async () => {
    await keepNotes();
    await portal.close();
  });
  const handlers = jobHandlers(portal);
  return {
    portal,
    handlers,
    logged: () => lines.join(''),
    mailed: () => {
      const folder = join(dataDirectory, 'mail');
      return readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .join('\n');
    },
    workOff: async () => {
      const onError = (err: Error, job?: string) => portal.log.error({ err, job }, 'job failed');
      const workers = await startWorkers(portal.database.pool, handlers, onError, { pollSeconds: 0.5 });
      await vi.waitFor(
        async () => {
          const waiting = (await queuedJobs(portal.db)).filter(
            ({ state }) => state === 'created' || state === 'active',
          );
          if (waiting.length > 0) throw new Error(`${waiting.length} jobs wait`);
        },
        { timeout: 25_000, interval: 100 },
      );
      await workers.stop();
    },
  };
}
