import { z } from 'zod';
import { roleNames } from '#app/domain/kernel/actor.ts';

type Answered = { question: string; in: string[] };

/**
 * Holds on answers given earlier: on the same page, or on a page before it. Never on a later one. `none`: no entry of a
 * list before it has this answer.
 */
export type Condition =
  Answered | { any: Condition[] } | { all: Condition[] } | { none: Answered & { list: string } };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ question: z.string(), in: z.array(z.string()).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({
      none: z.strictObject({ list: z.string(), question: z.string(), in: z.array(z.string()).min(1) }),
    }),
  ]),
);

export const questionId = z.string().regex(/^[a-z][A-Za-z0-9]*$/);
export const slug = z.string().regex(/^[a-z][a-z0-9-]*$/);
export const words = z.string().min(1);
const optionValue = z.string().regex(/^[A-Za-z0-9_]+$/);
const exportedName = z.string().regex(/^[a-z][a-z0-9_]*$/);

/** `source_identity` says who told the partner: such an answer goes to the sealed source record and nowhere else. */
const dataClassSchema = z.enum(['ordinary', 'sensitive', 'source_identity']);

const optionSchema = z.strictObject({
  value: optionValue,
  label: words,
  hint: words.optional(),
  /** Offered only where this holds on the answers of pages before: what does not fit them cannot be chosen. */
  showWhen: conditionSchema.optional(),
});
export type Option = z.infer<typeof optionSchema>;

/** Pages of advice that a question may point to. They open beside the form, so that nothing typed is lost. */
const helpPages = ['signs', 'examples'] as const;

const asked = {
  id: questionId,
  /** The column or property name in an export: the id in snake case. */
  exportedName,
  label: words,
  hint: words.optional(),
  /** "Why we ask": the purpose of holding the answer, shown beside the field and quoted in the DPIA. */
  why: words,
  /** The noun that starts an error message about this answer: "What you know", "Postcode". */
  name: words,
  /** What to do when the answer is missing: "Select ...", "Enter ...". */
  missing: words,
  /** A heading above this question, where a page holds more than one group of questions. */
  heading: words.optional(),
  /** Advice printed beside the field. */
  guidance: z.array(words).optional(),
  helpPages: z.array(z.enum(helpPages)).optional(),
  dataClass: dataClassSchema,
  readableBy: z.array(z.enum(roleNames)).min(1),
  required: z.boolean(),
  showWhen: conditionSchema.optional(),
  /** True for data about other people: the browser is told neither to fill it in nor to keep it. */
  autocompleteOff: z.boolean(),
};

/**
 * How exactly a date is known. A day is never forced; `about` is in the reporter's own words. `today` and `yesterday` are
 * kept as the day that they were.
 */
const precisions = [
  'today',
  'yesterday',
  'exact',
  'month',
  'year',
  'about',
  'range',
  'ongoing',
  'unknown',
] as const;
export type Precision = (typeof precisions)[number];

const oneLine = {
  maxLength: z.number().int().positive(),
  /** `estimate`: a number of people as well as it is known, "about 8" (people-estimate.ts). */
  format: z.enum(['postcode', 'vrm', 'phone', 'email', 'estimate']).optional(),
  width: z.enum(['short', 'medium', 'full']),
};

/** How many answers a question with several of them takes, and how many empty fields it starts with. */
const several = { boxes: z.number().int().positive(), max: z.number().int().positive() };

export const questionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...asked, kind: z.literal('radios'), options: z.array(optionSchema).min(2) }),
  z.strictObject({ ...asked, kind: z.literal('select'), options: z.array(optionSchema).min(2) }),
  z.strictObject({
    ...asked,
    kind: z.literal('checkboxes'),
    options: z.array(optionSchema).min(1),
    /** The value that can't be combined with another: "not sure". */
    exclusive: z.string().optional(),
    /** The same for several such values: "none of these" and "not known". */
    exclusives: z.array(z.string()).min(1).optional(),
    /** Puts a long list under headings. What is in no group stands at the end. */
    groups: z
      .array(z.strictObject({ id: slug, label: words, options: z.array(z.string()).min(1) }))
      .min(2)
      .optional(),
    /**
     * A list that earlier versions asked for beside this one: its exported name, and by option of this list the codes that
     * it stands for there. An export has both lists, so that figures over all versions go on.
     */
    standsFor: z
      .strictObject({ exportedName, codes: z.record(optionValue, z.array(optionValue).min(1)) })
      .optional(),
  }),
  z.strictObject({ ...asked, kind: z.literal('text'), ...oneLine }),
  z.strictObject({
    ...asked,
    kind: z.literal('textarea'),
    maxLength: z.number().int().positive(),
    rows: z.number().int().positive(),
  }),
  z.strictObject({
    ...asked,
    kind: z.literal('date'),
    precisions: z.array(z.enum(precisions)).min(1),
    /** `today`: a date after today is refused. */
    latest: z.literal('today').optional(),
    /** One set of boxes, of which the day, or the day and the month, may stay empty: a date of birth. */
    partial: z.literal(true).optional(),
    /** What is still going on is asked since when, in the reporter's own words. */
    since: z.literal(true).optional(),
  }),
  z.strictObject({ ...asked, kind: z.literal('number'), min: z.number().int(), max: z.number().int() }),
  /** Several short texts, one to a box: other names, other phone numbers. */
  z.strictObject({ ...asked, kind: z.literal('texts'), ...oneLine, ...several }),
  /** Several choices of one long list, one to a select: other nationalities. */
  z.strictObject({ ...asked, kind: z.literal('selects'), ...several, options: z.array(optionSchema).min(2) }),
  /** One of the entries added in these list sections of the same report. */
  z.strictObject({ ...asked, kind: z.literal('entry'), from: z.array(slug).min(1) }),
  /** One of the sites of the reporter's organisation, which the definition can't know. Not asked where there is none. */
  z.strictObject({ ...asked, kind: z.literal('site') }),
]);
export type Question = z.infer<typeof questionSchema>;
export type QuestionOf<K extends Question['kind']> = Extract<Question, { kind: K }>;

/** The values of a list of check boxes that stand alone. */
export function exclusiveValues(question: QuestionOf<'checkboxes'>): string[] {
  return [...(question.exclusive === undefined ? [] : [question.exclusive]), ...(question.exclusives ?? [])];
}
