import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flakyIn, type JourneyReport } from './journey-report.ts';

/**
 * `npm test`: everything that must hold, in the order in which a failure is cheapest, then how long each part took, and
 * one line at the end that counts. Brings its own set-up: the database client, the build and, on Debian, a Chromium
 * where there is none. With TEST_DATABASE_URL set, use cases are tried on PGlite and on that PostgreSQL server, as that
 * is where the two differ, and the handler on the server alone.
 */
const reports = mkdtempSync(join(tmpdir(), 'portal-reports-'));
const counts = { passed: 0, failed: 0 };
const times: { name: string; seconds: number }[] = [];
const server = process.env.TEST_DATABASE_URL;

step('generate the database client', ['npm', 'run', '-s', 'generate']);
step('types', ['npm', 'run', '-s', 'types']);
step('lint', ['npm', 'run', '-s', 'lint']);
step('unused code', ['npm', 'run', '-s', 'knip']);
vitest('unit');
if (!step('build', ['npm', 'run', '-s', 'build'])) end();
const rawQueries = join(reports, 'raw-queries');
mkdirSync(rawQueries);
vitest('domain', { TEST_DATABASE_URL: '', RAW_QUERIES: rawQueries });
step('raw queries', ['npx', 'tsx', 'tests/raw-queries/run.ts', rawQueries]);
if (server) vitest('domain', { TEST_DATABASE_URL: server }, 'domain on PostgreSQL');
vitest('integration');
playwright();

end();

/** Prints the count and ends: also where the portal does not build, as every later suite would run an old one or none. */
function end(): never {
  rmSync(reports, { recursive: true, force: true });
  console.log('\n== seconds');
  for (const { name, seconds } of times) console.log(`${seconds.toFixed(0).padStart(5)}  ${name}`);
  console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
  process.exit(counts.failed === 0 ? 0 : 1);
}

/** Runs a part with its output here, under a heading, and notes how long it took. */
function run(
  name: string,
  [command = '', ...args]: string[],
  env: Record<string, string> = {},
): number | null {
  console.log(`\n== ${name}`);
  const started = performance.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  times.push({ name, seconds: (performance.now() - started) / 1000 });
  return status;
}

/** A step that counts as one test. */
function step(name: string, command: string[]): boolean {
  const status = run(name, command);
  counts[status === 0 ? 'passed' : 'failed'] += 1;
  return status === 0;
}

function vitest(project: string, env: Record<string, string> = {}, name = project): void {
  const file = join(reports, `${name.replaceAll(' ', '-')}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${file}`];
  const status = run(name, ['npx', 'vitest', 'run', '--project', project, ...reporters], env);
  const report = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number })
    : null;
  add(report?.numPassedTests ?? 0, report?.numFailedTests ?? 0, status);
}

function playwright(): void {
  const file = join(reports, 'end-to-end.json');
  const status = run('end to end', ['npx', 'playwright', 'test'], {
    CHROMIUM: chromium(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    NODE_ENV: 'test',
  });
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as JourneyReport) : null;
  const flaky = report ? flakyIn(report) : [];
  for (const name of flaky) console.log(`flaky: ${name}`);
  // Each is a fault to be found; so many at once are no accident.
  const failed = flaky.length >= 3 ? flaky.length : 0;
  const { expected = 0, unexpected = 0 } = report?.stats ?? {};
  add(expected + flaky.length - failed, unexpected + failed, status);
}

/** A suite that ended badly without a failed test (it did not start, it crashed) is one failure. */
function add(passed: number, failed: number, status: number | null): void {
  counts.passed += passed;
  counts.failed += failed > 0 || status === 0 ? failed : 1;
}

/** Playwright's own browser where it was downloaded, else Debian's, installed when we may. */
function chromium(): string {
  const candidates = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const found = candidates.find((path) => path && existsSync(path));
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return '/usr/bin/chromium';
  }
  return '';
}
