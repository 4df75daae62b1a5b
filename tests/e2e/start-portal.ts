import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { portalDirectory, port } from './portal.ts';

/** Starts the built portal in the demonstration for all journeys, on a data directory of its own, and stops it after them. */
export default async function startPortal(): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), 'portal-e2e-'));
  process.env[portalDirectory] = directory;
  const portal = await start({ directory, port });
  return async () => {
    await stop(portal);
    rmSync(directory, { recursive: true, force: true });
  };
}

/** The built server on this port, once it is ready. Its log goes to `portal.log` in the data directory. */
export async function start(input: {
  directory: string;
  port: number;
  env?: Record<string, string>;
}): Promise<ChildProcess> {
  const log = openSync(join(input.directory, 'portal.log'), 'a');
  const child = spawn(process.execPath, ['build/server/index.js'], {
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORTAL_MODE: 'demonstration',
      DATA_DIRECTORY: join(input.directory, 'var'),
      PORT: String(input.port),
      ...input.env,
    },
  });
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', (code) =>
      reject(new Error(`The portal ended with ${code}: see ${input.directory}/portal.log`)),
    );
  });
  await Promise.race([ended, isReady(input.port)]);
  ended.catch(() => undefined);
  return child;
}

async function isReady(at: number): Promise<void> {
  const deadline = Date.now() + 90_000;
  while (Date.now() < deadline) {
    const answer = await fetch(`http://localhost:${at}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('The portal was not ready within 90 seconds.');
}

/** Asks the server to stop and waits until it has. */
export async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  await gone;
}
