import { z } from 'zod';
import { roleNames } from '#app/domain/actor.ts';

/**
 * The agreed intelligence form as data (plan 3.3.5 and 3.3c.1: a form agreed with partners, sent direct to FIB).
 * A published version never changes: a submission keeps the version it was written with. A definition is plain JSON,
 * so it can be stored, hashed, printed and compared.
 */

/** Holds on answers given earlier: on the same page, or on a page before it. Never on a later one. */
export type Condition = { question: string; in: string[] } | { any: Condition[] } | { all: Condition[] };

const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ question: z.string(), in: z.array(z.string()).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
  ]),
);

const id = z.string().regex(/^[a-z][A-Za-z0-9]*$/);
const slug = z.string().regex(/^[a-z][a-z0-9-]*$/);
const words = z.string().min(1);

/** `source_identity` says who told the partner: such an answer goes to the sealed source record and nowhere else. */
const dataClassSchema = z.enum(['ordinary', 'sensitive', 'source_identity']);
export type DataClass = z.infer<typeof dataClassSchema>;

const optionSchema = z.strictObject({
  value: z.string().regex(/^[A-Za-z0-9_]+$/),
  label: words,
  hint: words.optional(),
});
export type Option = z.infer<typeof optionSchema>;

const asked = {
  id,
  /** The column or property name in an export: the id in snake case. */
  exportedName: z.string().regex(/^[a-z][a-z0-9_]*$/),
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
  dataClass: dataClassSchema,
  readableBy: z.array(z.enum(roleNames)).min(1),
  required: z.boolean(),
  showWhen: conditionSchema.optional(),
  /** True for data about other people: the browser is told neither to fill it in nor to keep it. */
  autocompleteOff: z.boolean(),
};

/** How exactly a date is known. A day is never forced. */
const precisions = ['exact', 'month', 'range', 'ongoing', 'unknown'] as const;
export type Precision = (typeof precisions)[number];

const questionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...asked, kind: z.literal('radios'), options: z.array(optionSchema).min(2) }),
  z.strictObject({ ...asked, kind: z.literal('select'), options: z.array(optionSchema).min(2) }),
  z.strictObject({
    ...asked,
    kind: z.literal('checkboxes'),
    options: z.array(optionSchema).min(1),
    /** The value that can't be combined with another: "not sure". */
    exclusive: z.string().optional(),
  }),
  z.strictObject({
    ...asked,
    kind: z.literal('text'),
    maxLength: z.number().int().positive(),
    format: z.enum(['postcode', 'vrm', 'phone', 'email']).optional(),
    width: z.enum(['short', 'medium', 'full']),
  }),
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
  }),
  z.strictObject({ ...asked, kind: z.literal('number'), min: z.number().int(), max: z.number().int() }),
]);
export type Question = z.infer<typeof questionSchema>;
export type QuestionOf<K extends Question['kind']> = Extract<Question, { kind: K }>;

const pageSchema = z.strictObject({
  id: slug,
  title: words,
  /** Shown as a warning above the questions. */
  warning: words.optional(),
  guidance: z.array(words).optional(),
  showWhen: conditionSchema.optional(),
  questions: z.array(questionSchema).min(1),
});
export type Page = z.infer<typeof pageSchema>;

const section = { id: slug, title: words, optional: z.boolean() };

const pagesSectionSchema = z.strictObject({
  ...section,
  kind: z.literal('pages'),
  /** True for the section that must be complete before any other may be started: the danger screening. */
  gate: z.boolean(),
  /** True for the section whose one page is shown at the foot of check answers, not in the task list. */
  atCheckAnswers: z.boolean(),
  pages: z.array(pageSchema).min(1),
});
export type PagesSection = z.infer<typeof pagesSectionSchema>;

const listSectionSchema = z.strictObject({
  ...section,
  kind: z.literal('list'),
  item: z.enum(['person', 'place', 'vehicle']),
  /** "Place": the title of a card is this and its number. */
  itemTitle: words,
  addTitle: words,
  guidance: z.array(words).optional(),
  min: z.number().int().nonnegative(),
  max: z.number().int().positive(),
  /** Instead of the minimum the reporter may say that nothing is known. */
  notKnown: questionSchema.optional(),
  /** The journey goes through this optional section when the condition holds; it stays open to all otherwise. */
  wantedWhen: conditionSchema.optional(),
  /** At least one of these must be answered, or the item says nothing. */
  atLeastOne: z.strictObject({ of: z.array(id).min(2), missing: words }),
  questions: z.array(questionSchema).min(1),
});
export type ListSection = z.infer<typeof listSectionSchema>;

export type Section = PagesSection | ListSection;

export const definitionSchema = z.strictObject({
  version: z.number().int().positive(),
  title: words,
  /** When the partners agreed this version, and with whom. */
  agreed: z.strictObject({ on: z.iso.date(), with: words }),
  sections: z.array(z.discriminatedUnion('kind', [pagesSectionSchema, listSectionSchema])).min(1),
});
export type FormDefinition = z.infer<typeof definitionSchema>;

/** A page with the section it belongs to; null for an id that the definition doesn't have. */
export function findPage(
  definition: FormDefinition,
  pageId: string,
): { section: PagesSection; page: Page } | null {
  for (const candidate of definition.sections) {
    if (candidate.kind !== 'pages') continue;
    const page = candidate.pages.find((each) => each.id === pageId);
    if (page) return { section: candidate, page };
  }
  return null;
}

export function findListSection(definition: FormDefinition, sectionId: string): ListSection | null {
  const found = definition.sections.find((candidate) => candidate.id === sectionId);
  return found?.kind === 'list' ? found : null;
}

/** Every question in the order of the form, those of list items and of "not known" included. */
export function questionsOf(definition: FormDefinition): Question[] {
  return definition.sections.flatMap((each) =>
    each.kind === 'pages'
      ? each.pages.flatMap((page) => page.questions)
      : [...(each.notKnown ? [each.notKnown] : []), ...each.questions],
  );
}
