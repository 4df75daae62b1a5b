import { expect, it } from 'vitest';
import { flakyIn } from './journey-report.ts';

const spec = (title: string, status: 'expected' | 'flaky' | 'unexpected') => ({
  title,
  file: 'a.spec.ts',
  tests: [{ status }],
});

it('names each journey that passed at its second try, however deep its suite lies', () => {
  const inner = { specs: [spec('late', 'flaky'), spec('broken', 'unexpected')] };
  expect(flakyIn({ suites: [{ specs: [spec('well', 'expected')], suites: [inner] }] })).toEqual([
    'a.spec.ts: late',
  ]);
});
