import { z } from 'zod';
import type { PostedForm } from './posted-form.ts';

/** What a schema says about the controls of its form. */
export type FormFields = {
  /** Names that come once, and names that may be repeated, such as check boxes. */
  names: { one: string[]; many: string[] };
  /** Names whose values never go back to the browser, each with what to say where it was typed, if anything. */
  withheld: Readonly<Record<string, string | true>>;
  /** The id of a field's first control: of several boxes the first, else the field's name. */
  controlOf: (field: string) => string;
  /** What was posted in the shape that the schema reads: of what was not sent an empty string or list, or nothing where the schema has it optional. */
  input: (form: PostedForm) => Record<string, unknown>;
};

/**
 * Reads the controls off the schema of a form: an array is a control that may be repeated, an object is a field of several
 * boxes (`born: { day, month, year }` is posted as born-day, born-month and born-year), anything else comes once.
 */
export function formFields(schema: z.ZodType): FormFields {
  const fields = Object.entries(shapeOf(schema)).map(([name, field]) => {
    const inner = written(field);
    const boxes = inner instanceof z.ZodObject ? Object.keys(inner.shape) : null;
    const optional = field instanceof z.ZodOptional;
    return { name, boxes, many: inner instanceof z.ZodArray, optional, withheld: withheldOf(inner) };
  });
  const namesOf = ({ name, boxes }: (typeof fields)[number]) =>
    boxes ? boxes.map((box) => `${name}-${box}`) : [name];
  return {
    names: {
      one: fields.filter(({ many }) => !many).flatMap(namesOf),
      many: fields.filter(({ many }) => many).flatMap(namesOf),
    },
    withheld: Object.fromEntries(
      fields.flatMap((field) =>
        field.withheld === null ? [] : namesOf(field).map((name) => [name, field.withheld ?? true] as const),
      ),
    ),
    controlOf: (field) => {
      const found = fields.find(({ name }) => name === field);
      return (found && namesOf(found)[0]) ?? field;
    },
    input: (posted) =>
      Object.fromEntries(
        fields.map(({ name, boxes, many, optional }) => [
          name,
          optional && !posted.has(name)
            ? undefined
            : boxes
              ? Object.fromEntries(boxes.map((box) => [box, posted.get(`${name}-${box}`)]))
              : many
                ? posted.all(name)
                : posted.get(name),
        ]),
      ),
  };
}

/** Of a page with several forms, told apart by the value of one field, all names together. */
function shapeOf(schema: z.ZodType): Record<string, z.ZodType> {
  const form = written(schema);
  if (form instanceof z.ZodObject) return form.shape;
  if (form instanceof z.ZodDiscriminatedUnion)
    return Object.assign({}, ...form.options.map((option) => shapeOf(option as z.ZodType))) as Record<
      string,
      z.ZodType
    >;
  throw new Error('The schema of a form is an object, or several told apart by a field');
}

/** The name of the control that an issue is about. A number in its path is one of several values of a field. */
export const fieldOfIssue = (path: readonly PropertyKey[]): string =>
  path
    .filter((part) => typeof part === 'string')
    .slice(0, 2)
    .join('-');

function withheldOf(schema: z.ZodType): string | true | null {
  const given = schema.meta()?.['withheld'];
  return typeof given === 'string' || given === true ? given : null;
}

/** What is posted, before the schema turns it into anything else. */
function written(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodPipe) return written(schema.in as z.ZodType);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return written(schema.unwrap() as z.ZodType);
  return schema;
}
