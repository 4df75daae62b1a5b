import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { eicar } from '#app/platform/scanner/eicar.ts';

const program = '/usr/sbin/clamd';

/** Debian's clamav-daemon is installed; .ci/run installs it. Without it the tests of a real scanner are skipped. */
export const hasClamd = existsSync(program);

export type Clamd = { path: string; stop: () => Promise<void> };

/**
 * A real clamd whose database knows one file, on a Unix socket in a directory of its own. It takes streams of up to
 * 26 MB and calls what it can't look into encrypted, as .env.example advises.
 */
export async function startClamd(): Promise<Clamd> {
  const directory = mkdtempSync(join(tmpdir(), 'clamd-'));
  const path = join(directory, 'socket');
  mkdirSync(join(directory, 'database'));
  writeFileSync(
    join(directory, 'database', 'known.hdb'),
    `${createHash('md5').update(eicar).digest('hex')}:${eicar.length}:Eicar-Test-Signature\n`,
  );
  const settings = [
    `DatabaseDirectory ${join(directory, 'database')}`,
    `TemporaryDirectory ${directory}`,
    `LocalSocket ${path}`,
    'Foreground yes',
    'StreamMaxLength 26M',
    'AlertEncrypted yes',
    'AlertExceedsMax yes',
    'MaxThreads 2',
  ];
  writeFileSync(join(directory, 'clamd.conf'), `${settings.join('\n')}\n`);
  const child = spawn(program, ['-c', join(directory, 'clamd.conf')], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  await Promise.race([
    untilItAnswers(path, child),
    ended.then(([code]) => {
      throw new Error(`clamd ended with ${String(code)} before it listened`);
    }),
  ]);
  return {
    path,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Its socket is there a moment before it listens. */
async function untilItAnswers(path: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && !(await answersPing(path))) await setTimeout(20);
}

function answersPing(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => socket.write('zPING\0'));
    socket.on('data', (answer: Buffer) => resolve(answer.toString().startsWith('PONG')));
    socket.on('error', () => resolve(false));
    socket.on('close', () => resolve(false));
  });
}
