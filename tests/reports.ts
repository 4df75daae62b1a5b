import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** What of Vitest's JSON report the run reads. `name` is the absolute path of a file, `message` why it could not be read. */
export type VitestReport = {
  testResults: readonly {
    name: string;
    status: 'passed' | 'failed';
    message: string;
    assertionResults: readonly { fullName: string; status: string; failureMessages?: readonly string[] }[];
  }[];
};

/** What of Playwright's JSON report the run reads: suites in suites, each test with its outcome over all tries. */
export type JourneyReport = {
  stats: { expected: number };
  suites: readonly JourneySuite[];
};

type JourneySuite = {
  suites?: readonly JourneySuite[];
  specs: readonly {
    title: string;
    file: string;
    tests: readonly {
      status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      results: readonly { error?: { message?: string } }[];
    }[];
  }[];
};

/** How many tests passed. */
export function passedTests({ testResults }: VitestReport): number {
  return testResults.flatMap((file) => file.assertionResults).filter(({ status }) => status === 'passed')
    .length;
}

/** The files in which a test failed or that could not be read: "app/a.test.ts". */
export function failedFiles({ testResults }: VitestReport): string[] {
  return testResults.filter(({ status }) => status === 'failed').map(({ name }) => relative('', name));
}

/** The tests that failed, and the files that could not be read: "app/a.test.ts: adds two: expected 3 to be 2". */
export function failedTests({ testResults }: VitestReport): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative('', name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [`${file}: ${firstLine(message)}`];
    return failed.map(
      ({ fullName, failureMessages = [] }) => `${file}: ${fullName}: ${firstLine(failureMessages[0])}`,
    );
  });
}

/** The journeys that failed at every try: "danger.spec.ts: what is urgent: Error: no alert". */
export function failedJourneys(report: Pick<JourneyReport, 'suites'>): string[] {
  return journeys(report, 'unexpected').map(({ name, message }) => `${name}: ${message}`);
}

/** The journeys that failed at first and passed at the second try: "danger.spec.ts: what is urgent". */
export function flakyJourneys(report: Pick<JourneyReport, 'suites'>): string[] {
  return journeys(report, 'flaky').map(({ name }) => name);
}

function journeys(
  { suites }: { suites: readonly JourneySuite[] },
  outcome: 'unexpected' | 'flaky',
): { name: string; message: string }[] {
  return suites.flatMap(({ specs, suites: inner = [] }) => [
    ...specs.flatMap(({ title, file, tests }) =>
      tests
        .filter(({ status }) => status === outcome)
        .map(({ results }) => ({
          name: `${file}: ${title}`,
          message: firstLine(results.find(({ error }) => error)?.error?.message),
        })),
    ),
    ...journeys({ suites: inner }, outcome),
  ]);
}

function firstLine(message = ''): string {
  return stripVTControlCharacters(message).trim().split('\n', 1).join('');
}
