/** What of Playwright's JSON report the run reads: suites in suites, each test with its outcome over all tries. */
export type JourneyReport = {
  stats: { expected: number; unexpected: number };
  suites: readonly JourneySuite[];
};

type JourneySuite = {
  suites?: readonly JourneySuite[];
  specs: readonly {
    title: string;
    file: string;
    tests: readonly { status: 'expected' | 'unexpected' | 'flaky' | 'skipped' }[];
  }[];
};

/** The journeys that failed at first and passed at the second try: "danger.spec.ts: what is urgent". */
export function flakyIn({ suites }: { suites: readonly JourneySuite[] }): string[] {
  return suites.flatMap((suite) => [
    ...suite.specs.flatMap(({ title, file, tests }) =>
      tests.flatMap(({ status }) => (status === 'flaky' ? [`${file}: ${title}`] : [])),
    ),
    ...flakyIn({ suites: suite.suites ?? [] }),
  ]);
}
