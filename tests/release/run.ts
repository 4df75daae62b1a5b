import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * `npm run release`: does what docs/operations/deploy/Containerfile does, into empty folders, from the last commit; then
 * starts what came of it in the demonstration, asks for pages, stops it and counts what it holds, on the Node that this runs on.
 */
const root = mkdtempSync(join(tmpdir(), 'portal-release-'));
const built = join(root, 'build-stage');
const final = join(root, 'final-stage');
for (const folder of [built, final]) mkdirSync(folder);

const steps = readFileSync('docs/operations/deploy/Containerfile', 'utf8').split('\n');
const shell = (command: string, cwd: string) =>
  execFileSync('sh', ['-c', command], { cwd, stdio: 'inherit' });

try {
  shell(`git archive HEAD | tar -x -C ${built}`, '.');
  const buildStage = steps.slice(0, steps.lastIndexOf('FROM node:24-slim'));
  for (const line of buildStage)
    if (line.startsWith('RUN ')) await timed(line, () => shell(line.slice(4), built));
  for (const line of steps) {
    const [, from = '', to = ''] = /^COPY --from=build \/portal\/(\S+) (\S+)$/.exec(line) ?? [];
    if (from) cpSync(join(built, from), join(final, to), { recursive: true, verbatimSymlinks: true });
  }
  shell('du -sh node_modules .', final);
  rmSync(built, { recursive: true });
  await timed('start, ask, stop', () => tryOut(final));
  console.log('The release starts, answers and stops.');
} finally {
  rmSync(root, { recursive: true, force: true });
}

async function timed(what: string, work: () => unknown): Promise<void> {
  const began = performance.now();
  await work();
  console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${what}`);
}

async function tryOut(folder: string): Promise<void> {
  const port = 4431;
  const address = `http://localhost:${port}`;
  const env = {
    PATH: process.env.PATH,
    PORTAL_MODE: 'demonstration',
    PORT: String(port),
    DATA_DIRECTORY: join(root, 'data'),
  };
  const child = spawn('app/start', { cwd: folder, env, stdio: 'inherit' });
  const ended = once(child, 'exit');
  for (let left = 180; !(await answers(`${address}/health/ready`)); left -= 1) {
    if (left === 0 || child.exitCode !== null) throw new Error('It did not become ready');
    await pause(1000);
  }
  for (const path of ['/sign-in', '/enhance/portal.js', '/health/live'])
    if (!(await answers(`${address}${path}`))) throw new Error(`${path} was not answered`);
  child.kill('SIGTERM');
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`It ended with ${code}`);
  execFileSync('npx', ['--no-install', 'tsx', 'app/admin.ts', 'verify-restore'], {
    cwd: folder,
    env,
    stdio: 'inherit',
  });
}

async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    (answer) => answer.ok,
    () => false,
  );
}
