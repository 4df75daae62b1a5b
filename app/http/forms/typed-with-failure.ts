import { DomainFailure } from '#app/domain/kernel/failures.ts';
import type { FormState } from './form-state.ts';
import type { PostedForm } from './posted-form.ts';

const typedBefore = new WeakMap<Error, FormState['values']>();

/**
 * Runs a use case for a posted form. Where it fails, the failure goes on as it is, and `typedWith` knows what was typed
 * when it is answered. Fields in `withheld`, such as a password, are never given back.
 */
export async function rememberingTyped<Value>(
  form: PostedForm,
  withheld: readonly string[],
  work: () => Promise<Value>,
): Promise<Value> {
  try {
    return await work();
  } catch (failure) {
    if (failure instanceof DomainFailure)
      typedBefore.set(
        failure,
        Object.fromEntries(Object.entries(form.toRecord()).filter(([name]) => !withheld.includes(name))),
      );
    throw failure;
  }
}

/** What was typed into the form that failed with this. */
export const typedWith = (failure: unknown): FormState['values'] | null =>
  failure instanceof Error ? (typedBefore.get(failure) ?? null) : null;
