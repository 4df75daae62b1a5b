import { z } from 'zod';
import type { Pairs } from './read-form.ts';

/** Names that come once, and names that may be repeated, such as check boxes. */
export type FieldNames = { one: readonly string[]; many: readonly string[] };

/** What was posted, by name: a text, or for a name that may be repeated a list. What was not sent is absent. */
export type PostedValues = Record<string, string | string[]>;

/** What a schema says about the controls of its form. */
export type FormFields = {
  names: FieldNames;
  /** Names whose values never go back to the browser, each with what to say where it was typed, if anything. */
  withheld: Readonly<Record<string, string | true>>;
  /** The id of a field's first control: of several boxes the first, else the field's name. */
  controlOf: (field: string) => string;
  /** Where a field stands on its page, as the schema has them in that order; -1 for what is no field, such as the whole form. */
  placeOf: (field: string) => number;
  /** What was posted in the shape that the schema reads. Of what was not sent nothing, or of check boxes an empty list. */
  input: (values: PostedValues) => Record<string, unknown>;
};

/**
 * Reads the controls off the schema of a form: an array is a control that may be repeated, an object is a field of several
 * boxes (`born: { day, month, year }` is posted as born-day, born-month and born-year), anything else comes once.
 */
export function formFields(schema: z.ZodType): FormFields {
  const held = read.get(schema) ?? readOff(schema);
  read.set(schema, held);
  return held;
}

/** By schema: those of the routes are there as long as the process runs. */
const read = new WeakMap<z.ZodType, FormFields>();

function readOff(schema: z.ZodType): FormFields {
  const fields = Object.entries(shapeOf(schema)).map(([name, field]) => {
    const inner = written(field);
    const boxes = inner instanceof z.ZodObject ? Object.keys(inner.shape) : null;
    return { name, boxes, many: inner instanceof z.ZodArray, withheld: withheldOf(inner) };
  });
  const namesOf = ({ name, boxes }: (typeof fields)[number]) =>
    boxes ? boxes.map((box) => `${name}-${box}`) : [name];
  const controlOf = (field: string) => {
    const found = fields.find(({ name }) => name === field);
    return (found && namesOf(found)[0]) ?? field;
  };
  const controls = fields.flatMap(namesOf);
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
    controlOf,
    placeOf: (field) => placeAmong(controls, field),
    input: (values) =>
      Object.fromEntries(
        fields.map(({ name, boxes, many }): [string, unknown] => {
          if (many) return [name, values[name] ?? []];
          if (boxes === null || boxes.every((box) => values[`${name}-${box}`] === undefined))
            return [name, values[name]];
          return [name, Object.fromEntries(boxes.map((box) => [box, values[`${name}-${box}`]]))];
        }),
      ),
  };
}

/** Where a field stands among the controls of a page, by the first of its boxes; -1 for what is none of them. */
export const placeAmong = (controls: readonly string[], field: string): number =>
  controls.findIndex((control) => control === field || control.startsWith(`${field}-`));

/** What was posted, without the names that nobody asked for. A name that comes once has its first value. */
export function postedValues(pairs: Pairs, { one, many }: FieldNames): PostedValues {
  const [once, repeated] = [new Set(one), new Set(many)];
  const posted = new Map<string, string | string[]>();
  for (const [name, value] of pairs) {
    const before = posted.get(name);
    if (Array.isArray(before)) before.push(value);
    else if (repeated.has(name)) posted.set(name, [value]);
    else if (once.has(name) && before === undefined) posted.set(name, value);
  }
  return Object.fromEntries(posted);
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
