import { answerOf, itemsOf, holds, type Answers } from './answers.ts';
import type { Checking } from './answer-schema.ts';
import { mayBeSentAtOnce } from './danger-lane.ts';
import { openingId } from './opening.ts';
import { findPage, sectionQuestions, type ListSection, type Question, type Section } from './definition.ts';
import type { Form } from './held-forms.ts';
import { hasAnswer, problemsOf, problemsOfList, problemsOfPage } from './schema.ts';
import { isVisible, pruneAnswers, taskSections, visiblePages } from './visible.ts';

/**
 * How a reporter walks through the form. Nothing here is stored: the status of a section and the next page follow from
 * the answers alone.
 */
export type SectionStatus = 'not_started' | 'in_progress' | 'completed' | 'optional' | 'cannot_start';

export type Step =
  | { kind: 'page'; sectionId: string; pageId: string }
  /** The form for a first item, which also offers "not known" where the section has it. */
  | { kind: 'new_item'; sectionId: string }
  /** The items added so far. */
  | { kind: 'items'; sectionId: string }
  | { kind: 'task_list' }
  /** Photos and documents, which belong to no section. */
  | { kind: 'files' }
  | { kind: 'check_answers' }
  /** Somebody is in danger: what suffices, and then it is sent. */
  | { kind: 'send_now' };

function sectionOf(definition: Form, at: string): Section | null {
  const list = definition.sections.find((section) => section.kind === 'list' && section.id === at);
  return list ?? findPage(definition, at)?.section ?? null;
}

function isStarted(section: Section, answers: Answers): boolean {
  if (section.kind === 'pages') return section.pages.some((page) => hasAnswer(page.questions, answers));
  return (
    itemsOf(answers, section.id).length > 0 ||
    (section.notKnown ? hasAnswer([section.notKnown], answers) : false)
  );
}

function isComplete(definition: Form, section: Section, answers: Answers, checking: Checking): boolean {
  if (section.kind === 'list') return problemsOfList(section, answers, checking).length === 0;
  return visiblePages(section, answers).every(
    (page) => Object.keys(problemsOfPage(definition, page, answers, checking)).length === 0,
  );
}

const isGate = (section: Section) => section.kind === 'pages' && section.gate;

/**
 * Whether what comes first is behind: the danger screening, and for whom the reporter writes. Until then no other section
 * may be opened.
 */
export function isPastGate(definition: Form, answers: Answers, checking: Checking = {}): boolean {
  return definition.sections.every(
    (section) => !isGate(section) || isComplete(definition, section, answers, checking),
  );
}

/** Whether a section may be opened: a gate waits for the gates before it, any other section for all of them. */
export function mayOpen(
  definition: Form,
  answers: Answers,
  section: Section,
  checking: Checking = {},
): boolean {
  const order = definition.sections.indexOf(section);
  return definition.sections.every(
    (each, index) =>
      !isGate(each) || (isGate(section) && index >= order) || isComplete(definition, each, answers, checking),
  );
}

/** Whether everything but the declaration is there. */
export function canSubmit(definition: Form, answers: Answers, checking: Checking = {}): boolean {
  const atEnd = new Set(
    definition.sections.flatMap((section) =>
      section.kind === 'pages' && section.atCheckAnswers ? [section.id] : [],
    ),
  );
  return problemsOf(definition, pruneAnswers(definition, answers), checking).every((problem) =>
    atEnd.has(problem.sectionId),
  );
}

export function sectionStatus(
  definition: Form,
  answers: Answers,
  section: Section,
  checking: Checking = {},
): SectionStatus {
  const atEnd = section.kind === 'pages' && section.atCheckAnswers;
  if (!mayOpen(definition, answers, section, checking)) return 'cannot_start';
  if (atEnd && !canSubmit(definition, answers, checking)) return 'cannot_start';
  if (!isStarted(section, answers)) return section.optional ? 'optional' : 'not_started';
  return isComplete(definition, section, answers, checking) ? 'completed' : 'in_progress';
}

/** Where a report begins: the opening page of a form that has one. */
export function startOf(definition: Form): Step {
  const [first] = definition.sections;
  if (first === undefined) return { kind: 'task_list' };
  return definition.opening ? openingStep(first) : entryOf(first, {});
}

const openingStep = ({ id }: Section): Step => ({ kind: 'page', sectionId: id, pageId: openingId });

/** Where a section is opened from a list: what has to come first of a form with an opening is asked there. */
export function openedAt(
  definition: Form,
  answers: Answers,
  section: Section,
  checking: Checking = {},
): Step {
  const waits = definition.opening && isGate(section) && !isPastGate(definition, answers, checking);
  const [first = section] = definition.sections;
  return waits ? openingStep(first) : entryOf(section, answers);
}

/** Where a section is entered: its first visible page, its first item, or the list of its items. */
export function entryOf(section: Section, answers: Answers): Step {
  if (section.kind === 'list') {
    return { kind: isStarted(section, answers) ? 'items' : 'new_item', sectionId: section.id };
  }
  const [page] = visiblePages(section, answers);
  return page ? { kind: 'page', sectionId: section.id, pageId: page.id } : { kind: 'task_list' };
}

/** The journey goes on by itself to what has to be answered, and to what the reporter said they can describe. */
function isNext(definition: Form, section: Section, answers: Answers, checking: Checking): boolean {
  if (!section.optional) return !isComplete(definition, section, answers, checking);
  const wanted = section.wantedWhen !== undefined && holds(section.wantedWhen, answers);
  return wanted && !isStarted(section, answers);
}

/**
 * Where "Save and continue" leads from a page, or from a list section (`at` is its id). It skips what is complete and
 * what is optional, so that a short report stays short, and never leads back: what is left out waits in the task list.
 */
export function nextPage(definition: Form, answers: Answers, at: string, checking: Checking = {}): Step {
  const section = sectionOf(definition, at);
  if (section === null) return { kind: 'task_list' };
  const opens = at === openingId;
  if (opens && mayBeSentAtOnce(definition, answers)) return { kind: 'send_now' };
  if (section.kind === 'pages' && !opens) {
    const order = section.pages.findIndex((page) => page.id === at);
    const visible = new Set(visiblePages(section, answers));
    const following = section.pages.slice(order + 1).find((page) => visible.has(page));
    if (following) return { kind: 'page', sectionId: section.id, pageId: following.id };
    if (section === sectionOfDanger(definition) && mayBeSentAtOnce(definition, answers))
      return { kind: 'send_now' };
  }
  const later = taskSections(definition, answers).filter(
    (each) => opens || definition.sections.indexOf(each) > definition.sections.indexOf(section),
  );
  const next = later.find((each) => isNext(definition, each, answers, checking));
  if (next) return entryOf(next, answers);
  const { filesWhen } = definition;
  if (filesWhen !== undefined && holds(filesWhen, answers)) return { kind: 'files' };
  return afterFiles(definition, answers, checking);
}

/** Where it leads from the page of files, which comes last. */
export const afterFiles = (definition: Form, answers: Answers, checking: Checking = {}): Step =>
  canSubmit(definition, answers, checking) ? { kind: 'check_answers' } : { kind: 'task_list' };

/** The section in which the reporter says whether somebody is in danger. */
function sectionOfDanger(definition: Form): Section | undefined {
  const { danger } = definition.meanings;
  return definition.sections.find((section) => sectionQuestions(section).some(({ id }) => id === danger));
}

/** Where "Back" leads from what is sent at once: to the last page before it. */
export function beforeSendNow(definition: Form, answers: Answers): Step {
  if (definition.opening) return startOf(definition);
  const section = sectionOfDanger(definition);
  const page = section?.kind === 'pages' ? visiblePages(section, answers).at(-1) : undefined;
  return section && page ? { kind: 'page', sectionId: section.id, pageId: page.id } : { kind: 'task_list' };
}

/** Where "Back" leads: the page before in the same section, else the task list. Null from the very first page. */
export function previousPage(definition: Form, answers: Answers, at: string): Step | null {
  const section = sectionOf(definition, at);
  if (at === openingId) return null;
  if (section === null || section.kind === 'list') return { kind: 'task_list' };
  const order = section.pages.findIndex((page) => page.id === at);
  const before = visiblePages(section, answers).filter((page) => section.pages.indexOf(page) < order);
  const page = before.at(-1);
  if (page) return { kind: 'page', sectionId: section.id, pageId: page.id };
  const first = definition.sections.find((each) => isVisible(each, answers));
  return first === section && !definition.opening ? null : { kind: 'task_list' };
}

/** The draft's answers after a page was saved: the page's earlier answers give way, and untaken branches fall off. */
export function withPage(definition: Form, answers: Answers, pageId: string, pageAnswers: Answers): Answers {
  const page = findPage(definition, pageId)?.page;
  const own = new Set(page?.questions.map((question) => question.id));
  const others = Object.fromEntries(Object.entries(answers).filter(([id]) => !own.has(id)));
  return pruneAnswers(definition, { ...others, ...pageAnswers });
}

/**
 * Questions of other pages, and lists, that were answered and are not any more once a page, or an entry of a list, was
 * saved. `at` is the id of the page or list.
 */
export function lostElsewhere(
  definition: Form,
  at: string,
  before: Answers,
  after: Answers,
): { questions: Question[]; lists: ListSection[] } {
  const lost = (id: string) => answerOf(before, id) !== undefined && answerOf(after, id) === undefined;
  const page = findPage(definition, at)?.page;
  const own = new Set(page?.questions.map(({ id }) => id));
  return {
    questions: definition.sections
      .flatMap((section) => (section.kind === 'pages' ? section.pages.flatMap((page) => page.questions) : []))
      .filter(({ id }) => !own.has(id) && lost(id)),
    lists: definition.sections.filter(
      (section): section is ListSection =>
        section.kind === 'list' &&
        section.id !== at &&
        section.id !== page?.entryOf &&
        itemsOf(before, section.id).length > 0 &&
        itemsOf(after, section.id).length === 0,
    ),
  };
}
