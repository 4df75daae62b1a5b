import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { failedFiles, failedJourneys, failedTests, flakyJourneys, passedTests } from './reports.ts';

const spec = (title: string, status: 'expected' | 'flaky' | 'unexpected', message?: string) => ({
  title,
  file: 'a.spec.ts',
  tests: [{ status, results: message ? [{ error: { message } }] : [{}] }],
});

it('names each journey that passed at its second try, however deep its suite lies', () => {
  const inner = { specs: [spec('late', 'flaky'), spec('broken', 'unexpected')] };
  expect(flakyJourneys({ suites: [{ specs: [spec('well', 'expected')], suites: [inner] }] })).toEqual([
    'a.spec.ts: late',
  ]);
});

it('names each journey that failed, with the first line of why', () => {
  const inner = {
    specs: [
      spec('late', 'flaky', 'slow'),
      spec('broken', 'unexpected', '\x1b[31mError: no alert\x1b[39m\n  at'),
    ],
  };
  expect(failedJourneys({ suites: [{ specs: [], suites: [inner] }] })).toEqual([
    'a.spec.ts: broken: Error: no alert',
  ]);
});

it('names each test and file that failed or could not be read, with the first line of why, and counts what passed', () => {
  const file = (name: string, status: 'passed' | 'failed', message = '') => ({
    name: resolve(name),
    status,
    message,
    assertionResults: [] as { fullName: string; status: string; failureMessages: string[] }[],
  });
  const testResults = [
    {
      ...file('app/a.test.ts', 'failed'),
      assertionResults: [
        { fullName: 'sums adds two', status: 'failed', failureMessages: ['expected 3 to be 2\n  at'] },
        { fullName: 'sums adds none', status: 'passed', failureMessages: [] },
      ],
    },
    file('app/b.test.ts', 'failed', 'Cannot find module c\n  at'),
    file('app/d.test.ts', 'passed'),
  ];
  expect(failedTests({ testResults })).toEqual([
    'app/a.test.ts: sums adds two: expected 3 to be 2',
    'app/b.test.ts: Cannot find module c',
  ]);
  expect(failedFiles({ testResults })).toEqual(['app/a.test.ts', 'app/b.test.ts']);
  expect(passedTests({ testResults })).toBe(1);
});
