import { createContext, type RouterContextProvider } from 'react-router';
import { DomainFailure } from '#app/domain/kernel/failures.ts';
import type { FormState } from './form-state.ts';
import type { PostedForm } from './posted-form.ts';

/** What the page of a failure shows: the words of the failure, and what was typed, so that it is not lost. */
export type FailureWithTyped = { message: string; typed: string[] };

export const isWithTyped = (given: unknown): given is FailureWithTyped =>
  typeof given === 'object' && given !== null && 'typed' in given && 'message' in given;

const typedBefore = new WeakMap<DomainFailure, string[]>();

/**
 * Runs a use case for a posted form. Where it fails, the failure goes on as it is, and `withTyped` knows what was typed
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
    if (failure instanceof DomainFailure) typedBefore.set(failure, writtenIn(form, withheld));
    throw failure;
  }
}

/** The form that an action gave back, for the case that its page cannot be shown any more. */
const returnedForm = createContext<FormState | null>(null);

/** Keeps a form that an action gives back: the loader of its page runs after it, and may refuse. */
export function rememberReturned(context: Readonly<RouterContextProvider>, result: unknown): void {
  if (isReturnedForm(result)) context.set(returnedForm, result.data);
}

/** What the page of this failure shows; null where nothing was typed. */
export function withTyped(
  failure: unknown,
  context: Readonly<RouterContextProvider>,
): FailureWithTyped | null {
  if (!(failure instanceof DomainFailure)) return null;
  const typed = typedBefore.get(failure) ?? written(context.get(returnedForm)?.values ?? {});
  return typed.length > 0 ? { message: failure.message, typed } : null;
}

function isReturnedForm(result: unknown): result is { data: FormState } {
  if (typeof result !== 'object' || result === null || !('type' in result) || !('data' in result))
    return false;
  const { type, data } = result;
  return (
    type === 'DataWithResponseInit' &&
    typeof data === 'object' &&
    data !== null &&
    'values' in data &&
    'errors' in data
  );
}

function writtenIn(form: PostedForm, withheld: readonly string[]): string[] {
  const given = Object.entries(form.toRecord()).filter(([name]) => !withheld.includes(name));
  return written(Object.fromEntries(given));
}

const written = (values: FormState['values']): string[] =>
  wordsAmong(
    Object.entries(values).flatMap(([name, given]) =>
      [given].flat().map((value): [string, string] => [name, value]),
    ),
  );

/** What somebody wrote among posted values. Codes, ids, numbers and addresses say nothing by themselves: words have a space or a stop. */
export function wordsAmong(pairs: readonly (readonly [string, string])[]): string[] {
  return pairs
    .map(([, value]) => value.trim())
    .filter((value) => /[^\w-]/.test(value) && !/^\S+@\S+$/.test(value));
}
