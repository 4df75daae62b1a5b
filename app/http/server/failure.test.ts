import { describe, expect, test } from 'vitest';
import { Conflict, Forbidden, Invalid, NotFound, RateLimited } from '#app/domain/kernel/failures.ts';
import { bareAnswer, failureOf } from '#app/http/server/failure.ts';
import { StoreAway } from '#app/platform/files/file-store.ts';

const withCode = (code: string) => Object.assign(new Error('SELECT secret FROM source_record'), { code });

const failureResponse = (error: unknown) => {
  const failure = failureOf(error);
  return failure && bareAnswer(failure);
};

describe('a failure', () => {
  test.each([
    [new NotFound(), 404],
    [new Forbidden(), 403],
    [new Conflict('Another officer has claimed this'), 409],
    [new Invalid({ place: 'Enter a place' }), 422],
    [new RateLimited(30), 429],
  ])('%s is %i and tells the person', async (failure, status) => {
    const response = failureResponse(failure);
    expect(response?.status).toBe(status);
    expect(await response?.text()).toBe(failure.message);
  });

  test('a store of files that is away is 503, and says nothing of where it is', async () => {
    const away = new StoreAway('The file store does not answer', { cause: withCode('ECONNREFUSED') });
    const response = failureResponse(away);
    expect([response?.status, response?.headers.get('retry-after')]).toEqual([503, '60']);
    expect(await response?.text()).toBe('Files cannot be opened at the moment. Try again in a few minutes');
  });

  test('a limit says when to come back, other failures do not', () => {
    expect(failureResponse(new RateLimited(29.2))?.headers.get('retry-after')).toBe('30');
    expect(failureResponse(new Conflict())?.headers.has('retry-after')).toBe(false);
  });

  test.each(['P1001', 'P2024', 'P2028', 'P2034'])(
    'a database that is busy (%s) is 503 and shows nothing of it',
    async (code) => {
      const response = failureResponse(withCode(code));
      expect(response?.status).toBe(503);
      expect(response?.headers.get('retry-after')).toBe('5');
      expect(await response?.text()).not.toContain('SELECT');
    },
  );

  test.each([
    withCode('P2002'),
    withCode('ENOENT'),
    new TypeError('x'),
    'text',
    null,
    undefined,
    { code: 'P2028' },
  ])('a defect is not answered: %s', (defect) => {
    expect(failureResponse(defect)).toBeNull();
  });
});
