import { z } from 'zod';
import { ruleFieldNames } from '#app/domain/routing/rule-form.ts';
import { expectedVersion } from './fields.ts';

const fieldsOf = <Field extends z.ZodType>(names: readonly string[], field: Field): Record<string, Field> =>
  Object.fromEntries(names.map((name) => [name, field]));

/** The form of a rule: its fields are read by the domain, which knows the facts that they are about. */
export const ruleForm = z.object({
  ...fieldsOf(
    ruleFieldNames.one,
    z.string().transform((value) => [value]),
  ),
  ...fieldsOf(ruleFieldNames.many, z.array(z.string())),
  expectedVersion: expectedVersion(),
});
