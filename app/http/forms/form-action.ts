import { data, redirect, type ActionFunctionArgs } from 'react-router';
import { z } from 'zod';
import { Conflict, Invalid } from '#app/domain/kernel/failures.ts';
import { Stale } from '#app/domain/submission/stale.ts';
import type { FieldError, FormState } from '#app/ui/layout/Form.tsx';
import { postedContext } from '../server/context.ts';
import { postedForm } from './posted-form.ts';
import { readPairs, type FormLimits } from './read-form.ts';
import { fieldOfIssue, formFields, type FormFields } from './form-fields.ts';

/** What the action of a form needs of its route. */
export type FormArgs = Pick<ActionFunctionArgs, 'request' | 'context'>;

export type FormOptions = Partial<FormLimits> & { collides?: boolean };

/**
 * The action of a form. The schema says which names it takes and reads them; `useCase` does what the form is for and
 * gives the address to go on to, or a response of its own.
 *
 * What cannot be accepted comes back with everything typed, each error at its field: status 422 for what the schema or the
 * use case refuses, 409 where what the form is about was changed meanwhile, for a form with `expectedVersion` or one that
 * `collides` without it. Every other failure
 * propagates, and its page gives back what was typed.
 *
 * A function in place of a schema makes one from the address, for pages that are made from data.
 */
export function formAction<Schema extends z.ZodType, Route extends FormArgs, Result>(
  schema: Schema | ((route: Route) => Schema),
  useCase: (input: z.output<Schema>, route: Route) => Promise<Result>,
  { collides = false, ...limits }: FormOptions = {},
) {
  return async (route: Route) => {
    const of = typeof schema === 'function' ? schema(route) : schema;
    const { names } = formFields(of);
    const { input, refused } = parsed(of, await readPairs(route.request, limits));
    const again = (errors: FieldError[], collision: FormState['collision'] = null) =>
      data({ ...refused(errors), collision }, { status: collision ? 409 : 422 });
    const form = refused([]);
    route.context.set(postedContext, form.values);
    if (!input.success) return again(errorsOf(input.error));
    try {
      const result = await useCase(input.data, route);
      if (typeof result === 'string') throw redirect(result);
      return result as Exclude<Result, string>;
    } catch (failure) {
      if (failure instanceof Invalid) return again(errorsOf(failure));
      if (failure instanceof Conflict && (collides || names.one.includes('expectedVersion')))
        return again([{ field: '', message: failure.message }], {
          changes: failure instanceof Stale ? failure.changes : [],
        });
      throw failure;
    }
  };
}

/** What was posted, read by its schema; and the form to give back with errors, without what never goes back. */
export function parsed<Schema extends z.ZodType>(schema: Schema, pairs: Iterable<readonly [string, string]>) {
  const fields = formFields(schema);
  const form = postedForm(pairs, fields.names);
  const values = Object.fromEntries(
    Object.entries(form.toRecord()).filter(([name]) => !fields.withheld.includes(name)),
  );
  return {
    input: schema.safeParse(fields.input(form)),
    refused: (errors: FieldError[]): FormState => ({
      values,
      errors: firstOfEach(errors, fields),
      collision: null,
    }),
  };
}

/** What the schema or the use case found wrong. */
export function errorsOf(failure: Invalid | z.ZodError): FieldError[] {
  if (failure instanceof z.ZodError)
    return failure.issues.map(({ path, message }) => ({ field: fieldOfIssue(path), message }));
  const errors = Object.entries(failure.fieldErrors).map(([field, message]) => ({ field, message }));
  return errors.length > 0 ? errors : [{ field: '', message: failure.message }];
}

/** At most one error for a field, and where the summary leads for it. */
function firstOfEach(errors: FieldError[], { controlOf }: FormFields): FieldError[] {
  const byField = new Map<string, FieldError>();
  for (const { field, message } of errors)
    if (!byField.has(field)) byField.set(field, { field, message, control: controlOf(field) });
  return [...byField.values()];
}

/** The form that an action gave back, among what the router keeps of actions by the ids of their routes. */
export function formStateOf(actionData: Readonly<Record<string, unknown>> | null): FormState | null {
  const [given] = Object.values(actionData ?? {});
  return typeof given === 'object' && given !== null && 'values' in given && 'errors' in given
    ? (given as FormState)
    : null;
}
