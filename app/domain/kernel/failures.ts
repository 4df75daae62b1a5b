/**
 * The closed set of ways in which a use case may refuse. A use case throws one of these; `app/http` maps each to a
 * status in one place. Everything else that is thrown is a defect and propagates.
 *
 * The message of a failure is written for the person at the screen: it carries no content of a submission.
 */
export type FailureKind = 'not_found' | 'forbidden' | 'conflict' | 'invalid' | 'rate_limited';

export abstract class DomainFailure extends Error {
  abstract readonly kind: FailureKind;

  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

/** There is no such thing, or the actor may not know that there is: both look the same from outside. */
export class NotFound extends DomainFailure {
  override readonly kind = 'not_found' as const;

  constructor(message = 'Page not found') {
    super(message);
  }
}

/** The actor may see the thing and may not do this with it. */
export class Forbidden extends DomainFailure {
  override readonly kind = 'forbidden' as const;

  constructor(message = 'You are not allowed to do this') {
    super(message);
  }
}

/** The thing has changed since the actor looked at it, so what they asked for no longer applies. */
export class Conflict extends DomainFailure {
  override readonly kind = 'conflict' as const;

  constructor(message = 'Somebody else has changed this since you opened it') {
    super(message);
  }
}

/** The input cannot be accepted. `fieldErrors` maps the name of a field to one sentence for that field. */
export class Invalid extends DomainFailure {
  override readonly kind = 'invalid' as const;
  readonly fieldErrors: Readonly<Record<string, string>>;

  constructor(fieldErrors: Record<string, string>, message = 'There is a problem with what you entered') {
    super(message);
    this.fieldErrors = fieldErrors;
  }
}

/** Asked too often. `retryAfterSeconds` is the whole number of seconds to wait, at least 1. */
export class RateLimited extends DomainFailure {
  override readonly kind = 'rate_limited' as const;
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number, message = 'Too many attempts. Wait and try again') {
    super(message);
    this.retryAfterSeconds = Number.isFinite(retryAfterSeconds)
      ? Math.max(1, Math.ceil(retryAfterSeconds))
      : 60;
  }
}
