import { data } from 'react-router';
import { Invalid } from '#app/domain/kernel/failures.ts';
import { errorsFromInvalid, refusedForm, type FormState } from './form-state.ts';
import { rememberingTyped } from './typed-with-failure.ts';
import type { PostedForm } from './posted-form.ts';

/** Either what the use case gave, or the form to show again: everything typed kept, each error at its field, status 422. */
export type Attempt<Value> =
  { ok: true; value: Value } | { ok: false; refused: ReturnType<typeof data<FormState>> };

/**
 * Runs a use case for a posted form. Only `Invalid` comes back as a form; every other failure propagates, and its page
 * gives back what was typed. Fields in `withheld`, such as a password, are not sent back.
 */
export async function attempt<Value>(
  form: PostedForm,
  work: () => Promise<Value>,
  withheld: readonly string[] = [],
): Promise<Attempt<Value>> {
  try {
    return { ok: true, value: await rememberingTyped(form, withheld, work) };
  } catch (failure) {
    if (!(failure instanceof Invalid)) throw failure;
    return {
      ok: false,
      refused: data(refusedForm(form, errorsFromInvalid(failure), withheld), { status: 422 }),
    };
  }
}
