import { NotFound } from '#app/domain/kernel/failures.ts';
import { answerOf, itemsOf, type Answers } from './answers.ts';
import type { Checking } from './answer-schema.ts';
import { learnedTooEarly } from './date-rules.ts';
import { findListSection, findPage, type ListSection, type Page, type Question } from './definition.ts';
import { contradictions } from './fitting-options.ts';
import { answersOnPage, readPage } from './opening-answers.ts';
import { questionsAsked } from './page-as-asked.ts';
import {
  answeredValues,
  errorField,
  faultOfAnswer,
  isNeeded,
  postedValues,
  questionFieldNames,
  readQuestions,
  type Posted,
} from './read-posted.ts';
import { isVisible, pruneAnswers, visiblePages, visibleQuestions } from './visible.ts';
import type { Form } from './held-forms.ts';
import { formWords, listWords } from './words.ts';

/** Errors by field name, and what was posted, to show the page again as it was left. */
type Refused = { ok: false; errors: Record<string, string>; values: Posted };
/** `atOnce`: the opening page says danger, and these answers of it are right. */
export type PageParsed = { ok: true; answers: Answers } | (Refused & { atOnce?: Answers });
/**
 * `not_known`: the reporter ticked that there is nothing to add, and added nothing. `answers` then holds the answer to the
 * section's "not known" question, to be merged into the draft's answers.
 */
export type ItemParsed =
  { ok: true; kind: 'item'; item: Answers } | { ok: true; kind: 'not_known'; answers: Answers } | Refused;

/** Every field name that the page may post. @fortests what a page shows and what it reads are held against it */
export function fieldNamesOf(page: Page): string[] {
  return page.questions.flatMap(questionFieldNames);
}

/** The same of an entry of a list. @fortests as above */
export function itemFieldNames(section: ListSection): string[] {
  return [...section.questions, ...(section.notKnown ? [section.notKnown] : [])].flatMap(questionFieldNames);
}

export function valuesOf(page: Page, answers: Answers): Posted {
  return answeredValues(page.questions, answersOnPage(page, answers));
}

export function itemValues(section: ListSection, item: Answers): Posted {
  return answeredValues(section.questions, item);
}

/**
 * Typed answers of one page out of what its form posted. `earlierAnswers` are those of the draft: conditions on earlier
 * pages read them, and an answer already sealed may be left blank. Refuses an unknown page as not found.
 */
export function parsePage(
  definition: Form,
  pageId: string,
  posted: Posted,
  earlierAnswers: Answers,
  checking: Checking = {},
): PageParsed {
  const found = findPage(definition, pageId);
  if (found === null) throw new NotFound();
  const questions = questionsAsked(found.page.questions, earlierAnswers);
  const { answers, errors, atOnce } = readPage(
    definition,
    found.page,
    questions,
    posted,
    earlierAnswers,
    checking,
  );
  Object.assign(errors, doesNotFit(definition, found.page, posted, earlierAnswers, checking));
  Object.assign(errors, learnedTooEarly(definition, questions, answers, errors, checking));
  if (Object.keys(errors).length === 0) return { ok: true, answers };
  const values = postedValues(found.page.questions, posted);
  return { ok: false, errors, values, ...(atOnce ? { atOnce: answers } : {}) };
}

/** Errors of choices that a page no longer offers, as an answer on another page was changed meanwhile. */
function doesNotFit(
  definition: Form,
  { questions }: Page,
  posted: Posted,
  earlierAnswers: Answers,
  checking: Checking,
): Record<string, string> {
  const asked = new Set(questionsAsked(questions, earlierAnswers).map(({ id }) => id));
  const conditional = questions.filter(({ id }) => asked.has(id));
  const { answers } = readQuestions(conditional, posted, earlierAnswers, checking);
  return contradictions(definition, conditional, { ...earlierAnswers, ...answers }, checking.t ?? formWords);
}

/**
 * One entry of a list out of what its form posted, without its id. A link names other entries: those of
 * `checking.answers`.
 */
export function parseItem(
  definition: Form,
  sectionId: string,
  posted: Posted,
  checking: Checking = {},
): ItemParsed {
  const section = findListSection(definition, sectionId);
  if (section === null) throw new NotFound();
  const { questions, notKnown } = section;
  const { answers: item, errors } = readQuestions(questions, posted, {}, checking);
  Object.assign(errors, saysTheSame(section, item, checking));
  const typed = postedValues(questions, posted);
  const untouched = fieldsThatTell(section).every((name) => isBlank(typed[name]));
  if (notKnown && untouched) {
    const said = readQuestions([notKnown], posted, {}, checking);
    if (answerOf(said.answers, notKnown.id) !== undefined)
      return { ok: true, kind: 'not_known', answers: said.answers };
  }
  Object.assign(errors, saysNothing(section, item, errors, checking));
  if (Object.keys(errors).length === 0) return { ok: true, kind: 'item', item };
  const asked = notKnown ? [...questions, notKnown] : questions;
  return { ok: false, errors, values: postedValues(asked, posted) };
}

/** Every field of the questions of which one must be answered. */
function fieldsThatTell({ questions, atLeastOne }: ListSection): string[] {
  return questions.filter(({ id }) => atLeastOne.of.includes(id)).flatMap(questionFieldNames);
}

const isBlank = (value: string | string[] | undefined) =>
  [value ?? ''].flat().every((each) => each.trim() === '');

/** The error of an item in which nothing says which person, place or vehicle it is. */
function saysNothing(
  section: ListSection,
  item: Answers,
  errors: Record<string, string>,
  { t = formWords }: Checking,
): Record<string, string> {
  const { of } = section.atLeastOne;
  if (of.some((id) => answerOf(item, id) !== undefined)) return {};
  // What could not be read says something all the same, and its own error is enough.
  if (fieldsThatTell(section).some((name) => Object.hasOwn(errors, name))) return {};
  const [first = section.id] = of;
  return { [first]: listWords(section, t).atLeastOne };
}

/** The error of an item that connects something with itself. */
function saysTheSame(
  section: ListSection,
  item: Answers,
  { t = formWords }: Checking,
): Record<string, string> {
  if (section.different === undefined) return {};
  const [one, other] = section.different.of;
  const given = answerOf(item, one);
  if (given === undefined || given !== answerOf(item, other)) return {};
  return { [other]: listWords(section, t).same };
}

function checkQuestions(questions: Question[], answers: Answers, checking: Checking): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const question of visibleQuestions(questions, answers)) {
    const value = answerOf(answers, question.id);
    if (value === undefined) {
      if (!isNeeded(question, checking)) continue;
      errors[errorField(question)] = (checking.t ?? formWords).asked(question.missing);
      continue;
    }
    const fault = faultOfAnswer(question, value, checking);
    if (fault !== null) errors[errorField(question)] = fault;
  }
  return errors;
}

/** What keeps a page, an item or a whole list from being complete. `pageId` and `itemId` are null for a whole list. */
export type Problem = {
  sectionId: string;
  pageId: string | null;
  itemId: string | null;
  errors: Record<string, string>;
};

export function problemsOfPage(definition: Form, page: Page, answers: Answers, checking: Checking = {}) {
  const errors = checkQuestions(page.questions, answers, { ...checking, answers });
  Object.assign(
    errors,
    contradictions(definition, visibleQuestions(page.questions, answers), answers, checking.t ?? formWords),
  );
  return { ...errors, ...learnedTooEarly(definition, page.questions, answers, errors, checking) };
}

export function problemsOfList(section: ListSection, answers: Answers, checking: Checking = {}): Problem[] {
  const items = itemsOf(answers, section.id);
  const problems = items.flatMap((item): Problem[] => {
    const errors = checkQuestions(section.questions, item, { ...checking, answers });
    Object.assign(errors, saysTheSame(section, item, checking));
    Object.assign(errors, saysNothing(section, item, errors, checking));
    if (Object.keys(errors).length === 0) return [];
    return [{ sectionId: section.id, pageId: null, itemId: item.id, errors }];
  });
  const { t = formWords } = checking;
  const whole = (message: string): Problem => ({
    sectionId: section.id,
    pageId: null,
    itemId: null,
    errors: { [section.id]: message },
  });
  if (items.length > section.max) problems.push(whole(t.error.tooMany({ max: section.max })));
  if (items.length < section.min && !saysNotKnown(section, answers)) problems.push(whole(t.error.list));
  return problems;
}

function saysNotKnown({ notKnown }: ListSection, answers: Answers): boolean {
  const said = notKnown === undefined ? undefined : answerOf(answers, notKnown.id);
  if (notKnown === undefined || said === undefined) return false;
  return faultOfAnswer(notKnown, said, {}) === null;
}

/** Every problem of the whole form, in its order. */
export function problemsOf(definition: Form, answers: Answers, checking: Checking = {}): Problem[] {
  return definition.sections.flatMap((section): Problem[] => {
    if (!isVisible(section, answers)) return [];
    if (section.kind === 'list') return problemsOfList(section, answers, checking);
    const started = !section.optional || section.pages.some((page) => hasAnswer(page.questions, answers));
    if (!started) return [];
    return visiblePages(section, answers).flatMap((page): Problem[] => {
      const errors = problemsOfPage(definition, page, answers, checking);
      if (Object.keys(errors).length === 0) return [];
      return [{ sectionId: section.id, pageId: page.id, itemId: null, errors }];
    });
  });
}

export function hasAnswer(questions: Question[], answers: Answers): boolean {
  return questions.some((question) => answerOf(answers, question.id) !== undefined);
}

export type AnswersParsed = { ok: true; answers: Answers } | { ok: false; problems: Problem[] };

/** The whole set, as it is to be submitted: pruned, then every visible answer checked again. */
export function parseAnswers(definition: Form, answers: Answers, checking: Checking = {}): AnswersParsed {
  const kept = pruneAnswers(definition, answers);
  const problems = problemsOf(definition, kept, checking);
  return problems.length === 0 ? { ok: true, answers: kept } : { ok: false, problems };
}
