import { data, type ActionFunctionArgs } from 'react-router';
import { z } from 'zod';
import { Conflict, Invalid } from '#app/domain/kernel/failures.ts';
import { Stale } from '#app/domain/submission/refuse-stale.server.ts';
import type { FieldError, FormState } from '#app/ui/layout/Form.tsx';
import { TooManyDrafts } from '#app/domain/intake/drafts/too-many-drafts.ts';
import { postedContext } from '../server/context.ts';
import { Flash } from './flash.ts';
import { fieldOfIssue, formFields, postedValues, type FormFields } from './form-fields.ts';
import { goOn } from './go-on.ts';
import { readPairs, type FormLimits, type Pairs } from './read-form.ts';

/** What the action of a form needs of its route. */
export type FormArgs = Pick<ActionFunctionArgs, 'request' | 'context'>;

/** Gives the form back, with something more for its page: what a check found in what was typed. */
export type Again = <More extends object>(
  errors: FieldError[],
  more: More,
  status?: number,
) => ReturnType<typeof data<FormState & More>>;

/** `lost` answers a failure in its own way, by throwing: what was typed may have nothing any more that it belongs to. */
export type FormOptions<Route> = Partial<FormLimits> & {
  collides?: boolean;
  lost?: (failure: unknown, route: Route, pairs: Pairs) => Promise<void>;
};

/**
 * The action of a form. The schema says which names it takes and reads them; `useCase` does what the form is for and
 * gives the address to go on to, or a response of its own.
 * What cannot be accepted comes back with everything typed, each error at its field: status 422 for what the schema or
 * the use case refuses, 409 where what the form is about was changed meanwhile, for a form with `expectedVersion`
 * unless `collides` says otherwise. Every other failure propagates, and its page gives back what was typed.
 * A form that lacks a control of its schema comes back as a whole, with what the page holds in place of what did not
 * arrive: what is absent is not what was emptied. What a page shows only at times, and what sends nothing until it is
 * chosen, has a default or is optional. A function in place of a schema makes one from the address, for pages that are
 * made from data.
 */
export function formAction<Schema extends z.ZodType, Route extends FormArgs, Result>(
  schema: Schema | ((route: Route) => Schema | Promise<Schema>),
  useCase: (input: z.output<Schema>, route: Route, again: Again) => Promise<Result>,
  { collides, lost, ...limits }: FormOptions<Route> = {},
) {
  return async (route: Route) => {
    const pairs = await readPairs(route.request, limits);
    try {
      const of = typeof schema === 'function' ? await schema(route) : schema;
      return await answer(of, pairs, route);
    } catch (failure) {
      await lost?.(failure, route, pairs);
      throw failure;
    }
  };

  async function answer(of: Schema, pairs: Pairs, route: Route) {
    const { names } = formFields(of);
    const { input, refused } = parsed(of, pairs);
    route.context.set(postedContext, refused([]).values);
    const again: Again = (errors, more, status = 422) => data({ ...refused(errors), ...more }, { status });
    if (!input.success) return again(errorsOf(input.error), {});
    try {
      const result = await useCase(input.data, route, again);
      if (typeof result === 'string' || result instanceof Flash) throw goOn(route, result);
      return result as Exclude<Result, string | Flash>;
    } catch (failure) {
      if (failure instanceof Invalid) return again([...errorsOf(failure), ...typedAgain(of, pairs)], {});
      if (!(failure instanceof Conflict) || failure instanceof TooManyDrafts) throw failure;
      if (!(collides ?? names.one.includes('expectedVersion'))) throw failure;
      const changes = failure instanceof Stale ? failure.changes : [];
      const state = refused([{ field: '', message: failure.message }]);
      return data({ ...state, collision: { changes } }, { status: 409 });
    }
  }
}

/** What says of a field that does not go back that it has to be typed again, where something was typed in it. */
export function typedAgain(schema: z.ZodType, pairs: Pairs): FieldError[] {
  return Object.entries(formFields(schema).withheld).flatMap(([field, message]) =>
    message !== true && pairs.some(([name, value]) => name === field && value.trim() !== '')
      ? [{ field, message }]
      : [],
  );
}

/** What is said of what the schema has no words for: nobody who fills in the page can cause it. */
const notWhole =
  'Part of the form did not arrive, so nothing is saved yet. Look through all of it, then send it again';

const isWhole = ({ issues }: z.ZodError): boolean => !issues.some(({ message }) => message === notWhole);

/** What was posted, read by its schema; and the form to give back with errors, without what never goes back. */
export function parsed<Schema extends z.ZodType>(schema: Schema, pairs: Pairs) {
  const fields = formFields(schema);
  const posted = postedValues(pairs, fields.names);
  const values = Object.fromEntries(
    Object.entries(posted).filter(([name]) => !Object.hasOwn(fields.withheld, name)),
  );
  const input = schema.safeParse(fields.input(posted), { error: () => notWhole });
  return {
    input,
    refused: (errors: FieldError[]): FormState => ({
      values,
      errors: inOrderOfPage(errors, fields),
      collision: null,
      ...(input.success || isWhole(input.error) ? {} : { lacks: true }),
    }),
  };
}

/** What the schema or the use case found wrong. */
export function errorsOf(failure: Invalid | z.ZodError): FieldError[] {
  if (failure instanceof z.ZodError)
    return isWhole(failure)
      ? failure.issues.map(({ path, message }) => ({ field: fieldOfIssue(path), message }))
      : [{ field: '', message: notWhole }];
  const errors = Object.entries(failure.fieldErrors).map(([field, message]) => ({ field, message }));
  return errors.length > 0 ? errors : [{ field: '', message: failure.message }];
}

/** At most one error for a field, in the order in which the page has the fields, and where the summary leads for each. */
function inOrderOfPage(errors: FieldError[], { controlOf, placeOf }: FormFields): FieldError[] {
  const byField = new Map<string, FieldError>();
  for (const { field, message } of errors)
    if (!byField.has(field)) byField.set(field, { field, message, control: controlOf(field) });
  return [...byField.values()].sort((one, other) => placeOf(one.field) - placeOf(other.field));
}

/** The form that an action gave back, among what the router keeps of actions by the ids of their routes. */
export function formStateOf(actionData: Readonly<Record<string, unknown>> | null): FormState | null {
  const [given] = Object.values(actionData ?? {});
  return typeof given === 'object' && given !== null && 'values' in given && 'errors' in given
    ? (given as FormState)
    : null;
}
