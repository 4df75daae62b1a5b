import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  failedFiles,
  failedJourneys,
  failedTests,
  flakyJourneys,
  type JourneyReport,
  passedTests,
  type VitestReport,
} from './reports.ts';

/**
 * `npm test`: everything that must hold, then what failed, how long each part took, and one line at the end that counts.
 * Brings its own set-up: the database client, the build and, on Debian, a Chromium where there is none. With
 * TEST_DATABASE_URL set, use cases are tried on that PostgreSQL server, and all that goes through the handler or the
 * browser stays on PGlite, so that nearly every use case runs on both (docs/decisions/0046-what-is-asserted-where.md).
 *
 * Each suite runs in one worker, on a server in two, and four parts at a time keep two cores busy: the journeys wait much,
 * and so does whoever asks a server. What a part writes is shown whole when it ends.
 */
type Part = {
  name: string;
  command: readonly string[];
  env?: Record<string, string>;
  /** The parts that must have passed before. Where one did not, this one would only repeat its failure. */
  after?: readonly string[];
  /** What the part's report says; a part without one is one test. */
  read?: () => Outcome;
  /** The part with only the files that failed, its outcome that of the whole. */
  again?: () => Part;
};

/** How many tests passed, and each that failed as "file: test: first line of why". */
type Outcome = { passed: number; failures: string[] };

const reports = mkdtempSync(join(tmpdir(), 'portal-reports-'));
const rawQueries = join(reports, 'raw-queries');
mkdirSync(rawQueries);
/** Shapes of pages whose HTML one of the parts has validated (tests/factories/page-invariants.ts). */
const seenShapes = join(reports, 'seen-shapes');
mkdirSync(seenShapes);
/**
 * The workers keep what they have loaded, so that little of what a test makes lasts: with more room for what is new,
 * tidying up takes a third of the time.
 */
const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=64`.trim();
const server = process.env.TEST_DATABASE_URL ?? '';

const generated: Part[] = [
  { name: 'generate the database client', command: ['npm', 'run', '-s', 'generate'] },
  { name: 'generate the types of routes', command: ['npm', 'run', '-s', 'types'] },
];
const images = join(reports, 'images');
mkdirSync(images);
/** The embedded databases that tests start from (tests/factories/prepared-images.ts). */
const prepared: Part = {
  name: 'prepare the embedded databases',
  command: ['npx', 'tsx', 'tests/prepare-images.ts', images],
};
const onServer = { TEST_DATABASE_URL: server };
const noted = { RAW_QUERIES: rawQueries };
/** Four at a time, the long ones early, so that a short one is the last. Two workers on a server wait for it in turn. */
const parts: Part[] = [
  prepared,
  { name: 'build', command: ['npm', 'run', '-s', 'bundle'] },
  // What needs no build goes on beside it.
  { name: 'lint and types', command: ['npm', 'run', '-s', 'lint'] },
  server
    ? { ...vitest('domain', { env: { ...noted, ...onServer, TEST_WORKERS: '2' } }), after: ['build'] }
    : { ...vitest('domain', { env: noted }), after: [prepared.name] },
  playwright(),
  {
    // With a server the canary is on it, among the use cases (vitest.config.ts).
    ...vitest('integration', {
      paths: ['tests/integration', ...(server ? ['--exclude=tests/integration/canary.test.ts'] : [])],
    }),
    after: ['build', prepared.name],
  },
  {
    ...vitest('integration', { name: 'authorisation', paths: ['tests/authorisation'] }),
    after: ['build', prepared.name],
  },
  vitest('unit'),
  { name: 'unused code', command: ['npm', 'run', '-s', 'knip'] },
];
const rawQueriesPart: Part = {
  name: 'raw queries',
  command: ['npx', 'tsx', 'tests/raw-queries/run.ts', rawQueries],
  after: ['domain'],
};

/**
 * When the machine last went on after it had stood still, as a virtual one does for minutes while it is copied or moved:
 * whatever ran then is out of time, without a fault.
 */
let wentOn = 0;
let lookedAt = performance.now();
setInterval(() => {
  const now = performance.now();
  if (now - lookedAt > 15_000) wentOn = now;
  lookedAt = now;
}, 1000).unref();

let passed = 0;
const failures: string[] = [];
const times: { name: string; seconds: number }[] = [];
const began = performance.now();
const outcomes = new Map<string, Promise<boolean>>();

for (const part of generated) await start(part);
const waiting = [...parts];
await Promise.all([lane(), lane(), lane(), lane()]);
await start(rawQueriesPart);

rmSync(reports, { recursive: true, force: true });
if (failures.length > 0) console.log(`\n== failed\n${failures.join('\n')}`);
console.log('\n== seconds');
for (const { name, seconds } of times) console.log(line(seconds, name));
console.log(line((performance.now() - began) / 1000, 'in all'));
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);

function line(seconds: number, name: string): string {
  return `${seconds.toFixed(0).padStart(5)}  ${name}`;
}

/** Takes one part after the other until none waits. */
async function lane(): Promise<void> {
  for (let part = waiting.shift(); part; part = waiting.shift()) await start(part);
}

/** Runs a part, or waits for its turn. A part stands after those that it needs, so two lanes never wait for each other. */
function start(part: Part): Promise<boolean> {
  const outcome = run(part);
  outcomes.set(part.name, outcome);
  return outcome;
}

async function run(part: Part): Promise<boolean> {
  const { name, after = [], again } = part;
  const before = await Promise.all(after.map((needed) => outcomes.get(needed) ?? Promise.resolve(false)));
  if (before.includes(false)) {
    console.log(`\n== ${name}: not tried, as what it needs has failed`);
    return false;
  }
  const started = performance.now();
  let outcome = await outcomeOf(part);
  if (outcome.failures.length > 0 && wentOn > started && again) {
    console.log(`\n== ${name}: the machine stood still meanwhile, so what failed is tried once more`);
    outcome = await outcomeOf(again());
  }
  times.push({ name, seconds: (performance.now() - started) / 1000 });
  passed += outcome.passed;
  failures.push(...outcome.failures.map((failure) => `${name}: ${failure}`));
  return outcome.failures.length === 0;
}

async function outcomeOf({ name, command, env = {}, read }: Part): Promise<Outcome> {
  const { status, output } = await outputOf(command, env);
  console.log(`\n== ${name}\n${output}`);
  const outcome = read?.() ?? { passed: status === 0 ? 1 : 0, failures: [] };
  // A part that ended badly without a failed test (a suite that did not start or crashed) is one failure.
  if (status !== 0 && outcome.failures.length === 0) outcome.failures.push(`ended with ${status}`);
  return outcome;
}

function outputOf(
  [command = '', ...args]: readonly string[],
  env: Record<string, string>,
): Promise<{ status: number | null; output: string }> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      TEST_DATABASE_URL: '',
      TEST_WORKERS: '1',
      SEEN_SHAPES: seenShapes,
      TEST_IMAGES: images,
      NODE_OPTIONS: nodeOptions,
      ...env,
    },
  });
  const written: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      written.push(part);
    });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ status, output: Buffer.concat(written).toString('utf8').trim() });
    });
  });
}

function vitest(
  project: string,
  {
    name = project,
    paths = [],
    env = {},
  }: { name?: string; paths?: string[]; env?: Record<string, string> } = {},
): Part {
  const file = join(reports, `${name.replaceAll(' ', '-')}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${file}`];
  const report = () => reportIn(file) as VitestReport | null;
  return {
    name,
    command: ['npx', 'vitest', 'run', '--project', project, ...paths, ...reporters],
    env,
    read: () => outcomeIn(report()),
    again: () => {
      const first = report();
      const failed = first ? failedFiles(first) : [];
      // One that ended badly without a failed file is tried whole.
      if (!first || failed.length === 0) return vitest(project, { name, paths, env });
      const rest = { testResults: first.testResults.filter(({ status }) => status === 'passed') };
      const once = vitest(project, { name, paths: failed, env });
      return {
        ...once,
        read: () => {
          const outcome = outcomeIn(report());
          return { ...outcome, passed: passedTests(rest) + outcome.passed };
        },
      };
    },
  };
}

function outcomeIn(report: VitestReport | null): Outcome {
  return report
    ? { passed: passedTests(report), failures: failedTests(report) }
    : { passed: 0, failures: [] };
}

function playwright(): Part {
  const file = join(reports, 'end-to-end.json');
  return {
    name: 'end to end',
    command: ['npx', 'playwright', 'test'],
    env: { CHROMIUM: chromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: file, NODE_ENV: 'test' },
    after: ['build'],
    read: () => {
      const report = reportIn(file) as JourneyReport | null;
      if (!report) return { passed: 0, failures: [] };
      const flaky = flakyJourneys(report).map((name) => `flaky: ${name}`);
      for (const line of flaky) console.log(line);
      const failed = failedJourneys(report);
      // Each that is flaky is a fault to be found; so many at once are no accident.
      return flaky.length >= 3
        ? { passed: report.stats.expected, failures: [...failed, ...flaky] }
        : { passed: report.stats.expected + flaky.length, failures: failed };
    },
  };
}

/** The JSON report of a suite, where it came far enough to write one. */
function reportIn(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/**
 * The browser that is named, else Debian's: the one without a window first, as it takes a quarter less of the journeys'
 * computing. Where there is none it is installed when we may, else Playwright's own is tried.
 */
function chromium(): string {
  const candidates = [
    process.env.CHROMIUM,
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const found = candidates.find((path) => path && existsSync(path));
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium-headless-shell'], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return '/usr/bin/chromium-headless-shell';
  }
  return '';
}
