import type { Invalid } from '#app/domain/kernel/failures.ts';
import type { PostedForm } from './posted-form.ts';

export type FieldError = { field: string; message: string };

/**
 * What a form shows: the values as they were posted or kept, and the errors in the order of the page, at most one for
 * a field. A field of several values has an array. An error whose field is an empty string is about the whole form.
 */
export type FormState = { values: Record<string, string | string[]>; errors: FieldError[] };

export function formState(values: FormState['values'] = {}, errors: FieldError[] = []): FormState {
  return { values, errors: firstOfEach(errors) };
}

/**
 * The state of a form that came back with errors. Fields in `withheld`, such as a password, are not sent back.
 */
export function refusedForm(
  form: PostedForm,
  errors: FieldError[],
  withheld: readonly string[] = [],
): FormState {
  const kept = Object.entries(form.toRecord()).filter(([name]) => !withheld.includes(name));
  return formState(Object.fromEntries(kept), errors);
}

/** The message for a field, or undefined. */
export function errorOf(state: FormState, field: string): string | undefined {
  return state.errors.find((error) => error.field === field)?.message;
}

/** The value of a field, or the first of several; an empty string when there is none. */
export function valueOf(state: FormState, field: string): string {
  return valuesOf(state, field)[0] ?? '';
}

export function valuesOf(state: FormState, field: string): string[] {
  const value = Object.hasOwn(state.values, field) ? state.values[field] : undefined;
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** What a schema found wrong, as zod gives it: the path is written the way the field is named, `people[0].surname`. */
export function errorsFromIssues(
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
): FieldError[] {
  return firstOfEach(issues.map(({ path, message }) => ({ field: nameOf(path), message })));
}

/** What a use case found wrong. */
export function errorsFromInvalid(failure: Invalid): FieldError[] {
  const errors = Object.entries(failure.fieldErrors).map(([field, message]) => ({ field, message }));
  return errors.length > 0 ? errors : [{ field: '', message: failure.message }];
}

function firstOfEach(errors: FieldError[]): FieldError[] {
  const seen = new Map<string, FieldError>();
  for (const error of errors) if (!seen.has(error.field)) seen.set(error.field, error);
  return [...seen.values()];
}

/** A number at the end is one value among several of a field, and the error belongs to the field. */
function nameOf(path: readonly PropertyKey[]): string {
  const named = typeof path.at(-1) === 'number' ? path.slice(0, -1) : path;
  return named.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`;
    return name === '' ? String(part) : `${name}.${String(part)}`;
  }, '');
}
