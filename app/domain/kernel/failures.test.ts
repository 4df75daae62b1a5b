import { expect, test } from 'vitest';
import { Conflict, DomainFailure, Forbidden, Invalid, NotFound, RateLimited } from './failures.ts';

test.each([
  [new NotFound(), 'NotFound', 'not_found'],
  [new Forbidden(), 'Forbidden', 'forbidden'],
  [new Conflict(), 'Conflict', 'conflict'],
  [new Invalid({ place: 'Enter a place' }), 'Invalid', 'invalid'],
  [new RateLimited(30), 'RateLimited', 'rate_limited'],
])('%s is a domain failure of its own kind with words for the person', (failure, name, kind) => {
  expect(failure).toBeInstanceOf(DomainFailure);
  expect(failure.name).toBe(name);
  expect(failure.kind).toBe(kind);
  expect(failure.message).not.toBe('');
});

test.each([
  [0.2, 1],
  [-5, 1],
  [12.1, 13],
  [Number.NaN, 60],
  [Number.POSITIVE_INFINITY, 60],
])('waiting %d seconds is told as %d whole seconds', (asked, told) => {
  expect(new RateLimited(asked).retryAfterSeconds).toBe(told);
});
