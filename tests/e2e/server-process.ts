import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { addressAt, ports } from './ports.ts';

export type PortalProcess = {
  child: ChildProcess;
  /** Ends the way an operator ends it, and waits for it. */
  stop: () => Promise<void>;
  /** Ends at once, with nothing tidied up. */
  kill: () => Promise<void>;
};

/** The file that holds what the server wrote. */
export const logFile = (directory: string): string => join(directory, 'server.log');

/** For the journeys: the embedded database is compiled as it is asked, and not once more to be quicker, which does not pay in minutes. */
const briefly = ['--liftoff-only', '--wasm-lazy-compilation'];

/** The same of what this process compiles from now on. */
export function compileBriefly(): void {
  for (const flag of briefly) setFlagsFromString(flag);
}

/** Starts the built server in the demonstration and waits until it is ready. Its data and its log are in the directory. */
export async function startPortalProcess(
  directory: string,
  port: number,
  settings: Record<string, string> = {},
  flags: readonly string[] = briefly,
): Promise<PortalProcess> {
  const log = openSync(logFile(directory), 'a');
  const child = spawn(process.execPath, [...flags, 'build/server/index.js'], {
    stdio: ['ignore', log, log],
    env: {
      PATH: process.env.PATH,
      TZ: 'Europe/London',
      NODE_ENV: 'production',
      PORTAL_MODE: 'demonstration',
      PORT: String(port),
      PORTAL_URL: addressAt(port),
      DATA_DIRECTORY: join(directory, 'data'),
      ALERT_URL: addressAt(ports.alerts),
      ...settings,
    },
  });
  const ended = once(child, 'exit');
  await Promise.race([
    untilReady(port),
    ended.then(() => Promise.reject(new Error(`The portal did not start: see ${logFile(directory)}`))),
  ]);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  return { child, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

async function untilReady(port: number): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(`${addressAt(port)}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    if (tries > 1200) throw new Error('The portal was not ready after two minutes');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
