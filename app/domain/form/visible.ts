import { answerOf, holds, itemsOf, type Answers, type ItemAnswers } from './answers.ts';
import type { FormDefinition, ListSection, Page, PagesSection, Question, Section } from './definition.ts';
import { fittingAnswer } from './fitting-options.ts';
import { entriesOf, namedEntry } from './entries.ts';

export function visiblePages(section: PagesSection, answers: Answers): Page[] {
  return section.pages.filter((page) => holds(page.showWhen, answers));
}

export function isVisible(section: Section, answers: Answers): boolean {
  if (section.kind === 'pages') return visiblePages(section, answers).length > 0;
  const needs = section.needsEntries;
  return needs === undefined || entriesOf(answers, needs.in).length >= needs.atLeast;
}

/** The sections of the task list: those with a page to show, the declaration left to check answers. */
export function taskSections(definition: FormDefinition, answers: Answers): Section[] {
  return definition.sections.filter(
    (section) => isVisible(section, answers) && !(section.kind === 'pages' && section.atCheckAnswers),
  );
}

/** The questions a person with these answers is asked. */
export function visibleQuestions(questions: Question[], answers: Answers): Question[] {
  return questions.filter((question) => holds(question.showWhen, answers));
}

function copyVisible(questions: Question[], from: Answers, to: Answers): void {
  for (const question of questions) {
    const value = answerOf(from, question.id);
    if (value === undefined || !holds(question.showWhen, to)) continue;
    const fitting = fittingAnswer(question, value, to);
    if (fitting !== undefined) to[question.id] = fitting;
  }
}

/**
 * An item without what names an entry that is gone. One that hangs on such an entry (both ends of a link must be there)
 * goes with it.
 */
function pruneItem(section: ListSection, item: ItemAnswers, kept: Answers): ItemAnswers | null {
  const copy: ItemAnswers = { id: item.id };
  const gone = section.questions.filter(
    (question) =>
      question.kind === 'entry' &&
      answerOf(item, question.id) !== undefined &&
      namedEntry(kept, answerOf(item, question.id)) === null,
  );
  if (gone.some((question) => question.required)) return null;
  copyVisible(
    section.questions.filter((question) => !gone.includes(question)),
    item,
    copy,
  );
  return copy;
}

function pruneList(section: ListSection, from: Answers, to: Answers): void {
  if (!isVisible(section, to)) return;
  const items = itemsOf(from, section.id).flatMap((item) => pruneItem(section, item, to) ?? []);
  if (items.length > 0) to[section.id] = items;
  // Somebody who said "not known" and then added a place does know one.
  else if (section.notKnown) copyVisible([section.notKnown], from, to);
}

/**
 * The answers without those on a branch that is no longer taken, without choices that other answers do not leave any more,
 * and without anything the definition does not ask.
 * Walks in the order of the form, as a condition refers to what comes before it; doing it twice changes nothing.
 */
export function pruneAnswers(definition: FormDefinition, answers: Answers): Answers {
  const kept: Answers = {};
  for (const section of definition.sections) {
    if (section.kind === 'list') pruneList(section, answers, kept);
    else {
      for (const page of section.pages) {
        if (holds(page.showWhen, kept)) copyVisible(page.questions, answers, kept);
      }
    }
  }
  return kept;
}
