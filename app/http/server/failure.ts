import { DomainFailure, RateLimited, type FailureKind } from '#app/domain/kernel/failures.ts';
import { StoreAway } from '#app/platform/files/file-store.ts';
import { isDatabaseAway } from '#app/platform/db/is-database-away.ts';

/** What a browser is told of a request that failed: `message` is the words for the person, which carry no content. */
export type Failure = {
  status: number;
  statusText: string;
  message: string;
  retryAfterSeconds: number | null;
};

/** The one map from what a use case may refuse to what a browser is told. */
const statuses: Record<FailureKind, { status: number; statusText: string }> = {
  not_found: { status: 404, statusText: 'Not Found' },
  forbidden: { status: 403, statusText: 'Forbidden' },
  conflict: { status: 409, statusText: 'Conflict' },
  invalid: { status: 422, statusText: 'Unprocessable Content' },
  rate_limited: { status: 429, statusText: 'Too Many Requests' },
};

const secondsUntilRetry = 5;
const secondsUntilStoreIsBack = 60;

/**
 * What is told of a failure; null for everything that is a defect. The words of a domain failure carry no content; those
 * of a database error are never shown.
 */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof DomainFailure)
    return {
      ...statuses[error.kind],
      message: error.message,
      retryAfterSeconds: error instanceof RateLimited ? error.retryAfterSeconds : null,
    };
  if (error instanceof StoreAway)
    return {
      status: 503,
      statusText: 'Service Unavailable',
      message: 'Files cannot be opened at the moment. Try again in a few minutes',
      retryAfterSeconds: secondsUntilStoreIsBack,
    };
  if (isDatabaseAway(error))
    return {
      status: 503,
      statusText: 'Service Unavailable',
      message: 'The service is busy. Try again in a few seconds',
      retryAfterSeconds: secondsUntilRetry,
    };
  return null;
}

/** The failure as plain text, for a route without a page. */
export function bareAnswer({ status, statusText, message, retryAfterSeconds }: Failure): Response {
  const headers = new Headers();
  if (retryAfterSeconds !== null) headers.set('Retry-After', String(retryAfterSeconds));
  return new Response(message, { status, statusText, headers });
}

/** What such an answer says, for the page that tells it instead. */
export async function failureOfAnswer(answer: Response): Promise<Failure> {
  const { status, statusText } = answer;
  const retryAfter = answer.headers.get('Retry-After');
  return {
    status,
    statusText,
    message: await answer.text(),
    retryAfterSeconds: retryAfter === null ? null : Number(retryAfter),
  };
}
