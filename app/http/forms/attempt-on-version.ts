import { data } from 'react-router';
import { Conflict } from '#app/domain/kernel/failures.ts';
import { Stale } from '#app/domain/submission/stale.ts';
import type { HistoryLine } from '#app/domain/submission/submission-parts.server.ts';
import { attempt } from './attempt.ts';
import { formState, refusedForm, type FormState } from './form-state.ts';
import type { PostedForm } from './posted-form.ts';

/** The name of the field that carries the version of what the officer saw. */
export const versionField = 'expectedVersion';

/** The version that the page was made from. A form without one was not made by the portal and counts as out of date. */
export function seenVersion(form: PostedForm): number {
  const posted = form.get(versionField);
  return /^\d{1,9}$/.test(posted) ? Number(posted) : -1;
}

/** What was changed by others while the form was open, newest first. */
export type Collision = { changes: readonly HistoryLine[] };

/** A form that comes back; with `collision` its page shows what was typed beside what now stands. */
export type VersionedForm = FormState & { collision: Collision | null };

/** The form before anything was posted. */
export const versionedForm = (values: FormState['values'] = {}): VersionedForm => ({
  ...formState(values),
  collision: null,
});

export type VersionAttempt<Value> =
  { ok: true; value: Value } | { ok: false; refused: ReturnType<typeof data<VersionedForm>> };

/**
 * Runs a use case that refuses what has changed meanwhile. Like `attempt`, and a conflict too gives the form back with
 * everything typed, status 409: the page under it shows what is true now, and says who changed it. Where the actor may no
 * longer open the page at all, the page of the failure gives back what was typed.
 */
export async function attemptOnVersion<Value>(
  form: PostedForm,
  work: () => Promise<Value>,
): Promise<VersionAttempt<Value>> {
  try {
    const done = await attempt(form, work);
    if (done.ok) return done;
    return { ok: false, refused: data({ ...done.refused.data, collision: null }, { status: 422 }) };
  } catch (failure) {
    if (!(failure instanceof Conflict)) throw failure;
    const state = refusedForm(form, [{ field: '', message: failure.message }]);
    const collision = failure instanceof Stale ? { changes: failure.changes } : null;
    return { ok: false, refused: data({ ...state, collision }, { status: 409 }) };
  }
}
