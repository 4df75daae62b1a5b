import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * `npm test`: everything that must hold, in the order in which a failure is cheapest, and one line at the end that
 * counts. Brings its own set-up: the database client, the build and, on Debian, a Chromium where there is none.
 * With TEST_DATABASE_URL set, the suites that use a database run on that PostgreSQL server as well as on PGlite.
 */
const reports = mkdtempSync(join(tmpdir(), 'portal-reports-'));
const counts = { passed: 0, failed: 0 };
const server = process.env.TEST_DATABASE_URL;

step('generate the database client', ['npm', 'run', '-s', 'generate']);
step('schema holds against the migrations', ['npm', 'run', '-s', 'schema', '--', '--check']);
step('types', ['npm', 'run', '-s', 'types']);
step('lint', ['npm', 'run', '-s', 'lint']);
step('unused code', ['npm', 'run', '-s', 'knip']);
vitest('unit');
if (!step('build', ['npm', 'run', '-s', 'build'])) end();
vitest('domain', { TEST_DATABASE_URL: '' });
if (server) vitest('domain', { TEST_DATABASE_URL: server }, 'domain on PostgreSQL');
vitest('integration', { TEST_DATABASE_URL: '' });
if (server) vitest('integration', { TEST_DATABASE_URL: server }, 'integration on PostgreSQL');
playwright();

end();

/** Prints the count and ends: also where the portal does not build, as every later suite would run an old one or none. */
function end(): never {
  rmSync(reports, { recursive: true, force: true });
  console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
  process.exit(counts.failed === 0 ? 0 : 1);
}

/** A step that counts as one test. */
function step(name: string, [command = '', ...args]: string[]): boolean {
  heading(name);
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  counts[status === 0 ? 'passed' : 'failed'] += 1;
  return status === 0;
}

function vitest(project: string, env: Record<string, string> = {}, name = project): void {
  heading(name);
  const file = join(reports, `${name.replaceAll(' ', '-')}.json`);
  const { status } = spawnSync(
    'npx',
    ['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile=${file}`],
    {
      stdio: 'inherit',
      env: { ...process.env, ...env },
    },
  );
  const report = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number })
    : null;
  add(report?.numPassedTests ?? 0, report?.numFailedTests ?? 0, status);
}

function playwright(): void {
  heading('end to end');
  const file = join(reports, 'end-to-end.json');
  const { status } = spawnSync('npx', ['playwright', 'test'], {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM: chromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: file, NODE_ENV: 'test' },
  });
  const report = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as {
        stats: { expected: number; unexpected: number; flaky: number };
      })
    : null;
  add(report?.stats.expected ?? 0, (report?.stats.unexpected ?? 0) + (report?.stats.flaky ?? 0), status);
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

function heading(name: string): void {
  console.log(`\n== ${name}`);
}
