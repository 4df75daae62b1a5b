import { z } from 'zod';
import { openingId, openingPage } from './opening.ts';
import { conditionSchema, questionId, questionSchema, slug, words, type Question } from './question.ts';

export type { Condition, Option, Precision, Question, QuestionOf } from './question.ts';

/**
 * The agreed intelligence form as data (plan 3.3.5 and 3.3c.1: a form agreed with partners, sent direct to FIB).
 * A published version never changes: a submission keeps the version it was written with. A definition is plain JSON,
 * so it can be stored, hashed, printed and compared.
 */

const pageSchema = z.strictObject({
  id: slug,
  title: words,
  /** Shown as a warning above the questions. */
  warning: words.optional(),
  guidance: z.array(words).optional(),
  /** Advice under headings of its own, after the guidance. */
  advice: z.array(z.strictObject({ id: slug, heading: words, lines: z.array(words).min(1) })).optional(),
  /** By its code the signpost of the force's pack that stands above the questions: numbers change, versions do not. */
  signpost: slug.optional(),
  showWhen: conditionSchema.optional(),
  questions: z.array(questionSchema).min(1),
});
/**
 * `entryOf`: the list of which this page asks the first entry, beside its own questions; `oneOf`: what of it is enough. Only
 * the opening page has them.
 */
export type Page = z.infer<typeof pageSchema> & { entryOf?: string; oneOf?: readonly string[] };

const section = {
  id: slug,
  title: words,
  optional: z.boolean(),
  /** The journey goes through this optional section when the condition holds; it stays open to all otherwise. */
  wantedWhen: conditionSchema.optional(),
};

const pagesSectionSchema = z.strictObject({
  ...section,
  kind: z.literal('pages'),
  /** True for a section that must be complete before any other may be started: the danger screening comes first. */
  gate: z.boolean(),
  /** True for the section whose one page is shown at the foot of check answers, not in the task list. */
  atCheckAnswers: z.boolean(),
  pages: z.array(pageSchema).min(1),
});
export type PagesSection = z.infer<typeof pagesSectionSchema>;

const listSectionSchema = z.strictObject({
  ...section,
  kind: z.literal('list'),
  item: z.enum(['person', 'place', 'vehicle', 'organisation', 'contact', 'link']),
  /** "Place": the title of a card is this and its number. */
  itemTitle: words,
  addTitle: words,
  guidance: z.array(words).optional(),
  min: z.number().int().nonnegative(),
  max: z.number().int().positive(),
  /** Instead of the minimum the reporter may say that nothing is known. */
  notKnown: questionSchema.optional(),
  /** At least one of these must be answered, or the item says nothing. */
  atLeastOne: z.strictObject({ of: z.array(questionId).min(2), missing: words }),
  /** Answers that tell one entry from another where entries are offered to be chosen, the most telling first. */
  naming: z.array(questionId).min(1).optional(),
  /** Shown only when these lists hold so many entries together: there is nothing to connect before. */
  needsEntries: z.strictObject({ in: z.array(slug).min(1), atLeast: z.number().int().positive() }).optional(),
  /** The questions from this one on stand folded under these words: what few entries need. */
  more: z.strictObject({ title: words, from: questionId }).optional(),
  /** Two answers that may not be the same: nothing is connected with itself. */
  different: z.strictObject({ of: z.tuple([questionId, questionId]), same: words }).optional(),
  questions: z.array(questionSchema).min(1),
});
export type ListSection = z.infer<typeof listSectionSchema>;

export type Section = PagesSection | ListSection;

export const isListSection = (section: Section): section is ListSection => section.kind === 'list';

/**
 * What is asked first, on one screen, wherever it stands in the form: questions of pages, and of one list of which they make
 * the first entry. For a short report it is everything; each question can be answered anew on its own page.
 */
const openingSchema = z.strictObject({
  title: words,
  warning: words.optional(),
  guidance: z.array(words).optional(),
  questions: z.array(questionId).min(1),
});

/**
 * What suffices where somebody is in danger (product.md, "What must never happen" 1 and 8): the report is sent with these
 * questions answered as far as they are known, and everything else is added to what was sent.
 */
const dangerLaneSchema = z.strictObject({
  title: words,
  guidance: z.array(words).optional(),
  /** In their order: questions of pages, and of one list of which they make one entry. */
  questions: z.array(questionId).min(1),
  /** What sending it says, in place of the declaration. */
  declares: words,
  /** The sections in which everything else is answered once it is sent, the most pressing first. */
  later: z.array(slug).min(1),
});

export const definitionSchema = z.strictObject({
  version: z.number().int().positive(),
  title: words,
  /** When the partners agreed this version, and with whom. Left out where the pack's `formAgreements` say so, or nobody yet. */
  agreed: z.strictObject({ on: z.iso.date(), with: words }).optional(),
  opening: openingSchema.optional(),
  dangerLane: dangerLaneSchema.optional(),
  /** What pressing “Send” says, where no question of the form declares it. */
  declares: words.optional(),
  /** The journey leads through the page of files when this holds. It stays open to all otherwise. */
  filesWhen: conditionSchema.optional(),
  sections: z.array(z.discriminatedUnion('kind', [pagesSectionSchema, listSectionSchema])).min(1),
});
export type FormDefinition = z.infer<typeof definitionSchema>;

/** A page with the section it belongs to, the opening page with the first; null for an id that the definition doesn't have. */
export function findPage(
  definition: FormDefinition,
  pageId: string,
): { section: PagesSection; page: Page } | null {
  if (pageId === openingId) {
    const [section] = definition.sections;
    const page = openingPage(definition);
    return page && section?.kind === 'pages' ? { section, page } : null;
  }
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

/** Every question of one section, in its order. */
export function sectionQuestions(each: Section): Question[] {
  return each.kind === 'pages'
    ? each.pages.flatMap((page) => page.questions)
    : [...(each.notKnown ? [each.notKnown] : []), ...each.questions];
}

/** Every question in the order of the form, those of list items and of "not known" included. */
export function questionsOf(definition: FormDefinition): Question[] {
  return definition.sections.flatMap(sectionQuestions);
}
