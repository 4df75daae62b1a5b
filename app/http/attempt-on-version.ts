import { data } from 'react-router';
import { Conflict } from '#app/domain/failures.ts';
import { attempt, type Attempt } from './attempt.ts';
import { refusedForm } from './form-state.ts';
import type { PostedForm } from './posted-form.ts';

/** The name of the field that carries the version of what the officer saw. */
export const versionField = 'version';

/** The version that the page was made from. A form without one was not made by the portal and counts as out of date. */
export function seenVersion(form: PostedForm): number {
  const posted = form.get(versionField);
  return /^\d{1,9}$/.test(posted) ? Number(posted) : -1;
}

/**
 * Runs a use case that refuses what has changed meanwhile. Like `attempt`, and a conflict too gives the form back with
 * everything typed, status 409: the page under it shows what is true now, and says who changed it.
 */
export async function attemptOnVersion<Value>(
  form: PostedForm,
  work: () => Promise<Value>,
): Promise<Attempt<Value>> {
  try {
    return await attempt(form, work);
  } catch (failure) {
    if (!(failure instanceof Conflict)) throw failure;
    const refused = refusedForm(form, [{ field: '', message: failure.message }]);
    return { ok: false, refused: data(refused, { status: 409 }) };
  }
}
