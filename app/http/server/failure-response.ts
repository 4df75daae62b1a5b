import { data, type RouterContextProvider } from 'react-router';
import { DomainFailure, RateLimited, type FailureKind } from '#app/domain/kernel/failures.ts';
import { rememberReturned, withTyped } from '../forms/typed-with-failure.ts';

/** The one map from what a use case may refuse to what a browser is told. */
const statuses: Record<FailureKind, { status: number; statusText: string }> = {
  not_found: { status: 404, statusText: 'Not Found' },
  forbidden: { status: 403, statusText: 'Forbidden' },
  conflict: { status: 409, statusText: 'Conflict' },
  invalid: { status: 422, statusText: 'Unprocessable Content' },
  rate_limited: { status: 429, statusText: 'Too Many Requests' },
};

/**
 * Prisma's codes for a database that cannot answer at the moment: not reached, timed out, connection closed, no free
 * connection, transaction not started in time, transaction lost against another. The same request may succeed shortly.
 */
const passing = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034']);

const secondsUntilRetry = 5;

/**
 * The answer to a failure, with the words for the person as plain text; null for everything that is a defect and must
 * propagate. The words of a domain failure carry no content; those of a database error are never shown.
 */
export function failureResponse(error: unknown): Response | null {
  if (error instanceof DomainFailure) {
    const headers = new Headers();
    if (error instanceof RateLimited) headers.set('Retry-After', String(error.retryAfterSeconds));
    return new Response(error.message, { ...statuses[error.kind], headers });
  }
  if (isPassing(error)) {
    return new Response('The service is busy. Try again in a few seconds', {
      status: 503,
      statusText: 'Service Unavailable',
      headers: { 'Retry-After': String(secondsUntilRetry) },
    });
  }
  return null;
}

/**
 * Wraps a loader or an action, so that the router answers a failure with its status: it knows thrown responses only. What
 * was typed into a form comes back with the failure, that of the loader which runs after the action included.
 */
export function answering<Arguments extends { context: Readonly<RouterContextProvider> }, Result>(
  handler: (args: Arguments) => Result | Promise<Result>,
): (args: Arguments) => Promise<Result> {
  return async (args) => {
    try {
      const result = await handler(args);
      rememberReturned(args.context, result);
      return result;
    } catch (error) {
      throw answerWithTyped(error, args.context) ?? failureResponse(error) ?? error;
    }
  };
}

/** The same answer, with what was typed. */
function answerWithTyped(error: unknown, context: Readonly<RouterContextProvider>) {
  const given = withTyped(error, context);
  const answer = given && failureResponse(error);
  if (!answer) return null;
  const { status, statusText, headers } = answer;
  return data(given, { status, statusText, headers });
}

function isPassing(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && passing.has(error.code)
  );
}
