import { DomainFailure } from '#app/domain/failures.ts';
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

/** What the page of this failure shows; null where nothing was typed. */
export function withTyped(failure: unknown): FailureWithTyped | null {
  if (!(failure instanceof DomainFailure)) return null;
  const typed = typedBefore.get(failure) ?? [];
  return typed.length > 0 ? { message: failure.message, typed } : null;
}

function writtenIn(form: PostedForm, withheld: readonly string[]): string[] {
  return wordsAmong(
    Object.entries(form.toRecord()).flatMap(([name, values]) =>
      withheld.includes(name) ? [] : [values].flat().map((value): [string, string] => [name, value]),
    ),
  );
}

/** What somebody wrote among posted values. Codes, ids and numbers say nothing by themselves: words have a space or a stop. */
export function wordsAmong(pairs: readonly (readonly [string, string])[]): string[] {
  return pairs.map(([, value]) => value).filter((value) => /[^\w-]/.test(value.trim()));
}
